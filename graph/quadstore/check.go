package quadstore

import (
	"bytes"
	"context"
	"fmt"
	"hash/maphash"

	"github.com/RoaringBitmap/roaring/v2/roaring64"
	"github.com/cayleygraph/quad"
)

// Check reads the whole store and returns ErrCorrupt, with the first thing that
// is wrong: the four indexes hold the same quads, every node has one entry in
// each direction of the dictionary and is used, every counter is exact, also those
// of Options.Counted, and there is nothing else under KeySpace. It looks at one
// moment and may run beside a writer.
func (s *Store) Check(ctx context.Context) error {
	v, err := s.View()
	if err != nil {
		return err
	}
	defer v.Close()
	c := checker{s: v, ctx: ctx, used: roaring64.New(), seed: maphash.MakeSeed()}
	for _, step := range []func() error{c.tables, c.indexes, c.nodes, c.values, c.counts} {
		if err := step(); err != nil {
			return fmt.Errorf("quadstore: check: %w", err)
		}
	}
	return nil
}

type checker struct {
	s        *Store
	ctx      context.Context
	seed     maphash.Seed
	used     *roaring64.Bitmap // nodes that a quad uses
	counters int64             // that there should be
	words    int64             // nodes of the dictionary
	pairs    int64             // counted pairs that there should be
	postings int64             // the same
}

func corrupt(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrCorrupt}, args...)...)
}

// each reads the keys lo <= key < hi.
func (c *checker) each(lo, hi []byte, do func(key, value []byte) error) error {
	r, err := c.s.rows(lo, hi)
	if err != nil {
		return err
	}
	defer r.close()
	n := 0
	for ok := r.first(); ok; ok = r.next() {
		if n++; n%pollEvery == 0 && c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		v, err := r.value()
		if err != nil {
			return err
		}
		if err := do(r.key(), v); err != nil {
			return err
		}
	}
	return r.err()
}

func (c *checker) table(t byte, do func(key, value []byte) error) error {
	return c.each(tableStart(t), tableEnd(t), do)
}

// tables finds keys of no table, reading only what is between the tables.
func (c *checker) tables() error {
	from := []byte{KeySpace}
	for _, t := range []byte{tableCount, tableHead, tablePair, tableLabel, tableNode, tableObject, tablePredicate, tablePosting, tableSubject, tableValue} {
		if err := c.each(from, tableStart(t), stranger); err != nil {
			return err
		}
		from = tableEnd(t)
	}
	if err := c.each(from, []byte{KeySpace + 1}, stranger); err != nil {
		return err
	}
	return c.table(tableHead, func(key, value []byte) error {
		switch {
		case bytes.Equal(key, headKey):
		case !bytes.Equal(key, countedKey):
			return stranger(key, nil)
		case !bytes.Equal(value, c.s.counted.bytes()):
			return corrupt("the list of counted predicates has changed")
		}
		return nil
	})
}

func stranger(key, _ []byte) error { return corrupt("key %.40q is of no table", key) }

// indexes compares the quads by number and by the sum of their hashes.
func (c *checker) indexes() error {
	var first uint64
	for i, ix := range indexes {
		sum, n, err := c.index(ix)
		if err != nil {
			return err
		}
		if i == 0 {
			first = sum
		}
		if n != c.s.head.quads || sum != first {
			return corrupt("table %c has %d quads, head has %d; same quads: %v", ix.table, n, c.s.head.quads, sum == first)
		}
	}
	return nil
}

// index reads one index. Where quads stand together by predicate or label, or by
// predicate and object, it compares the counter.
func (c *checker) index(ix *index) (sum, n uint64, err error) {
	g := &groups{c: c, ix: ix, pack: packer{put: c.packed}}
	err = c.table(ix.table, func(key, value []byte) error {
		var q quadRef
		if !ix.split(key[2:], 0, &q) || len(value) != 0 || q[quad.Subject] == 0 || q[quad.Predicate] == 0 || q[quad.Object] == 0 {
			return corrupt("entry %x of table %c", key, ix.table)
		}
		sum += maphash.Comparable(c.seed, q)
		n++
		if ix == bySubject {
			for _, d := range quad.Directions {
				c.used.Add(q[d])
			}
		}
		return g.add(&q)
	})
	if err == nil {
		err = g.add(&quadRef{})
	}
	return sum, n, err
}

// nodes finds nodes that are not used, have no entry under their value, or have
// an id that was never given out.
func (c *checker) nodes() error {
	c.used.Remove(0)
	n := uint64(0)
	err := c.table(tableNode, func(key, value []byte) error {
		id, err := parseID(key[2:])
		if err != nil {
			return err
		}
		n++
		if !c.used.Contains(id) {
			return corrupt("no quad uses node %d", id)
		}
		if id > maxDictID {
			if _, ok := inlined(id); !ok || len(value) != 0 {
				return corrupt("node %x", id)
			}
			return nil
		}
		c.words++
		return c.word(id, value)
	})
	if err == nil && (n != c.used.GetCardinality() || n != c.s.head.nodes) {
		err = corrupt("%d nodes, %d are used, head has %d", n, c.used.GetCardinality(), c.s.head.nodes)
	}
	return err
}

// word checks a node of the dictionary.
func (c *checker) word(id uint64, enc []byte) error {
	v, err := decode(enc)
	if err != nil {
		return err
	}
	again, err := encode(nil, canonical(v))
	if err != nil || !bytes.Equal(again, enc) {
		return corrupt("node %d: value %.40q is not in its one form", id, enc)
	}
	if _, ok := inline(v); ok || id >= c.s.head.next {
		return corrupt("node %d, next id %d: value %.40q", id, c.s.head.next, enc)
	}
	back, ok, err := c.s.idOf(valueKey(nil, enc))
	if err != nil || !ok || back != id {
		return corrupt("node %d: its value has id %d (%v, %v)", id, back, ok, err)
	}
	return nil
}

// values counts the dictionary: as every node has its entry, there is no other
// if there are as many.
func (c *checker) values() error {
	n := int64(0)
	err := c.table(tableValue, func(_, value []byte) error {
		n++
		_, err := parseID(value)
		return err
	})
	if err == nil && n != c.words {
		err = corrupt("%d values, %d nodes with one", n, c.words)
	}
	return err
}

// counts does the same with the counters and postings.
func (c *checker) counts() error {
	for _, t := range []struct {
		table byte
		want  int64
	}{{tableCount, c.counters}, {tablePair, c.pairs}, {tablePosting, c.postings}} {
		n := int64(0)
		err := c.table(t.table, func(_, value []byte) error {
			n++
			if t.table == tablePosting {
				return nil // compared with the quads
			}
			_, err := parseCount(value)
			return err
		})
		if err == nil && n != t.want {
			err = corrupt("%d entries in table %c, want %d", n, t.table, t.want)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
