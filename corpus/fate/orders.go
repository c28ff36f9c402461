package fate

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// byKind says what an order of a kind does to the decision under review.
var byKind = map[corpus.HoldingKind]corpus.Ruling{
	corpus.Cassation:             {Outcome: corpus.Quashed},
	corpus.CassationPartielle:    {Outcome: corpus.Quashed, Part: true},
	corpus.Infirmation:           {Outcome: corpus.Reversed},
	corpus.InfirmationPartielle:  {Outcome: corpus.Reversed, Part: true},
	corpus.Confirmation:          {Outcome: corpus.Confirmed},
	corpus.ConfirmationPartielle: {Outcome: corpus.Confirmed, Part: true},
	corpus.NonAdmission:          {Outcome: corpus.Upheld},
	corpus.Desistement:           {Outcome: corpus.Withdrawn},
	corpus.Radiation:             {Outcome: corpus.StruckOut},
}

// fromOrders reads the orders of a decision. What reverses goes before what confirms:
// a decision of which one head is confirmed and another reversed is reversed in part.
func (reader *Reader) fromOrders(d *corpus.Decision) (found corpus.Ruling, ok bool) {
	if !reviews(d) {
		return found, false
	}
	confirmed := false
	for i := range d.Holdings {
		h := &d.Holdings[i]
		if ok && found.Outcome == corpus.Quashed && !quashes(h) {
			continue // it quashed: what it confirms or reverses itself is the decision below (see below.tsv)
		}
		r, known := byKind[h.Kind]
		switch h.Kind {
		case corpus.Rejet:
			r, known = corpus.Ruling{Outcome: corpus.Upheld}, rejectsReview(d, h, i)
		case corpus.Irrecevabilite:
			r, known = corpus.Ruling{Outcome: corpus.Inadmissible}, namesReview(h)
		case corpus.Autre, corpus.Constate, corpus.Dit:
			r, known = corpus.Ruling{Outcome: corpus.Lapsed}, lapses(h)
		case corpus.Desistement: // of an incident or a cross-appeal: the appeal goes on
			known = !names(h.Text, asideWords, firstWords) || names(h.Text, mainWords, firstWords)
		case corpus.Annulation:
			r, known = corpus.Ruling{Outcome: corpus.Annulled, Part: reader.inPart(h)}, namesDecision(h)
		}
		if !known {
			continue
		}
		confirmed = confirmed || r.Outcome == corpus.Confirmed
		if !ok || weight(r) > weight(found) {
			r.Text, r.Span = h.Text, h.Span
			found, ok = r, true
		}
	}
	if found.Outcome.Falls() && confirmed {
		found.Part = true
	}
	if found.Outcome == corpus.Confirmed && found.Part { // "confirme, sauf en ce que": the rest is reversed, if nothing else says so
		found.Outcome = corpus.Reversed
	}
	return found, ok
}

// quashes reports whether an order is one of cassation.
func quashes(h *corpus.Holding) bool {
	return h.Kind == corpus.Cassation || h.Kind == corpus.CassationPartielle
}

// weight orders what several orders of one decision do.
func weight(r corpus.Ruling) int {
	switch {
	case r.Outcome.Falls():
		return 3
	case r.Outcome == corpus.Confirmed:
		return 2
	}
	return 1
}

// rejectsReview reports whether an order rejects the pourvoi, appeal or request itself,
// and not some claim.
func rejectsReview(d *corpus.Decision, h *corpus.Holding, at int) bool {
	if d.Court.Kind == corpus.CE || d.Court.Kind == corpus.CAA {
		return at == 0
	}
	return namesReview(h)
}

// The words that name a review, and a decision under it, in an order.
var (
	reviewWords   = []string{"pourvoi", "appel", "recours", "requete"}
	decisionWords = []string{"jugement", "arret", "ordonnance", "decision", "sentence"}
	asideWords    = []string{"incident", "incidente"}
	mainWords     = []string{"principal"}
	lapseWords    = []string{"caducite", "caduc", "caduque", "peremption", "extinction"}
)

// How many of the first words of an order name what it is about: "Prononce la caducité de
// la déclaration d'appel" comes to the review late.
const (
	firstWords = 7
	lapseReach = 10
)

func namesReview(h *corpus.Holding) bool   { return names(h.Text, reviewWords, firstWords) }
func namesDecision(h *corpus.Holding) bool { return names(h.Text, decisionWords, firstWords) }

// lapses reports whether an order says that the review itself, or the proceedings, came to
// an end: not a promise that lapsed, nor the action publique.
func lapses(h *corpus.Holding) bool {
	return names(h.Text, lapseWords, firstWords) &&
		(names(h.Text, reviewWords, lapseReach) || names(h.Text, []string{"instance"}, lapseReach))
}

// names reports whether one of some words stands among the first words of an order.
func names(text string, words []string, first int) bool {
	for i, w := range strings.FieldsFunc(fold.New(text).Folded, func(c rune) bool { return c < 'a' || c > 'z' }) {
		if i == first {
			break
		}
		for _, want := range words {
			if w == want || w == want+"s" {
				return true
			}
		}
	}
	return false
}
