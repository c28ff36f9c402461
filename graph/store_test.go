package graph_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/storetest"
	"github.com/cayleygraph/quad"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) graph.Store {
		s, err := graph.Memory(graph.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
}

func TestDisk(t *testing.T) {
	storetest.Run(t, func(t *testing.T) graph.Store {
		s, err := graph.Open(filepath.Join(t.TempDir(), "store"), graph.Options{NoSync: true})
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
}

func TestReopen(t *testing.T) {
	ctx, dir := context.Background(), filepath.Join(t.TempDir(), "store")
	if _, err := graph.Open(dir, graph.Options{MustExist: true}); !errors.Is(err, graph.ErrNotFound) {
		t.Fatalf("no store yet: %v, want ErrNotFound", err)
	}
	s, err := graph.Open(dir, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := storetest.Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9")
	if _, err := s.Put(ctx, []*corpus.Decision{d}); err != nil {
		t.Fatal(err)
	}
	if _, err := graph.Open(dir, graph.Options{}); !errors.Is(err, graph.ErrInUse) {
		t.Errorf("a second opening: %v, want ErrInUse", err)
	}
	before, _ := s.Stats(ctx)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = graph.Open(dir, graph.Options{MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if after, err := s.Stats(ctx); err != nil || after != before || s.Seq() != 1 {
		t.Errorf("after reopening: %+v at %d, %v; before: %+v", after, s.Seq(), err, before)
	}
	if err := s.Check(ctx); err != nil {
		t.Error(err)
	}
}

func TestOrgNode(t *testing.T) {
	for name, want := range map[string]quad.IRI{
		"la société Kirsch": "org/kirsch", "SARL KIRSCH": "org/kirsch", "S.A.R.L. Kirsch": "org/kirsch",
		"Kœnig & Fils": "org/koenig-fils", "société X...": "", "société [Z]": "", "M. Y…": "", "SA": "",
	} {
		if got := graph.OrgNode(name); got != want {
			t.Errorf("OrgNode(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestNoPersonIsShared: what may join two decisions is never a natural person.
func TestNoPersonIsShared(t *testing.T) {
	d := storetest.Decision("dila:A", "17-21.434", "2018-03-14")
	d.Parties = []corpus.Party{{Name: "Jeanne Martin", Kind: corpus.Physique}, {Name: "société Kirsch", Kind: corpus.Morale}}
	for _, q := range graph.Quads(d) {
		if q.Predicate == quad.Value(graph.IsOrg) && q.Object != quad.Value(quad.IRI("org/kirsch")) {
			t.Errorf("%v joins a person", q)
		}
	}
}

// TestSirenJoins: one number joins a company under two names, and leads to both; a
// pseudonym is not undone by the number printed beside it.
func TestSirenJoins(t *testing.T) {
	var all []quad.Quad
	for i, name := range []string{"société Kirsch", "SAS Brume", "société [Z]"} {
		d := storetest.Decision("dila:"+string(rune('A'+i)), "17-21.43"+string(rune('4'+i)), "2018-03-14")
		d.Parties = []corpus.Party{{Name: name, Kind: corpus.Morale, Siren: "552100554"}}
		all = append(all, graph.Quads(d)...)
	}
	number := quad.Value(graph.SirenNode("552100554"))
	var is, names int
	for _, q := range all {
		switch {
		case q.Predicate == quad.Value(graph.IsOrg) && q.Object == number:
			is++
		case q.Predicate == quad.Value(graph.Names) && q.Subject == number:
			names++
		}
	}
	if is != 2 || names != 2 {
		t.Errorf("the number is that of %d parties and names %d organisations, want 2 and 2", is, names)
	}
}

// TestRefusedAndOrdered: "Vu l'article 700, rejette la demande de Mme Vial et la
// condamne à payer 500 euros" rejects the provision and applies it.
func TestRefusedAndOrdered(t *testing.T) {
	const text = "Vu l'article 700 du code de procédure civile, rejette la demande de Mme Vial et la condamne à payer 500 euros"
	d := storetest.Decision("dila:A", "17-21.434", "2018-03-14")
	d.Text = text
	cite := corpus.Citation{Span: corpus.Span{Start: 5, End: 45}, Key: "code-de-procedure-civile/700", Node: "code-de-procedure-civile/700",
		Zone: corpus.Dispositif, Speaker: corpus.Cour, Use: corpus.Visa}
	d.Citations = []corpus.Citation{cite}
	d.Holdings = []corpus.Holding{
		{Kind: corpus.FraisIrrepetibles, Text: "rejette la demande de Mme Vial", Span: corpus.Span{Start: 47, End: 78}, Bases: []corpus.Key{cite.Key}},
		{Kind: corpus.FraisIrrepetibles, Text: "la condamne à payer 500 euros", Span: corpus.Span{Start: 82, End: 110}, Bases: []corpus.Key{cite.Key}, AmountCents: 50000},
	}
	uses := func() (out []string) {
		for _, q := range graph.Quads(d) {
			if q.Object == quad.Value(quad.IRI(cite.Key)) && (q.Predicate == quad.Value(graph.Visa) || q.Predicate == quad.Value(graph.Rejected)) {
				out = append(out, string(q.Predicate.(quad.IRI)))
			}
		}
		return out
	}
	if got := uses(); len(got) != 2 {
		t.Errorf("refused and ordered: %v", got)
	}
	d.Holdings = d.Holdings[1:]
	if got := uses(); len(got) != 1 || got[0] != "attendu:visa" {
		t.Errorf("only ordered: %v", got)
	}
}
