package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// allMoves lists every renumbering that is known: those of the tables, and those that
// LEGI states of articles held, where the tables have none between the same numbers.
func (l *Library) allMoves(ctx context.Context) ([]law.Move, error) {
	moves := l.extract.Succession().Moves()
	known := make(map[[2]corpus.Key]bool, len(moves))
	for _, m := range moves {
		known[[2]corpus.Key{m.Old, m.New}] = true
	}
	last := corpus.Key("")
	for v, err := range l.store.AllArticles(ctx) {
		if err != nil {
			return nil, err
		}
		if v.Key == last { // versions of an article follow each other
			continue
		}
		last = v.Key
		for _, m := range l.law.From(v.Key) {
			if ends := [2]corpus.Key{m.Old, m.New}; !known[ends] {
				known[ends] = true
				moves = append(moves, m)
			}
		}
	}
	slices.SortFunc(moves, func(a, b law.Move) int {
		return cmp.Or(a.Old.Compare(b.Old), cmp.Compare(a.Date, b.Date), a.New.Compare(b.New))
	})
	return moves, nil
}
