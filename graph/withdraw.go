package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// withdrawal notes that a publisher took a source back. What was issued before
// does not come back, what is issued later may: a suppression of the DILA
// precedes the additions of its own increment.
type withdrawal struct {
	Dataset string `json:"dataset,omitempty"`
	Issued  string `json:"issued,omitempty"`
	// Texts are the hashes of the texts that were taken back, for sources of
	// which it is not known when they were issued.
	Texts []string `json:"texts"`
}

// Withdraw implements Store.
func (s *pebbleStore) Withdraw(ctx context.Context, gone []corpus.Source) ([]Outcome, error) {
	out, err := s.withdrawAll(ctx, gone, nil)
	if err != nil {
		return nil, fmt.Errorf("graph: withdraw: %w", err)
	}
	return out, nil
}

// TryWithdraw implements Store.
func (s *pebbleStore) TryWithdraw(ctx context.Context, gone []corpus.Source) ([]Outcome, error) {
	out, err := s.withdrawAll(ctx, gone, errTried)
	if !errors.Is(err, errTried) {
		return nil, fmt.Errorf("graph: try to withdraw: %w", err)
	}
	return out, nil
}

// withdrawAll takes sources back and then ends the transaction with last: nil
// commits it.
func (s *pebbleStore) withdrawAll(ctx context.Context, gone []corpus.Source, last error) ([]Outcome, error) {
	out := make([]Outcome, len(gone))
	err := s.update(ctx, func(w *write) (err error) {
		for i, src := range gone {
			if src.Node() == "" {
				return fmt.Errorf("a source without id: %s", src.Path)
			}
			if out[i], err = w.withdraw(src); err != nil {
				return fmt.Errorf("%s: %w", src.Node(), err)
			}
		}
		return last
	})
	return out, err
}

// withdraw takes back one source.
func (w *write) withdraw(gone corpus.Source) (Outcome, error) {
	held, err := w.having(gone.Node())
	if err != nil {
		return 0, err
	}
	var texts []string
	outcome := Unchanged
	if held != nil {
		if texts, outcome, err = w.take(held, gone); err != nil {
			return 0, err
		}
	}
	return outcome, w.note(gone, texts)
}

// having finds the record that has a source of this node, nil when there is none.
func (w *write) having(node corpus.Node) (*record, error) {
	r, err := w.record(node)
	if err == nil {
		return r, nil
	}
	if !errors.Is(err, ErrNotFound) {
		return nil, err
	}
	nodes, err := w.identified(string(node))
	if err != nil || len(nodes) == 0 {
		return nil, err
	}
	return w.record(nodes[0])
}

// take takes a source from a record. A decision of which another source remains
// stays, unless its text is that of the source taken: then it goes, and the files
// of the other sources are to be read again.
func (w *write) take(held *record, gone corpus.Source) (texts []string, _ Outcome, err error) {
	if err := w.withText(held); err != nil {
		return nil, 0, err
	}
	d := held.Decision
	taken := func(s corpus.Source) bool { return s.Node() == gone.Node() && covers(gone, s) }
	if !slices.ContainsFunc(d.Sources, taken) {
		return nil, Unchanged, nil
	}
	if taken(d.Sources[0]) {
		return []string{corpus.ContentHash(d.Text)}, Withdrawn, w.away(d.Node, held)
	}
	next := &record{Decision: d.Without(taken), Taken: maps.Clone(held.Taken)}
	for _, s := range d.Sources {
		if taken(s) {
			delete(next.Taken, s.Path)
		}
	}
	return nil, Detached, w.save(next, held, false)
}

// covers reports whether a withdrawal is about this issue of a source: one of the
// same dataset that is older.
func covers(gone, s corpus.Source) bool {
	if gone.Dataset != "" && s.Dataset != "" && gone.Dataset != s.Dataset {
		return false
	}
	return gone.Issued == "" || s.Issued == "" || s.Issued < gone.Issued
}

// note keeps a withdrawal; of several of one source the latest counts.
func (w *write) note(gone corpus.Source, texts []string) error {
	old, again := w.withdrawals[gone.Node()]
	if !again {
		var err error
		if old, err = w.s.withdrawal(gone.Node()); err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
	}
	next := withdrawal{Dataset: gone.Dataset, Issued: max(old.Issued, gone.Issued), Texts: slices.Concat(old.Texts, texts)}
	slices.Sort(next.Texts)
	next.Texts = slices.Compact(next.Texts)
	w.withdrawals[gone.Node()] = next
	b, err := json.Marshal(next)
	if err != nil {
		return err
	}
	return w.tx.Batch().Set(spaced(spaceWithdrawn, string(gone.Node())), b, nil)
}

// withdrawal reads what is noted of a source, or ErrNotFound.
func (s *pebbleStore) withdrawal(node corpus.Node) (n withdrawal, err error) {
	b, err := s.value(spaced(spaceWithdrawn, string(node)))
	if err != nil {
		return n, err
	}
	return n, json.Unmarshal(b, &n)
}

// withdrawn reports whether a decision comes from a source that its publisher
// took back.
func (s *pebbleStore) withdrawn(d *corpus.Decision) (bool, error) {
	src := d.Sources[0]
	if src.ID == "" || src.Secondary {
		return false, nil
	}
	n, err := s.withdrawal(src.Node())
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	if err != nil || !covers(corpus.Source{Dataset: n.Dataset, Issued: n.Issued}, src) {
		return false, err
	}
	known := n.Issued != "" && src.Issued != ""
	return known || slices.Contains(n.Texts, corpus.ContentHash(d.Text)), nil
}
