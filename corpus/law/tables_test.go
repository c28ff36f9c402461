package law

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/attendu/attendu/corpus"
	"github.com/google/go-cmp/cmp"
)

// invented are small tables about an invented reform, and one row for each table.
// Tests put other rows in their place.
func invented(file, row string) fs.FS {
	heads := map[string]string{
		"renumberings.tsv":           "old\tnew\tdate\tact\trelation\tevidence\tshare",
		"renumberings-not.tsv":       "old\tnew\tdate\treason",
		"renumberings-more/some.tsv": "old\tnew\tdate\tact\trelation\torigin",
		"subjects/some.tsv":          "key\tversion\tsubject\twords\tfamily\tcited",
		"subdivisions/some.tsv":      "key\tversion\tsub\tsuccessor\twords",
		"families.tsv":               "field\tfamilies",
		"acts.tsv":                   "act\tdate\tcodes\tlabel\tsigned\trule\tsource\tyears\tvacates\tfounds",
	}
	rows := map[string]string{
		"renumberings.tsv": "code-civil/1\tcode-civil/2\t2001-01-01\tloi/2000-1\tsplit\tofficial\t0.5\n" +
			"code-civil/7\tcode-civil/8\t2001-01-01\t-\texact\tsimilar\t0.9",
		"renumberings-not.tsv":       "code-civil/7\tcode-civil/8\t2001-01-01\tanother article",
		"renumberings-more/some.tsv": "code-civil/1\tcode-civil/3\t2001-01-01\tloi/2000-1\tsplit\tthe official journal",
		"subjects/some.tsv":          "code-civil/1\tbefore:2001-01-01\tventes\tvente* | prix\tvente\toften",
		"subdivisions/some.tsv":      "code-civil/1\tbefore:2001-01-01\tal. 2\tcode-civil/3\tlivr*",
		"families.tsv":               "delit\tresponsabilite | sport",
		"acts.tsv":                   "loi/2000-1\t2001-01-01\tcode-civil | code-penal\tloi n° 2000-1\t2000-12-02\tcontract | facts\tloi n° 2000-1, art. 9\t8\tyes\tno",
	}
	if file != "" {
		rows[file] = row
	}
	out := fstest.MapFS{}
	for name, head := range heads {
		out[name] = &fstest.MapFile{Data: []byte("# Invented.\n" + head + "\n" + rows[name] + "\n")}
	}
	return out
}

func TestTables(t *testing.T) {
	s, err := loadSuccession(invented("", ""))
	if err != nil {
		t.Fatal(err)
	}
	const day = "2001-01-01"
	old := before("code-civil/1", day)
	want := []Move{
		{Old: "code-civil/1", New: "code-civil/2", Date: day, Act: "loi/2000-1", Relation: Split, Evidence: Official, Share: 0.5},
		{Old: "code-civil/1", New: "code-civil/3", Date: day, Act: "loi/2000-1", Relation: Split, Evidence: ByHand}}
	if diff := cmp.Diff(want, s.Moved(old)); diff != "" {
		t.Errorf("moves (-want +got):\n%s", diff)
	}
	if got := s.Came(from("code-civil/3", day)); len(got) != 1 || got[0] != want[1] {
		t.Errorf("came to 3 by %v", got)
	}
	if sub := s.Subject(old); sub == nil || sub.Label != "ventes" || sub.Field != "vente" || sub.Cited != "often" || len(sub.Terms) != 2 {
		t.Errorf("subject %+v", sub)
	}
	if parts := s.Parts(old); len(parts) != 1 || parts[0].Sub != "al. 2" || parts[0].Successor != "code-civil/3" || len(parts[0].Terms) != 1 {
		t.Errorf("parts %+v", parts)
	}
	reform := Reform{Act: "loi/2000-1", Date: day, Codes: []corpus.Key{"code-civil", "code-penal"}, Label: "loi n° 2000-1",
		Signed: "2000-12-02", Turn: []Turning{ByContract, ByFacts}, Source: "loi n° 2000-1, art. 9", Years: 8, Vacates: true}
	for code, want := range map[corpus.Key][]Reform{"code-civil": {reform}, "code-penal": {reform}, "code-de-commerce": nil} {
		if diff := cmp.Diff(want, s.Reforms(code, day)); diff != "" {
			t.Errorf("reforms of %s (-want +got):\n%s", code, diff)
		}
	}
	if got := s.Reforms("code-civil", "2001-01-02"); got != nil {
		t.Errorf("reforms of another day: %v", got)
	}
}

// TestBadRows: a bad row stops the load, and the error names its file.
func TestBadRows(t *testing.T) {
	for _, c := range []struct{ file, row, want string }{
		{"renumberings-more/some.tsv", "code-civil/1\tcode-civil/3\t2001-02-30\t-\tsplit\tx", "2001-02-30"},
		{"renumberings-more/some.tsv", "code-civil/1\tcode-civil/3\t-\t-\tsplit\tx", "a move from"},
		{"renumberings-more/some.tsv", "code-civil/3\tcode-civil/3\t2001-01-01\t-\tsplit\tx", "a move from"},
		{"renumberings-more/some.tsv", "code-civil/3\tcode-civil/4\t2001-01-01\t-\trewritten\tx", "a move from"},
		{"renumberings-more/some.tsv", "Code-civil/1\tcode-civil/3\t2001-01-01\t-\tsplit\tx", "is written"},
		{"renumberings-more/some.tsv", "code-civil/1\tthree\t2001-01-01\t-\tsplit\tx", "three"},
		{"renumberings-more/some.tsv", "code-civil/1\tcode-civil/3\t2001-01-01\tsome act\tsplit\tx", "some act"},
		{"renumberings-more/some.tsv", "code-civil/1\tcode-civil/3\t2001-01-01\t-\tmoved\tx", "no relation"},
		{"renumberings-more/some.tsv", "code-civil/1\tcode-civil/2\t2001-01-01\t-\tsplit\tx", "known already"},
		{"subjects/some.tsv", "code-civil/1\t2001-01-01\tventes\tvente\t-\t-", "no version"},
		{"subjects/some.tsv", "code-civil/1\tbefore:2001-01-01\tventes\tLivré\t-\t-", "not folded"},
		{"subjects/some.tsv", "code-civil/1\tbefore:2001-01-01\tventes\tvente | -\t-\t-", "without a word"},
		{"subjects/some.tsv", "code-civil/1\tbefore:2001-01-01\tventes\tvente\t-\tseldom", "how often"},
		{"subjects/some.tsv", "one\tbefore:2001-01-01\tventes\tvente\t-\t-", "one"},
		{"subjects/some.tsv", "code-civil/9\tunchanged\ta\tb\t-\t-\ncode-civil/9\tunchanged\ta\tb\t-\t-", "comes twice"},
		{"subdivisions/some.tsv", "code-civil/1\tbefore:2001-01-01\tal. 2\tcode-civil/4\tlivr*", "no move takes"},
		{"subdivisions/some.tsv", "code-civil/1\tfrom:2001-01-01\tal. 2\tcode-civil/3\tlivr*", "no move takes"},
		{"subdivisions/some.tsv", "code-civil/1\tbefore:2001-01-01\tal. 2\tcode-civil/3\tÉté", "not folded"},
		{"families.tsv", "delit\tsport\nvente\tsport", "in two fields"},
		{"acts.tsv", "the act\t2001-01-01\tcode-civil\tl\t-\t-\t-\t8\tyes\tno", "the act"},
		{"acts.tsv", "loi/2000-1\t2001-01-01\tcode-civil\tl\t-\t-\t-\teight\tyes\tno", "number of years"},
		{"acts.tsv", "loi/2000-1\t2001-01-01\tcode-civil\tl\t-\tcontrat\t-\t8\tyes\tno", "contrat"},
		{"acts.tsv", "loi/2000-1\t2001-01-01\tCode civil\tl\t-\tcontract\t-\t8\tyes\tno", "Code civil"},
		{"acts.tsv", "loi/2000-1\t-\tcode-civil\tl\t-\tcontract\t-\t8\tyes\tno", "no day"},
	} {
		_, err := loadSuccession(invented(c.file, c.row))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.file) {
			t.Errorf("%s: %q: %v; want an error with %q", c.file, c.row, err, c.want)
		}
	}
}

// TestSortedMoves: the check for a move that is known already looks it up by the
// old key, in the order of the bytes.
func TestSortedMoves(t *testing.T) {
	moves, err := loadMoves(files)
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(moves) && moves[i].Evidence != ByHand; i++ {
		if moves[i-1].Old > moves[i].Old {
			t.Errorf("%v stands after %v", moves[i], moves[i-1])
		}
	}
	seen := map[Move]bool{}
	for _, m := range moves {
		pair := Move{Old: m.Old, New: m.New, Date: m.Date}
		if seen[pair] {
			t.Errorf("%v comes twice", m)
		}
		seen[pair] = true
	}
}

// TestTurnsOfSubjects: subjects show that a number passed to another rule, or lost
// its rule, where no move says so. A number that a reform made is no such case.
func TestTurnsOfSubjects(t *testing.T) {
	const day, later = "2001-01-01", "2010-01-01"
	row := func(key, version string) string { return key + "\t" + version + "\tx\tvente\t-\t-" }
	s, err := loadSuccession(invented("subjects/some.tsv", strings.Join([]string{
		row("code-civil/10", "before:"+day), row("code-civil/10", "from:"+day), // passed from one rule to another
		row("code-civil/11", "before:"+day), // gone for good
		row("code-civil/12", "from:"+day),   // made by a reform
		row("code-civil/1", "from:"+later),  // a new rule under a number that was free for years
	}, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[corpus.Key][]Rule{
		"code-civil/10": {{Text: before("code-civil/10", day), Leave: day}, {Text: from("code-civil/10", day), Enter: day}},
		"code-civil/11": {{Text: before("code-civil/11", day), Leave: day}, {Text: from("code-civil/11", day), Enter: day, Doubt: true}},
		"code-civil/12": {{Text: Text{Key: "code-civil/12", Version: corpus.Unchanged}}},
		"code-civil/1": {{Text: before("code-civil/1", day), Leave: day},
			{Text: before("code-civil/1", later), Enter: day, Leave: later, Doubt: true}, {Text: from("code-civil/1", later), Enter: later}},
		"code-civil/2": {{Text: before("code-civil/2", day), Leave: day, Doubt: true}, {Text: from("code-civil/2", day), Enter: day}},
	} {
		if diff := cmp.Diff(want, s.Rules(key)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}
