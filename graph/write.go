package graph

import (
	"encoding/binary"
	"errors"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// record returns what the store holds under a node, this batch included.
func (w *write) record(node corpus.Node) (*record, error) {
	if r, ok := w.records[node]; ok {
		if r == nil {
			return nil, ErrNotFound
		}
		return r, nil
	}
	return w.s.record(w.s.db, node)
}

// withText reads the text of a record that came without it.
func (w *write) withText(r *record) error {
	if r.Decision.Text != "" {
		return nil
	}
	b, err := w.s.value(spaced(spaceText, string(r.Decision.Node)))
	if err == nil {
		r.Decision.Text, err = decodeText(b)
	}
	return err
}

// save writes a record with its quads and its place in the journal, and its
// text when that is new.
func (w *write) save(next, old *record, text bool) error {
	d := next.Decision
	next.Identities = d.Identities()
	b, err := next.encode()
	if err != nil {
		return err
	}
	batch := w.tx.Batch()
	err = errors.Join(batch.Set(spaced(spaceRecord, string(d.Node)), b, nil), w.journal(d.Node, true))
	if text {
		err = errors.Join(err, batch.Set(spaced(spaceText, string(d.Node)), encodeText(d.Text), nil))
	}
	if err != nil {
		return err
	}
	if old != nil {
		old.tally(-1, &w.head.Stats)
	}
	next.tally(1, &w.head.Stats)
	w.records[d.Node] = next
	if err := w.identify(d.Node, old, next); err != nil {
		return err
	}
	_, _, err = w.tx.ReplaceLabel(quad.IRI(d.Node), Quads(d))
	return err
}

// away removes a record for good: its files may give it again, and have to be
// read for that.
func (w *write) away(node corpus.Node, old *record) error {
	for _, s := range old.Decision.Sources {
		if err := w.forgetIntake(s.Path); err != nil {
			return err
		}
	}
	return w.remove(node, old)
}

func (w *write) remove(node corpus.Node, old *record) error {
	batch := w.tx.Batch()
	if err := errors.Join(
		batch.Delete(spaced(spaceRecord, string(node)), nil),
		batch.Delete(spaced(spaceText, string(node)), nil),
		w.journal(node, false),
	); err != nil {
		return err
	}
	old.tally(-1, &w.head.Stats)
	w.records[node] = nil
	if err := w.identify(node, old, nil); err != nil {
		return err
	}
	_, _, err := w.tx.ReplaceLabel(quad.IRI(node), nil)
	return err
}

// journal moves the node's only entry to the end of the journal, where the
// entries of this batch stand under one sequence number.
func (w *write) journal(node corpus.Node, held bool) error {
	batch, change := w.tx.Batch(), spaced(spaceChange, string(node))
	var prev []byte
	if _, again := w.records[node]; !again {
		b, err := w.s.value(change)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		prev = b
	}
	if len(prev) == 8 {
		if err := batch.Delete(journalEntry(binary.BigEndian.Uint64(prev), node), nil); err != nil {
			return err
		}
	}
	state := byte(0)
	if held {
		state = 1
	}
	return errors.Join(
		batch.Set(change, binary.BigEndian.AppendUint64(nil, w.seq), nil),
		batch.Set(journalEntry(w.seq, node), []byte{state}, nil),
	)
}
