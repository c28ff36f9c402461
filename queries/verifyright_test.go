package queries_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/queries"
)

// generated writes decisions that are invented into a folder, those that keep says.
func generated(t *testing.T, opt synth.Options, keep func(i int) bool) string {
	t.Helper()
	g, err := synth.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for i := range g.Len() {
		if keep(i) {
			if err := os.WriteFile(filepath.Join(dir, strconv.Itoa(i)+".xml"), g.Decision(i).DILA(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// holding is a library in memory of what folders hold.
func holding(t *testing.T, folders ...string) *queries.Library {
	t.Helper()
	lib, err := queries.Memory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	if _, err := lib.Add(context.Background(), folders, queries.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	return lib
}

// all are the decisions of a library.
func all(t *testing.T, lib *queries.Library) []queries.DecisionRef {
	t.Helper()
	ans, err := lib.Search(context.Background(), queries.SearchRequest{Limit: queries.NoLimit})
	if err != nil {
		t.Fatal(err)
	}
	var out []queries.DecisionRef
	for i := range ans.Hits {
		out = append(out, ans.Hits[i].DecisionRef)
	}
	return out
}

// accuses reports whether a verdict says that a citation is wrong.
func accuses(v *queries.Verified) bool {
	switch v.Verdict {
	case queries.OtherDate, queries.OtherChamber, queries.OtherCourt, queries.OtherNumber, queries.NoSuchArticle:
		return true
	}
	return len(v.Differences) > 0
}

// TestVerifyRight: the usual citation of a decision is right, also within a sentence. A
// library that holds the decision says that it exists, and one that holds half of all
// the others never that it is wrong, nor that it is there.
func TestVerifyRight(t *testing.T) {
	n := 200
	if testing.Short() {
		n = 80
	}
	for seed := range uint64(2) {
		opt := synth.Options{Decisions: n, Seed: 31 + seed}
		whole := holding(t, examplesDir, generated(t, opt, func(int) bool { return true }))
		half := holding(t, generated(t, opt, func(i int) bool { return i%2 == 0 }))
		held := map[corpus.Node]bool{}
		for _, d := range all(t, half) {
			held[d.Node] = true
		}
		if len(held) < n/3 {
			t.Fatalf("%d decisions in the half", len(held))
		}
		for _, d := range all(t, whole) {
			right(t, whole, d.Usual, &d, true)
			right(t, half, d.Usual, &d, held[d.Node])
			right(t, whole, "La règle est constante ("+d.Usual+").", &d, true)
			right(t, half, "La règle est constante ("+d.Usual+").", &d, held[d.Node])
		}
	}
}

// right verifies a right citation.
func right(t *testing.T, lib *queries.Library, text string, d *queries.DecisionRef, held bool) {
	t.Helper()
	ans, err := lib.Verify(context.Background(), queries.VerifyRequest{Text: text})
	if err != nil {
		t.Errorf("%s: %v", text, err)
		return
	}
	if len(ans.Citations) != max(1, len(d.Numbers)) {
		t.Errorf("%s: %d citations: %+v", text, len(ans.Citations), ans.Citations)
	}
	for i := range ans.Citations {
		v := &ans.Citations[i]
		exists := v.Verdict == queries.Exists || v.Verdict == queries.QuashedSince
		switch {
		case accuses(v):
			t.Errorf("%s: a right citation is called %s: %+v", text, v.Verdict, v.Differences)
		case held && (!exists || v.Decision == nil || v.Decision.Node != d.Node):
			t.Errorf("%s: held, and called %s (%s)", text, v.Verdict, v.Because)
		case !held && exists:
			t.Errorf("%s: not held, and called %s: %s", text, v.Verdict, v.Decision.Usual)
		}
	}
}

// TestVerifyUsual: a decision whose court has no place, so that no key can be made of its
// citation, is found by the citation that this program gives it, and by no other.
func TestVerifyUsual(t *testing.T) {
	dir := t.TempDir()
	const text = "COUR D'APPEL\n\nN° RG 24/00051\n\nORDONNANCE DU 22 OCTOBRE 2024\n\nENTRE :\n\nSARL NORVILLE, appelante\n\nET :\n\nSAS BRUMEVAL, intimée\n\n" +
		"MOTIFS\n\nAttendu que l'article 1240 du code civil oblige à réparer.\n\nPAR CES MOTIFS\n\nCONFIRMONS l'ordonnance entreprise ;\n"
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	lib := holding(t, dir)
	d := all(t, lib)[0]
	if v := verified(t, lib, d.Usual); v.Verdict != queries.Exists || v.Decision == nil || v.Decision.Node != d.Node {
		t.Errorf("%s: %+v", d.Usual, v)
	}
	for _, other := range []string{"CA, ord., 23 octobre 2024, n° 24/00051", "CA, 22 octobre 2024, n° 24/00052"} {
		if ans, err := lib.Verify(context.Background(), queries.VerifyRequest{Text: other}); err == nil && ans.Citations[0].Verdict == queries.Exists {
			t.Errorf("%s: %+v", other, ans)
		}
	}
}

// TestVerifySeat: the number of a cour administrative d'appel has its seat, so that
// another beside it is wrong.
func TestVerifySeat(t *testing.T) {
	lib := holding(t, generated(t, synth.Options{Decisions: 60, Seed: 31, Cases: synth.OnlyAdministrative}, func(int) bool { return true }))
	seen := 0
	for _, d := range all(t, lib) {
		place, ok := strings.CutPrefix(d.Usual, "CAA ")
		if !ok {
			continue
		}
		seen++
		place, rest, _ := strings.Cut(place, ",")
		other := "Lyon"
		if place == other {
			other = "Nantes"
		}
		v := verified(t, lib, "CAA "+other+","+rest)
		if v.Verdict != queries.OtherCourt || len(v.Differences) != 1 {
			t.Errorf("%s of %s: %s %+v", d.Usual, other, v.Verdict, v.Differences)
		}
	}
	if seen < 5 {
		t.Fatalf("%d rulings of cours administratives d'appel", seen)
	}
}
