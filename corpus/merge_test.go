package corpus

import (
	"slices"
	"testing"
)

func source(path, id string, zoned, secondary bool, m Metadata) *Decision {
	d := &Decision{Metadata: m, Official: m, Text: "texte de " + path,
		Sources: []Source{{Path: path, ID: id, Format: "f", Zoned: zoned, Secondary: secondary, Official: &m}}}
	d.Name()
	return d
}

func TestMerge(t *testing.T) {
	cass := Court{Kind: Cass}
	dila := source("a.xml", "JURITEXT1", false, false, Metadata{Court: cass, Date: "2018-03-14", Numbers: []string{"17-21434"}, ECLI: "ECLI:FR:CCASS:2018:C100001"})
	judi := source("b.json", "b", true, false, Metadata{Court: cass, Date: "2018-03-14", Numbers: []string{"17-21.434"}, Solution: "Rejet"})
	note := source("c.html", "", false, true, Metadata{Court: cass, Date: "2018-03-14", Solution: "Cassation"})
	for _, c := range []struct {
		name       string
		held, next *Decision
		text, node string
		fresh      bool
		sources    []string
	}{
		{"better source comes", dila, judi, "texte de b.json", "dila:JURITEXT1", true, []string{"b.json", "a.xml"}},
		{"weaker source comes", judi, dila, "texte de b.json", "f:b", false, []string{"b.json", "a.xml"}},
		{"commentary comes", dila, note, "texte de a.xml", "dila:JURITEXT1", false, []string{"a.xml", "c.html"}},
		{"same path again", dila, source("a.xml", "JURITEXT1", false, false, dila.Metadata), "texte de a.xml", "dila:JURITEXT1", true, []string{"a.xml"}},
	} {
		got, fresh := Merge(c.held, c.next)
		var paths []string
		for _, s := range got.Sources {
			paths = append(paths, s.Path)
		}
		if got.Text != c.text || string(got.Node) != c.node || fresh != c.fresh || !slices.Equal(paths, c.sources) {
			t.Errorf("%s: text %q, node %s, fresh %v, sources %v", c.name, got.Text, got.Node, fresh, paths)
		}
	}
	both, _ := Merge(dila, judi)
	if both.ECLI == "" || both.Solution != "Rejet" || both.Numbers[0] != "17-21.434" {
		t.Errorf("metadata of two sources: %+v", both.Metadata)
	}
	if three, _ := Merge(both, note); three.Solution != "Rejet" {
		t.Error("a commentary changed the solution")
	}
	if len(dila.Sources) != 1 || len(judi.Sources) != 1 {
		t.Error("Merge changed its arguments")
	}
}

// TestMergeOrder wants two publishers of one rank to give the same decision,
// whichever comes first.
func TestMergeOrder(t *testing.T) {
	m := Metadata{Court: Court{Kind: Cass}, Date: "2018-03-14", Numbers: []string{"17-21.434"}}
	a, b := source("a.xml", "JURITEXT1", false, false, m), source("b.json", "b", false, false, m)
	a.Sources[0].Format, b.Sources[0].Format = "dila", "judilibre"
	a.Sources[0].Official.Solution = "Rejet"
	for _, two := range [][2]*Decision{{a, b}, {b, a}} {
		if got, _ := Merge(two[0], two[1]); got.Text != b.Text || got.Sources[0].Path != "b.json" {
			t.Errorf("%s first: text %q, sources %v", two[0].Sources[0].Path, got.Text, got.Sources)
		}
	}
}

// TestMergeIssues wants the newest issue of a source to win, in whatever order
// the issues come.
func TestMergeIssues(t *testing.T) {
	issue := func(path, id, issued string) *Decision {
		d := source(path, id, false, false, Metadata{Court: Court{Kind: Cass}, Date: "2018-03-14", Numbers: []string{"17-21.434"}})
		d.Sources[0].Issued = issued
		return d
	}
	old, later := issue("old.xml", "JURITEXT1", "20250101-000000"), issue("later.xml", "JURITEXT1", "20250301-000000")
	undated, other := issue("undated.xml", "JURITEXT1", ""), issue("other.xml", "JURITEXT2", "20240101-000000")
	for _, c := range []struct {
		held, next *Decision
		fresh      bool
	}{{old, later, true}, {later, old, false}, {later, undated, true}, {undated, old, true}, {later, other, true}} {
		if got, fresh := Merge(c.held, c.next); fresh != c.fresh || len(got.Sources) != 2 {
			t.Errorf("%s, then %s: fresh %v, sources %v", c.held.Sources[0].Path, c.next.Sources[0].Path, fresh, got.Sources)
		}
	}
	both, _ := Merge(old, later)
	if _, fresh := Merge(both, issue("between.xml", "JURITEXT1", "20250201-000000")); fresh {
		t.Error("an issue between two replaced the later one")
	}
}

// TestDeliveries wants the later delivery of a document to stand, whichever comes
// first, and nothing that only the earlier one says.
func TestDeliveries(t *testing.T) {
	delivery := func(path, solution, issued string) *Decision {
		d := source(path, "TA95-ORTA_2520143_20251205", false, false, Metadata{Court: Court{Kind: TA, Place: "Cergy-Pontoise"},
			Date: "2025-12-05", Numbers: []string{"2520143"}, Solution: solution})
		d.Sources[0].Issued = issued
		return d
	}
	first, second := delivery("TA_202512.zip!a.xml", "Rejet", "20251220-000000"), delivery("TA_202601.zip!a.xml", "", "20260127-000000")
	for _, pair := range [][2]*Decision{{first, second}, {second, first}} {
		got, fresh := Merge(pair[0], pair[1])
		if got.Text != second.Text || got.Solution != "" || len(got.Sources) != 2 || fresh != (pair[1] == second) {
			t.Errorf("text %q, solution %q, %d sources, fresh %v", got.Text, got.Solution, len(got.Sources), fresh)
		}
	}
	jade := source("j.xml", "CETATEXT000099000001", false, false, first.Metadata)
	jade.Sources[0].Format = "dila"
	if got, _ := Merge(jade, second); len(got.Sources) != 2 || jade.Contradicts(second) {
		t.Errorf("%d sources, want JADE and the open data", len(got.Sources))
	}
	if !slices.Contains(jade.Identities(), "ta/cergy-pontoise/2520143@2025-12-05") {
		t.Errorf("%v lacks number and day", jade.Identities())
	}
}

func TestIdentities(t *testing.T) {
	m := Metadata{Court: Court{Kind: Cass}, Date: "2018-03-14", Numbers: []string{"17-21.434"}, ECLI: "ECLI:FR:CCASS:2018:C100001"}
	ids := source("a.xml", "JURITEXT1", false, false, m).Identities()
	for _, want := range []string{"dila:JURITEXT1", "cass/17-21434@2018-03-14", "ecli/FR:CCASS:2018:C100001"} {
		if !slices.Contains(ids, want) {
			t.Errorf("%v lacks %s", ids, want)
		}
	}
	if slices.ContainsFunc(ids, func(s string) bool { return s == "cass/2018-03-14" || s == "cass/17-21434" }) {
		t.Errorf("%v: a day or a number alone is no identity", ids)
	}
}

func TestContradicts(t *testing.T) {
	a, b := &Decision{}, &Decision{}
	a.Date, b.Date = "2018-03-14", ""
	if a.Contradicts(b) {
		t.Error("what is not known contradicts nothing")
	}
	a.Sources, b.Sources = []Source{{Format: "dila", ID: "JURITEXT1"}}, []Source{{Format: "dila", ID: "JURITEXT2"}}
	if !a.Contradicts(b) {
		t.Error("two ids of one publisher, one decision")
	}
	a.Sources[0].Format = "judilibre"
	if a.Contradicts(b) {
		t.Error("ids of two publishers contradict nothing")
	}
	if b.Date = "2018-03-15"; !a.Contradicts(b) {
		t.Error("two days, one decision")
	}
}
