package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/cayleygraph/quad"
)

// Aliases implements Store.
func (s *pebbleStore) Aliases(ctx context.Context, node corpus.Node) ([]corpus.Key, error) {
	if err := s.life.enter(); err != nil {
		return nil, err
	}
	defer s.life.leave()
	name, article := string(node), ""
	if k := corpus.Key(node); k.IsProvision() {
		name = string(k.Instrument())
		article = strings.TrimPrefix(string(node), name)
	}
	seen := map[string]bool{name: true}
	todo := []string{name}
	var keys []corpus.Key
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		for v, err := range s.quads.Subjects(ctx, Names, quad.IRI(at)) {
			if err != nil {
				return nil, fmt.Errorf("graph: aliases of %s: %w", node, err)
			}
			if next := iri(v); !seen[next] && isKey(next) {
				seen[next] = true
				todo = append(todo, next)
				keys = append(keys, corpus.Key(next+article))
			}
		}
	}
	slices.SortFunc(keys, corpus.Key.Compare)
	return keys, nil
}
