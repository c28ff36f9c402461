package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func roundTrip(t *testing.T, s graph.Store) {
	d := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/1382", "code-civil/1240")
	d.Text += "été « œuvre » \u00a0fin"
	d.Parties = []corpus.Party{{Name: "société Kœnig", Side: corpus.Demandeur, Kind: corpus.Morale}}
	d.Holdings = []corpus.Holding{{Text: "REJETTE", Kind: corpus.Rejet}}
	put(t, s, graph.Added, d)
	got, err := s.Get(context.Background(), d.Node)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("decision read back (-want +got):\n%s", diff)
	}
	if h := got.Holdings[0]; got.Principles == nil || h.Debtors == nil || h.Bases == nil {
		t.Error("a list that JSON always has is nil")
	}
	if _, err := s.Get(context.Background(), "dila:B"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a decision that is not held: %v, want ErrNotFound", err)
	}
}

func replace(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/1382", "code-civil/9"))
	put(t, s, graph.Replaced, Decision("dila:A", "17-21.435", "2018-03-15", "code-civil/9"))
	same(t, "citers of what is no longer cited", citers(t, s, "code-civil/1382"), []string(nil))
	same(t, "citers of what still is", citers(t, s, "code-civil/9"), []string{"dila:A"})
	same(t, "the old number", nodes(t, s, "cass/17-21434"), []corpus.Node{"cass/17-21434"})
	same(t, "the new number", nodes(t, s, "cass/17-21435"), []corpus.Node{"dila:A"})
	st, err := s.Stats(context.Background())
	if err != nil || st.Decisions != 1 || st.Citations != 1 || st.Provisions != 1 {
		t.Errorf("stats %+v, %v", st, err)
	}
}

func sameAgain(t *testing.T, s graph.Store) {
	a, b := Decision("dila:A", "17-21.434", "2018-03-14"), Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9")
	b.Sources[0].Path = "other.xml"
	put(t, s, graph.Added, a)
	put(t, s, graph.Unchanged, a)
	put(t, s, graph.Replaced, b) // a second source with more to say
	before, _ := s.Stats(context.Background())
	seq := s.Seq()
	put(t, s, graph.Unchanged, a, b) // both were taken in before
	after, _ := s.Stats(context.Background())
	same(t, "stats after the same again", after, before)
	if s.Seq() != seq {
		t.Errorf("the journal moved from %d to %d", seq, s.Seq())
	}
	got, _ := s.Get(context.Background(), "dila:A")
	if len(got.Sources) != 2 || len(got.Citations) != 1 {
		t.Errorf("sources %v, citations %v", got.Sources, got.Citations)
	}
}

func twiceInABatch(t *testing.T, s graph.Store) {
	a, b := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"), Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/16")
	b.Sources[0].Path = "other.xml"
	out, err := s.Put(context.Background(), []*corpus.Decision{a, b, a})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "outcomes", out, []graph.Outcome{graph.Added, graph.Replaced, graph.Unchanged})
	same(t, "citers of the first version", citers(t, s, "code-civil/9"), []string(nil))
	same(t, "citers of the second", citers(t, s, "code-civil/16"), []string{"dila:A"})
}

// copied: the same content from another path is one more source, and no change; it
// does not bring back what was replaced meanwhile.
func copied(t *testing.T, s graph.Store) {
	at := func(path string, cites corpus.Key) *corpus.Decision {
		d := Decision("dila:A", "17-21.434", "2018-03-14", cites)
		d.Sources[0].Path = path
		return d
	}
	put(t, s, graph.Added, at("a.xml", "code-civil/9"))
	put(t, s, graph.Attached, at("b.xml", "code-civil/9"))
	put(t, s, graph.Replaced, at("c.xml", "code-civil/16"))
	put(t, s, graph.Replaced, at("d.xml", "code-civil/9"))
	got, err := s.Get(context.Background(), "dila:A")
	if err != nil || len(got.Sources) != 4 || got.Text != "Vu code-civil/9; " {
		t.Errorf("%+v, %v", got, err)
	}
}

// try: what would become of a batch, without its becoming.
func try(t *testing.T, s graph.Store) {
	ctx := context.Background()
	a, b := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"), Decision("dila:B", "18-21.434", "2019-03-14")
	put(t, s, graph.Added, a)
	before, _ := s.Stats(ctx)
	seq := s.Seq()
	out, err := s.Try(ctx, []*corpus.Decision{a, b, b})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "outcomes", out, []graph.Outcome{graph.Unchanged, graph.Added, graph.Unchanged})
	after, _ := s.Stats(ctx)
	same(t, "stats after a try", after, before)
	if _, err := s.Get(ctx, "dila:B"); !errors.Is(err, graph.ErrNotFound) || s.Seq() != seq {
		t.Errorf("a try left something: %v, seq %d", err, s.Seq())
	}
}

func failedBatch(t *testing.T, s graph.Store) {
	ctx := context.Background()
	bad := Decision("dila:C", "19-21.434", "2019-03-14")
	bad.Node = ""
	if _, err := s.Put(ctx, []*corpus.Decision{Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"), bad}); err == nil {
		t.Fatal("a decision without node was taken")
	}
	if _, err := s.Get(ctx, "dila:A"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("half of a failed batch is there: %v", err)
	}
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"))
}
