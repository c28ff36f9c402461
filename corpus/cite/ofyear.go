package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// ofYear reads an act by its year, "de la loi de 1965", when the text has named one act of
// the kind and the year, and no other. k is where its noun stands, which ends at end.
func (r *reader) ofYear(k, end int, class string) (instrument, bool) {
	switch class {
	case "loi", "ordonnance", "decret":
	default:
		return instrument{}, false
	}
	e, ok := r.lit(r.blank(end), "de")
	if !ok {
		return instrument{}, false
	}
	j := r.blank(e)
	if e = r.digits(j); e-j != 4 || isWord(r.at(e)) {
		return instrument{}, false
	}
	var only corpus.Key
	for n := len(r.out) - 1; n >= 0 && n >= len(r.out)-maxItems; n-- {
		f := &r.out[n]
		if f.c.Key == "" || f.dropped || !strings.HasPrefix(string(f.c.Key), class+"/") || r.yearOf(f) != r.s[j:e] {
			continue
		}
		in := f.c.Key.Instrument()
		if only != "" && r.node(only) != r.node(in) {
			return instrument{}, false
		}
		only = in
	}
	return instrument{key: only, start: k, end: e, back: true, rule: "of-year"}, only != ""
}

// yearOf is the year of the act that a mention names, by its day or its number.
func (r *reader) yearOf(f *found) string {
	if f.c.Date != "" {
		return string(f.c.Date)[:4]
	}
	_, id, _ := strings.Cut(string(f.c.Key.Instrument()), "/")
	switch n, _, ok := strings.Cut(id, "-"); {
	case ok && len(n) == 4:
		return n
	case ok && len(n) == 2 && isDigit(n[0]):
		return "19" + n
	}
	return ""
}
