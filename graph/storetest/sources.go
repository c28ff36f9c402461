package storetest

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// from makes the ruling of Decision as another source gives it.
func from(node, id string, format corpus.Format, zoned bool, number string, date corpus.Date, cites ...corpus.Key) *corpus.Decision {
	d := Decision(node, number, date, cites...)
	d.Sources = []corpus.Source{{ID: id, Format: format, Path: id + ".src", Zoned: zoned, Official: &corpus.Metadata{
		Court: d.Court, Date: date, Numbers: []string{number}}}}
	d.Official = *d.Sources[0].Official
	return d
}

// twoSources: one ruling from CASS and from Judilibre is one decision with two
// sources, whichever comes first; its text is that of the better one, and the
// QPC of the same number stays apart.
func twoSources(t *testing.T, s graph.Store) {
	ctx := context.Background()
	cass := from("dila:JURITEXT1", "JURITEXT1", "dila", false, "17-21434", "2018-03-14", "code-civil/9")
	cass.Official.ECLI = "ECLI:FR:CCASS:2018:C100001"
	cass.Sources[0].Official.ECLI, cass.ECLI = cass.Official.ECLI, cass.Official.ECLI
	judi := from("judilibre:a", "a", "judilibre", true, "17-21.434", "2018-03-14", "code-civil/16")
	judi.Official.Solution = "Rejet"
	judi.Sources[0].Official.Solution, judi.Solution = "Rejet", "Rejet"
	qpc := from("judilibre:q", "q", "judilibre", true, "17-21.434", "2017-11-02")
	put(t, s, graph.Added, cass, qpc)
	put(t, s, graph.Replaced, judi)
	put(t, s, graph.Unchanged, cass, judi)
	same(t, "the number", nodes(t, s, "cass/17-21434"), []corpus.Node{"dila:JURITEXT1", "judilibre:q"})
	same(t, "citers of what the older source cites", citers(t, s, "code-civil/9"), []string(nil))
	same(t, "citers of what the better source cites", citers(t, s, "code-civil/16"), []string{"dila:JURITEXT1"})
	d, err := s.Get(ctx, "dila:JURITEXT1")
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Sources) != 2 || d.Text != judi.Text || d.ECLI != cass.ECLI || d.Solution != "Rejet" {
		t.Errorf("merged: %d sources, ECLI %q, solution %q, text %q", len(d.Sources), d.ECLI, d.Solution, d.Text)
	}
	same(t, "the ECLI of the first source", nodes(t, s, "ecli/FR:CCASS:2018:C100001"), []corpus.Node{"dila:JURITEXT1"})

	// The other way round: the better source first.
	judi2 := from("judilibre:b", "b", "judilibre", true, "18-21.434", "2019-03-14", "code-civil/16")
	cass2 := from("dila:JURITEXT2", "JURITEXT2", "dila", false, "18-21434", "2019-03-14", "code-civil/9")
	put(t, s, graph.Added, judi2)
	put(t, s, graph.Attached, cass2)
	put(t, s, graph.Unchanged, cass2, judi2)
	got, err := s.Get(ctx, "judilibre:b")
	if err != nil || len(got.Sources) != 2 || got.Text != judi2.Text {
		t.Errorf("%+v, %v", got, err)
	}
	st, _ := s.Stats(ctx)
	if st.Decisions != 3 {
		t.Errorf("%d decisions, want 3", st.Decisions)
	}
}

// contradicted: what shares a number and a day but has another ECLI is another
// decision.
func contradicted(t *testing.T, s graph.Store) {
	a := from("dila:A", "JURITEXT1", "dila", false, "17-21434", "2018-03-14")
	b := from("dila:B", "JURITEXT2", "dila", false, "17-21434", "2018-03-14", "code-civil/9")
	a.ECLI, b.ECLI = "ECLI:FR:CCASS:2018:C100001", "ECLI:FR:CCASS:2018:C100002"
	put(t, s, graph.Added, a, b)
	same(t, "both", nodes(t, s, "cass/17-21434"), []corpus.Node{"dila:A", "dila:B"})
}
