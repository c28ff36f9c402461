package measure

import (
	"cmp"
	"slices"
)

// ending says which decision is meant by something that is cited; several say that its
// name fits more than one.
type ending struct {
	cited, node uint64
	several     bool
}

// naming says that a key names a node.
type naming struct{ key, node uint64 }

func (l *loader) names() (err error) {
	if l.held, err = l.v.Held(l.ctx); err != nil {
		return err
	}
	for x, err := range l.v.EachNamed(l.ctx) {
		if err != nil {
			return err
		}
		for i := range x.By.Len() {
			l.name = append(l.name, naming{x.By.At(i), x.Node})
		}
	}
	slices.SortFunc(l.name, func(a, b naming) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.node, b.node)) })
	return nil
}

// end follows names to where they end: decisions that are held, and names of which
// nothing more is known.
func (l *loader) end(of uint64) (ends []uint64) {
	seen := []uint64{of}
	for at := 0; at < len(seen); at++ {
		i, leads := slices.BinarySearchFunc(l.name, seen[at], func(n naming, key uint64) int { return cmp.Compare(n.key, key) })
		if l.held.Has(seen[at]) || !leads {
			ends = append(ends, seen[at])
		}
		for ; i < len(l.name) && l.name[i].key == seen[at]; i++ {
			if !slices.Contains(seen, l.name[i].node) {
				seen = append(seen, l.name[i].node)
			}
		}
	}
	if len(ends) == 0 { // names that only name each other
		ends = append(ends, of)
	}
	slices.Sort(ends)
	return ends
}

func (n naming) compare(o naming) int {
	return cmp.Or(cmp.Compare(n.key, o.key), cmp.Compare(n.node, o.node))
}

// reviewed lists which decision reviews which, sorted.
func (l *loader) reviewed() (list []naming, err error) {
	for x, err := range l.v.EachReviewed(l.ctx) {
		if err != nil {
			return nil, err
		}
		ends := l.end(x.Node)
		if len(ends) != 1 {
			continue
		}
		for i := range x.By.Len() {
			list = append(list, naming{x.By.At(i), ends[0]})
		}
	}
	slices.SortFunc(list, naming.compare)
	return list, nil
}
