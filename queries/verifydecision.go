package queries

import (
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// verifyDecision looks a decision up by the name that a citation gives it, and where
// that names none by its number in other courts, and by its court and day.
func (l *Library) verifyDecision(ctx context.Context, c *corpus.Citation, v *Verified) error {
	held, err := l.named(ctx, c)
	if err != nil {
		return err
	}
	if one := ofDay(held, c.Date); len(one) == 1 {
		held = one
	}
	switch {
	case len(held) == 1:
		return l.compare(ctx, c, held[0], v)
	case len(held) > 1:
		v.Verdict = Ambiguous
		return l.candidates(ctx, held, v)
	}
	return l.near(ctx, c, v)
}

// named are the held decisions that a citation names, by any of the keys that it prints.
func (l *Library) named(ctx context.Context, c *corpus.Citation) (all []*corpus.Decision, err error) {
	for _, k := range append([]corpus.Key{c.Key, c.Node}, c.AlsoNamed...) {
		if namesDay(k) && !namesDay(c.Key) {
			continue // its number says which one of that day
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
		if len(all) == 1 {
			break // a number says more than the names behind it
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

// compare says how a decision differs from what a citation says of it, and what became
// of it.
func (l *Library) compare(ctx context.Context, c *corpus.Citation, d *corpus.Decision, v *Verified) error {
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
	if f := v.Fate.Standing; f != StandingUnknown && f != Stands {
		v.Verdict = QuashedSince
	}
	differs := func(field string, verdict Verdict, said, found string) {
		v.Differences = append(v.Differences, Difference{Field: field, Said: said, Found: found})
		v.Verdict = verdict
	}
	if chamber := l.chamberOf(d); c.Chamber != "" && chamber != "" && !sameChamber(c.Chamber, chamber) {
		differs("chamber", OtherChamber, c.Chamber, chamber)
	}
	if c.Date != "" && d.Date != "" && c.Date != d.Date {
		differs("date", OtherDate, string(c.Date), string(d.Date))
	}
	return nil
}

// chamberOf is the chamber of a ruling of the Cour de cassation as citations write it.
func (l *Library) chamberOf(d *corpus.Decision) string {
	if d.Court.Kind != corpus.Cass {
		return ""
	}
	if c := l.extract.Courts().Chamber(d.Court.Chamber); c != "" {
		return c
	}
	return l.extract.Courts().Chamber(d.Formation)
}

// sameChamber compares abbreviations: "1re civ." and "civ. 1re" are one.
func sameChamber(a, b string) bool {
	words := func(s string) []string {
		w := strings.Fields(strings.NewReplacer(".", " ", "ère", "re", "e", "e").Replace(strings.ToLower(s)))
		slices.Sort(w)
		return w
	}
	return slices.Equal(words(a), words(b))
}

// near looks for what a citation may have meant that names no held decision.
func (l *Library) near(ctx context.Context, c *corpus.Citation, v *Verified) error {
	v.Verdict = NotHeld
	p, err := c.Node.Parts()
	if err != nil {
		return err
	}
	if !namesDay(c.Node) {
		held, err := l.numbered(ctx, p.ID)
		if err != nil {
			return err
		}
		if len(held) == 1 {
			if err := l.compare(ctx, c, held[0], v); err != nil {
				return err
			}
			v.Differences = append(v.Differences, Difference{Field: "court", Said: l.courtOfKey(c.Node), Found: held[0].Court.Name()})
			v.Verdict = OtherCourt
			return nil
		}
		if len(held) > 1 {
			return l.candidates(ctx, held, v)
		}
	}
	if c.Date == "" {
		return nil
	}
	return l.sameDay(ctx, c, p, v)
}

// sameDay looks at the other decisions of the court on the day of a citation: one whose
// number is like it is taken for the one that was meant, the others may be.
func (l *Library) sameDay(ctx context.Context, c *corpus.Citation, p corpus.Parts, v *Verified) error {
	k := corpus.Parts{Head: p.Head, Place: p.Place, ID: string(c.Date), Family: p.Family}.Key()
	held, err := l.held(ctx, k)
	if err != nil {
		return err
	}
	var alike []*corpus.Decision
	for _, d := range held {
		if slices.ContainsFunc(d.Numbers, func(n string) bool { return likeNumber(n, p.ID) }) {
			alike = append(alike, d)
		}
	}
	if len(alike) != 1 {
		return l.candidates(ctx, held, v)
	}
	if err := l.compare(ctx, c, alike[0], v); err != nil {
		return err
	}
	v.Differences = append(v.Differences, Difference{Field: "number", Said: p.ID, Found: strings.Join(alike[0].Numbers, ", ")})
	v.Verdict = OtherNumber
	return nil
}

// likeNumber reports whether two numbers differ as a slip of the pen does: in one
// character, or in two that changed places.
func likeNumber(a, b string) bool {
	a, b = bareNumber(a), bareNumber(b)
	if len(a) != len(b) || a == b {
		return false
	}
	var at []int
	for i := range len(a) {
		if a[i] != b[i] {
			at = append(at, i)
		}
	}
	return len(at) == 1 || len(at) == 2 && at[1] == at[0]+1 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]]
}

// candidates lists decisions that may be meant, at most maxCandidates.
func (l *Library) candidates(ctx context.Context, held []*corpus.Decision, v *Verified) error {
	for _, d := range held[:min(maxCandidates, len(held))] {
		ref, err := l.ref(ctx, d)
		if err != nil {
			return err
		}
		v.Candidates = append(v.Candidates, ref)
	}
	return nil
}

// courtOfKey names the court of a key.
func (l *Library) courtOfKey(k corpus.Key) string {
	m := l.keyMetadata(k)
	return m.Court.Name()
}
