package queries_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

const examplesDir = "../corpus/examples"

// onDisk opens a library of the examples in a folder of its own.
func onDisk(t *testing.T) (dir string, lib *queries.Library) {
	t.Helper()
	dir, lib, err := copied()
	if err != nil {
		t.Fatal(err)
	}
	return dir, lib
}

// justFilled is as onDisk, of a library that took the examples in just now.
func justFilled(t *testing.T) (dir string, lib *queries.Library) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "attendu.lib")
	lib, err := queries.Create(context.Background(), dir, queries.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Add(context.Background(), []string{examplesDir}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	return dir, lib
}

func reopen(t *testing.T, dir string) *queries.Library {
	t.Helper()
	lib, err := queries.Open(context.Background(), dir, queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	return lib
}

func count(t *testing.T, lib *queries.Library, text string) int {
	t.Helper()
	ans, err := lib.Search(context.Background(), queries.SearchRequest{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return ans.Total
}

// TestIndexIsDisposable: whatever happens to the full-text index, the library
// opens and answers as before.
func TestIndexIsDisposable(t *testing.T) {
	dir, lib := justFilled(t)
	want := count(t, lib, "mot de passe")
	if want == 0 {
		t.Fatal("nothing found to begin with")
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func(string) error{
		"missing": os.RemoveAll,
		"emptied": func(text string) error {
			return errors.Join(os.RemoveAll(text), os.MkdirAll(text, 0o755))
		},
		"truncated": func(text string) error {
			return filepath.WalkDir(text, func(p string, e os.DirEntry, err error) error {
				if err != nil || e.IsDir() {
					return err
				}
				return os.Truncate(p, 10)
			})
		},
	} {
		if err := damage(filepath.Join(dir, "text")); err != nil {
			t.Fatal(err)
		}
		told := false
		lib, err := queries.Open(context.Background(), dir, queries.Options{Remaking: func() { told = true }})
		if err != nil {
			t.Fatalf("%s index: %v", name, err)
		}
		if name == "truncated" && !told {
			t.Errorf("%s index: it was made anew in silence", name)
		}
		if got := count(t, lib, "mot de passe"); got != want {
			t.Errorf("%s index: %d decisions found, want %d", name, got, want)
		}
		if err := lib.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSecondAddChangesNothing(t *testing.T) {
	dir, lib := justFilled(t)
	ctx := context.Background()
	before, err := lib.Stats(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	lib = reopen(t, dir)
	sum, err := lib.Add(ctx, []string{examplesDir}, queries.AddOptions{Workers: 1})
	if err != nil || sum.Added+sum.Replaced != 0 || sum.Unchanged != 22 {
		t.Errorf("second Add: %+v, %v", sum, err)
	}
	after, err := lib.Stats(ctx)
	if err != nil || before.Stats != after.Stats {
		t.Errorf("stats %+v, before %+v, %v", after.Stats, before.Stats, err)
	}
	if err := lib.Store().Check(ctx); err != nil {
		t.Error(err)
	}
}

// TestOrderDoesNotCount: the graph is the same whatever the order in which
// decisions come.
func TestOrderDoesNotCount(t *testing.T) {
	ctx := context.Background()
	_, lib := justFilled(t)
	defer lib.Close()
	want, err := lib.Stats(ctx)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(examplesDir + "/*")
	if err != nil {
		t.Fatal(err)
	}
	other, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	for i := len(files) - 1; i >= 0; i-- {
		if _, err := other.Add(ctx, files[i:i+1], queries.AddOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := other.Stats(ctx); err != nil || got.Stats != want.Stats {
		t.Errorf("backwards: %+v, %v; forwards: %+v", got.Stats, err, want.Stats)
	}
}

func TestErrors(t *testing.T) {
	ctx := context.Background()
	dir, lib := onDisk(t)
	defer lib.Close()
	if _, err := queries.Open(context.Background(), dir, queries.Options{}); queries.CodeOf(err) != queries.Unavailable {
		t.Errorf("a second opening: %v", err)
	}
	if _, err := queries.Create(context.Background(), dir, queries.Options{}); queries.CodeOf(err) != queries.Conflict {
		t.Errorf("creating over a library: %v", err)
	}
	for ref, want := range map[string]queries.Code{
		"cass/99-12345": queries.NotFound, "du vent": queries.Invalid, "": queries.Invalid,
		"code-civil/1382": queries.Invalid, "20-29.642": queries.Invalid,
	} {
		if _, err := lib.Decision(ctx, ref); queries.CodeOf(err) != want {
			t.Errorf("Decision(%q): %v, want %s", ref, err, want)
		}
	}
	if _, err := lib.Article(ctx, queries.ArticleRequest{Reference: "17-21.434"}); queries.CodeOf(err) != queries.Invalid {
		t.Errorf("a decision where an article is wanted: %v", err)
	}
	if _, err := lib.Search(ctx, queries.SearchRequest{From: "hier"}); queries.CodeOf(err) != queries.Invalid {
		t.Errorf("a day that is none: %v", err)
	}
	gone, stop := context.WithCancel(ctx)
	stop()
	if _, err := lib.Add(gone, []string{examplesDir}, queries.AddOptions{}); queries.CodeOf(err) != queries.Canceled {
		t.Errorf("Add after cancel: %v", err)
	}
	if _, err := lib.Search(gone, queries.SearchRequest{Text: "mot"}); queries.CodeOf(err) != queries.Canceled {
		t.Errorf("Search after cancel: %v", err)
	}
}

// TestSpans: every passage that an answer shows is where it says.
func TestSpans(t *testing.T) {
	ctx := context.Background()
	lib := library()
	defer lib.Close()
	n := 0
	for d, err := range lib.Store().Decisions(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range d.Citations {
			n++
			if c.Of(d.Text) != c.Text || c.Zone == "" || c.Speaker == "" {
				t.Errorf("%s: citation %+v covers %q", d.Key, c, c.Of(d.Text))
			}
		}
		for _, h := range d.Holdings {
			if h.Of(d.Text) != h.Text {
				t.Errorf("%s: order %q covers %q", d.Key, h.Text, h.Of(d.Text))
			}
		}
		for _, p := range d.Parties {
			if !p.Valid(len(d.Text)) || p.Len() == 0 {
				t.Errorf("%s: party %q at %v", d.Key, p.Name, p.Span)
			}
		}
	}
	if n < 100 {
		t.Errorf("%d citations in all the examples: nothing was tested", n)
	}
	ans, err := lib.Search(ctx, queries.SearchRequest{Text: `"mot de passe"`})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range ans.Hits {
		for _, s := range h.Snippets {
			for _, hit := range s.Hits {
				if !s.Covers(hit) {
					t.Errorf("%s: hit %v outside its snippet %v", h.Key, hit, s.Span)
				}
			}
		}
	}
}

func TestUsual(t *testing.T) {
	r, err := queries.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		m    corpus.Metadata
		want string
	}{
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.Cass, Chamber: "CHAMBRE_COMMERCIALE"}, Date: "2018-03-07",
			Numbers: []string{"16-24.657"}}, "Cass. com., 7 mars 2018, n° 16-24.657"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.Cass, Chamber: "PREMIÈRE CHAMBRE CIVILE"}, Date: "2018-03-01"},
			"Cass. 1re civ., 1er mars 2018"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.Cass, Chamber: "soc"}, Numbers: []string{"17-10.001", "17-10.002"}},
			"Cass. soc., n° 17-10.001, 17-10.002"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.TGI, Place: "Laval"}, Nature: "ORDONNANCE DE RÉFÉRÉ", Date: "2016-10-04"},
			"TGI Laval, ord. réf., 4 octobre 2016"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.CE, Chamber: "2ème - 7ème chambres réunies"}, Date: "2024-03-21", Numbers: []string{"490536"}},
			"CE, 2e - 7e ch. réunies, 21 mars 2024, n° 490536"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.CE, Chamber: "Juge des référés"}, Nature: "ORDONNANCE", Date: "2021-05-12", Numbers: []string{"452000"}},
			"CE, ord. réf., 12 mai 2021, n° 452000"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.TA, Place: "Cergy-Pontoise"}, Nature: "Ordonnance", Date: "2025-12-05", Numbers: []string{"2520143"}},
			"TA Cergy-Pontoise, ord., 5 décembre 2025, n° 2520143"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.CAA, Place: "Lyon", Chamber: "4ème chambre - formation à 3"}, Date: "2021-03-12", Numbers: []string{"20LY01234"}},
			"CAA Lyon, 4e ch., 12 mars 2021, n° 20LY01234"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.CAA}, Numbers: []string{"22NT01234"}}, "CAA Nantes, n° 22NT01234"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.CC}, Nature: "QPC", Date: "2010-05-28", Numbers: []string{"2010-14 QPC"}},
			"Cons. const., 28 mai 2010, n° 2010-14 QPC"},
		{corpus.Metadata{Court: corpus.Court{Kind: corpus.CNIL, Chamber: "formation restreinte"}, Nature: "DELIBERATION", Date: "2022-04-15",
			Numbers: []string{"SAN-2022-009"}}, "CNIL, délib. n° SAN-2022-009, 15 avril 2022"},
		{corpus.Metadata{}, "Juridiction inconnue"},
	} {
		if got := r.Usual(&c.m); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
