package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/google/go-cmp/cmp"
)

// articleShelf is a few versions of articles, invented.
func articleShelf() []law.ArticleVersion {
	v := func(id string, key corpus.Key, start, end corpus.Date, text string, titles ...string) law.ArticleVersion {
		return law.ArticleVersion{ID: id, Key: key, Start: start, End: end, Text: text, Titles: titles}
	}
	return []law.ArticleVersion{
		v("A1", "code-civil/1382", "1804-03-21", "2016-10-01", "Qui cause un dommage à autrui par sa faute le répare.", "Livre III", "Des délits"),
		v("A2", "code-civil/1382", "2016-10-01", "", "Les présomptions judiciaires sont laissées à l’appréciation du juge.", "Livre III", "De la preuve des obligations"),
		v("A3", "code-civil/1240", "2016-10-01", "", "Qui cause un dommage à autrui par sa faute le répare. L'article 1382 est abrogé.", "Livre III", "La responsabilité extracontractuelle"),
		v("A4", "code-du-travail/L1235-3", "2008-05-01", "2017-09-24", "Le juge octroie une indemnité au salarié ; l'employeur rembourse les indemnités de chômage.", "Licenciement sans cause réelle", "Et sérieuse"),
		v("A5", "loi/78-17/32", "1978-01-07", "", "Les données sont traitées loyalement. La faute de frappe se corrige.", "Droits"),
		v("A6", "code-general-des-impots/39-bis-A", "1990-01-01", "1990-01-01", "Mort-né : la faute."),
	}
}

func openArticles(t testing.TB, dir string) *Articles {
	t.Helper()
	x, err := OpenArticles(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// shelve applies versions as batch seq.
func shelve(t testing.TB, x *Articles, seq uint64, put []law.ArticleVersion, del ...string) {
	t.Helper()
	if err := apply(context.Background(), x, seq, put, del); err != nil {
		t.Fatal(err)
	}
}

func apply(ctx context.Context, x *Articles, seq uint64, put []law.ArticleVersion, del []string) error {
	b, err := NewArticleBatch(context.WithoutCancel(ctx), put, del)
	if err != nil {
		return err
	}
	return x.Apply(ctx, seq, b)
}

func articles(t testing.TB, x *Articles, req ArticleRequest) *ArticleResult {
	t.Helper()
	res, err := x.Search(context.Background(), req)
	if err != nil {
		t.Fatalf("%+v: %v", req, err)
	}
	return res
}

// ids lists what was found, in the order of the alphabet.
func ids(res *ArticleResult) []string {
	out := []string{}
	for _, h := range res.Hits {
		out = append(out, h.ID)
	}
	slices.Sort(out)
	return out
}

func TestArticles(t *testing.T) {
	x := openArticles(t, "")
	shelve(t, x, 1, articleShelf())
	for _, c := range []struct {
		what string
		req  ArticleRequest
		want []string
	}{
		{"everything", ArticleRequest{}, []string{"A1", "A2", "A3", "A4", "A5", "A6"}},
		{"a word", ArticleRequest{Text: "faute"}, []string{"A1", "A3", "A5", "A6"}},
		{"all words", ArticleRequest{Text: "faute dommage"}, []string{"A1", "A3"}},
		{"without accents, in capitals", ArticleRequest{Text: "PRESOMPTION"}, []string{"A2"}},
		{"with accents that are not there", ArticleRequest{Text: "indémnites"}, []string{"A4"}},
		{"plural for singular", ArticleRequest{Text: "dommages"}, []string{"A1", "A3"}},
		{"elided", ArticleRequest{Text: "l'appréciation"}, []string{"A2"}},
		{"a phrase", ArticleRequest{Text: `"par sa faute"`}, []string{"A1", "A3"}},
		{"a phrase out of order", ArticleRequest{Text: `"faute sa par"`}, []string{}},
		{"a phrase of a heading", ArticleRequest{Text: `"preuve des obligations"`}, []string{"A2"}},
		{"a phrase over two headings", ArticleRequest{Text: `"réelle et sérieuse"`}, []string{}},
		{"words of text and heading", ArticleRequest{Text: "licenciement salarié"}, []string{"A4"}},
		{"without a word", ArticleRequest{Text: "faute -dommage"}, []string{"A5", "A6"}},
		{"either", ArticleRequest{Text: "présomptions OR données"}, []string{"A2", "A5"}},
		{"a number, and where it is named", ArticleRequest{Text: "1382"}, []string{"A1", "A2", "A3"}},
		{"L. and a space", ArticleRequest{Text: "L. 1235-3"}, []string{"A4"}},
		{"L stuck to it", ArticleRequest{Text: "l1235-3"}, []string{"A4"}},
		{"another letter", ArticleRequest{Text: "R. 1235-3"}, []string{}},
		{"a key", ArticleRequest{Text: "code-civil/1240"}, []string{"A3"}},
		{"a key of a statute", ArticleRequest{Text: "loi/78-17/32"}, []string{"A5"}},
		{"number with letters", ArticleRequest{Text: "39-bis-A"}, []string{"A6"}},
		{"a code", ArticleRequest{Codes: []string{"code-civil"}}, []string{"A1", "A2", "A3"}},
		{"either code", ArticleRequest{Text: "faute", Codes: []string{" Code-Civil ", "loi/78-17"}}, []string{"A1", "A3", "A5"}},
		{"half a slug", ArticleRequest{Codes: []string{"code"}}, []string{}},
		{"blank codes", ArticleRequest{Text: "faute", Codes: []string{" "}}, []string{"A1", "A3", "A5", "A6"}},
		{"the day before", ArticleRequest{Codes: []string{"code-civil"}, Day: "2016-09-30"}, []string{"A1"}},
		{"the day", ArticleRequest{Codes: []string{"code-civil"}, Day: "2016-10-01"}, []string{"A2", "A3"}},
		{"a day without end", ArticleRequest{Day: "2999-01-01"}, []string{"A2", "A3", "A5"}},
		{"before all", ArticleRequest{Day: "1539-08-25"}, []string{}},
		{"never in force", ArticleRequest{Day: "1990-01-01", Text: "faute"}, []string{"A1", "A5"}},
		{"words on a day", ArticleRequest{Day: "2010-01-01", Text: "faute"}, []string{"A1", "A5"}},
		{"only signs", ArticleRequest{Text: "« … »"}, []string{"A1", "A2", "A3", "A4", "A5", "A6"}},
	} {
		res := articles(t, x, c.req)
		if diff := cmp.Diff(c.want, ids(res)); diff != "" || res.Total != uint64(len(c.want)) {
			t.Errorf("%s: total %d (-want +got):\n%s", c.what, res.Total, diff)
		}
	}
	if _, err := x.Search(context.Background(), ArticleRequest{Day: "2016-02-30"}); err == nil {
		t.Error("a day that does not exist is accepted")
	}
}

func TestArticlesPages(t *testing.T) {
	x := openArticles(t, "")
	shelve(t, x, 1, articleShelf())
	all := articles(t, x, ArticleRequest{Text: "faute"})
	var paged []ArticleHit
	for i := range 5 {
		res := articles(t, x, ArticleRequest{Text: "faute", Limit: 1, Offset: i})
		if res.Total != 4 {
			t.Errorf("total %d", res.Total)
		}
		paged = append(paged, res.Hits...)
	}
	if diff := cmp.Diff(all.Hits, paged); diff != "" {
		t.Errorf("pages of one (-want +got):\n%s", diff)
	}
	if res := articles(t, x, ArticleRequest{Text: "faute", Limit: -1}); res.Total != 4 || len(res.Hits) != 0 {
		t.Errorf("only the total: %+v", res)
	}
	if all.Hits[0].Score <= 0 || !slices.IsSortedFunc(all.Hits, func(a, b ArticleHit) int { return int(b.Score*1e6) - int(a.Score*1e6) }) {
		t.Errorf("scores: %+v", all.Hits)
	}
}

// TestArticlesReplaced: a version that comes again stands under its new number
// and in its new days alone.
func TestArticlesReplaced(t *testing.T) {
	x := openArticles(t, filepath.Join(t.TempDir(), "articles"))
	shelve(t, x, 1, articleShelf())
	moved := articleShelf()[0]
	moved.Key, moved.End, moved.Text = "code-civil/1383", "2010-01-01", "Un autre texte."
	shelve(t, x, 2, []law.ArticleVersion{moved}, "A5", "nothing")
	for _, c := range []struct {
		req  ArticleRequest
		want []string
	}{
		{ArticleRequest{Text: "faute"}, []string{"A3", "A6"}},
		{ArticleRequest{Text: "1383"}, []string{"A1"}},
		{ArticleRequest{Text: "autre", Day: "2009-12-31"}, []string{"A1"}},
		{ArticleRequest{Text: "autre", Day: "2010-01-01"}, []string{}},
		{ArticleRequest{Codes: []string{"loi/78-17"}}, []string{}},
	} {
		if diff := cmp.Diff(c.want, ids(articles(t, x, c.req))); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c.req, diff)
		}
	}
	if n, err := x.Count(); n != 5 || err != nil {
		t.Errorf("%d versions, %v", n, err)
	}
}

func TestArticlesAllOrNothing(t *testing.T) {
	x := openArticles(t, "")
	shelve(t, x, 1, articleShelf()[:2])
	ctx := context.Background()
	if err := apply(ctx, x, 2, append(articleShelf()[2:], law.ArticleVersion{Text: "sans nom"}), []string{"A1"}); err == nil {
		t.Error("a version without an identifier is accepted")
	}
	done, cancel := context.WithCancel(ctx)
	cancel()
	if err := apply(done, x, 2, articleShelf(), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the context: %v", err)
	}
	if _, err := NewArticleBatch(done, articleShelf(), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a batch after the end of the context: %v", err)
	}
	if seq, err := x.Cursor(ctx); seq != 1 || err != nil {
		t.Errorf("cursor %d, %v; want 1", seq, err)
	}
	if diff := cmp.Diff([]string{"A1", "A2"}, ids(articles(t, x, ArticleRequest{}))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestArticlesOdd indexes what a reader may well produce.
func TestArticlesOdd(t *testing.T) {
	x := openArticles(t, "")
	shelve(t, x, 1, []law.ArticleVersion{
		{ID: "empty"},
		{ID: "bytes", Key: "no key", Start: "2016-13-45", End: "never", Text: "\xff\xfe\x00 édit"},
		{ID: "old", Key: "code-civil/1", Start: "1308-01-01", End: "2400-01-01", Text: "édit"},
		{ID: "backwards", Key: "code-civil/2", Start: "2010-01-01", End: "2000-01-01", Text: "édit"},
	})
	for _, c := range []struct {
		req  ArticleRequest
		want []string
	}{
		{ArticleRequest{Text: "edit"}, []string{"backwards", "bytes", "old"}},
		{ArticleRequest{Day: "2005-01-01"}, []string{"bytes", "empty", "old"}},
		{ArticleRequest{Day: "2500-01-01", Text: "édit"}, []string{"bytes", "old"}}, // beyond the days that are told apart
		{ArticleRequest{Codes: []string{"code-civil"}}, []string{"backwards", "old"}},
	} {
		if diff := cmp.Diff(c.want, ids(articles(t, x, c.req))); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c.req, diff)
		}
	}
}

// TestArticlesCatchUp: after a crash the folder may be as it was some batches
// ago. The cursor says so, and the batches since are applied again; those that
// it has are no matter when they come again.
func TestArticlesCatchUp(t *testing.T) {
	ctx := context.Background()
	dir, before := filepath.Join(t.TempDir(), "articles"), filepath.Join(t.TempDir(), "before")
	shelf := articleShelf()
	changed := shelf[0]
	changed.Text = "Un texte remplacé."
	batches := []struct {
		put []law.ArticleVersion
		del []string
	}{{put: shelf[:3]}, {put: shelf[3:], del: []string{"A2"}}, {put: []law.ArticleVersion{changed}}}
	x := openArticles(t, dir)
	for i, b := range batches {
		shelve(t, x, uint64(i+1), b.put, b.del...)
		if i == 0 { // the state to fall back to
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			if err := os.CopyFS(before, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			x = openArticles(t, dir)
		}
	}
	fallen := openArticles(t, before)
	seq, err := fallen.Cursor(ctx)
	if err != nil || seq != 1 {
		t.Fatalf("cursor %d, %v; want 1", seq, err)
	}
	for again := range 2 { // the second time from the first batch on
		for i := int(seq) * (1 - again); i < len(batches); i++ {
			shelve(t, fallen, uint64(i+1), batches[i].put, batches[i].del...)
		}
		for _, req := range []ArticleRequest{{}, {Text: "faute"}, {Text: "remplacé", Day: "2000-01-01"}, {Codes: []string{"code-civil"}}} {
			if diff := cmp.Diff(ids(articles(t, x, req)), ids(articles(t, fallen, req))); diff != "" {
				t.Errorf("%+v (-want +got):\n%s", req, diff)
			}
		}
		if seq, err := fallen.Cursor(ctx); seq != 3 || err != nil {
			t.Errorf("cursor %d, %v; want 3", seq, err)
		}
	}
}

func TestArticlesReopen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "library", "articles")
	x := openArticles(t, dir)
	shelve(t, x, 7, articleShelf())
	if _, err := OpenArticles(dir, Options{LockWait: 50 * time.Millisecond}); !errors.Is(err, ErrLocked) {
		t.Errorf("a second OpenArticles: %v, want ErrLocked", err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Search(context.Background(), ArticleRequest{}); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
	x = openArticles(t, dir)
	if seq, err := x.Cursor(context.Background()); seq != 7 || err != nil {
		t.Errorf("cursor %d, %v; want 7", seq, err)
	}
	if got := ids(articles(t, x, ArticleRequest{Text: `"par sa faute"`, Day: "2016-10-01"})); !slices.Equal(got, []string{"A3"}) {
		t.Errorf("found %v", got)
	}
}

// TestArticlesStale: a folder of decisions, of another format or with damage is
// to be rebuilt.
func TestArticlesStale(t *testing.T) {
	build := func() string {
		dir := filepath.Join(t.TempDir(), "articles")
		x := openArticles(t, dir)
		shelve(t, x, 7, articleShelf())
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	aged := build()
	x := openArticles(t, aged)
	if err := errors.Join(x.bleve.SetInternal(formatKey, []byte("articles 0 frlegal/1")), x.Close()); err != nil {
		t.Fatal(err)
	}
	damaged := build()
	if err := os.Remove(filepath.Join(damaged, storeFolder, "root.bolt")); err != nil {
		t.Fatal(err)
	}
	for what, dir := range map[string]string{"decisions": built(t), "another format": aged, "damage": damaged} {
		if _, err := OpenArticles(dir, Options{}); !errors.Is(err, ErrStale) {
			t.Errorf("%s: %v, want ErrStale", what, err)
		}
		if err := Remove(dir); err != nil {
			t.Fatal(err)
		}
		x := openArticles(t, dir)
		shelve(t, x, 9, articleShelf())
		if n := articles(t, x, ArticleRequest{Text: "faute"}).Total; n != 4 {
			t.Errorf("%s: %d found after the rebuild", what, n)
		}
	}
	if _, err := Open(build(), Options{}); !errors.Is(err, ErrStale) {
		t.Errorf("a folder of articles opened as one of decisions: %v, want ErrStale", err)
	}
}

func TestArticlesSnippets(t *testing.T) {
	x := openArticles(t, "")
	text := articleShelf()[3].Text
	for request, want := range map[string][]string{
		"indemnités":           {"indemnité", "indemnités"},
		`"indemnités chômage"`: nil,
		"salarie -juge":        {"salarié"},
		"L. 1235-3":            nil,
	} {
		var got []string
		for _, s := range x.Snippets(ArticleRequest{Text: request}, text, 1, 200) {
			for _, h := range s.Hits {
				got = append(got, text[h.Start:h.End])
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", request, diff)
		}
	}
}
