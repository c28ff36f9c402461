package queries_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
	"github.com/google/go-cmp/cmp"
)

// inquiries are inquiries of every kind of library; each gives its answer as it goes out.
var inquiries = map[string]func(context.Context, *queries.Library) (any, error){
	"search": func(ctx context.Context, l *queries.Library) (any, error) {
		return l.Search(ctx, queries.SearchRequest{Text: "mot de passe", Cites: []string{"CPC 809"}})
	},
	"search by zone": func(ctx context.Context, l *queries.Library) (any, error) {
		return l.Search(ctx, queries.SearchRequest{Text: `motifs:(contestation sérieuse) OU dispositif:astreinte`, Limit: 5})
	},
	"facets": func(ctx context.Context, l *queries.Library) (any, error) {
		return l.Search(ctx, queries.SearchRequest{Text: "article", Facets: []string{"court", "year", "cites"}, Limit: 3, Sort: "date"})
	},
	"decision": func(ctx context.Context, l *queries.Library) (any, error) { return l.Decision(ctx, "18-29.417") },
	"commentary": func(ctx context.Context, l *queries.Library) (any, error) {
		return l.Decision(ctx, "tgi/laval/2016-10-04")
	},
	"article": func(ctx context.Context, l *queries.Library) (any, error) {
		return l.Article(ctx, queries.ArticleRequest{Reference: "C. civ. 1382"})
	},
	"article at a day": func(ctx context.Context, l *queries.Library) (any, error) {
		return l.Article(ctx, queries.ArticleRequest{Reference: "C. civ. 1382", At: "2016-09-30"})
	},
	"articles by words": func(ctx context.Context, l *queries.Library) (any, error) {
		return l.SearchArticles(ctx, queries.ArticleSearchRequest{Text: "dommage OU contrat OU juge", Limit: 5})
	},
	"cited by": func(ctx context.Context, l *queries.Library) (any, error) {
		var all []*queries.Citing
		for c, err := range l.CitedBy(ctx, "18-29.417") {
			if err != nil {
				return nil, err
			}
			all = append(all, c)
		}
		return all, nil
	},
	"stats": func(ctx context.Context, l *queries.Library) (any, error) {
		st, err := l.Stats(ctx)
		if err != nil {
			return nil, err
		}
		return st.Stats, nil
	},
	"nothing": func(ctx context.Context, l *queries.Library) (any, error) { return l.Decision(ctx, "99-99.999") },
}

// answers are the answers of a library to all inquiries, errors by their code.
func answers(t *testing.T, lib *queries.Library) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, ask := range inquiries {
		v, err := ask(context.Background(), lib)
		if err != nil {
			all[name] = fmt.Sprintf("%s: %v", queries.CodeOf(err), err)
			continue
		}
		b, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		all[name] = strings.ReplaceAll(string(b), examplesDir+"/", "") // where the files lie does not count
	}
	return all
}

// filled takes the examples and some law into a library.
func filled(t *testing.T, lib *queries.Library, err error) *queries.Library {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	law, _ := synthtest.Legi(t, synth.LegiOptions{Versions: 600, Seed: 1})
	if _, err := lib.Add(context.Background(), []string{examplesDir, law}, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestConformance: a library answers the same whether it is in memory or on disk, just
// filled or opened again, for writing, for reading or beside who writes, and from a
// snapshot.
func TestConformance(t *testing.T) {
	ctx := context.Background()
	dir, file := filepath.Join(t.TempDir(), "attendu.lib"), filepath.Join(t.TempDir(), "paper.attendu")
	lib, err := queries.Create(ctx, dir, queries.Options{NoSync: true})
	filled(t, lib, err)
	want := answers(t, lib)
	if len(want["search"]) < 1000 || len(want["articles by words"]) < 200 {
		t.Fatalf("nothing is inquiries: %s", want["articles by words"])
	}
	same := func(kind string, lib *queries.Library) {
		t.Helper()
		if diff := cmp.Diff(want, answers(t, lib)); diff != "" {
			t.Errorf("%s answers otherwise:\n%s", kind, diff)
		}
	}
	memory, err := queries.Memory()
	same("a library in memory", filled(t, memory, err))
	same("a checkpoint beside the writer", openToRead(t, dir))
	if _, err := lib.Snapshot(ctx, file); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	same("a library opened for reading", openToRead(t, dir))
	same("a library opened again", reopen(t, dir))
	snapshot, err := queries.Open(ctx, file, queries.Options{ReadOnly: true, CacheDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer snapshot.Close()
	same("a snapshot", snapshot)
}
