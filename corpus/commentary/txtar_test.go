package commentary

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// TestGood reads the commentaries of testdata and wants what stands under
// "attendu". The lines "parle" and "zone" are located by the words they quote.
func TestGood(t *testing.T) {
	r := load(t)
	for _, dir := range []string{"good", "fixed"} {
		files, err := filepath.Glob("testdata/" + dir + "/*.txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			t.Run(filepath.Base(file), func(t *testing.T) { readFile(t, r, file) })
		}
	}
}

func readFile(t *testing.T, r *Reader, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	part := map[string]int{}
	for i, f := range ar.Files {
		part[f.Name] = i
	}
	text := strings.TrimSuffix(string(ar.Files[part["texte"]].Data), "\n")
	title := ""
	if i, ok := part["titre"]; ok {
		title = strings.TrimSpace(string(ar.Files[i].Data))
	}
	want := string(ar.Files[part["attendu"]].Data)
	got := describe(t, r, text, title, want)
	if *update {
		ar.Files[part["attendu"]].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// describe writes what is read of a text, one thing a line, and answers the
// questions of the wanted lines that quote a place.
func describe(t *testing.T, r *Reader, text, title, want string) string {
	f := fold.New(text)
	var b strings.Builder
	fmt.Fprintf(&b, "commentaire: %v\n", r.Detect(f, title))
	rep, ok := r.Read(f, title)
	if !ok {
		return b.String() + "decision: aucune\n"
	}
	checkReport(t, text, rep)
	d := rep.Decision
	fmt.Fprintf(&b, "decision: %s %s %s %s", d.Court.Name(), d.Date, d.Nature, strings.Join(d.Numbers, " "))
	fmt.Fprintf(&b, " [%s] %v\n", d.Court.Chamber, d.Keys())
	for _, p := range rep.Parties {
		fmt.Fprintf(&b, "partie: %s %s %q\n", p.Side, p.Kind, p.Name)
	}
	for _, h := range rep.Holdings {
		fmt.Fprintf(&b, "decide: %s %q", h.Kind, h.Text)
		if len(h.Debtors) > 0 {
			fmt.Fprintf(&b, " debiteur %q", h.Debtors)
		}
		if len(h.Beneficiaries) > 0 {
			fmt.Fprintf(&b, " beneficiaire %q", h.Beneficiaries)
		}
		if h.AmountCents > 0 {
			fmt.Fprintf(&b, " centimes %d", h.AmountCents)
		}
		b.WriteString("\n")
	}
	for line := range strings.Lines(want) {
		ask, rest, _ := strings.Cut(strings.TrimSpace(line), ": \"")
		quote, _, closed := strings.Cut(rest, "\"")
		at := strings.Index(text, quote)
		if !closed || at < 0 || ask != "parle" && ask != "zone" {
			continue
		}
		fmt.Fprintf(&b, "%s: %q %s\n", ask, quote, answer(rep, ask, at))
	}
	return b.String()
}

// answer says who speaks, or in which zone, at a byte offset.
func answer(rep Report, ask string, at int) string {
	if ask == "zone" {
		for _, z := range rep.Zones {
			if z.Contains(at) {
				return string(z.Zone)
			}
		}
	}
	for _, s := range rep.Speeches {
		if s.Contains(at) {
			return strings.TrimSuffix(string(s.Speaker)+" "+string(s.Side), " ")
		}
	}
	return ""
}

// checkReport wants spans to quote what they say and the layout to cover the
// text.
func checkReport(t *testing.T, text string, rep Report) {
	t.Helper()
	for _, p := range rep.Parties {
		if p.Of(text) != p.Name || p.Name == "" {
			t.Errorf("party %q has span %q", p.Name, p.Of(text))
		}
	}
	for _, h := range rep.Holdings {
		if h.Of(text) != h.Text || h.Text == "" || len([]rune(h.Text)) > maxHolding {
			t.Errorf("holding %q has span %q", h.Text, h.Of(text))
		}
	}
	var zones, speeches []corpus.Span
	for _, z := range rep.Zones {
		zones = append(zones, z.Span)
	}
	for _, s := range rep.Speeches {
		speeches = append(speeches, s.Span)
	}
	for _, spans := range [][]corpus.Span{zones, speeches} {
		at := 0
		for _, sp := range spans {
			if sp.Start != at || sp.End <= at {
				t.Errorf("stretch %v after %d", sp, at)
			}
			at = sp.End
		}
		if at != len(text) {
			t.Errorf("the stretches end at %d of %d", at, len(text))
		}
	}
}

// TestBad wants no text of testdata/bad to be taken for a commentary.
func TestBad(t *testing.T) {
	r := load(t)
	files, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(err, "no files")
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if r.Detect(fold.New(string(ar.Files[0].Data)), "") {
			t.Errorf("%s is taken for a commentary", file)
		}
	}
}
