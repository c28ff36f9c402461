package extract

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// reviewing are the orders by which a court disposes of the decision under its
// review, and names it.
var reviewing = map[corpus.HoldingKind]bool{
	corpus.Cassation: true, corpus.CassationPartielle: true,
	corpus.Confirmation: true, corpus.ConfirmationPartielle: true,
	corpus.Infirmation: true, corpus.InfirmationPartielle: true,
	corpus.Annulation: true,
}

// markReviewed marks the decision that such an order names: the first decision
// cited from the order's verb on, before the next order, wherever the text cites it.
// "INFIRME le jugement rendu le 13 mars 2017 par le tribunal …" says what was under
// appeal even where the head does not.
func markReviewed(d *corpus.Decision) {
	var keys []corpus.Key
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
				keys = append(keys, c.Key)
				break
			}
		}
	}
	markNamed(d, keys)
}

// review settles which decision is under review: what the head names, what the
// citations and the dispositif say, and, for a court of appeal, the one decision
// of first instance that the text speaks of.
func (e *Extractor) review(d *corpus.Decision, t *fold.Text) {
	defer tellReviewed(d)
	defer e.joinNames(d)
	defer unmarkQuashed(d)
	markReviewed(d)
	if d.Court.Kind == corpus.CAA || d.Court.Kind == corpus.CE {
		e.publicReview(d)
		return
	}
	if d.Contested != nil && quashed(d, d.Contested.Court) && d.Official.Contested == nil {
		d.Read.Contested, d.Contested = nil, nil
	}
	if d.Contested != nil {
		markNamed(d, d.Contested.Keys())
	}
	if d.Court.Kind != corpus.CA || d.Contested != nil && len(d.Contested.Keys()) > 0 {
		return
	}
	c := attacked(d)
	if c == nil {
		c = e.appealed(d, t)
	}
	if c == nil {
		return
	}
	ref := e.referTo(c)
	if old := d.Contested; old != nil {
		ref.Date, ref.ID, ref.Title = cmp.Or(old.Date, ref.Date), old.ID, old.Title
		if len(old.Numbers) > 0 {
			ref.Numbers = old.Numbers
		}
	}
	d.Read.Contested, d.Contested = ref, ref
	markNamed(d, ref.Keys())
}

// quashed reports whether a court is not under the review of the one that rules, though
// its ruling is told with those that are. A court of appeal to which a case is remanded
// rules on the judgment of first instance (art. 625 and 638 CPC): the ruling that was quashed
// is that of another court of appeal, and that which quashed it of the Cour de cassation.
// Recours against its own rulings (déféré, opposition, révision) are reviews.
func quashed(d *corpus.Decision, of corpus.Court) bool {
	return d.Court.Kind == corpus.CA && (of.Kind == corpus.Cass ||
		of.Kind == corpus.CA && of.Place != "" && d.Court.Place != "" && corpus.Slug(of.Place) != corpus.Slug(d.Court.Place))
}

// unmarkQuashed takes from the decisions under review of a court of appeal those that it
// cannot review. Its own earlier ruling is one of them where it reviews a judgment of first
// instance: the Cour de cassation may remand to the same court.
func unmarkQuashed(d *corpus.Decision) {
	if d.Court.Kind == corpus.Cass {
		unmarkBelow(d)
	}
	if d.Court.Kind != corpus.CA {
		return
	}
	judgment := d.Contested != nil && d.Contested.Court.Kind != "" && d.Contested.Court.Kind != corpus.CA
	for i := range d.Citations {
		c := &d.Citations[i]
		if !c.UnderAppeal {
			continue
		}
		p, err := c.Key.Parts()
		if err != nil || p.Family != corpus.CaseLaw {
			continue
		}
		of := corpus.Court{Kind: corpus.CourtKind(p.Head), Place: p.Place}
		c.UnderAppeal = !quashed(d, of) && (!judgment || of.Kind != corpus.CA)
	}
}

// unmarkBelow takes from the decisions under review of a court that quashes those that its
// further orders name: "DIT n'y avoir lieu à renvoi ; Infirme le jugement …".
func unmarkBelow(d *corpus.Decision) {
	var quashed, below []corpus.Key
	seen := false
	for i, h := range d.Holdings {
		quashes := h.Kind == corpus.Cassation || h.Kind == corpus.CassationPartielle
		if seen = seen || quashes; !seen || strings.Contains(strings.ToLower(h.Text), "pourvoi") {
			continue // "REJETTE le pourvoi formé contre l'arrêt …" names what is under review
		}
		for _, c := range d.Citations {
			switch {
			case !c.Key.IsDecision() || c.Start < h.Start || i+1 < len(d.Holdings) && c.Start >= d.Holdings[i+1].Start:
			case quashes:
				quashed = append(append(quashed, c.Key), c.AlsoNamed...)
			case c.UnderAppeal:
				below = append(below, c.Key)
			}
		}
	}
	if d.Contested != nil {
		quashed = append(quashed, d.Contested.Keys()...)
	}
	if len(quashed) == 0 {
		return
	}
	for i := range d.Citations {
		c := &d.Citations[i]
		if slices.Contains(below, c.Key) && !slices.Contains(quashed, c.Key) {
			c.UnderAppeal = false
		}
	}
}

// joinNames gives one node to the mentions of the decision under review: on one day
// and in one case, the tribunal judiciaire and the tribunal de grande instance of a
// town, or its tribunal de proximité, gave one ruling.
func (e *Extractor) joinNames(d *corpus.Decision) {
	if d.Contested == nil || d.Contested.Date == "" {
		return
	}
	e.sharpen(d)
	keys := d.Contested.Keys()
	if len(keys) == 0 {
		return
	}
	for i := range d.Citations {
		c := &d.Citations[i]
		p, err := c.Key.Parts()
		if err != nil || p.Family != corpus.CaseLaw || c.Date != d.Contested.Date {
			continue
		}
		named := corpus.Court{Kind: corpus.CourtKind(p.Head), Place: e.courts.Place(p.Place)}
		if named.Kind == d.Contested.Court.Kind && c.UnderAppeal && e.samePlace(d, named.Place) ||
			named.Kind != d.Contested.Court.Kind && e.courts.SameCourt(named, d.Contested.Court) {
			c.Node, c.UnderAppeal = keys[0], true
		}
	}
}

// samePlace reports whether the place that a mention of the decision under review prints
// may be that of its court: one is a town and the other a département, of which the courts
// of social security bore either name; or one says the arrondissement, too; or the court of
// appeal that rules decides between two towns of the name.
func (e *Extractor) samePlace(d *corpus.Decision, printed string) bool {
	place := d.Contested.Court.Place
	a, b := corpus.Slug(printed), corpus.Slug(place)
	switch {
	case a == "" || b == "" || a == b:
		return false
	case d.Court.Kind == corpus.CA && e.courts.Near(printed, d.Court.Place) == place, arrondissement(a, b), arrondissement(b, a):
		return true
	}
	return d.Contested.Court.Kind == corpus.TASS && e.courts.Seats(a) != e.courts.Seats(b)
}

// district is what the name of a place has behind that of its town: "-10e".
var district = regexp.MustCompile(`^-[0-9]{1,2}e$`)

// arrondissement reports whether the slug of a place is that of an arrondissement of a town.
func arrondissement(place, town string) bool {
	rest, ok := strings.CutPrefix(place, town)
	return ok && district.MatchString(rest)
}

// sharpen adds to the court under review, where the text named it, the arrondissement that a
// mention of the same judgment prints: "Paris 10e".
func (e *Extractor) sharpen(d *corpus.Decision) {
	ref := d.Contested
	if ref == nil || d.Official.Contested != nil {
		return
	}
	for i := range d.Citations {
		c := &d.Citations[i]
		p, err := c.Key.Parts()
		if err != nil || corpus.CourtKind(p.Head) != ref.Court.Kind || !c.UnderAppeal || c.Date != ref.Date || !arrondissement(p.Place, corpus.Slug(ref.Court.Place)) {
			continue
		}
		better := *ref
		better.Court.Place += " " + p.Place[strings.LastIndexByte(p.Place, '-')+1:]
		d.Read.Contested, d.Contested = &better, &better
		return
	}
}

// tellReviewed says what the mentions of the decision under review do: the court rules on
// it and tells what it says, and neither applies it nor rests on it.
func tellReviewed(d *corpus.Decision) {
	for i := range d.Citations {
		c := &d.Citations[i]
		if !c.UnderAppeal || c.Speaker != corpus.Cour || !c.Key.IsDecision() {
			continue
		}
		if c.Use = corpus.UseOf(c.Zone, c.Speaker); c.Use == corpus.Applied {
			c.Use = corpus.Reported
		}
	}
}

// markNamed marks the citations of the decision under review.
func markNamed(d *corpus.Decision, keys []corpus.Key) {
	for i := range d.Citations {
		c := &d.Citations[i]
		for _, k := range keys {
			c.UnderAppeal = c.UnderAppeal || c.Key == k || slices.Contains(c.AlsoNamed, k)
		}
	}
}

// attacked is the mention of the decision that a court of appeal reviews: the
// first that is said to be under appeal, else that of the only decision of first
// instance in the text. It is nil when there is none, or when it contradicts the
// day that the head gives.
func attacked(d *corpus.Decision) *corpus.Citation {
	var only *corpus.Citation
	several := false
	for i := range d.Citations {
		c := &d.Citations[i]
		p, err := c.Key.Parts()
		if kind := corpus.CourtKind(p.Head); err != nil || p.Family != corpus.CaseLaw || !kind.HasPlace() || kind == corpus.CA || p.Place == "" {
			continue
		}
		if c.Date == "" && p.At == "" && d.Contested == nil || c.Date > d.Date && d.Date != "" ||
			d.Contested != nil && d.Contested.Date != "" && c.Date != "" && c.Date != d.Contested.Date {
			continue
		}
		if c.UnderAppeal {
			return c
		}
		if only == nil {
			only = c
		} else if q, _ := only.Key.Parts(); q.Head != p.Head || q.Place != p.Place || c.Date != "" && only.Date != "" && c.Date != only.Date {
			several = true
		}
	}
	if several {
		return nil
	}
	return only
}
