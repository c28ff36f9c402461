package quadstore

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/attendu/attendu/graph/quadstore/extsort"
	"github.com/cayleygraph/quad"
)

// shortQuad is a quad of short ids in the order of an index.
type shortQuad struct{ hi, lo uint64 }

func (p shortQuad) compare(o shortQuad) int {
	if p.hi != o.hi {
		return cmp.Compare(p.hi, o.hi)
	}
	return cmp.Compare(p.lo, o.lo)
}

// numbered is a quad of short ids: subject, predicate, object, label.
type numbered [4]uint32

const (
	numberedBytes = 16
	// Quads are held once as they come and twice as sorted for two indexes.
	arrangeCopies = 3
)

// arrange gives, for each index, runs of its keys.
func (b *bulk) arrange(g *gathered, places []string) (out [len(indexes)][]string, err error) {
	a := arranger{b: b, most: int(max(b.memory/(arrangeCopies*numberedBytes), 16)),
		ids: idTable{first: b.first, words: b.words}}
	places, err = extsort.Reduce(b.ctx, b.folder.fs, places, b.folder.runName)
	if err != nil {
		return out, err
	}
	m, err := extsort.Merge(b.ctx, b.folder.fs, places)
	if err != nil {
		return out, err
	}
	r, err := extsort.Open(b.folder.fs, g.quads)
	if err != nil {
		return out, errors.Join(err, m.Close())
	}
	err = a.all(g, m, r)
	if err = errors.Join(err, m.Close(), r.Close()); err != nil {
		return out, err
	}
	return a.runs, b.folder.drop(append(places, g.quads)...)
}

type arranger struct {
	b     *bulk
	most  int // quads that are held
	ids   idTable
	quads []numbered
	work  [2][]shortQuad
	runs  [len(indexes)][]string
}

func (a *arranger) all(g *gathered, places *extsort.Merger, quads *extsort.Reader) error {
	for i, p := range g.parts {
		if err := a.ids.read(places, uint64(i), p.words); err != nil {
			return err
		}
		for range p.quads {
			if !quads.Next() {
				return cmp.Or(quads.Err(), fmt.Errorf("%w: quads end", extsort.ErrDamaged))
			}
			if err := a.add(quads.Key()); err != nil {
				return err
			}
		}
		if err := a.spill(); err != nil { // the ids of the next part are others
			return err
		}
	}
	if quads.Next() || quads.Err() != nil {
		return cmp.Or(quads.Err(), fmt.Errorf("%w: quads of no part", extsort.ErrDamaged))
	}
	return nil
}

// add reads a quad of numbers: label, subject, predicate, object.
func (a *arranger) add(row []byte) error {
	var q numbered
	for i, at := range [4]int{3, 0, 1, 2} {
		n := binary.BigEndian.Uint32(row[4*i:])
		if uint64(n) >= uint64(len(a.ids.short)) {
			return fmt.Errorf("%w: number %d of %d", extsort.ErrDamaged, n, len(a.ids.short))
		}
		q[at] = a.ids.short[n]
	}
	a.quads = append(a.quads, q)
	if len(a.quads) < a.most {
		return nil
	}
	return a.spill()
}

// spill writes the quads that are held into one run for each index, two at a time.
func (a *arranger) spill() error {
	if len(a.quads) == 0 {
		return nil
	}
	half := func(w int) func(context.Context) error {
		return func(ctx context.Context) error {
			for i := w; i < len(indexes); i += len(a.work) {
				if err := ctx.Err(); err != nil {
					return err
				}
				path := a.b.folder.runName()
				if err := a.sort(indexes[i], &a.work[w], path); err != nil {
					return err
				}
				a.runs[i] = append(a.runs[i], path)
			}
			return nil
		}
	}
	err := together(a.b.ctx, half(0), half(1))
	a.quads = a.quads[:0]
	return err
}

// sort writes the keys of an index.
func (a *arranger) sort(ix *index, work *[]shortQuad, path string) error {
	var at [4]int
	for i, d := range ix.order {
		at[i] = int(d - quad.Subject)
	}
	l := (*work)[:0]
	if cap(l) < len(a.quads) {
		l = make([]shortQuad, 0, min(a.most, max(2*cap(l), len(a.quads))))
	}
	for i := range a.quads {
		q := &a.quads[i]
		l = append(l, shortQuad{uint64(q[at[0]])<<32 | uint64(q[at[1]]), uint64(q[at[2]])<<32 | uint64(q[at[3]])})
	}
	*work = l
	slices.SortFunc(l, shortQuad.compare)
	w, err := extsort.Create(a.b.folder.fs, path)
	if err != nil {
		return err
	}
	key := make([]byte, 0, 64)
	for i, p := range l {
		if i > 0 && p == l[i-1] {
			continue
		}
		key = append(key[:0], KeySpace, ix.table)
		for _, short := range [4]uint32{uint32(p.hi >> 32), uint32(p.hi), uint32(p.lo >> 32), uint32(p.lo)} {
			key = appendID(key, a.ids.id(short))
		}
		if w.Add(key, nil) != nil {
			break
		}
	}
	return w.Close()
}
