package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// What a citation prints decides what can be proved of it:
//
//   - an ECLI is given to one ruling: whatever else the citation says of it can be wrong;
//   - a number is given to a case, in which a court may rule several times (a QPC before
//     the merits, an interim judgment, a correction): with the day it names one ruling,
//     and with another day it proves nothing but that the case is held (verifyday.go);
//   - a court and a day name no ruling at all, for a court gives many a day: they prove
//     nothing, neither that the one held is meant nor that it is not (byDay).
//
// What none of these finds is not in this library (verifynear.go).

// verifyDecision looks a decision up by its ECLI, else by its numbers, else by its court
// and day.
func (l *Library) verifyDecision(ctx context.Context, c *corpus.Citation, v *Verified) error {
	if ecli := printedECLI(c); ecli != "" {
		held, err := l.held(ctx, ecli)
		if err != nil {
			return err
		}
		if len(held) == 1 {
			return l.byECLI(ctx, c, held[0], v)
		}
	}
	held, err := l.named(ctx, c)
	switch {
	case err != nil:
		return err
	case len(held) == 0:
		return l.near(ctx, c, v)
	case namesDay(c.Key):
		return l.byDay(ctx, c, held, v)
	}
	return l.byItsNumber(ctx, c, held, v)
}

// printedECLI is the ECLI that a citation prints, as a key; "" for none.
func printedECLI(c *corpus.Citation) corpus.Key {
	for _, k := range append([]corpus.Key{c.Key}, c.AlsoNamed...) {
		if strings.HasPrefix(string(k), "ecli/") {
			return k
		}
	}
	return ""
}

// named are the held decisions that a citation names by its numbers, and only where it
// prints none by its court and day.
func (l *Library) named(ctx context.Context, c *corpus.Citation) (all []*corpus.Decision, err error) {
	for _, k := range append([]corpus.Key{c.Key, c.Node}, c.AlsoNamed...) {
		if namesDay(k) != namesDay(c.Key) {
			continue
		}
		held, err := l.held(ctx, k)
		if err != nil {
			return nil, err
		}
		for _, d := range held {
			if !slices.ContainsFunc(all, func(x *corpus.Decision) bool { return x.Node == d.Node }) {
				all = append(all, d)
			}
		}
	}
	return all, nil
}

// namesDay reports whether a key names a decision by its court and day.
func namesDay(k corpus.Key) bool {
	p, err := k.Parts()
	if err != nil {
		return false
	}
	_, err = corpus.ParseDate(p.ID)
	return err == nil
}

// ofDay keeps the decisions of a day.
func ofDay(list []*corpus.Decision, day corpus.Date) (out []*corpus.Decision) {
	for _, d := range list {
		if day != "" && d.Date == day {
			out = append(out, d)
		}
	}
	return out
}

// byItsNumber says which of the rulings held under a number a citation means.
func (l *Library) byItsNumber(ctx context.Context, c *corpus.Citation, all []*corpus.Decision, v *Verified) error {
	held := all
	if printedECLI(c) != "" { // which is not held: it is none of those that have another
		held = slices.DeleteFunc(slices.Clone(all), func(d *corpus.Decision) bool { return d.ECLI != "" })
	}
	if c.Date != "" && len(held) > 0 {
		if held = sameDays(held, c.Date); len(held) == 0 {
			return l.otherDay(ctx, c, all, v)
		}
	}
	switch {
	case len(held) == 0, len(held) == 1 && c.Date == "" && l.chamberMatch(c, held[0]) == court.Different:
		return l.anotherRuling(ctx, all, v)
	case len(held) > 1:
		v.Verdict = Ambiguous
		return l.candidates(ctx, held, v)
	}
	return l.identified(ctx, c, held[0], v)
}

// sameDays keeps the decisions of a day and, where there are none, those whose day is
// not known.
func sameDays(held []*corpus.Decision, day corpus.Date) (out []*corpus.Decision) {
	if out = ofDay(held, day); len(out) > 0 {
		return out
	}
	for _, d := range held {
		if d.Date == "" {
			out = append(out, d)
		}
	}
	return out
}

// byDay says what is held of a court and a day. A court gives many decisions a day, so
// that one held may or may not be meant; only a decision that has no number is cited in
// no other way.
func (l *Library) byDay(ctx context.Context, c *corpus.Citation, held []*corpus.Decision, v *Verified) error {
	fit := slices.DeleteFunc(slices.Clone(held), func(d *corpus.Decision) bool { return l.chamberMatch(c, d) == court.Different })
	switch len(fit) {
	case 0:
		v.Verdict = NotHeld
		return l.candidates(ctx, held, v)
	case 1:
		if err := l.found(ctx, fit[0], v); err != nil || l.usuallyCited(c.Text, fit[0]) {
			return err
		}
		v.Verdict = ByDayAlone
		return nil
	}
	v.Verdict = Ambiguous
	return l.candidates(ctx, fit, v)
}

// usuallyCited reports whether words cite a decision without number as it is usually
// cited.
func (l *Library) usuallyCited(words string, d *corpus.Decision) bool {
	return len(d.Numbers) == 0 && corpus.Slug(words) == corpus.Slug(l.Usual(&d.Metadata))
}

// found notes a decision, and what became of it.
func (l *Library) found(ctx context.Context, d *corpus.Decision, v *Verified) error {
	ref, err := l.ref(ctx, d)
	if err != nil {
		return err
	}
	steps, err := l.history(ctx, d)
	if err != nil {
		return err
	}
	v.Decision, v.Verdict, v.Fate = &ref, Exists, new(noFate())
	for _, s := range steps {
		if s.Self {
			v.Fate = &s.Fate
		}
	}
	if f := v.Fate.Standing; f == Falls || f == FallsInPart { // not what lost its confirmation alone: see the fate
		v.Verdict = QuashedSince
	}
	return nil
}

// differs notes what a citation says otherwise than the decision that it names.
func (v *Verified) differs(verdict Verdict, field, said, found string) {
	v.Differences, v.Verdict = append(v.Differences, Difference{Field: field, Said: said, Found: found}), verdict
}

// identified notes the decision that a citation names, and all that it says otherwise.
func (l *Library) identified(ctx context.Context, c *corpus.Citation, d *corpus.Decision, v *Verified) error {
	if err := l.found(ctx, d, v); err != nil {
		return err
	}
	l.compareChamber(c, d, v)
	l.compareSeat(c, d, v)
	if c.Date != "" && d.Date != "" && c.Date != d.Date {
		v.differs(OtherDate, "date", string(c.Date), string(d.Date))
	}
	return nil
}

// compareSeat says that a citation names another cour administrative d'appel than its
// number does, which has the seat, so that the key has none.
func (l *Library) compareSeat(c *corpus.Citation, d *corpus.Decision, v *Verified) {
	name, _, _ := strings.Cut(c.Text, ",")
	said, ok := l.extract.Courts().Parse(name)
	if !ok || said.Kind != corpus.CAA || d.Court.Kind != corpus.CAA {
		return
	}
	held := corpus.Court{Kind: corpus.CAA, Place: d.Court.Place}
	for _, n := range d.Numbers {
		held.Place = cmp.Or(held.Place, l.extract.Courts().Seat(n))
	}
	if said.Place != "" && held.Place != "" && said.Place != held.Place {
		v.differs(OtherCourt, "court", said.Name(), held.Name())
	}
}

// byECLI notes the decision that an ECLI names, and all that is said otherwise of it, the
// number included.
func (l *Library) byECLI(ctx context.Context, c *corpus.Citation, d *corpus.Decision, v *Verified) error {
	if err := l.identified(ctx, c, d, v); err != nil {
		return err
	}
	p, err := c.Key.Parts()
	if err == nil && p.Head != "ecli" && !namesDay(c.Key) && len(d.Numbers) > 0 && !slices.Contains(d.Keys, c.Key.Base()) {
		v.differs(OtherNumber, "number", court.Number(corpus.CourtKind(p.Head), p.ID), usualNumbers(d))
	}
	return nil
}

// usualNumbers are the numbers of a decision as its court prints them.
func usualNumbers(d *corpus.Decision) string {
	var out []string
	for _, n := range d.Numbers {
		out = append(out, court.Number(d.Court.Kind, n))
	}
	return strings.Join(out, ", ")
}

// candidates lists decisions that may be meant, at most maxCandidates.
func (l *Library) candidates(ctx context.Context, held []*corpus.Decision, v *Verified) error {
	for _, d := range held {
		if len(v.Candidates) == maxCandidates {
			break
		}
		if slices.ContainsFunc(v.Candidates, func(r DecisionRef) bool { return r.Node == d.Node }) {
			continue
		}
		ref, err := l.ref(ctx, d)
		if err != nil {
			return err
		}
		v.Candidates = append(v.Candidates, ref)
	}
	return nil
}
