package heading

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// ParseCourt reads the name of one court with its chamber: "Cour d'appel de
// Colmar", "TGI LAVAL". What follows a comma or a line end is taken for the
// chamber. It is false when no court is named.
func (r *Reader) ParseCourt(s string) (corpus.Court, bool) {
	t := fold.New(s)
	v := newView(t, 0, len(t.Folded))
	court, at, ok := r.courts.Find(v, 0, len(v.s))
	if !ok {
		return corpus.Court{}, false
	}
	rest := strings.TrimLeft(v.s[at.End:], " ,;:.\n-(")
	for _, f := range r.formulas["chamber"] {
		if m := f.re.FindStringIndex(rest); m != nil && court.Chamber == "" && f.holds(court.Kind) {
			from := len(v.s) - len(rest)
			court.Chamber = tidy(v.Printed(from, from+m[1]))
		}
	}
	return court, true
}

func wordStart(s string, i int) bool {
	return isWord(s[i]) && (i == 0 || !isWord(s[i-1]))
}

func isWord(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }
