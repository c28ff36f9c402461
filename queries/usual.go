package queries

import (
	"cmp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// Usual writes a decision as French lawyers cite it: "Cass. com., 7 mars 2018,
// n° 16-24.657", "TGI Laval, ord. réf., 4 octobre 2016".
func (l *Library) Usual(m *corpus.Metadata) string { return usual(l.extract.Courts(), m) }

// Usual writes a decision as Library.Usual does.
func (r *Reader) Usual(m *corpus.Metadata) string { return usual(r.x.Courts(), m) }

func usual(courts *court.Courts, m *corpus.Metadata) string {
	name := courts.Short(m.Court.Kind)
	if name == "" {
		name = "Juridiction inconnue"
	}
	if m.Court.Place != "" {
		name += " " + m.Court.Place
	}
	if m.Court.Kind == corpus.Cass {
		if c := cmp.Or(courts.Chamber(m.Court.Chamber), courts.Chamber(m.Formation)); c != "" {
			name += " " + c
		}
	}
	parts := []string{name}
	if strings.HasPrefix(corpus.Slug(m.Nature), "ordonnance") {
		nature := "ord."
		if slug := corpus.Slug(m.Nature + " " + m.Court.Chamber + " " + m.Formation); strings.Contains(slug, "refere") {
			nature = "ord. réf."
		}
		parts = append(parts, nature)
	}
	if m.Date != "" {
		parts = append(parts, m.Date.Long())
	}
	if len(m.Numbers) > 0 {
		parts = append(parts, "n° "+strings.Join(m.Numbers, ", "))
	}
	return strings.Join(parts, ", ")
}
