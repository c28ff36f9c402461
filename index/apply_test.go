package index

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

func TestApplyReplacesAndDeletes(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "text")
	x := open(t, dir)
	put(t, x, 1, shelf()...)
	changed := decision("juri:A1", corpus.Court{Kind: corpus.CE}, "2019-01-01", nil, "Un texte tout autre.")
	back := decision("juri:A3", corpus.Court{}, "", nil, "Supprimé puis remis.")
	if err := x.Apply(ctx, 5, []*corpus.Decision{changed, back}, []corpus.Node{"juri:A2", "juri:A3", "juri:none"}); err != nil {
		t.Fatal(err)
	}
	check := func(x *Index) {
		t.Helper()
		for _, c := range []struct {
			req  Request
			want []string
		}{
			{Request{}, []string{"juri:A1", "juri:A3", "texte:4f1c09ab"}},
			{Request{Text: "passe"}, []string{}},
			{Request{Text: "17-21434"}, []string{}},
			{Request{Courts: []string{"cass"}}, []string{}},
			{Request{Party: "Belliard"}, []string{}},
			{Request{Text: "autre", Courts: []string{"ce"}}, []string{"juri:A1"}},
			{Request{Text: "remis"}, []string{"juri:A3"}},
		} {
			if diff := cmp.Diff(c.want, nodes(find(t, x, c.req))); diff != "" {
				t.Errorf("%+v (-want +got):\n%s", c.req, diff)
			}
		}
		if seq, err := x.Cursor(ctx); seq != 5 || err != nil {
			t.Errorf("cursor %d, %v; want 5", seq, err)
		}
	}
	check(x)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	check(open(t, dir))
}

func TestApplyNothing(t *testing.T) {
	x := open(t, filepath.Join(t.TempDir(), "text"))
	put(t, x, 3)
	if seq, err := x.Cursor(context.Background()); seq != 3 || err != nil {
		t.Errorf("cursor %d, %v; want 3", seq, err)
	}
}

// TestApplyAllOrNothing checks that a batch with one bad decision, or after the
// end of its context, changes nothing.
func TestApplyAllOrNothing(t *testing.T) {
	x := open(t, "")
	put(t, x, 1, shelf()[:2]...)
	for _, bad := range []*corpus.Decision{nil, {Text: "sans nom"}} {
		err := x.Apply(context.Background(), 2, append(shelf()[2:], bad), []corpus.Node{"juri:A1"})
		if err == nil {
			t.Errorf("%+v is accepted", bad)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := x.Apply(ctx, 2, shelf(), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the context: %v", err)
	}
	if diff := cmp.Diff([]string{"juri:A1", "juri:A2"}, nodes(find(t, x, Request{}))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if seq, err := x.Cursor(context.Background()); seq != 1 || err != nil {
		t.Errorf("cursor %d, %v; want 1", seq, err)
	}
}

// TestApplyOddDecisions indexes what readers may well produce.
func TestApplyOddDecisions(t *testing.T) {
	x := open(t, "")
	put(t, x, 1,
		&corpus.Decision{Node: "texte:00"},
		decision("texte:01", corpus.Court{Kind: corpus.CA}, "1539-08-25", []string{"", "  "}, "\xff\xfe\x00 édit"),
		decision("texte:02", corpus.Court{Place: "Paris"}, "2016-13-45", []string{"17-21.434"}, "édit"))
	for _, c := range []struct {
		req  Request
		want []string
	}{
		{Request{Text: "edit"}, []string{"texte:01", "texte:02"}},
		{Request{To: "1600-01-01"}, []string{"texte:01"}},
		{Request{From: "1600-01-01"}, []string{}},
		{Request{Courts: []string{"ca"}}, []string{"texte:01"}},
		{Request{Text: "17-21434"}, []string{"texte:02"}},
	} {
		if diff := cmp.Diff(c.want, nodes(find(t, x, c.req))); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c.req, diff)
		}
	}
}

func TestApplyBigBatch(t *testing.T) {
	g := newGenerator(1)
	x := open(t, filepath.Join(t.TempDir(), "text"))
	const n = 3 * BatchSize
	put(t, x, n, g.decisions(n)...)
	if got, err := x.Count(); got != n || err != nil {
		t.Fatalf("%d decisions, %v; want %d", got, err, n)
	}
	first := find(t, x, Request{Limit: 100, Text: "cour"})
	second := find(t, x, Request{Limit: 100, Offset: 100, Text: "cour"})
	seen := make(map[corpus.Node]bool)
	for _, h := range append(first.Hits, second.Hits...) {
		seen[h.Node] = true
	}
	if len(seen) != 200 {
		t.Errorf("two pages of 100 hold %d decisions of %d", len(seen), first.Total)
	}
}

// TestConcurrent searches while batches are applied, and closes under way.
func TestConcurrent(t *testing.T) {
	g := newGenerator(2)
	x := open(t, filepath.Join(t.TempDir(), "text"))
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				switch _, err := x.Search(context.Background(), Request{Text: "la cour"}); {
				case errors.Is(err, ErrClosed):
					return
				case err != nil:
					t.Error(err)
					return
				}
			}
		})
	}
	for seq := range uint64(20) {
		put(t, x, seq, g.decisions(5)...)
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
	wg.Wait()
}
