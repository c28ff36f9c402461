package queries

import (
	"cmp"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// saidChamber is the chamber that a citation prints, "" for none.
func saidChamber(c *corpus.Citation) string {
	return cmp.Or(c.Chamber, court.CitedFormation(c.Text))
}

// chamberOf is the chamber of a decision, of the Cour de cassation as citations write
// it, else as the decision prints it.
func (l *Library) chamberOf(d *corpus.Decision) string {
	if d.Court.Kind == corpus.Cass {
		return cmp.Or(l.extract.Courts().Chamber(d.Court.Chamber), l.extract.Courts().Chamber(d.Formation))
	}
	return cmp.Or(d.Court.Chamber, d.Formation)
}

// chamberMatch holds the chamber of a citation against that of a decision.
func (l *Library) chamberMatch(c *corpus.Citation, d *corpus.Decision) court.Match {
	return l.extract.Courts().SameFormation(d.Court.Kind, saidChamber(c), l.chamberOf(d))
}

// compareChamber says that the chamber is another, or that it could not be compared.
func (l *Library) compareChamber(c *corpus.Citation, d *corpus.Decision, v *Verified) {
	said, found := saidChamber(c), l.chamberOf(d)
	if said == "" {
		return
	}
	switch l.chamberMatch(c, d) {
	case court.Different:
		v.differs(OtherChamber, "chamber", said, found)
	case court.Incomparable:
		v.Unchecked = append(v.Unchecked, Difference{Field: "chamber", Said: said, Found: found})
	}
}
