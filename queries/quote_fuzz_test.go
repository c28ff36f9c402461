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
	f.Fuzz(func(t *testing.T, text, quote string) {
		if len(text)*len(quote) > 1<<18 {
			return
		}
		if !utf8.ValidString(text) {
			text = "" // the texts of a library are valid
		}
		spans, verdict := findQuote(text, quoteParts(quote))
		if verdict != NotQuoted && len(quoteParts(quote)) > 0 && len(spans) == 0 {
			t.Errorf("%s without a place", verdict)
		}
		last := 0
		for _, s := range spans {
			if s.Start < last || s.End <= s.Start || s.End > len(text) || !utf8.ValidString(s.Of(text)) {
				t.Fatalf("%v of %d bytes, after %d", s, len(text), last)
			}
			last = s.End
		}
		if parts := quoteParts(text); len(parts) == 1 {
			if _, verdict := findQuote(text, parts); verdict != Verbatim {
				t.Errorf("%q is %s in itself", text, verdict)
			}
		}
	})
}
