package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Tombstone keeps a forgotten decision from coming back, from any source. It
// holds names only, nothing of what the decision said.
type Tombstone struct {
	Node corpus.Node  `json:"node"`
	Keys []corpus.Key `json:"keys"`
	// Identities are the names by which the decision is known again; see
	// corpus.Decision.Identities.
	Identities []string `json:"identities"`
}

// Forget implements Store.
func (s *pebbleStore) Forget(ctx context.Context, node corpus.Node) error {
	err := s.update(ctx, func(w *write) error {
		old, err := w.record(node)
		if err != nil {
			return err
		}
		if err := w.withText(old); err != nil {
			return err
		}
		t := Tombstone{Node: node, Keys: old.Decision.Keys, Identities: withContent(old.Decision, old.Identities)}
		stone, err := json.Marshal(t)
		if err != nil {
			return err
		}
		for _, id := range t.Identities {
			if err := w.tx.Batch().Set(spaced(spaceTombstone, id), stone, nil); err != nil {
				return err
			}
		}
		return w.away(node, old)
	})
	if err != nil {
		return fmt.Errorf("graph: forget %s: %w", node, err)
	}
	return nil
}

// Recall implements Store.
func (s *pebbleStore) Recall(ctx context.Context, node corpus.Node) error {
	err := s.update(ctx, func(w *write) error {
		t, err := s.tombstone(string(node))
		if errors.Is(err, ErrNotFound) {
			if _, err = s.withdrawal(node); err == nil {
				return w.tx.Batch().Delete(spaced(spaceWithdrawn, string(node)), nil)
			}
		}
		if err != nil {
			return err
		}
		for _, id := range t.Identities {
			if err := w.tx.Batch().Delete(spaced(spaceTombstone, id), nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("graph: recall %s: %w", node, err)
	}
	return nil
}

// Forgotten implements Store.
func (s *pebbleStore) Forgotten(ctx context.Context) iter.Seq2[Tombstone, error] {
	return during(&s.life, func(yield func(Tombstone, error) bool) {
		for key, err := range keysAfter(ctx, s.db, []byte{spaceTombstone}) {
			var t Tombstone
			if err == nil {
				t, err = s.tombstone(key[1:])
			}
			if err != nil {
				yield(t, fmt.Errorf("graph: forgotten: %w", err))
				return
			}
			if key[1:] == string(t.Node) && !yield(t, nil) { // under its other names it stands again
				return
			}
		}
	})
}

// tombstone reads the stone under one identity, or ErrNotFound.
func (s *pebbleStore) tombstone(identity string) (t Tombstone, err error) {
	b, err := s.value(spaced(spaceTombstone, identity))
	if err != nil {
		return t, err
	}
	return t, json.Unmarshal(b, &t)
}

// longText is the length in bytes from which a text is its decision's alone:
// shorter ones may be a formula that many decisions share.
const longText = 2000

// withContent adds the content of a long text to identities, so that a copy
// without head does not come back either.
func withContent(d *corpus.Decision, ids []string) []string {
	if id := "texte:" + corpus.ContentHash(d.Text); len(d.Text) >= longText && !slices.Contains(ids, id) {
		ids = append(slices.Clone(ids), id)
	}
	return ids
}

// forgotten reports whether a decision is one that was forgotten.
func (s *pebbleStore) forgotten(d *corpus.Decision) (bool, error) {
	var failed error
	found := slices.ContainsFunc(withContent(d, d.Identities()), func(id string) bool {
		_, err := s.tombstone(id)
		if err != nil && !errors.Is(err, ErrNotFound) {
			failed = err
		}
		return err == nil
	})
	return found, failed
}
