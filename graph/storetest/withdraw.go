package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// issue is a decision of a dataset and an issue of the DILA.
func issue(id, dataset, issued string, cites ...corpus.Key) *corpus.Decision {
	d := Decision("dila:JURITEXT"+id, "17-21.434", "2018-03-14", cites...)
	d.Sources = []corpus.Source{{ID: "JURITEXT" + id, Format: "dila", Dataset: dataset, Issued: issued, Path: dataset + issued + "!" + id + ".xml"}}
	return d
}

func request(id, dataset, issued string) corpus.Source {
	return corpus.Source{ID: "JURITEXT" + id, Format: "dila", Dataset: dataset, Issued: issued, Path: "liste#1"}
}

func withdraw(t *testing.T, s graph.Store, want graph.Outcome, gone corpus.Source) {
	t.Helper()
	out, err := s.Withdraw(context.Background(), []corpus.Source{gone})
	if err != nil || out[0] != want {
		t.Fatalf("withdraw %s of %s: %v, %v, want %v", gone.ID, gone.Issued, out, err, want)
	}
}

// withdrawn: what a publisher takes back is gone, its older issues do not come
// back, and later ones do.
func withdrawn(t *testing.T, s graph.Store) {
	ctx := context.Background()
	old := issue("1", "cass", "20250101-000000", "code-civil/9")
	put(t, s, graph.Added, old)
	withdraw(t, s, graph.Unchanged, request("1", "inca", "20250201-000000"))
	withdraw(t, s, graph.Unchanged, request("2", "cass", "20250201-000000"))
	gone := request("1", "cass", "20250201-000000")
	if out, err := s.TryWithdraw(ctx, []corpus.Source{gone}); err != nil || out[0] != graph.Withdrawn {
		t.Errorf("a trial: %v, %v", out, err)
	}
	withdraw(t, s, graph.Withdrawn, gone) // a trial changes nothing
	if _, err := s.Get(ctx, old.Node); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a withdrawn decision: %v, want ErrNotFound", err)
	}
	same(t, "what it cited", citers(t, s, "code-civil/9"), []string(nil))
	put(t, s, graph.Withdrawn, old)
	put(t, s, graph.Added, issue("1", "cass", "20250201-000000", "code-civil/9"))
	withdraw(t, s, graph.Unchanged, request("1", "cass", "20250201-000000")) // precedes the additions of its issue
	put(t, s, graph.Withdrawn, old)
	if err := s.Recall(ctx, old.Node); err != nil {
		t.Fatal(err)
	}
	put(t, s, graph.Attached, old)
	if err := s.Recall(ctx, old.Node); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("recalled twice: %v, want ErrNotFound", err)
	}
}

// withdrawnUndated: where it is not known when a source was issued, the same text
// does not come back, and another does.
func withdrawnUndated(t *testing.T, s graph.Store) {
	a := issue("1", "", "", "code-civil/9")
	put(t, s, graph.Added, a)
	out, err := s.Withdraw(context.Background(), []corpus.Source{request("1", "", ""), request("1", "", "")})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "outcomes", out, []graph.Outcome{graph.Withdrawn, graph.Unchanged})
	put(t, s, graph.Withdrawn, a)
	put(t, s, graph.Added, issue("1", "", "", "code-civil/16"))
}

// withdrawnPartly: a decision that is held from another publisher stays as far as
// it is theirs.
func withdrawnPartly(t *testing.T, s graph.Store) {
	ctx := context.Background()
	judi := Decision("judilibre:a", "17-21.434", "2018-03-14", "code-civil/16")
	judi.Sources = []corpus.Source{{ID: "a", Format: "judilibre", Zoned: true, Path: "a.json", Official: &corpus.Metadata{Solution: "Rejet"}}}
	dila := issue("1", "cass", "20250101-000000", "code-civil/9")
	dila.Sources[0].Official = &corpus.Metadata{ECLI: "ECLI:FR:CCASS:2018:C100001"}
	put(t, s, graph.Added, dila)
	put(t, s, graph.Replaced, judi)
	withdraw(t, s, graph.Detached, request("1", "cass", "20250201-000000"))
	got, err := s.Get(ctx, dila.Node)
	if err != nil || len(got.Sources) != 1 || got.Official.ECLI != "" || got.Official.Solution != "Rejet" || got.Text != judi.Text {
		t.Errorf("%+v, %v", got, err)
	}
	withdraw(t, s, graph.Withdrawn, corpus.Source{ID: "a", Format: "judilibre"})
	if _, err := s.Get(ctx, dila.Node); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("without its last source: %v, want ErrNotFound", err)
	}
}

// intake: what is noted of a file comes back, until a decision of the file goes.
func intake(t *testing.T, s graph.Store) {
	ctx := context.Background()
	if _, err := s.Intake(ctx, "a.tar"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("intake of an unknown file: %v, want ErrNotFound", err)
	}
	for what, away := range map[string]func(corpus.Node) error{
		"remove": func(n corpus.Node) error { _, err := s.Remove(ctx, n); return err },
		"forget": func(n corpus.Node) error { return s.Forget(ctx, n) },
		"withdraw": func(corpus.Node) error {
			_, err := s.Withdraw(ctx, []corpus.Source{request("1", "", "")})
			return err
		},
	} {
		d := issue("1", "", "")
		d.Sources[0].Path = "a#.tar!b#c!1.xml#1"
		put(t, s, graph.Added, d)
		var files []graph.Intake
		for _, path := range []string{"a", "a#.tar", "a#.tar!b", "b"} {
			files = append(files, graph.Intake{Path: path, Absolute: "/" + path, Size: 3, ModTime: time.Unix(4, 5).UTC(), Version: 6,
				Records: 7, Ended: true, Open: []int{2, 5}, Outcomes: map[string]int{"added": 7}})
		}
		if err := s.Note(ctx, files); err != nil {
			t.Fatal(err)
		}
		got, err := s.Intake(ctx, "b")
		if err != nil {
			t.Fatal(err)
		}
		same(t, "intake", got, files[3])
		if err := away(d.Node); err != nil {
			t.Fatal(err)
		}
		for _, f := range files[:3] {
			if _, err := s.Intake(ctx, f.Path); !errors.Is(err, graph.ErrNotFound) {
				t.Errorf("%s: the intake of %s is still noted: %v", what, f.Path, err)
			}
		}
		if _, err := s.Intake(ctx, "b"); err != nil {
			t.Errorf("%s: the intake of another file: %v", what, err)
		}
		if err := s.Recall(ctx, d.Node); err != nil && !errors.Is(err, graph.ErrNotFound) {
			t.Fatal(err)
		}
	}
}
