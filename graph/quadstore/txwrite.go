package quadstore

import (
	"maps"
	"slices"
)

// write puts the difference into the batch. Keys of one table go in sorted:
// that halves the work of the memtable.
func (t *Tx) write(diff *difference) error {
	for _, put := range []func(*difference) error{t.writeCounts, t.writePairs, t.writeNodes, t.eraseNodes, t.writeQuads} {
		if err := put(diff); err != nil {
			return err
		}
	}
	t.head.quads += uint64(len(diff.add)) - uint64(len(diff.del))
	t.head.nodes += uint64(len(diff.born)) - uint64(len(diff.dead))
	return t.batch.Set(headKey, t.head.bytes(), nil)
}

func (t *Tx) writeCounts(diff *difference) (err error) {
	var val []byte
	for _, c := range slices.SortedFunc(maps.Keys(diff.counts), counter.compare) {
		n := diff.counts[c]
		t.key = countKey(t.key[:0], c.d, c.id)
		if n == 0 {
			err = t.batch.Delete(t.key, nil)
		} else {
			val = appendCount(val[:0], n)
			err = t.batch.Set(t.key, val, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) writeNodes(diff *difference) error {
	var val []byte
	for _, id := range diff.born {
		n := t.fresh[id]
		t.key = nodeKey(t.key[:0], id)
		if err := t.batch.Set(t.key, n.enc, nil); err != nil {
			return err
		}
		if n.key == nil {
			continue
		}
		val = appendID(val[:0], id)
		if err := t.batch.Set(n.key, val, nil); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) eraseNodes(diff *difference) error {
	for _, id := range diff.dead {
		key := nodeKey(nil, id)
		if id <= maxDictID {
			var dict []byte
			if _, err := t.s.get(key, func(enc []byte) error {
				dict = valueKey(nil, enc)
				return nil
			}); err != nil {
				return err
			}
			diff.deadKeys = append(diff.deadKeys, string(dict))
			if err := t.batch.Delete(dict, nil); err != nil {
				return err
			}
		} else {
			diff.deadKeys = append(diff.deadKeys, string(key))
		}
		if err := t.batch.Delete(key, nil); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) writeQuads(diff *difference) error {
	var (
		order quadOrder
		gone  []quadRef
	)
	for _, ix := range indexes {
		order.sort(ix, diff.add)
		for i := range diff.add {
			t.key = ix.key(t.key[:0], &diff.add[i])
			if err := t.batch.Set(t.key, nil, nil); err != nil {
				return err
			}
		}
		order.sort(ix, diff.del)
		var err error
		switch ix {
		case bySubject:
			gone, err = t.gone(diff.del)
		case byPredicate:
			order.sort(ix, gone)
			err = t.writePostings(diff, gone)
		}
		if err != nil {
			return err
		}
		for i := range diff.del {
			t.key = ix.key(t.key[:0], &diff.del[i])
			if err := t.batch.Delete(t.key, nil); err != nil {
				return err
			}
		}
	}
	return nil
}
