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

// pairCache remembers the counts of pairs for the writer, the most used of the last
// two generations.
type pairCache struct{ young, old map[pair]int64 }

// pairGeneration counts of about 40 bytes: the cache stays below 10 MB.
const pairGeneration = 100_000

func (c *pairCache) get(p pair) (n int64, ok bool) {
	if n, ok = c.young[p]; ok {
		return n, true
	}
	if n, ok = c.old[p]; ok {
		c.put(p, n)
	}
	return n, ok
}

func (c *pairCache) put(p pair, n int64) {
	if c.young == nil || len(c.young) >= pairGeneration {
		c.young, c.old = make(map[pair]int64, pairGeneration/8), c.young
	}
	c.young[p] = n
}
