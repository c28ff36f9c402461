package queries

import "github.com/attendu/attendu/corpus"

// settle says what results from the rulings on a decision itself. What was quashed is
// as if it had not been ruled (code de procédure civile, art. 625); what was quashed in
// part still holds for the rest, and the court of remand rules on that part alone (art.
// 624, 638): its ruling adds to what is left of the one before.
func (f *Fate) settle() {
	f.sort()
	force, open := f.inForce()
	var takes []*FateRuling
	whole, kept := open == nil, []corpus.Key{}
	for _, r := range force {
		if r.Outcome.Falls() {
			takes = append(takes, r)
		}
		if !r.Outcome.Falls() || r.Part {
			whole = false
			kept = append(kept, r.Key)
		}
	}
	switch {
	case len(takes) > 0 && whole:
		f.Standing, f.By = Falls, takes[len(takes)-1].Key // it took what was left
	case len(takes) > 0:
		f.Standing, f.By, f.KeptBy = FallsInPart, takes[0].Key, kept
	case open != nil:
		whole, part := PendingAgain, PartPendingAgain
		if open.settled {
			whole, part = Settled, PartSettled
		}
		if f.Standing = whole; len(force) > 0 {
			f.Standing, f.KeptBy = part, kept
		}
		if f.By = open.OverturnedBy; f.By == "" {
			f.By = open.Key
		}
	case len(force) > 0:
		f.Standing, f.By = Stands, force[len(force)-1].Key
	}
}

// inForce gives the rulings that still say something of the decision, the oldest first:
// the latest, and of those before it the ones that were quashed in part only. open is
// the latest ruling when it was quashed, if only in part, so that something is to be
// ruled anew, or was settled by what quashed it.
func (f *Fate) inForce() (force []*FateRuling, open *FateRuling) {
	var failed *FateRuling // the latest review that came to nothing
	for i := len(f.Rulings) - 1; i >= 0; i-- {
		r := &f.Rulings[i]
		part := r.Standing == FallsInPart || r.Standing == PartPendingAgain || r.Standing == PartSettled
		gone := r.Standing == Falls || r.Standing == PendingAgain || r.Standing == Settled
		if r.Outcome == corpus.StruckOut {
			continue
		}
		if (gone || part) && len(force) == 0 && open == nil {
			if open = r; failed != nil { // what was remanded came to nothing: the decision under review stands (art. 636)
				force, open = append(force, failed), nil
			}
		}
		switch {
		case gone:
		case r.failed():
			if failed == nil {
				failed = r
			}
		case part || len(force) == 0:
			force = append([]*FateRuling{r}, force...)
		}
	}
	if len(force) == 0 && failed != nil {
		return []*FateRuling{failed}, nil
	}
	return force, open
}

// failed reports whether a review ended without a word on the merits: it leaves the
// decision as other rulings left it.
func (r *FateRuling) failed() bool {
	return r.Outcome == corpus.Inadmissible || r.Outcome == corpus.Withdrawn || r.Outcome == corpus.Lapsed
}
