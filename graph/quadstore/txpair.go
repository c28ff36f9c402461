package quadstore

import (
	"maps"
	"slices"
)

// counts tells whether the pairs of a predicate are counted.
func (t *Tx) counts(predicate uint64) (is bool, err error) {
	is, known := t.counted[predicate]
	if known {
		return is, nil
	}
	if n, fresh := t.fresh[predicate]; !fresh {
		is, err = t.s.counts(predicate)
	} else if n.enc != nil {
		v, derr := decode(n.enc)
		is, err = derr == nil && t.s.counted.has(v), derr
	}
	if err == nil {
		t.counted[predicate] = is
	}
	return is, err
}

// addPairs adds the stored counts to the changes of the pairs. Of a pair with a new
// node nothing is stored, and of those that many quads have the writer remembers it.
func (t *Tx) addPairs(diff *difference) error {
	for p := range diff.pairs {
		_, fresh := t.fresh[p.predicate]
		_, also := t.fresh[p.object]
		if fresh || also {
			continue
		}
		n, known := t.s.pairs.get(p)
		if !known {
			var err error
			if n, err = t.s.readPair(p); err != nil {
				return err
			}
		}
		diff.pairs[p] += n
	}
	return nil
}

func (t *Tx) writePairs(diff *difference) (err error) {
	var val []byte
	for _, p := range slices.SortedFunc(maps.Keys(diff.pairs), pair.compare) {
		t.key = pairKey(t.key[:0], p)
		if n := diff.pairs[p]; n == 0 {
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
