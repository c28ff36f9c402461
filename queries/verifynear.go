package queries

import (
	"context"
	"regexp"
	"slices"
	"strconv"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// near looks for what a citation may have meant of which no decision is held under its
// name. That it is not held says nothing against it, so what is found is a question.
func (l *Library) near(ctx context.Context, c *corpus.Citation, v *Verified) error {
	v.Verdict = NotHeld
	p, err := c.Node.Parts()
	if err != nil || p.Head == "ecli" {
		return err
	}
	if !namesDay(c.Node) {
		if done, err := l.elsewhere(ctx, c, p, v); done || err != nil {
			return err
		}
	}
	if c.Date == "" || namesDay(c.Node) {
		return nil
	}
	return l.sameDay(ctx, c, p, v)
}

// elsewhere looks at the same number in other courts. Courts told apart by place each
// give their own, so that it is no wonder that another has it, too, and an open question
// whether it is meant. Where the court goes on for the one that is named, it is the same
// case; and where the day agrees, too, under a number that few courts reach, the court is
// likely wrong.
func (l *Library) elsewhere(ctx context.Context, c *corpus.Citation, p corpus.Parts, v *Verified) (done bool, err error) {
	said := l.keyMetadata(c.Node).Court
	if !said.Kind.HasPlace() {
		return false, nil
	}
	all, err := l.numbered(ctx, p.ID)
	if err != nil {
		return false, err
	}
	var same, alike []*corpus.Decision
	for _, d := range all {
		switch {
		case said.Place == "" && said.Kind == d.Court.Kind && c.Date != "" && c.Date == d.Date,
			said.Place != "" && l.extract.Courts().SameCourt(said, d.Court):
			same = append(same, d)
		case said.Kind == d.Court.Kind || l.extract.Courts().SameCourt(corpus.Court{Kind: said.Kind}, corpus.Court{Kind: d.Court.Kind}):
			alike = append(alike, d)
		}
	}
	if len(same) > 0 {
		return true, l.byItsNumber(ctx, c, same, v)
	}
	if said.Place == "" {
		return false, l.candidates(ctx, alike, v)
	}
	if agree := ofDay(alike, c.Date); len(agree) == 1 && rareNumber(p.ID) && l.chamberMatch(c, agree[0]) != court.Different {
		v.Because = "likely: number and day are those of the decision, and hardly another court reaches that number"
		if err := l.found(ctx, agree[0], v); err != nil {
			return false, err
		}
		v.differs(OtherCourt, "court", said.Name(), agree[0].Court.Name())
		return true, nil
	}
	return false, l.candidates(ctx, alike, v)
}

// rareNumber reports whether a number of the general register of a judicial court is so
// high that few courts reach it in a year. Below, every larger court has a case of that
// number, ruled on at about the same time, and some of these on one day by chance: a right
// citation would be called wrong. The bound is a judgment, not a count: it is for whoever
// has the figures of the courts to correct.
func rareNumber(id string) bool {
	m := serial.FindStringSubmatch(id)
	if m == nil {
		return false
	}
	n, err := strconv.Atoi(m[1])
	return err == nil && n >= 10_000
}

var serial = regexp.MustCompile(`^\d\d-(\d{5})$`)

// sameDay asks after the decisions of the court on the day of a citation: first those
// whose number is like it. Cases of one series are ruled on together and have numbers
// one beside the other, so that a likeness proves nothing.
func (l *Library) sameDay(ctx context.Context, c *corpus.Citation, p corpus.Parts, v *Verified) error {
	k := corpus.Parts{Head: p.Head, Place: p.Place, ID: string(c.Date), Family: p.Family}.Key()
	held, err := l.held(ctx, k)
	if err != nil {
		return err
	}
	var alike, others []*corpus.Decision
	for _, d := range held {
		if slices.ContainsFunc(d.Numbers, func(n string) bool { return likeNumber(n, p.ID) }) {
			alike = append(alike, d)
		} else {
			others = append(others, d)
		}
	}
	if len(alike) > 0 || len(others) > maxCandidates {
		return l.candidates(ctx, alike, v)
	}
	return l.candidates(ctx, others, v)
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

// courtOfKey names the court of a key.
func (l *Library) courtOfKey(k corpus.Key) string {
	m := l.keyMetadata(k)
	return m.Court.Name()
}
