package corpus

import (
	"cmp"
	"strings"
)

// Prefer joins two accounts of one decision, field by field: the value of m wins
// where it has one. The courts and the decisions under review are completed by
// the other account as far as both speak of the same, and so is a solution.
func (m Metadata) Prefer(o Metadata) Metadata {
	return Metadata{
		Court:          m.Court.complete(o.Court),
		Date:           cmp.Or(m.Date, o.Date),
		Numbers:        preferList(m.Numbers, o.Numbers),
		ECLI:           cmp.Or(m.ECLI, o.ECLI),
		Title:          cmp.Or(m.Title, o.Title),
		Nature:         cmp.Or(m.Nature, o.Nature),
		Solution:       fuller(m.Solution, o.Solution),
		Formation:      cmp.Or(m.Formation, o.Formation),
		Recours:        cmp.Or(m.Recours, o.Recours),
		Audience:       cmp.Or(m.Audience, o.Audience),
		NumeroRole:     cmp.Or(m.NumeroRole, o.NumeroRole),
		Publication:    preferList(m.Publication, o.Publication),
		Themes:         preferList(m.Themes, o.Themes),
		Summaries:      preferList(m.Summaries, o.Summaries),
		Visa:           preferList(m.Visa, o.Visa),
		Contested:      completeReference(m.Contested, o.Contested),
		Rapprochements: preferList(m.Rapprochements, o.Rapprochements),
	}
}

// fuller prefers a, unless b says the same and more: "Cassation partielle sans renvoi" where
// a says "Cassation", which is all that the list of Judilibre has for both.
func fuller(a, b string) string {
	if n := len(a); len(b) > n && b[n] == ' ' && strings.EqualFold(a, b[:n]) {
		return b
	}
	return cmp.Or(a, b)
}

// complete adds the place and the chamber that another account gives of a court
// of the same kind.
func (c Court) complete(o Court) Court {
	if c.Kind == "" {
		return o
	}
	if c.Kind == o.Kind {
		c.Place = cmp.Or(c.Place, o.Place)
		c.Chamber = cmp.Or(c.Chamber, o.Chamber)
	}
	return c
}

// completeReference adds to a reference what another says, when both can be of
// the same decision.
func completeReference(r, o *Reference) *Reference {
	if r == nil || o == nil {
		return cmp.Or(r, o)
	}
	if r.Date != "" && o.Date != "" && r.Date != o.Date {
		return r
	}
	both := *r
	both.Court = r.Court.complete(o.Court)
	both.Date = cmp.Or(r.Date, o.Date)
	both.Numbers = preferList(r.Numbers, o.Numbers)
	both.Title = cmp.Or(r.Title, o.Title)
	return &both
}

func preferList[T any](a, b []T) []T {
	if len(a) > 0 {
		return a
	}
	return b
}
