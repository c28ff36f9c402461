package queries_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
)

// verified asks about one citation, which must be one.
func verified(t *testing.T, lib *queries.Library, text string) queries.Verified {
	t.Helper()
	ans, err := lib.Verify(context.Background(), queries.VerifyRequest{Text: text})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if len(ans.Citations) != 1 {
		t.Fatalf("%s: %d citations: %+v", text, len(ans.Citations), ans.Citations)
	}
	v := ans.Citations[0]
	if v.Of(text) != v.Text {
		t.Errorf("%s: the words %q are not at %v", text, v.Text, v.Span)
	}
	return v
}

// TestVerifyDecision: right citations, wrong ones, and those that the library cannot
// judge.
func TestVerifyDecision(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	for _, c := range []struct {
		text    string
		verdict queries.Verdict
		found   corpus.Key
		differs string // field=said>found
	}{
		{"Cass. 1re civ., 13 novembre 2019, n° 18-29.417", queries.Exists, "cass/18-29417", ""},
		{"18-29.417", queries.Exists, "cass/18-29417", ""},
		{"Cass. 1re civ., 14 novembre 2019, n° 18-29.417", queries.OtherDate, "cass/18-29417", "date=2019-11-14>2019-11-13"},
		{"Cass. soc., 13 novembre 2019, n° 18-29.417", queries.OtherChamber, "cass/18-29417", "chamber=soc.>1re civ."},
		{"Cass. 1re civ., 13 novembre 2019, n° 18-29.471", queries.NotHeld, "", ""},
		{"Cass. 1re civ., 13 novembre 2019, n° 18-29.471, ECLI:FR:CCASS:2019:C109142", queries.OtherNumber, "cass/18-29417", "number=18-29.471>18-29.417"},
		{"CA Rennes, 5 octobre 2018, n° 17/92716", queries.QuashedSince, "ca/rennes/17-92716", ""},
		{"CA Caen, 5 octobre 2018, n° 17/92716", queries.OtherCourt, "ca/rennes/17-92716", "court=cour d'appel de Caen>cour d'appel de Rennes"},
		{"Cass. com., n° 20-29.642", queries.Ambiguous, "", ""},
		{"Cass. com., 20 octobre 2021, n° 20-29.642", queries.Exists, "cass/20-29642@2021-10-20", ""},
		{"Cass. com., 7 mars 2018, n° 16-11.111", queries.NotHeld, "", ""},
		{"Cass. 1re civ., 30 février 2019, n° 18-29.417", queries.OtherDate, "cass/18-29417", "date=30 février 2019>2019-11-13"},
		{"CE, 13 novembre 2019, n° 18-29.417", queries.OtherCourt, "cass/18-29417", "court=Conseil d'État>Cour de cassation"},
		{"CE, 14 novembre 2019, n° 18-29.417", queries.OtherCourt, "cass/18-29417", "date=2019-11-14>2019-11-13 court=Conseil d'État>Cour de cassation"},
	} {
		v := verified(t, lib, c.text)
		var found corpus.Key
		if v.Decision != nil {
			found = v.Decision.Key
		}
		var differs []string
		for _, d := range v.Differences {
			differs = append(differs, d.Field+"="+d.Said+">"+d.Found)
		}
		if got := strings.Join(differs, " "); v.Verdict != c.verdict || found != c.found || got != c.differs {
			t.Errorf("%s: %s %s [%s], want %s %s [%s]", c.text, v.Verdict, found, got, c.verdict, c.found, c.differs)
		}
		if c.verdict == queries.Ambiguous && len(v.Candidates) < 2 {
			t.Errorf("%s: candidates %v", c.text, v.Candidates)
		}
	}
}

// TestVerifyUncertain: what proves nothing is said to be neither right nor wrong, and asks
// after what is held.
func TestVerifyUncertain(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	for _, c := range []struct {
		text       string
		verdict    queries.Verdict
		candidates string
	}{
		// Court and day name no decision.
		{"Cass. soc., 13 novembre 2019", queries.NotHeld, "cass/18-29417"},
		{"Cass. 1re civ., 13 novembre 2019", queries.ByDayAlone, ""},
		{"CA Rennes, 5 octobre 2018", queries.ByDayAlone, ""},
		{"CA Rennes, 1re ch. civ., 5 octobre 2018", queries.NotHeld, "ca/rennes/17-92716"},
		{"CA Rennes, 4 octobre 2018", queries.NotHeld, ""},
		// Each court gives its own numbers.
		{"CA Rennes, 26 avril 2024, n° 21/90247", queries.NotHeld, ""},
		{"CA Caen, 26 avril 2024, n° 17/92716", queries.NotHeld, "ca/rennes/17-92716"},
		{"CA Rennes, 13 novembre 2019, n° 18/29417", queries.NotHeld, ""},
		// A number of the day that is like another.
		{"Cass. 1re civ., 13 novembre 2019, n° 18-29.418", queries.NotHeld, "cass/18-29417"},
		{"CA Rennes, 5 octobre 2018, n° 17/92717", queries.NotHeld, "ca/rennes/17-92716"},
		// A case may have several rulings, of which one or two are held.
		{"Cass. 1re civ., 7 mars 2019, n° 18-29.417", queries.AnotherRuling, "cass/18-29417"},
		{"Cass. soc., n° 18-29.417", queries.AnotherRuling, "cass/18-29417"},
		{"Cass. com., 3 mars 2021, n° 20-29.642", queries.AnotherRuling, "cass/20-29642@2021-02-17 cass/20-29642@2021-10-20"},
		{"CA Rennes, 5 avril 2018, n° 17/92716", queries.AnotherRuling, "ca/rennes/17-92716"},
	} {
		v := verified(t, lib, c.text)
		var keys []string
		for _, x := range v.Candidates {
			keys = append(keys, string(x.Key))
		}
		if got := strings.Join(keys, " "); v.Verdict != c.verdict || got != c.candidates || len(v.Differences) > 0 {
			t.Errorf("%s: %s [%s] %+v, want %s [%s]", c.text, v.Verdict, got, v.Differences, c.verdict, c.candidates)
		}
		if (v.Decision != nil) != (c.verdict == queries.ByDayAlone) {
			t.Errorf("%s: the decision %+v", c.text, v.Decision)
		}
	}
}

// TestVerifyDay: a day is wrong only where that can be known.
func TestVerifyDay(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	for _, c := range []struct {
		text    string
		verdict queries.Verdict
		sure    bool
	}{
		{"Cass. 1re civ., 13 novembre 2017, n° 18-29.417", queries.OtherDate, true},     // before the case was registered
		{"Cass. 1re civ., 23 novembre 2019, n° 18-29.417", queries.OtherDate, false},    // a digit of the day
		{"Cass. 1re civ., 13 novembre 2018, n° 18-29.417", queries.OtherDate, false},    // of the year
		{"Cass. 1re civ., 31 novembre 2019, n° 18-29.417", queries.OtherDate, true},     // no day
		{"Cass. soc., 23 novembre 2019, n° 18-29.417", queries.AnotherRuling, false},    // two faults are too many for a slip
		{"Cass. 1re civ., 13 octobre 2019, n° 18-29.417", queries.AnotherRuling, false}, // months are written out
		{"CA Rennes, 10/05/2018, n° 17/92716", queries.OtherDate, false},                // day and month that changed places
		{"CA Rennes, 10 mai 2018, n° 17/92716", queries.AnotherRuling, false},
		{"Cass. 1re civ., 7 mars 2019, n° 18-29.417, ECLI:FR:CCASS:2019:C109142", queries.OtherDate, true},
		{"Cass. 1re civ., 13 novembre 2019, n° 18-29.417, ECLI:FR:CCASS:2019:C109999", queries.AnotherRuling, false},
	} {
		v := verified(t, lib, c.text)
		if v.Verdict != c.verdict || c.verdict == queries.OtherDate && (v.Because == "") != c.sure {
			t.Errorf("%s: %s (%s), want %s, for certain %v", c.text, v.Verdict, v.Because, c.verdict, c.sure)
		}
	}
}

// TestVerifyNumber: a number that no court gives makes a citation by court and day wrong; what
// is no number of a decision does not.
func TestVerifyNumber(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	for text, verdict := range map[string]queries.Verdict{
		"Cass. 1re civ., 13 novembre 2019, n° 18-29.41":                     queries.OtherNumber,
		"Cass. 1re civ., 13 novembre 2019, pourvoi n° 18-29.4177":           queries.OtherNumber,
		"Cass. 1re civ., 13 novembre 2019":                                  queries.ByDayAlone,
		"Cass. 1re civ., 13 novembre 2019, n° 245":                          queries.ByDayAlone, // of a bulletin
		"Cass. 1re civ., 13 novembre 2019, Bull. civ. I, n° 18-2":           queries.ByDayAlone,
		"Cass. 1re civ., 13 novembre 2019. Le bail, n° 18-2, a été résilié": queries.ByDayAlone,
	} {
		v := verified(t, lib, text)
		if v.Verdict != verdict || (v.Because != "") != (verdict == queries.OtherNumber) || !strings.HasPrefix(text, v.Text) {
			t.Errorf("%s: %s (%s) of %q, want %s", text, v.Verdict, v.Because, v.Text, verdict)
		}
	}
}

// TestVerifyChamber: chambers of all courts are compared, and what cannot be is said.
func TestVerifyChamber(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	for _, c := range []struct {
		text      string
		verdict   queries.Verdict
		unchecked int
	}{
		{"CE, 1re ch., 14 mars 2024, n° 996104", queries.OtherChamber, 0},
		{"CE, 6e ch., 14 mars 2024, n° 996104", queries.Exists, 0},
		{"CA Rennes, 1re ch. civ., 5 octobre 2018, n° 17/92716", queries.OtherChamber, 0},
		{"CA Rennes, 2e ch. com., 5 octobre 2018, n° 17/92716", queries.QuashedSince, 0},
		{"CA Rennes, ch. com., 5 octobre 2018, n° 17/92716", queries.QuashedSince, 1},
	} {
		if v := verified(t, lib, c.text); v.Verdict != c.verdict || len(v.Unchecked) != c.unchecked {
			t.Errorf("%s: %s %+v, not compared %+v, want %s", c.text, v.Verdict, v.Differences, v.Unchecked, c.verdict)
		}
	}
}

// TestVerifyProvision: a number of today, one that moved, and one whose text is not held.
func TestVerifyProvision(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	old := verified(t, lib, "l'ancien article 1382 du code civil")
	if old.Verdict != queries.Renumbered || old.Meant == nil || old.Meant.Today != "code-civil/1240" {
		t.Errorf("1382: %s, %+v", old.Verdict, old.Meant)
	}
	for text, want := range map[string]queries.Verdict{
		"article 9 du code civil":           queries.NotChecked,
		"l'article 12 du même code":         queries.NotUnderstood,
		"la loi n° 78-17 du 6 janvier 1978": queries.Exists,
	} {
		if v := verified(t, lib, text); v.Verdict != want {
			t.Errorf("%s: %s, want %s", text, v.Verdict, want)
		}
	}
}

// TestVerifyQuote: quotations are verbatim, altered, or nowhere, and come with the place.
func TestVerifyQuote(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	ctx := context.Background()
	d, err := lib.Decision(ctx, "18-29.417")
	if err != nil {
		t.Fatal(err)
	}
	var motifs string
	for _, z := range d.Zones {
		if z.Zone == corpus.Motifs {
			motifs = z.Of(d.Text)
		}
	}
	words := strings.Fields(motifs)
	if len(words) < 60 {
		t.Fatalf("%d words of reasons", len(words))
	}
	whole := strings.Join(words[20:40], " ")
	parts := strings.Join(words[20:28], " ") + " […] " + strings.Join(words[34:40], " ")
	changed := strings.Join(append(append(append([]string{}, words[20:30]...), "nonobstant"), words[31:40]...), " ")
	for _, c := range []struct {
		quote   string
		verdict queries.QuoteVerdict
		spans   int
	}{
		{whole, queries.Verbatim, 1},
		{"« " + strings.ReplaceAll(whole, "'", "’") + " »", queries.Verbatim, 1},
		{parts, queries.Verbatim, 2},
		{changed, queries.Altered, 1},
		{strings.ToUpper(whole), queries.Altered, 1},
		{"le chat dort paisiblement sur le rebord de la fenêtre du greffe", queries.NotQuoted, 0},
	} {
		ans, err := lib.Verify(ctx, queries.VerifyRequest{Text: "Cass. 1re civ., 13 novembre 2019, n° 18-29.417", Quotes: []string{c.quote}})
		if err != nil {
			t.Fatal(err)
		}
		q := ans.Quotes[0]
		if q.Verdict != c.verdict || len(q.Spans) != c.spans {
			t.Errorf("%q: %s %v, want %s at %d places", c.quote, q.Verdict, q.Spans, c.verdict, c.spans)
			continue
		}
		if c.spans > 0 {
			all := corpus.Span{Start: q.Spans[0].Start, End: q.Spans[len(q.Spans)-1].End}
			if all.Of(d.Text) != q.Found || q.Key != "cass/18-29417" {
				t.Errorf("%q: found %q in %s", c.quote, q.Found, q.Key)
			}
		}
	}
	ans, err := lib.Verify(ctx, queries.VerifyRequest{Text: "Cass. com., 7 mars 2018, n° 16-11.111", Quotes: []string{whole}})
	if err != nil || ans.Quotes[0].Verdict != queries.NoTextToQuote {
		t.Errorf("of what is not held: %+v, %v", ans, err)
	}
}

// TestVerifyBad: what makes no sense is refused in one line.
func TestVerifyBad(t *testing.T) {
	_, lib := onDisk(t)
	defer lib.Close()
	for name, req := range map[string]queries.VerifyRequest{
		"nothing cited":  {Text: "bonjour"},
		"empty":          {},
		"long":           {Text: strings.Repeat("a", 1<<20+1)},
		"many quotes":    {Text: "18-29.417", Quotes: make([]string, 21)},
		"quote of signs": {Text: "18-29.417", Quotes: []string{"« … »"}},
		"day":            {Text: "18-29.417", Date: "hier"},
	} {
		if _, err := lib.Verify(context.Background(), req); queries.CodeOf(err) != queries.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	var many strings.Builder
	for range 150 {
		many.WriteString("Cass. com., 7 mars 2018, n° 16-11.111 ; ")
	}
	ans, err := lib.Verify(context.Background(), queries.VerifyRequest{Text: many.String()})
	if err != nil || len(ans.Citations) != 100 || ans.LeftOut.Later != 50 || ans.LeftOut.Complete {
		t.Errorf("150 citations: %v, %v", ans, err)
	}
}

// TestVerifyPartOfLaw: that a code never had an article is proved by the whole law alone:
// not by a part of it, whatever its name, nor against what the tables know.
func TestVerifyPartOfLaw(t *testing.T) {
	archive, _ := synthtest.Legi(t, synth.LegiOptions{Versions: 2000, Seed: 1})
	part := func(name string) string { return firstArticle(t, archive, name) }
	unnamed := filepath.Join(t.TempDir(), "law.tar.gz")
	b, err := os.ReadFile(archive)
	if err == nil {
		err = os.WriteFile(unnamed, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, path string
		missing    queries.Verdict
	}{
		{"whole", archive, queries.NoSuchArticle},
		{"whole, under another name", unnamed, queries.NoSuchArticle},
		{"one article, under any name", part("law.tar.gz"), queries.NotChecked},
		{"one article, under the name of a full archive", part(filepath.Base(archive)), queries.NotChecked},
	} {
		lib := holding(t, c.path)
		code := "code civil"
		if v := verified(t, lib, "l'article 99999 du "+code); v.Verdict != c.missing || c.missing == queries.NotChecked && v.Because == "" {
			t.Errorf("%s: 99999: %s (%s), want %s", c.name, v.Verdict, v.Because, c.missing)
		}
		for _, number := range []string{"1382", "1240", "1134"} {
			if v := verified(t, lib, "l'article "+number+" du "+code); v.Verdict == queries.NoSuchArticle {
				t.Errorf("%s: %s: %s", c.name, number, v.Verdict)
			}
		}
	}
}

// firstArticle writes an archive of the first article of the code civil in another.
func firstArticle(t *testing.T, archive, name string) string {
	t.Helper()
	in, err := os.Open(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	z, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	zip := gzip.NewWriter(&out)
	to, from := tar.NewWriter(zip), tar.NewReader(z)
	for {
		h, err := from.Next()
		if err != nil {
			t.Fatalf("no article of the code civil: %v", err)
		}
		text, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(h.Name, "LEGIARTI") || !bytes.Contains(text, []byte("Code civil")) {
			continue
		}
		if err := errors.Join(to.WriteHeader(h), func() error { _, err := to.Write(text); return err }(), to.Close(), zip.Close()); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
}
