package queries

import (
	"context"

	"github.com/attendu/attendu/corpus"
)

// Speeches says who speaks where in the text of a held decision, named as in
// Decision: ordered, contiguous and covering it. Offsets are bytes of
// DecisionAnswer.Text.
func (l *Library) Speeches(ctx context.Context, reference string) ([]corpus.Speech, error) {
	d, err := l.find(ctx, reference)
	if err != nil {
		return nil, coded(err)
	}
	return append([]corpus.Speech{}, l.extract.Speeches(d)...), nil
}
