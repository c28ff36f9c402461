package party

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// shortForm is a short form in brackets: "(SNCF)".
var shortForm = re2.MustCompile(`\(([^()]{2,40})\)`)

// labels lists how a body may be written: without the short form in brackets, without
// the words that open its name, and with the short form for what stands before it: of
// "Société nationale Lorme (SNL) réseau" also "SNL réseau".
func (f *Finder) labels(t *fold.Text, n name) []string {
	end := n.to
	if m := shortForm.FindStringIndex(t.Folded[end:min(len(t.Folded), end+44)]); m != nil && m[0] <= 1 {
		end += m[1]
	}
	full := clean(t.Folded[n.from:end])
	out := []string{bareLabel(shortForm.ReplaceAllString(full, ""))}
	if core := clean(shortForm.ReplaceAllString(f.core(t, n), "")); len(core) >= 3 {
		out = append(out, core)
	}
	if m := shortForm.FindStringSubmatchIndex(full); m != nil {
		out = append(out, bareLabel(full[m[2]:m[3]]+full[m[1]:]))
	}
	return out
}

// bareLabel is a name on one line without the article before it.
func bareLabel(s string) string {
	s = clean(s)
	return s[articleAt(s):]
}

// articleAt gives the length of the article that s opens with.
func articleAt(s string) int {
	for _, article := range []string{"la ", "le ", "les ", "l'"} {
		if strings.HasPrefix(s, article) {
			return len(article)
		}
	}
	return 0
}
