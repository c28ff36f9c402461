package storetest

import (
	"context"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// articleJournal wants an index to be able to follow: each version once, by its last
// change, apart from the journal of decisions.
func articleJournal(t *testing.T, s graph.Store) {
	ctx, all := context.Background(), tort()
	putArticles(t, s, "", graph.Added, all[0], all[1])
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/1382"))
	putArticles(t, s, "", graph.Added, all[2])
	removeArticle(t, s, all[0].ID, "", graph.Withdrawn)
	changed := all[1]
	changed.Text = "Autre."
	putArticles(t, s, "", graph.Replaced, changed)
	follow := func(after uint64) (out []string) {
		for c, err := range s.ArticleChanges(ctx, after) {
			if err != nil {
				t.Fatal(err)
			}
			text := "gone"
			if c.Version != nil {
				text = c.Version.Text[:5]
			}
			out = append(out, string(rune('0'+c.Seq))+" "+c.ID[19:]+" "+text)
		}
		return out
	}
	if diff := cmp.Diff([]string{"2 3 Texte", "3 1 gone", "4 2 Autre"}, follow(0)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"4 2 Autre"}, follow(3)); diff != "" {
		t.Error(diff)
	}
	if s.ArticleSeq() != 4 || s.Seq() != 1 || follow(4) != nil {
		t.Errorf("the journals end at %d and %d", s.ArticleSeq(), s.Seq())
	}
}

func articleGraph(t *testing.T, s graph.Store) {
	ctx, all := context.Background(), tort()
	edges := func() (out []string) {
		for _, from := range []quad.IRI{"code-civil/1382", "code-civil/1240", graph.ArticleNode(all[0].ID)} {
			for e, err := range s.Neighbours(ctx, corpus.Node(from)) {
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, string(e.From)+" "+e.Predicate+" "+string(e.To))
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	putArticles(t, s, "", graph.Added, all[:3]...)
	want := []string{
		"law/LEGIARTI000099000001 renumbered_as law/LEGIARTI000099000003",
		"law/LEGIARTI000099000001 version_of code-civil/1382",
		"law/LEGIARTI000099000002 version_of code-civil/1382",
		"law/LEGIARTI000099000003 version_of code-civil/1240",
	}
	for p, day := range map[quad.IRI]corpus.Date{graph.StartOf: "1804-03-21", graph.EndOf: "2016-10-01"} {
		got, err := path.StartPath(s.Quads(), graph.ArticleNode(all[0].ID)).Out(p).Iterate(ctx).AllValues(s.Quads())
		if err != nil || len(got) != 1 || got[0] != quad.Value(quad.Time(day.Time())) {
			t.Errorf("%s: %v, %v; want %s", p, got, err, day)
		}
	}
	if diff := cmp.Diff(want, edges()); diff != "" {
		t.Error(diff)
	}
	removeArticle(t, s, all[0].ID, "", graph.Withdrawn) // the new version still says so
	want = append(want[:1:1], want[2:]...)
	if diff := cmp.Diff(want, edges()); diff != "" {
		t.Error(diff)
	}
	if _, err := s.Repair(ctx); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, edges()); diff != "" {
		t.Errorf("after repair: %s", diff)
	}
}

// articleTry wants what is only tried, or fails, to change nothing.
func articleTry(t *testing.T, s graph.Store) {
	ctx, all := context.Background(), tort()
	batch := []graph.Article{{ArticleVersion: all[0]}, {ArticleVersion: all[0]}, {ArticleVersion: all[1]}}
	out, err := s.TryArticles(ctx, batch)
	if err != nil || !slices.Equal(out, []graph.Outcome{graph.Added, graph.Unchanged, graph.Added}) {
		t.Errorf("try: %v, %v", out, err)
	}
	for _, bad := range []graph.Article{{}, {ArticleVersion: law.ArticleVersion{ID: "LEGIARTI000099000005", Key: "cass/17-21434"}}} {
		if _, err := s.PutArticles(ctx, append(batch, bad)); err == nil {
			t.Errorf("%+v is taken", bad)
		}
	}
	if st, err := s.Stats(ctx); err != nil || st != (graph.Stats{}) || s.ArticleSeq() != 0 {
		t.Errorf("after a try: %+v, %v", st, err)
	}
	putArticles(t, s, "", graph.Added, all[0])
	if out, err := s.TryRemoveArticles(ctx, []corpus.Source{{ID: all[0].ID}}); err != nil || out[0] != graph.Withdrawn {
		t.Errorf("try to remove: %v, %v", out, err)
	}
	if has, err := s.HasArticleID(ctx, all[0].ID); err != nil || !has {
		t.Errorf("after a try it is held: %v, %v", has, err)
	}
}
