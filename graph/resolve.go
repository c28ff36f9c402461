package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// iri gives the name inside an IRI; "" for any other value.
func iri(v quad.Value) string {
	s, _ := v.(quad.IRI)
	return string(s)
}

// isKey tells a key's name from the node of a held decision.
func isKey(name string) bool {
	_, err := corpus.ParseKey(name)
	return err == nil
}

// Resolve implements Store.
func (s *pebbleStore) Resolve(ctx context.Context, key corpus.Key) ([]corpus.Node, error) {
	if err := s.life.enter(); err != nil {
		return nil, err
	}
	defer s.life.leave()
	return resolve(ctx, asked{s}, key)
}

// naming is what resolving asks of a store.
type naming interface {
	// named are the names that a name leads to.
	named(ctx context.Context, name string) ([]string, error)
	holds(node corpus.Node) (bool, error)
	record(node corpus.Node) (*record, error)
}

// asked asks the store as it stands, anew each time.
type asked struct{ s *pebbleStore }

func (a asked) named(ctx context.Context, name string) (names []string, err error) {
	for o, err := range a.s.quads.Objects(ctx, quad.IRI(name), Names) {
		if err != nil {
			return nil, err
		}
		names = append(names, iri(o))
	}
	return names, nil
}

func (a asked) holds(node corpus.Node) (bool, error) { return a.s.holds(node) }

func (a asked) record(node corpus.Node) (*record, error) { return a.s.record(a.s.db, node) }

// resolve gives what Resolve gives.
func resolve(ctx context.Context, by naming, key corpus.Key) (found []corpus.Node, err error) {
	p, err := key.Parts()
	if err != nil {
		return nil, err
	}
	if p.Family == corpus.CaseLaw {
		found, err = terminals(ctx, by, string(key.Base()))
	} else {
		found, err = provision(ctx, by, key, p.Article)
	}
	if err != nil {
		return nil, fmt.Errorf("graph: resolve %s: %w", key, err)
	}
	if p.At != "" || p.Tie != "" {
		return narrow(ctx, by, key, p, found)
	}
	return found, nil
}

// terminals follows Names from a name to where it ends: held decisions and
// keys of which nothing more is known.
func terminals(ctx context.Context, by naming, name string) ([]corpus.Node, error) {
	seen := map[string]bool{name: true}
	todo := []string{name}
	var found []corpus.Node
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if !isKey(at) { // only a decision that is held, in its own graph, is named by what is no key
			found = append(found, corpus.Node(at))
			continue
		}
		names, err := by.named(ctx, at)
		if err != nil {
			return nil, err
		}
		for _, next := range names {
			if !seen[next] {
				seen[next] = true
				todo = append(todo, next)
			}
		}
		ends := len(names) == 0
		if !ends {
			if ends, err = by.holds(corpus.Node(at)); err != nil {
				return nil, err
			}
		}
		if ends {
			found = append(found, corpus.Node(at))
		}
	}
	if len(found) == 0 { // two names that only name each other
		found = append(found, corpus.Node(name))
	}
	slices.Sort(found)
	return found, nil
}

// provision resolves the instrument and puts the article behind it again.
func provision(ctx context.Context, by naming, key corpus.Key, article string) ([]corpus.Node, error) {
	instruments, err := terminals(ctx, by, string(key.Instrument()))
	if err != nil || article == "" {
		return instruments, err
	}
	for i := range instruments {
		instruments[i] += corpus.Node("/" + article)
	}
	return instruments, nil
}

// narrow keeps the homonyms of one day, and of one hash.
func narrow(ctx context.Context, by naming, key corpus.Key, p corpus.Parts, found []corpus.Node) ([]corpus.Node, error) {
	var kept []corpus.Node
	for _, node := range found {
		r, err := by.record(node)
		if errors.Is(err, ErrNotFound) { // its day is not known, and may be this one
			kept = append(kept, node)
			continue
		}
		if err != nil {
			return nil, err
		}
		if r.Decision.Date == p.At && (p.Tie == "" || Tie(node) == p.Tie) {
			kept = append(kept, node)
		}
	}
	if len(kept) == 0 {
		kept = append(kept, corpus.Node(key))
	}
	return kept, ctx.Err()
}

// Tie is the hash that tells two decisions of one key and one day apart.
func Tie(node corpus.Node) string { return corpus.ContentHash(string(node))[:8] }

func (s *pebbleStore) holds(node corpus.Node) (bool, error) {
	_, err := s.value(spaced(spaceRecord, string(node)))
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}
