package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2/roaring64"
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
)

// DirectoryKeys bounds what a directory holds, to some 70 bytes each: where more decisions
// are cited, it holds some of them.
const DirectoryKeys = 1 << 20

// Directory implements Moment.
func (v *moment) Directory(ctx context.Context) (*Directory, error) {
	d, err := v.directory(ctx, DirectoryKeys)
	if err != nil {
		return nil, fmt.Errorf("graph: directory: %w", err)
	}
	return d, nil
}

func (v *moment) directory(ctx context.Context, most int) (*Directory, error) {
	cited, err := v.citedNames(ctx, most)
	if err != nil {
		return nil, err
	}
	roads, err := v.roads(ctx, cited)
	if err != nil {
		return nil, err
	}
	d, ends := &Directory{}, endsOf(roads)
	places := make([]uint32, len(ends)) // of the names of the ends, from 1; 0 is no held decision
	if err := v.eachName(ctx, ends, func(i int, name string) {
		if bySource(name) {
			d.nodes.add(name)
			places[i] = uint32(len(d.nodes.ends))
		}
	}); err != nil {
		return nil, err
	}
	place := func(end quadstore.ID) uint32 {
		at, _ := slices.BinarySearch(ends, end)
		return places[at]
	}
	err = v.eachName(ctx, cited, func(i int, name string) {
		r := roads[i]
		switch {
		case !corpus.Key(name).IsDecision():
		case r.one == 0: // nothing is known of it
			d.add(name, 0)
		case r.other != 0: // several, held or not
			d.add(name, 0)
		case r.other == 0 && place(r.one) != 0:
			d.add(name, place(r.one))
		}
	})
	d.index()
	return d, err
}

// bySource reports whether a node is one that only a decision that is held bears: that of
// its source, which is no key.
func bySource(node string) bool {
	head, _, _ := strings.Cut(node, "/")
	return strings.Contains(head, ":") && !isKey(node)
}

// citedNames are the nodes that are cited, without those of held decisions; where they are
// more than so many, a part of them.
func (v *moment) citedNames(ctx context.Context, most int) (cited quadstore.Set, err error) {
	for c, err := range v.EachCited(ctx) {
		if err != nil {
			return nil, err
		}
		cited = append(cited, quadstore.ID(c.Node))
	}
	held, err := v.held(ctx)
	if err != nil {
		return nil, err
	}
	is := held.Bitmap()
	cited = slices.DeleteFunc(cited, func(id quadstore.ID) bool { return is.Contains(uint64(id)) })
	if n := len(cited); n > most {
		cited = slices.DeleteFunc(cited, func(id quadstore.ID) bool { return int(uint64(id)%1024)*n >= 1024*most })
		cited = cited[:min(len(cited), most)]
	}
	return slices.Clip(cited), nil
}

// road is where a name ends: at no other node, at one, or at several, of which it has two.
type road struct{ one, other quadstore.ID }

// leads says that a name leads to a node.
type leads struct{ from, to quadstore.ID }

// roads follows the names of nodes, by way of each other, to where they end.
func (v *moment) roads(ctx context.Context, from quadstore.Set) ([]road, error) {
	list, err := v.leads(ctx, from.Bitmap())
	if err != nil {
		return nil, err
	}
	out := make([]road, len(from))
	for i, id := range from {
		out[i] = follow(list, id)
	}
	return out, nil
}

// leads lists what the names of a set lead to, by name.
func (v *moment) leads(ctx context.Context, from *roaring64.Bitmap) (list []leads, err error) {
	for c, err := range v.EachNamed(ctx) {
		if err != nil {
			return nil, err
		}
		for i := range c.By.Len() {
			if name := c.By.At(i); from.Contains(name) {
				list = append(list, leads{quadstore.ID(name), quadstore.ID(c.Node)})
			}
		}
	}
	slices.SortFunc(list, func(a, b leads) int { return cmp.Compare(a.from, b.from) })
	return list, nil
}

// follow gives where a name ends.
func follow(list []leads, name quadstore.ID) (r road) {
	var buf [16]quadstore.ID // mostly enough
	seen := append(buf[:0], name)
	for at := 0; at < len(seen); at++ {
		i, on := slices.BinarySearchFunc(list, seen[at], func(l leads, id quadstore.ID) int { return cmp.Compare(l.from, id) })
		switch {
		case on || at == 0:
		case r.one == 0:
			r.one = seen[at]
		default:
			r.other = seen[at]
		}
		for ; i < len(list) && list[i].from == seen[at]; i++ {
			if !slices.Contains(seen, list[i].to) {
				seen = append(seen, list[i].to)
			}
		}
	}
	if r.one == 0 && len(seen) > 1 { // names that only name each other
		r.one = name
	}
	return r
}

// endsOf are all the ends.
func endsOf(roads []road) quadstore.Set {
	var all quadstore.Set
	for _, r := range roads {
		for _, end := range [...]quadstore.ID{r.one, r.other} {
			if end != 0 {
				all = append(all, end)
			}
		}
	}
	slices.Sort(all)
	return slices.Clip(slices.Compact(all))
}

// namesAtOnce is how many names are read together.
const namesAtOnce = 1 << 14

// eachName gives the names of nodes, in the order of their numbers.
func (v *moment) eachName(ctx context.Context, ids quadstore.Set, each func(i int, name string)) error {
	at := 0
	for part := range slices.Chunk(ids, namesAtOnce) {
		names, err := v.names(ctx, part)
		if err != nil {
			return err
		}
		for _, n := range names {
			each(at, n)
			at++
		}
	}
	return nil
}
