package queries

import "context"

// Position says which state of a library answers. Two answers to one request at equal
// positions are the same.
type Position struct {
	Change        uint64 `json:"change"`         // the last change of decisions
	ArticleChange uint64 `json:"article_change"` // the last change of articles of law
	// Settled says that the text indexes have followed both: while they have not, two
	// answers at this position may differ.
	Settled bool `json:"settled"`
}

// Position is where the library is now.
func (l *Library) Position(ctx context.Context) (Position, error) {
	at, err := l.index.Cursor(ctx)
	if err != nil {
		return Position{}, coded(err)
	}
	p := Position{Change: l.store.Seq(), ArticleChange: l.store.ArticleSeq()}
	p.Settled = at == p.Change
	if p.ArticleChange == 0 {
		return p, nil
	}
	law, err := l.articleIndex()
	if err != nil {
		return Position{}, coded(err)
	}
	lawAt, err := law.Cursor(ctx)
	p.Settled = p.Settled && lawAt == p.ArticleChange
	return p, coded(err)
}
