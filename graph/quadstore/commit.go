package quadstore

import (
	"cmp"
	"slices"

	"github.com/cayleygraph/quad"
)

// counter is a node in a counted direction.
type counter struct {
	d  quad.Direction
	id uint64
}

func (c counter) compare(o counter) int {
	return cmp.Or(cmp.Compare(c.d, o.d), cmp.Compare(c.id, o.id))
}

// difference is what a transaction changes in the store.
type difference struct {
	add, del []quadRef
	counts   map[counter]int64 // new values
	pairs    map[pair]int64    // the same
	postings []newPosting
	born     []uint64 // nodes, ascending
	dead     []uint64 // nodes, ascending
	deadKeys []string // what they are remembered by: their keys in tableValue, or in tableNode when inlined
}

// commit writes everything in one batch, then makes the new head the store's.
func (t *Tx) commit() error {
	if t.err != nil {
		return t.err
	}
	if err := t.ctx.Err(); err != nil {
		return err
	}
	if err := checkOwner(t.batch); err != nil {
		return err
	}
	diff, err := t.difference()
	if err != nil {
		return err
	}
	if len(diff.add) == 0 && len(diff.del) == 0 {
		if t.batch == nil {
			return nil
		}
		return t.batch.Commit(t.s.syncMode())
	}
	if t.batch == nil {
		t.batch = t.s.db.NewBatchWithSize(len(diff.add)*120 + len(diff.del)*80 + 4096)
	}
	if err := t.write(diff); err != nil {
		return err
	}
	if err := t.batch.Commit(t.s.syncMode()); err != nil {
		return err
	}
	t.publish(diff)
	return nil
}

// difference works out what has to be written.
func (t *Tx) difference() (*difference, error) {
	diff := &difference{counts: map[counter]int64{}, pairs: map[pair]int64{}}
	for _, q := range t.order {
		n := int64(1)
		switch c := t.quads[q]; {
		case c.is && !c.was:
			diff.add = append(diff.add, q)
		case c.was && !c.is:
			diff.del = append(diff.del, q)
			n = -1
		default:
			continue
		}
		diff.counts[counter{quad.Predicate, q[quad.Predicate]}] += n
		if q[quad.Label] != 0 {
			diff.counts[counter{quad.Label, q[quad.Label]}] += n
		}
		counts, err := t.counts(q[quad.Predicate])
		if err != nil {
			return nil, err
		}
		if counts {
			diff.pairs[pair{q[quad.Predicate], q[quad.Object]}] += n
		}
	}
	if err := t.addPairs(diff); err != nil {
		return nil, err
	}
	for c := range diff.counts {
		if _, fresh := t.fresh[c.id]; fresh {
			continue // no stored quad has it
		}
		n, err := t.s.count(c.d, c.id)
		if err != nil {
			return nil, err
		}
		diff.counts[c] += n
	}
	return diff, t.nodes(diff)
}

// nodes finds the nodes that come and those that no quad uses any more.
func (t *Tx) nodes(diff *difference) error {
	live := make(map[uint64]struct{}, 2*len(diff.add))
	for _, q := range diff.add {
		for _, d := range quad.Directions {
			live[q[d]] = struct{}{}
		}
	}
	for id := range t.fresh {
		if _, ok := live[id]; ok {
			diff.born = append(diff.born, id)
		}
	}
	slices.Sort(diff.born)
	var lost []uint64
	for id := range t.losers {
		_, isLive := live[id]
		_, isFresh := t.fresh[id]
		if !isLive && !isFresh {
			lost = append(lost, id)
		}
	}
	slices.Sort(lost)
	cited := map[uint64]bool{} // of these nodes a counted quad is left
	for p, n := range diff.pairs {
		if n > 0 {
			cited[p.object] = true
		}
	}
	// One cursor each: it keeps its iterator from node to node.
	subjects := cursor{s: t.s, hops: true}
	objects := cursor{s: t.s, hops: true}
	defer subjects.close()
	defer objects.close()
	for _, id := range lost {
		if cited[id] {
			continue
		}
		used, err := t.used(id, diff, &subjects, &objects)
		if err != nil {
			return err
		}
		if !used {
			diff.dead = append(diff.dead, id)
		}
	}
	return nil
}

// used tells whether a stored node has a quad left. There is no count of
// subjects and objects: writing one for each quad would cost more than looking
// here, where the first quad that stays is the answer.
func (t *Tx) used(id uint64, diff *difference, subjects, objects *cursor) (bool, error) {
	for _, d := range [2]quad.Direction{quad.Predicate, quad.Label} {
		n, ok := diff.counts[counter{d, id}]
		if !ok {
			var err error
			if n, err = t.s.count(d, id); err != nil {
				return false, err
			}
		}
		if n > 0 {
			return true, nil
		}
	}
	for i, c := range [2]*cursor{subjects, objects} {
		c.open(pattern{}.with([2]quad.Direction{quad.Subject, quad.Object}[i], id))
		for c.next(t.ctx) {
			if ch, touched := t.quads[c.cur]; !touched || ch.is {
				return true, nil
			}
		}
		if c.err != nil {
			return false, c.err
		}
	}
	return false, nil
}

// publish makes the committed change the state of the store.
func (t *Tx) publish(diff *difference) {
	t.s.headMu.Lock()
	t.s.head = t.head
	t.s.headMu.Unlock()
	for key, id := range t.ids {
		if _, fresh := t.fresh[id]; fresh {
			if _, ok := slices.BinarySearch(diff.born, id); !ok {
				continue // never written
			}
		}
		t.s.known.put(key, id)
	}
	for id, stored := range t.inlined {
		if !stored {
			_, stored = slices.BinarySearch(diff.born, id)
		}
		if stored {
			t.s.known.put(string(nodeKey(nil, id)), id)
		}
	}
	for _, key := range diff.deadKeys {
		t.s.known.remove(key)
	}
	for p, n := range diff.pairs {
		t.s.pairs.put(p, n)
	}
	for _, p := range diff.postings {
		t.s.lists.put(p.place, p.list)
	}
}
