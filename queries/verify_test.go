package queries_test

import (
	"context"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
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
		{"Cass. 1re civ., 13 novembre 2019, n° 18-29.471", queries.OtherNumber, "cass/18-29417", "number=18-29471>18-29.417"},
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
		if (c.verdict == queries.Ambiguous) != (len(v.Candidates) > 1) {
			t.Errorf("%s: candidates %v", c.text, v.Candidates)
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
	if err != nil || len(ans.Citations) != 100 || ans.LeftOut != 50 {
		t.Errorf("150 citations: %v, %v", ans, err)
	}
}
