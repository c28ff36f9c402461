package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/graph"
	"github.com/google/go-cmp/cmp"
)

// Article makes a version of an article for tests. end may be "".
func Article(id string, key corpus.Key, start, end corpus.Date, moves ...law.ArticleLink) law.ArticleVersion {
	return law.ArticleVersion{ID: id, Key: key, Start: start, End: end, State: "VIGUEUR", Text: "Texte de " + id + ".\nAlinéa deux.",
		Titles: []string{"Livre III : Des puits", "Chapitre II"}, Moves: append([]law.ArticleLink{}, moves...)}
}

func putArticles(t *testing.T, s graph.Store, issued string, want graph.Outcome, list ...law.ArticleVersion) {
	t.Helper()
	var batch []graph.Article
	for _, a := range list {
		batch = append(batch, graph.Article{ArticleVersion: a, Issued: issued})
	}
	out, err := s.PutArticles(context.Background(), batch)
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range out {
		if o != want {
			t.Fatalf("%s was %v, want %v", list[i].ID, o, want)
		}
	}
}

func removeArticle(t *testing.T, s graph.Store, id, issued string, want graph.Outcome) {
	t.Helper()
	out, err := s.RemoveArticles(context.Background(), []corpus.Source{{ID: id, Issued: issued}})
	if err != nil || len(out) != 1 || out[0] != want {
		t.Fatalf("removing %s: %v, %v; want %v", id, out, err, want)
	}
}

// tort is the article that left its number, with the ones around it.
func tort() []law.ArticleVersion {
	return []law.ArticleVersion{
		Article("LEGIARTI000099000001", "code-civil/1382", "1804-03-21", "2016-10-01",
			law.ArticleLink{Type: "CONCORDANCE", ID: "LEGIARTI000099000003", Key: "code-civil/1240"},
			law.ArticleLink{Type: "CODIFICATION", From: true, ID: "LEGIARTI000099000009", Key: "loi/2016-1/2"}),
		Article("LEGIARTI000099000002", "code-civil/1382", "2016-10-01", ""),
		Article("LEGIARTI000099000003", "code-civil/1240", "2016-10-01", "",
			law.ArticleLink{Type: "CONCORDANCE", From: true, ID: "LEGIARTI000099000001", Key: "code-civil/1382"}),
		Article("LEGIARTI000099000004", "code-civil/1382-1", "2016-10-01", ""),
	}
}

func articles(t *testing.T, s graph.Store) {
	ctx := context.Background()
	if has, err := s.HasCode(ctx, "code-civil"); err != nil || has || s.ArticleSeq() != 0 {
		t.Errorf("an empty store has the code: %v, %v", has, err)
	}
	all := tort()
	putArticles(t, s, "20250713-140000", graph.Added, all...)
	putArticles(t, s, "20250713-140000", graph.Unchanged, all...)
	got, err := s.Articles(ctx, "code-civil/1382")
	want := []law.ArticleVersion{all[0], all[1]}
	want[0].Text, want[1].Text = "", ""
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("versions of 1382: %v\n%s", err, diff)
	}
	if got, err := s.Articles(ctx, "code-civil/138"); err != nil || got == nil || len(got) != 0 {
		t.Errorf("versions of 138: %v, %v", got, err)
	}
	for day, want := range map[corpus.Date]string{"1804-03-21": all[0].ID, "2016-09-30": all[0].ID, "2016-10-01": all[1].ID, "2024-01-01": all[1].ID} {
		if a, err := s.ArticleAt(ctx, "code-civil/1382", day); err != nil || a.ID != want {
			t.Errorf("1382 on %s: %s, %v; want %s", day, a.ID, err, want)
		}
	}
	for key, day := range map[corpus.Key]corpus.Date{"code-civil/1382": "1804-03-20", "code-civil/1240": "2016-09-30", "code-civil/13": "2020-01-01"} {
		if a, err := s.ArticleAt(ctx, key, day); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%s on %s: %s, %v", key, day, a.ID, err)
		}
	}
	if text, err := s.ArticleText(ctx, all[0].ID); err != nil || text != all[0].Text {
		t.Errorf("text: %q, %v", text, err)
	}
	if a, err := s.ArticleVersion(ctx, all[2].ID); err != nil || cmp.Diff(all[2], a) != "" {
		t.Errorf("whole version: %v\n%s", err, cmp.Diff(all[2], a))
	}
	if _, err := s.ArticleText(ctx, "LEGIARTI000099000999"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("text of nothing: %v", err)
	}
	for slug, want := range map[string]bool{"code-civil": true, "code-civ": false, "code-civil-2": false, "loi/2016-1": false} {
		if has, err := s.HasCode(ctx, slug); err != nil || has != want {
			t.Errorf("HasCode(%s) = %v, %v", slug, has, err)
		}
	}
	for key, want := range map[corpus.Key]bool{"code-civil/1382": true, "code-civil/138": false, "code-civil": false} {
		if has, err := s.HasArticle(ctx, key); err != nil || has != want {
			t.Errorf("HasArticle(%s) = %v, %v", key, has, err)
		}
	}
	ids := []string{}
	for a, err := range s.AllArticles(ctx) {
		if err != nil || a.Text == "" {
			t.Fatal(a, err)
		}
		ids = append(ids, strings.TrimPrefix(a.ID, "LEGIARTI00009900000"))
	}
	if !slices.Equal(ids, []string{"3", "1", "2", "4"}) {
		t.Errorf("all articles come as %v", ids)
	}
	if st, err := s.Stats(ctx); err != nil || st.ArticleVersions != 4 || st.Codes != 1 {
		t.Errorf("stats: %+v, %v", st, err)
	}
}

// articleIssues wants a later issue to replace an earlier one, never the other way
// round, and a removal to hold against what was issued before.
func articleIssues(t *testing.T, s graph.Store) {
	ctx := context.Background()
	a := Article("LEGIARTI000099000001", "code-civil/7", "2000-01-01", "")
	changed := a
	changed.Start, changed.Text = "2001-01-01", "Un autre texte."
	putArticles(t, s, "20250202-000000", graph.Added, a)
	putArticles(t, s, "20250101-000000", graph.Unchanged, changed) // older
	putArticles(t, s, "20250303-000000", graph.Replaced, changed)
	if list, err := s.Articles(ctx, a.Key); err != nil || len(list) != 1 || list[0].Start != "2001-01-01" {
		t.Errorf("after a replacement: %+v, %v", list, err)
	}
	putArticles(t, s, "20250404-000000", graph.Unchanged, changed) // said again later
	putArticles(t, s, "20250304-000000", graph.Unchanged, a)       // so this is older
	removeArticle(t, s, a.ID, "20250101-000000", graph.Unchanged)  // so is this
	removeArticle(t, s, a.ID, "20250505-000000", graph.Withdrawn)
	if has, err := s.HasCode(ctx, "code-civil"); err != nil || has {
		t.Errorf("a removed version is held: %v, %v", has, err)
	}
	putArticles(t, s, "20250404-000000", graph.Withdrawn, changed)
	putArticles(t, s, "", graph.Withdrawn, changed) // the same text, no one knows when
	putArticles(t, s, "20250505-000000", graph.Added, a)
	removeArticle(t, s, a.ID, "", graph.Withdrawn)
	removeArticle(t, s, "LEGIARTI000099000002", "20250505-000000", graph.Unchanged) // before it comes
	late := Article("LEGIARTI000099000002", "code-civil/8", "2000-01-01", "")
	putArticles(t, s, "20250401-000000", graph.Withdrawn, late)
	putArticles(t, s, "20250601-000000", graph.Added, late)
}

// articleWhole wants the whole law to be held from the end of a full archive on.
func articleWhole(t *testing.T, s graph.Store) {
	ctx := context.Background()
	whole := func(want bool) {
		t.Helper()
		if got, err := s.WholeLaw(ctx); err != nil || got != want {
			t.Errorf("whole law: %v, %v; want %v", got, err, want)
		}
	}
	note := func(f graph.Intake) {
		t.Helper()
		f.Open, f.Outcomes = []int{}, map[string]int{}
		if err := s.Note(ctx, []graph.Intake{f}); err != nil {
			t.Fatal(err)
		}
	}
	whole(false)
	note(graph.Intake{Path: "LEGI_1.tar", Ended: true})
	note(graph.Intake{Path: "full.tar", WholeLaw: true}) // not to its end
	whole(false)
	note(graph.Intake{Path: "full.tar", WholeLaw: true, Ended: true})
	note(graph.Intake{Path: "LEGI_2.tar", Ended: true})
	whole(true)
}

// articleOrder wants the same articles whatever is read first: a full archive of which
// the day is not known, or an increment of a known day.
func articleOrder(t *testing.T, s graph.Store) {
	ctx := context.Background()
	for i, incrementFirst := range []bool{false, true} {
		id := func(n int) string { return fmt.Sprintf("LEGIARTI0000990%d000%d", i, n) }
		key := func(n int) corpus.Key { return corpus.Key(fmt.Sprintf("code-civil/%d-%d", 100+i, n)) }
		kept, gone := Article(id(1), key(1), "2000-01-01", ""), Article(id(2), key(2), "2000-01-01", "")
		changed := kept
		changed.Text = "Un autre texte."
		full := func() {
			if _, err := s.PutArticles(ctx, []graph.Article{{ArticleVersion: kept}, {ArticleVersion: gone}}); err != nil {
				t.Fatal(err)
			}
		}
		increment := func() {
			_, err := s.RemoveArticles(ctx, []corpus.Source{{ID: gone.ID, Issued: "20250714-000000"}})
			if err == nil {
				_, err = s.PutArticles(ctx, []graph.Article{{ArticleVersion: changed, Issued: "20250714-000000"}})
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if incrementFirst {
			increment()
			full()
		} else {
			full()
			increment()
		}
		if text, err := s.ArticleText(ctx, kept.ID); err != nil || text != changed.Text {
			t.Errorf("increment first: %v: the text is %q, %v", incrementFirst, text, err)
		}
		if has, err := s.HasArticleID(ctx, gone.ID); err != nil || has {
			t.Errorf("increment first: %v: what it removed is held: %v, %v", incrementFirst, has, err)
		}
	}
}
