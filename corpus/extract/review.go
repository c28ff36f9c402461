package extract

import "github.com/attendu/attendu/corpus"

// reviewing are the orders by which a court disposes of the decision under its
// review, and names it.
var reviewing = map[corpus.HoldingKind]bool{
	corpus.Cassation: true, corpus.CassationPartielle: true,
	corpus.Confirmation: true, corpus.ConfirmationPartielle: true,
	corpus.Infirmation: true, corpus.InfirmationPartielle: true,
	corpus.Annulation: true,
}

// markReviewed marks the decision that such an order names: the first decision
// cited from the order's verb on, before the next order. "INFIRME le jugement
// rendu le 13 mars 2017 par le tribunal …" says what was under appeal even where
// the head does not.
func markReviewed(d *corpus.Decision) {
	for i, h := range d.Holdings {
		if !reviewing[h.Kind] {
			continue
		}
		end := len(d.Text)
		if i+1 < len(d.Holdings) {
			end = d.Holdings[i+1].Start
		}
		for j := range d.Citations {
			c := &d.Citations[j]
			if c.Start >= h.Start && c.Start < end && c.Zone == corpus.Dispositif && c.Key.IsDecision() {
				c.UnderAppeal = true
				break
			}
		}
	}
}
