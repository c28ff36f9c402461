package queries

import (
	"context"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/graph"
)

// ArticleVersions returns the versions of an article that the library holds from
// LEGI, without their texts, the oldest first. It answers NotFound when there are
// none.
func (l *Library) ArticleVersions(ctx context.Context, key corpus.Key) ([]law.ArticleVersion, error) {
	all, err := l.store.Articles(ctx, key)
	if err != nil {
		return nil, coded(err)
	}
	if len(all) == 0 {
		return nil, notFound("this library holds no text of %s", l.Title(key))
	}
	return all, nil
}

// ArticleText returns the text of one version, by its identifier (LEGIARTI…).
func (l *Library) ArticleText(ctx context.Context, id string) (string, error) {
	text, err := l.store.ArticleText(ctx, id)
	if isNotFound(err) {
		return "", notFound("this library holds no article %s", id)
	}
	return text, coded(err)
}

// isArticle reports whether an identifier of LEGI is that of an article, isLaw
// whether it is one of LEGI at all.
func isArticle(id string) bool { return strings.HasPrefix(id, "LEGIARTI") }
func isLaw(id string) bool     { return strings.HasPrefix(id, "LEGI") }

// putArticles stores the versions of articles among some results, and settles these.
func (a *adder) putArticles(ctx context.Context, list []result) error {
	var batch []graph.Article
	var at []int
	for i, r := range list {
		if r.Article != nil && r.outcome == "" {
			batch = append(batch, graph.Article{ArticleVersion: *r.Article, Issued: r.Origin.Issued})
			at = append(at, i)
		}
	}
	if len(batch) == 0 {
		return nil
	}
	write := a.l.store.PutArticles
	if a.opt.DryRun {
		write = a.l.store.TryArticles
	}
	outcomes, err := write(ctx, batch)
	if err != nil {
		return err
	}
	for n, o := range outcomes {
		r := &list[at[n]]
		switch r.outcome = o.String(); o {
		case graph.Withdrawn:
			r.outcome = graph.Refused.String()
			r.reason = "its publisher removed it in a later issue"
		case graph.Added, graph.Replaced:
			a.moves.take(r)
		}
	}
	return nil
}

// removeArticles takes back the versions of articles that some results name. Sections
// and texts of LEGI are not held, and need not be removed.
func (a *adder) removeArticles(ctx context.Context, list []*result) error {
	var gone []corpus.Source
	var at []*result
	for _, r := range list {
		if !isArticle(r.withdrawn().ID) {
			r.outcome, r.usual, r.reason = setAside, true, r.withdrawn().ID+" is withdrawn by its publisher, and is no article"
			continue
		}
		gone, at = append(gone, r.withdrawn()), append(at, r)
	}
	if len(gone) == 0 {
		return nil
	}
	write := a.l.store.RemoveArticles
	if a.opt.DryRun {
		write = a.l.store.TryRemoveArticles
	}
	outcomes, err := write(ctx, gone)
	if err != nil {
		return err
	}
	for i, o := range outcomes {
		r := at[i]
		if r.outcome, r.reason = o.String(), gone[i].ID+" is withdrawn by its publisher, and no longer held"; o != graph.Withdrawn {
			r.outcome, r.usual, r.reason = setAside, true, gone[i].ID+" is withdrawn by its publisher, and is not held from before"
		}
	}
	return nil
}
