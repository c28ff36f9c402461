package queries

import (
	"context"

	"github.com/attendu/attendu/index"
)

// Synonym is what was looked for besides words of a query, since lawyers write it in
// their place.
type Synonym struct {
	Said string   `json:"said"`
	Also []string `json:"also"`
}

// Suggestion is a word of a query that no decision holds, and the words of the library
// that are likely to be meant, the likeliest first; all in plain small letters.
type Suggestion struct {
	Typed string   `json:"typed"`
	Words []string `json:"words"`
}

func synonymsOf(found []index.Synonym) []Synonym {
	out := []Synonym{}
	for _, s := range found {
		out = append(out, Synonym{Said: s.Said, Also: s.Also})
	}
	return out
}

// suggestions are for the words of a request that nothing answers.
func (l *Library) suggestions(ctx context.Context, ask index.Request) ([]Suggestion, error) {
	found, err := l.index.Suggest(ctx, ask.Words())
	if err != nil {
		return nil, err
	}
	out := []Suggestion{}
	for _, s := range found {
		out = append(out, Suggestion{Typed: s.Typed, Words: s.Words})
	}
	return out, nil
}
