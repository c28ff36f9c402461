package extsort

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2/vfs"
)

const (
	// FanIn is how many runs are merged at once.
	FanIn = 64
	// pollEvery is how many records are merged between two looks at the context.
	pollEvery = 1024
)

// Merger gives the records of several runs in the order of their keys; those of
// one key in the order of the runs.
type Merger struct {
	ctx  context.Context
	heap []source // heap[0] has the smallest key
	all  []*Reader
	n    int
	err  error
}

type source struct {
	r    *Reader
	rank int // of the run
}

// Merge opens the runs, each of which must be sorted.
func Merge(ctx context.Context, fs vfs.FS, runs []string) (*Merger, error) {
	m := &Merger{ctx: ctx}
	for i, path := range runs {
		r, err := Open(fs, path)
		if err != nil {
			return nil, errors.Join(err, m.Close())
		}
		m.all = append(m.all, r)
		m.heap = append(m.heap, source{r, i})
	}
	return m, nil
}

// Key and Value are those of the record that Next found, until the next Next.
func (m *Merger) Key() []byte   { return m.heap[0].r.key }
func (m *Merger) Value() []byte { return m.heap[0].r.value }

// Next moves to the next record.
func (m *Merger) Next() bool {
	if m.err != nil {
		return false
	}
	if m.n++; m.n%pollEvery == 0 {
		if m.err = m.ctx.Err(); m.err != nil {
			return false
		}
	}
	if m.n == 1 {
		return m.start()
	}
	if len(m.heap) == 0 {
		return false
	}
	if !m.heap[0].r.Next() && !m.drop() {
		return false
	}
	m.down(0)
	return len(m.heap) > 0
}

// start reads the first record of each run.
func (m *Merger) start() bool {
	open := m.heap[:0]
	for _, s := range m.heap {
		if s.r.Next() {
			open = append(open, s)
		} else if m.err = s.r.Err(); m.err != nil {
			return false
		}
	}
	m.heap = open
	for i := len(open)/2 - 1; i >= 0; i-- {
		m.down(i)
	}
	return len(open) > 0
}

// drop takes away the first source, which has come to its end.
func (m *Merger) drop() bool {
	if m.err = m.heap[0].r.Err(); m.err != nil {
		return false
	}
	last := len(m.heap) - 1
	m.heap[0] = m.heap[last]
	m.heap = m.heap[:last]
	return last > 0
}

func (m *Merger) down(i int) {
	h := m.heap
	for {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(h); c++ {
			if h[c].less(h[least]) {
				least = c
			}
		}
		if least == i {
			return
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
}

func (s source) less(o source) bool {
	c := bytes.Compare(s.r.key, o.r.key)
	return c < 0 || c == 0 && s.rank < o.rank
}

// Err tells why there is no further record; nil at the end.
func (m *Merger) Err() error { return m.err }

// Close closes the runs.
func (m *Merger) Close() error {
	var err error
	for _, r := range m.all {
		err = errors.Join(err, r.Close())
	}
	m.all, m.heap = nil, nil
	return err
}

// Reduce merges runs until there are no more than FanIn, and gives their files.
// It removes the files it has merged; name gives a path for a new one. Of
// records that are wholly equal one stays.
func Reduce(ctx context.Context, fs vfs.FS, runs []string, name func() string) ([]string, error) {
	for len(runs) > FanIn {
		var merged []string
		for at := 0; at < len(runs); at += FanIn {
			group := runs[at:min(at+FanIn, len(runs))]
			if len(group) == 1 {
				merged = append(merged, group[0])
				continue
			}
			out := name()
			if err := mergeInto(ctx, fs, group, out); err != nil {
				return nil, err
			}
			merged = append(merged, out)
		}
		runs = merged
	}
	return runs, nil
}

func mergeInto(ctx context.Context, fs vfs.FS, runs []string, out string) (err error) {
	m, err := Merge(ctx, fs, runs)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.Close()) }()
	w, err := Create(fs, out)
	if err != nil {
		return err
	}
	var lastValue []byte
	for m.Next() {
		if w.n > 0 && bytes.Equal(m.Key(), w.last) && bytes.Equal(m.Value(), lastValue) {
			continue
		}
		if w.Add(m.Key(), m.Value()) != nil {
			break
		}
		lastValue = append(lastValue[:0], m.Value()...)
	}
	if err := errors.Join(m.Err(), w.Close()); err != nil {
		return err
	}
	for _, path := range runs {
		if err := fs.Remove(path); err != nil {
			return fmt.Errorf("extsort: remove run: %w", err)
		}
	}
	return nil
}
