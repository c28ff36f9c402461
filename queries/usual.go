package queries

import (
	"cmp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// Usual writes a decision as French lawyers cite it: "Cass. com., 7 mars 2018,
// n° 16-24.657", "TGI Laval, ord. réf., 4 octobre 2016", "CE, 2e - 7e ch. réunies,
// 21 mars 2024, n° 490536", "CNIL, délib. n° SAN-2023-904, 15 juin 2023".
func (l *Library) Usual(m *corpus.Metadata) string { return usual(l.extract.Courts(), m) }

// Usual writes a decision as Library.Usual does.
func (r *Reader) Usual(m *corpus.Metadata) string { return usual(r.x.Courts(), m) }

// Chamber names a chamber of the Cour de cassation in running text, however it is printed or
// coded: "première chambre civile" for CHAMBRE_CIVILE_1; "" for what names none.
func (l *Library) Chamber(printed string) string { return l.extract.Courts().ChamberName(printed) }

// withChamber puts the chamber that a mention prints into the title of a ruling of
// the Cour de cassation that has none: "Cass. soc., n° 17-21.434".
func withChamber(title, chamber string) string {
	if rest, ok := strings.CutPrefix(title, "Cass.,"); ok && chamber != "" {
		return "Cass. " + chamber + "," + rest
	}
	return title
}

func usual(courts *court.Courts, m *corpus.Metadata) string {
	name := courts.Short(m.Court.Kind)
	if name == "" {
		name = "Juridiction inconnue"
	}
	place := m.Court.Place
	if m.Court.Kind == corpus.CAA && place == "" && len(m.Numbers) > 0 {
		place = courts.Seat(m.Numbers[0])
	}
	if place != "" {
		name += " " + place
	}
	if m.Court.Kind == corpus.Cass {
		if c := cmp.Or(courts.Chamber(m.Court.Chamber), courts.Chamber(m.Formation)); c != "" {
			name += " " + c
		}
	}
	parts := []string{name}
	if f := formation(courts, m); f != "" {
		parts = append(parts, f)
	}
	if n := nature(m); n != "" {
		parts = append(parts, n)
	}
	number := ""
	if len(m.Numbers) > 0 {
		number = "n° " + strings.Join(m.Numbers, ", ")
	}
	if m.Court.Kind == corpus.CNIL { // the number is part of the name
		parts = append(parts, strings.TrimSpace("délib. "+number))
		number = ""
	}
	if m.Date != "" {
		parts = append(parts, m.Date.Long())
	}
	if number != "" {
		parts = append(parts, number)
	}
	return strings.Join(parts, ", ")
}

// formation abbreviates the formation of an administrative court, which is part of
// how its decisions are cited.
func formation(courts *court.Courts, m *corpus.Metadata) string {
	switch m.Court.Kind {
	case corpus.CE, corpus.CAA, corpus.TA:
		return courts.Formation(m.Court.Chamber)
	}
	return ""
}

// nature is "ord." for an ordonnance, "ord. réf." for one of a juge des référés.
func nature(m *corpus.Metadata) string {
	if !strings.HasPrefix(corpus.Slug(m.Nature), "ordonnance") {
		return ""
	}
	if strings.Contains(corpus.Slug(m.Nature+" "+m.Court.Chamber+" "+m.Formation), "refere") {
		return "ord. réf."
	}
	return "ord."
}
