package fate

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/phrase"
)

// settlement is the provision by which the Conseil d'État settles a case of which it
// annuls the ruling: it does so, or remands, and must do one of them.
const settlement = corpus.Key("code-de-justice-administrative/L821-2")

// ending says that a court which quashes or annuls ends the dispute itself; nil where it
// does not, or where nothing shows that. An order of remand speaks against it whatever
// else is said: a cassation may be without remand on some heads alone.
func (r *Reader) ending(d *corpus.Decision, found *corpus.Ruling) *corpus.Ending {
	cass := d.Court.Kind == corpus.Cass && found.Outcome.Falls()
	settles := d.Court.Kind == corpus.CE && found.Outcome == corpus.Annulled
	if !cass && !settles || remands(d) {
		return nil
	}
	var e *corpus.Ending
	for i := range d.Holdings {
		if h := &d.Holdings[i]; r.noRemand.fit(h.Text) {
			e = &corpus.Ending{Text: h.Text, Span: h.Span}
			break
		}
	}
	if e == nil && settles {
		e = settled(d)
	}
	if official := r.noRemand.fit(d.Solution); official && e == nil {
		e = &corpus.Ending{Official: d.Solution}
	} else if official {
		e.Official = d.Solution
	}
	if e != nil {
		e.Below = r.fromBelow(d)
	}
	return e
}

// remands reports whether another court is to rule anew.
func remands(d *corpus.Decision) bool {
	for i := range d.Holdings {
		if d.Holdings[i].Kind == corpus.Renvoi {
			return true
		}
	}
	return false
}

// settled is where the Conseil d'État says by what it settles the case.
func settled(d *corpus.Decision) *corpus.Ending {
	for i := range d.Citations {
		if c := &d.Citations[i]; c.Key == settlement && c.Speaker == corpus.Cour {
			return &corpus.Ending{Text: c.Text, Span: c.Span}
		}
	}
	return nil
}

// fromBelow reads what the orders of a court that ends the dispute do to the decision
// below the one that falls; nil when they do not tell.
func (r *Reader) fromBelow(d *corpus.Decision) *corpus.Ruling {
	var found *corpus.Ruling
	confirmed := false
	for i := range d.Holdings {
		h := &d.Holdings[i]
		said, known := r.ofBelow(d.Court.Kind, h)
		if !known {
			continue
		}
		confirmed = confirmed || said.Outcome == corpus.Confirmed
		if found == nil || weight(said) > weight(*found) {
			said.Text, said.Span = h.Text, h.Span
			found = &said
		}
	}
	if found != nil && found.Outcome.Falls() && confirmed {
		found.Part = true
	}
	return found
}

// ofBelow reads one order by below.tsv.
func (r *Reader) ofBelow(court corpus.CourtKind, h *corpus.Holding) (corpus.Ruling, bool) {
	words := phrase.NewPassage(fold.New(h.Text).Folded)
	for i := range r.below {
		b := &r.below[i]
		if b.fits(court, h.Kind, words) {
			said := b.Ruling
			said.Part = said.Part || said.Outcome == corpus.Annulled && r.inPart(h)
			return said, true
		}
	}
	return corpus.Ruling{}, false
}

// inPart reports whether an order annuls a part of a decision alone.
func (r *Reader) inPart(h *corpus.Holding) bool { return r.part.fit(h.Text) }

// fit reports whether one of the rows fits a text.
func (w wording) fit(text string) bool {
	if strings.TrimSpace(text) == "" {
		return false
	}
	words := phrase.NewPassage(fold.New(text).Folded)
	for _, x := range w {
		fits := x.begins && x.words.Begin(words, 0, words.Len()) || !x.begins && len(x.words.Find(words)) > 0
		if fits && len(x.unless.Find(words)) == 0 {
			return true
		}
	}
	return false
}
