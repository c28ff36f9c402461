package court

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// succession is a kind of court and one that goes on for it.
type succession struct{ kind, successor corpus.CourtKind }

// addSuccessions takes the rows of successions.tsv.
func (c *Courts) addSuccessions(rows []table.Row) error {
	c.successions = map[succession]bool{}
	for _, r := range rows {
		s := succession{corpus.CourtKind(r.Get("kind")), corpus.CourtKind(r.Get("successor"))}
		place := r.Get("place")
		if !s.kind.Known() || !s.successor.Known() || place != "same" && place != "any" {
			return r.Errorf("unknown kind or place in %q, %q, %q", s.kind, s.successor, place)
		}
		c.successions[s] = place == "any"
	}
	return nil
}

// SameCourt reports whether two names are of one court: they agree, or one is that of
// the court that has gone on for the other, or of a chamber of it (successions.tsv
// names the laws).
func (c *Courts) SameCourt(a, b corpus.Court) bool {
	if a.Kind == b.Kind {
		return a.Place == b.Place
	}
	for _, s := range []succession{{a.Kind, b.Kind}, {b.Kind, a.Kind}} {
		if anywhere, ok := c.successions[s]; ok {
			return anywhere || a.Place == b.Place
		}
	}
	return false
}
