package heading

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// shelf is the formulas of each kind that hold for a court, in the order of the file.
type shelf map[string][]*formula

// shelve sorts the formulas for each court that one of them names; the shelf of ""
// is that of all other courts.
func shelve(formulas map[string][]formula) map[corpus.CourtKind]shelf {
	out := map[corpus.CourtKind]shelf{"": nil}
	for _, list := range formulas {
		for _, f := range list {
			for _, kind := range f.courts {
				out[corpus.CourtKind(strings.TrimPrefix(kind, "!"))] = nil
			}
		}
	}
	for kind := range out {
		out[kind] = shelf{}
		for name, list := range formulas {
			for i := range list {
				if list[i].holds(kind) {
					out[kind][name] = append(out[kind][name], &list[i])
				}
			}
		}
	}
	return out
}

// of gives the formulas of a kind that hold for the court.
func (w *reading) of(kind string) []*formula {
	s, ok := w.shelves[w.kind()]
	if !ok {
		s = w.shelves[""]
	}
	return s[kind]
}

// those gives the formulas of a kind that hold for the court and are wanted.
func (w *reading) those(kind string, want func(*formula) bool) []*formula {
	var out []*formula
	for _, f := range w.of(kind) {
		if want(f) {
			out = append(out, f)
		}
	}
	return out
}
