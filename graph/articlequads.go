package graph

import (
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/cayleygraph/quad"
)

// ArticleNode names a version of an article: <law/LEGIARTI000006438819>. It is also
// the label of all quads that the version gives rise to.
func ArticleNode(id string) quad.IRI { return quad.IRI("law/" + id) }

// ArticleQuads gives the graph of one version: which article it is a version of,
// its days, and the renumberings that it states between versions. The list is sorted
// and has no duplicates.
func ArticleQuads(a *law.ArticleVersion) []quad.Quad {
	b := &builder{self: ArticleNode(a.ID)}
	b.add(b.self, VersionOf, quad.IRI(a.Key))
	for _, d := range []struct {
		predicate quad.IRI
		day       corpus.Date
	}{{StartOf, a.Start}, {EndOf, a.End}} {
		if d.day != "" {
			b.add(b.self, d.predicate, quad.Time(d.day.Time()))
		}
	}
	for _, m := range a.Moves {
		switch {
		case !m.Renumbers() || m.Key == a.Key || m.ID == "":
		case m.From:
			b.add(ArticleNode(m.ID), RenumberedAs, b.self)
		default:
			b.add(b.self, RenumberedAs, ArticleNode(m.ID))
		}
	}
	if len(b.out) > 1 {
		slices.SortFunc(b.out, compareQuads)
		b.out = slices.Compact(b.out)
	}
	return b.out
}
