package queries

import (
	"context"

	"github.com/attendu/attendu/corpus"
)

// usual finds the one held decision that words cite as this program does, where they
// are understood in no other way: of a decision whose court has no place, or whose number
// is of no usual form, no key can be made.
func (l *Library) usual(ctx context.Context, words string) (*corpus.Decision, error) {
	held, err := l.numbered(ctx, words)
	if err != nil {
		return nil, err
	}
	var one *corpus.Decision
	for _, d := range held {
		switch {
		case corpus.Slug(l.Usual(&d.Metadata)) != corpus.Slug(words) || one != nil && one.Node == d.Node:
		case one != nil:
			return nil, nil
		default:
			one = d
		}
	}
	return one, nil
}

// verifyUsual notes the decision that words cite as this program does; nil when there is
// none.
func (l *Library) verifyUsual(ctx context.Context, span corpus.Span, words string) (*Verified, error) {
	if len(words) > maxReference {
		return nil, nil
	}
	d, err := l.usual(ctx, words)
	if d == nil || err != nil {
		return nil, err
	}
	v := &Verified{Span: span, Text: words, Key: d.Key, Differences: []Difference{}, Unchecked: []Difference{}, Candidates: []DecisionRef{}}
	v.Title = l.Usual(&d.Metadata)
	return v, l.found(ctx, d, v)
}
