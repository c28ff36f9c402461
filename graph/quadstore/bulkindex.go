package quadstore

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/attendu/attendu/graph/quadstore/extsort"
	"github.com/cayleygraph/quad"
)

// index writes the tables of the indexes and counters, two at a time, and gives the
// number of quads.
func (b *bulk) index(sorted [len(indexes)][]string) (uint64, error) {
	var counts [len(indexes)]uint64
	half := func(w int) func(context.Context) error {
		return func(ctx context.Context) (err error) {
			for i := w; i < len(indexes); i += 2 {
				if counts[i], err = b.indexTable(ctx, indexes[i], sorted[i]); err != nil {
					return err
				}
			}
			return nil
		}
	}
	if err := together(b.ctx, half(0), half(1)); err != nil {
		return 0, err
	}
	for i, n := range counts {
		if n != counts[0] {
			return 0, fmt.Errorf("%w: table %c gets %d quads, table %c %d",
				extsort.ErrDamaged, indexes[i].table, n, indexes[0].table, counts[0])
		}
	}
	return counts[0], nil
}

// indexTable merges the runs of an index into its table, each quad once.
func (b *bulk) indexTable(ctx context.Context, ix *index, runs []string) (n uint64, err error) {
	runs, err = extsort.Reduce(ctx, b.folder.fs, runs, b.folder.runName)
	if err != nil {
		return 0, err
	}
	m, err := extsort.Merge(ctx, b.folder.fs, runs)
	if err != nil {
		return 0, err
	}
	t := b.newTable()
	var (
		c     *groupCounter
		pairs *pairTables
	)
	if ix == byPredicate {
		pairs = b.newPairTables()
	}
	if d := ix.order[0]; d == quad.Predicate || d == quad.Label {
		c = &groupCounter{d: d, to: b.newTable()}
	}
	var last []byte
	for m.Next() {
		key := m.Key()
		if bytes.Equal(key, last) {
			continue
		}
		last = append(last[:0], key...)
		n++
		c.see(key[2:])
		if err = pairs.see(key[2:]); err != nil {
			break
		}
		if err = t.set(key, nil); err != nil {
			break
		}
	}
	err = errors.Join(err, m.Err(), m.Close(), t.close(), c.close(), pairs.close())
	if err != nil {
		return 0, err
	}
	return n, b.folder.drop(runs...)
}

// groupCounter counts the quads that begin with the same id, and writes the
// counters. A nil one counts nothing.
type groupCounter struct {
	d  quad.Direction
	to *table
	id []byte // of the present group, as in keys
	n  uint64
}

func (c *groupCounter) see(ids []byte) {
	if c == nil {
		return
	}
	if c.n == 0 || !bytes.HasPrefix(ids, c.id) {
		c.write()
		c.id = append(c.id[:0], ids[:1+ids[0]]...)
	}
	c.n++
}

// write ends a group. There is no counter of quads without label.
func (c *groupCounter) write() {
	if c.n > 0 && c.id[0] > 0 {
		key := append([]byte{KeySpace, tableCount, byte(c.d)}, c.id...)
		c.to.set(key, binary.BigEndian.AppendUint64(nil, c.n))
	}
	c.n = 0
}

func (c *groupCounter) close() error {
	if c == nil {
		return nil
	}
	c.write()
	return c.to.close()
}
