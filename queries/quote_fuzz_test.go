package queries

import (
	"testing"
	"unicode/utf8"
)

// FuzzQuote: any words looked for in any text give places in it, one after the other, and
// what is cut out of a text is found there again.
func FuzzQuote(f *testing.F) {
	f.Add("L’arrêt « attaqué » viole\u00a0l'article 9.", "viole l’article […] 9")
	f.Add("a\u00adb c", "ab")
	f.Add("é\xff", "…")
	f.Add("Celui qui [X] juge", "[c]elui [dont] jug[era]")
	f.Fuzz(func(t *testing.T, text, quote string) {
		if len(text)*len(quote) > 1<<18 {
			return
		}
		if !utf8.ValidString(text) {
			text = "" // the texts of a library are valid
		}
		spans, verdict := findQuote(text, quote)
		if verdict != NotQuoted && len(quoteParts(quote, true)) > 0 && len(spans) == 0 {
			t.Errorf("%s without a place", verdict)
		}
		last := 0
		for _, s := range spans {
			if s.Start < last || s.End <= s.Start || s.End > len(text) || !utf8.ValidString(s.Of(text)) {
				t.Fatalf("%v of %d bytes, after %d", s, len(text), last)
			}
			last = s.End
		}
		if parts := quoteParts(text, false); len(parts) == 1 {
			if _, verdict := findQuote(text, text); verdict != Verbatim {
				t.Errorf("%q is %s in itself", text, verdict)
			}
		}
	})
}

// TestCalendarDay: the days of the calendar, and those that it does not have.
func TestCalendarDay(t *testing.T) {
	for written, want := range map[string]string{"1er mars 2018": "2018-03-01", "29 février 2016": "2016-02-29", "31 DÉCEMBRE 2020": "2020-12-31",
		"30 février 2019": "", "31 avril 2020": "", "0 mai 2020": "", "29 fevrier 2019": ""} {
		if d, ok := calendarDay(written); ok != (want != "") || ok && string(d) != want {
			t.Errorf("%s: %s, %v", written, d, ok)
		}
	}
}
