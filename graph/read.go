package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/pack"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// record reads what is held under a node, without its text.
func (s *pebbleStore) record(r pebble.Reader, node corpus.Node) (*record, error) {
	b, err := read(r, spaced(spaceRecord, string(node)))
	if err != nil {
		return nil, err
	}
	return decodeRecord(b, pack.All)
}

// decision reads a record with its text.
func (s *pebbleStore) decision(r pebble.Reader, node corpus.Node) (*corpus.Decision, error) {
	rec, err := s.record(r, node)
	if err != nil {
		return nil, err
	}
	b, err := read(r, spaced(spaceText, string(node)))
	if err != nil {
		return nil, err
	}
	rec.Decision.Text, err = decodeText(b)
	return rec.Decision, err
}

// Get implements Store.
func (s *pebbleStore) Get(ctx context.Context, node corpus.Node) (*corpus.Decision, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := s.life.enter(); err != nil {
		return nil, fmt.Errorf("graph: decision %s: %w", node, err)
	}
	defer s.life.leave()
	snap := s.db.NewSnapshot()
	defer snap.Close()
	d, err := s.decision(snap, node)
	if err != nil {
		return nil, fmt.Errorf("graph: decision %s: %w", node, err)
	}
	return d, nil
}

// Decisions implements Store. It reads from a snapshot: what is written
// meanwhile is not seen.
func (s *pebbleStore) Decisions(ctx context.Context) iter.Seq2[*corpus.Decision, error] {
	return during(&s.life, func(yield func(*corpus.Decision, error) bool) {
		snap := s.db.NewSnapshot()
		defer snap.Close()
		for node, err := range keysAfter(ctx, snap, []byte{spaceRecord}) {
			var d *corpus.Decision
			if err == nil {
				d, err = s.decision(snap, corpus.Node(node[1:]))
			}
			if err != nil {
				yield(nil, fmt.Errorf("graph: decisions: %w", err))
				return
			}
			if !yield(d, nil) {
				return
			}
		}
	})
}

// Changes implements Store.
func (s *pebbleStore) Changes(ctx context.Context, after uint64) iter.Seq2[Change, error] {
	return during(&s.life, func(yield func(Change, error) bool) {
		snap := s.db.NewSnapshot()
		defer snap.Close()
		for key, err := range keysAfter(ctx, snap, journalEntry(after+1, "")) {
			var c Change
			if err == nil {
				c.Seq, c.Node = binary.BigEndian.Uint64([]byte(key[1:9])), corpus.Node(key[9:])
				if c.Decision = s.last.take(c.Seq, c.Node); c.Decision == nil {
					c.Decision, err = s.decision(snap, c.Node)
				}
				if errors.Is(err, ErrNotFound) {
					c.Decision, err = nil, nil
				}
			}
			if err != nil {
				yield(Change{}, fmt.Errorf("graph: changes: %w", err))
				return
			}
			if !yield(c, nil) {
				return
			}
		}
	})
}

// keysAfter yields the keys from a first one to the end of its space, which is
// its first byte.
func keysAfter(ctx context.Context, r pebble.Reader, first []byte) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if err := ctx.Err(); err != nil {
			yield("", err)
			return
		}
		it, err := r.NewIter(&pebble.IterOptions{LowerBound: first, UpperBound: []byte{first[0] + 1}})
		if err != nil {
			yield("", err)
			return
		}
		defer it.Close()
		for ok := it.First(); ok; ok = it.Next() {
			if err := ctx.Err(); err != nil {
				yield("", err)
				return
			}
			if !yield(string(it.Key()), nil) {
				return
			}
		}
		if err := it.Error(); err != nil {
			yield("", err)
		}
	}
}

// checkRecords recounts the stats, and compares each record with its journal
// entry and its quads.
func (s *pebbleStore) checkRecords(ctx context.Context) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var sum Stats
	quads := 0
	for d, err := range s.Decisions(ctx) {
		if err != nil {
			return err
		}
		(&record{Decision: d}).tally(1, &sum)
		quads += len(Quads(d))
		if err := s.checkRecord(ctx, d); err != nil {
			return fmt.Errorf("graph: check %s: %w", d.Node, err)
		}
	}
	told := s.head.Load().Stats
	sum.ArticleVersions = told.ArticleVersions // recounted next
	if sum != told {
		return fmt.Errorf("graph: check: records count %+v, the head says %+v", sum, told)
	}
	n, err := s.checkArticles(ctx)
	if err != nil {
		return err
	}
	quads += n
	st, err := s.quads.Stats(ctx, true)
	if err == nil && st.Quads.Size != int64(quads) {
		err = fmt.Errorf("graph: check: %d quads, the records give %d", st.Quads.Size, quads)
	}
	return err
}

func (s *pebbleStore) checkRecord(ctx context.Context, d *corpus.Decision) error {
	b, err := s.value(spaced(spaceChange, string(d.Node)))
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	if _, err := s.value(journalEntry(binary.BigEndian.Uint64(b), d.Node)); err != nil {
		return fmt.Errorf("journal entry: %w", err)
	}
	return s.checkGraph(ctx, quad.IRI(d.Node), Quads(d))
}

// Day implements Store.
func (s *pebbleStore) Day(ctx context.Context, node corpus.Node) (corpus.Date, error) {
	if err := s.life.enter(); err != nil {
		return "", err
	}
	defer s.life.leave()
	for v, err := range s.quads.Objects(ctx, quad.IRI(node), DateOf) {
		if err != nil {
			return "", fmt.Errorf("graph: day of %s: %w", node, err)
		}
		if day := dayOf(v); day != "" {
			return day, nil
		}
	}
	return "", nil
}

// Court implements Store.
func (s *pebbleStore) Court(ctx context.Context, node corpus.Node) (string, error) {
	if err := s.life.enter(); err != nil {
		return "", err
	}
	defer s.life.leave()
	for v, err := range s.quads.Objects(ctx, quad.IRI(node), CourtOf) {
		if err != nil {
			return "", fmt.Errorf("graph: court of %s: %w", node, err)
		}
		if iri, ok := v.(quad.IRI); ok {
			return strings.TrimPrefix(string(iri), courtPrefix), nil
		}
	}
	return "", nil
}

// dayOf is the day of a value of DateOf; "" for any other.
func dayOf(v quad.Value) corpus.Date {
	t, ok := v.(quad.Time)
	if !ok {
		return ""
	}
	return corpus.Date(time.Time(t).UTC().Format(time.DateOnly))
}
