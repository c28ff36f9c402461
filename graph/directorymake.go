package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
)

// Directory implements Moment.
func (v *moment) Directory(ctx context.Context) (*Directory, error) {
	d, err := v.directory(ctx, DirectoryKeys)
	if err != nil {
		return nil, fmt.Errorf("graph: directory: %w", err)
	}
	return d, nil
}

func (v *moment) directory(ctx context.Context, most int) (*Directory, error) {
	names, err := v.plainNames(ctx, most)
	if err != nil {
		return nil, err
	}
	held := make(quadstore.Set, len(names))
	for i, n := range names {
		held[i] = n.node
	}
	held = quadstore.NewSet(held...)
	d := &Directory{of: make([]uint32, 0, len(names))}
	if err := v.eachName(ctx, held, func(_ int, name string) { d.nodes.add(name) }); err != nil {
		return nil, err
	}
	keys := make(quadstore.Set, len(names))
	for i, n := range names {
		keys[i] = n.key
	}
	err = v.eachName(ctx, keys, func(i int, name string) {
		at, _ := slices.BinarySearch(held, names[i].node)
		if corpus.Key(name).IsDecision() && bySource(string(d.nodes.at(at))) {
			d.keys.add(name)
			d.of = append(d.of, uint32(at))
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

// plainName is a key and a node that it names, or leads to.
type plainName struct{ key, node quadstore.ID }

// plainNames lists what is cited, is no decision itself, and leads to one node, by key.
// Where it is more than so many, it is every second, fourth … key.
func (v *moment) plainNames(ctx context.Context, most int) (list []plainName, err error) {
	var cited quadstore.Set
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
	keep, step := cited.Bitmap(), quadstore.ID(1)
	keep.AndNot(held.Bitmap())
	for c, err := range v.EachNamed(ctx) {
		if err != nil {
			return nil, err
		}
		for i := range c.By.Len() {
			if k := c.By.At(i); keep.Contains(k) && quadstore.ID(k)%step == 0 {
				list = append(list, plainName{quadstore.ID(k), quadstore.ID(c.Node)})
			}
		}
		for len(list) > most {
			step *= 2
			list = slices.DeleteFunc(list, func(n plainName) bool { return n.key%step != 0 })
		}
	}
	slices.SortFunc(list, func(a, b plainName) int { return cmp.Compare(a.key, b.key) })
	return ends(list), nil
}

// ends leaves the keys that lead to one node, at once or by other keys, with that node.
func ends(list []plainName) (out []plainName) {
	for i, n := range list {
		if i > 0 && n.key == list[i-1].key {
			continue
		}
		if end, ok := follow(list, n.key); ok {
			out = append(out, plainName{n.key, end})
		}
	}
	return out
}

// farthest bounds the nodes that are followed from one key: there are few.
const farthest = 16

// follow gives the one node to which a key leads and from which nothing leads on.
func follow(list []plainName, key quadstore.ID) (end quadstore.ID, ok bool) {
	var buf [farthest]quadstore.ID
	seen := append(buf[:0], key)
	for at := 0; at < len(seen); at++ {
		i, leads := slices.BinarySearchFunc(list, seen[at], func(n plainName, k quadstore.ID) int { return cmp.Compare(n.key, k) })
		switch {
		case !leads && ok, len(seen) == farthest:
			return 0, false
		case !leads:
			end, ok = seen[at], true
		}
		for ; i < len(list) && list[i].key == seen[at]; i++ {
			if !slices.Contains(seen, list[i].node) {
				seen = append(seen, list[i].node)
			}
		}
	}
	return end, ok
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
