package fate

import "github.com/attendu/attendu/corpus"

// Of gives the ruling of a decision; false when nothing shows that it ruled on
// another, or how.
func (r *Reader) Of(d *corpus.Decision) (corpus.Ruling, bool) {
	found, ok := r.ruling(d)
	if ok {
		found.Ending = r.ending(d, &found)
	}
	return found, ok
}

// ruling is what a decision does to the one under review itself.
func (r *Reader) ruling(d *corpus.Decision) (corpus.Ruling, bool) {
	said, ok := r.fromOrders(d)
	official, known := r.fromSolution(d.Solution)
	switch {
	case !known || !reviews(d):
		return said, ok
	case !ok:
		return official, true
	case said.Outcome == official.Outcome:
		said.Part = said.Part || official.Part
		said.Official = official.Official
		return said, true
	}
	return official, true
}

// reviews reports whether a court rules on decisions of others at all.
func reviews(d *corpus.Decision) bool {
	switch d.Court.Kind {
	case corpus.Cass, corpus.CA, corpus.CE, corpus.CAA:
		return true
	}
	return d.Contested != nil
}
