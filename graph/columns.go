package graph

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

// columns are the days and the courts of all decisions at one state of the store: who
// counts those who cite by year or court needs them of a hundred thousand at once, and
// would read as many rows. They are read when a large set is first asked for, and brought
// up to later states by the journal.
type columns struct {
	seq          uint64
	days, courts *column
}

// latestColumns are those of the latest state that was asked for.
type latestColumns struct {
	mu sync.Mutex
	*columns
}

// A set of fewer nodes than columnLeast, or than one decision in columnPrice, is not worth
// reading columns for: a row costs as much as so many cells. When more than one decision in
// columnShare has changed, columns are read anew.
const (
	columnLeast = 256
	columnPrice = 16
	columnShare = 8
)

// columns are those of the moment; nil where they are not worth their price, or are of a
// later state.
func (v *moment) columns(ctx context.Context, set NodeSet) (*columns, error) {
	if err := v.over(ctx); err != nil {
		return nil, err
	}
	v.s.columns.mu.Lock()
	defer v.s.columns.mu.Unlock()
	h, err := v.head()
	if err != nil {
		return nil, err
	}
	old := v.s.columns.columns
	switch {
	case old != nil && old.seq == h.Seq:
		return old, nil
	case old != nil && old.seq > h.Seq, set.Len() < columnLeast:
		return nil, nil
	case old == nil && int64(set.Len()) < int64(h.Stats.Decisions)/columnPrice:
		return nil, nil
	}
	c, err := v.newer(ctx, old, h.Seq)
	if err != nil {
		return nil, fmt.Errorf("columns: %w", err)
	}
	v.s.columns.columns = c
	return c, nil
}

// head is that of the state that the moment sees.
func (v *moment) head() (h head, err error) {
	b, err := read(v.q.Reader(), []byte{spaceHead})
	if errors.Is(err, ErrNotFound) {
		return h, nil
	}
	if err == nil {
		err = json.Unmarshal(b, &h)
	}
	return h, err
}

// newer gives the columns of the moment, from those of an earlier one or nil.
func (v *moment) newer(ctx context.Context, old *columns, seq uint64) (c *columns, err error) {
	c = &columns{seq: seq}
	if old != nil {
		changed, few, err := v.changed(ctx, old.seq, len(old.days.nodes)/columnShare)
		if err != nil {
			return nil, err
		}
		if few {
			if c.days, err = old.days.with(ctx, v, changed); err == nil {
				c.courts, err = old.courts.with(ctx, v, changed)
			}
			return c, err
		}
	}
	if c.days, err = (column{predicate: DateOf, name: func(val quad.Value) string { return string(dayOf(val)) }}).read(ctx, v); err != nil {
		return nil, err
	}
	c.courts, err = column{predicate: CourtOf, name: func(val quad.Value) string { return strings.TrimPrefix(iri(val), courtPrefix) }}.read(ctx, v)
	return c, err
}

// changed gives the decisions that came or changed after a state; few is false when they
// are more than most. What was removed has no number any more, and no set holds it.
func (v *moment) changed(ctx context.Context, after uint64, most int) (set quadstore.Set, few bool, err error) {
	for key, err := range keysAfter(ctx, v.q.Reader(), binary.BigEndian.AppendUint64([]byte{spaceJournal}, after+1)) {
		if err != nil {
			return nil, false, err
		}
		if len(set) >= most {
			return nil, false, nil
		}
		id, ok, err := v.id(quad.IRI(key[9:]))
		if err != nil {
			return nil, false, err
		}
		if ok {
			set = append(set, id)
		}
	}
	slices.Sort(set)
	return slices.Compact(set), true, nil
}

// Days implements Links.
func (v *moment) Days(ctx context.Context, set NodeSet) ([]corpus.Date, error) {
	out := make([]corpus.Date, set.Len())
	c, err := v.columns(ctx, set)
	if err == nil && c != nil {
		c.days.each(set.ids, func(i int, day string) { out[i] = corpus.Date(day) })
	} else if err == nil {
		err = v.first(ctx, set, DateOf, func(i int, val quad.Value) { out[i] = dayOf(val) })
	}
	if err != nil {
		return nil, fmt.Errorf("graph: days: %w", err)
	}
	return out, nil
}

// Courts implements Links.
func (v *moment) Courts(ctx context.Context, set NodeSet) ([]string, error) {
	out := make([]string, set.Len())
	c, err := v.columns(ctx, set)
	if err == nil && c != nil {
		c.courts.each(set.ids, func(i int, court string) { out[i] = court })
	} else if err == nil {
		err = v.first(ctx, set, CourtOf, func(i int, val quad.Value) { out[i] = strings.TrimPrefix(iri(val), courtPrefix) })
	}
	if err != nil {
		return nil, fmt.Errorf("graph: courts: %w", err)
	}
	return out, nil
}
