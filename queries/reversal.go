package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Reversal is a candidate: a later decision that may depart from an earlier one. It is
// found by words or by counting, and never asserted: a lawyer must read both.
type Reversal struct {
	Earlier DecisionRef `json:"earlier"`
	Later   DecisionRef `json:"later"`
	// Confidence is from 0 to 1, and never above 0.95.
	Confidence float64          `json:"confidence"`
	Signals    []ReversalSignal `json:"signals"`
}

// ReversalSignal is one thing that speaks for a reversal.
type ReversalSignal struct {
	// Kind is "words": the court announces that it leaves what was judged; "formation": it
	// sits in a solemn formation; or "shift": citations go from the one to the other.
	Kind     string  `json:"kind"`
	Strength float64 `json:"strength"`
	Detail   string  `json:"detail"`
	// Text is the proof of words, at Span of the later decision's text.
	Text string `json:"text"`
	corpus.Span
}

// The bounds of a search for reversals, and of what is told.
const (
	maxLaterRead  = 400 // decisions read for words, the latest first
	maxReversals  = 20
	mostConfident = 0.95
	solemn        = 0.3 // strength of a solemn formation, which alone is no signal
	shiftStrength = 0.35
)

// reversals looks among some decisions for those that may depart from another; of a
// decision asked for, only those that depart from it.
func (l *Library) reversals(ctx context.Context, m *measured, self int, nodes []int) ([]Reversal, error) {
	later := nodes
	if self >= 0 {
		later = nil
		for _, j := range m.Graph.Citing(self) {
			later = append(later, int(j))
		}
	}
	later = slices.DeleteFunc(slices.Clone(later), func(i int) bool { return !m.Held[i] || m.Days[i] == 0 || len(m.Graph.Cited(i)) == 0 })
	slices.SortFunc(later, func(a, b int) int { return cmp.Or(cmp.Compare(m.Days[b], m.Days[a]), cmp.Compare(a, b)) })
	found := map[[2]int]*Reversal{}
	for _, i := range later[:min(len(later), maxLaterRead)] {
		if err := l.reversalsBy(ctx, m, self, i, found); err != nil {
			return nil, err
		}
	}
	return l.settleReversals(ctx, m, found)
}

// reversalsBy reads one later decision.
func (l *Library) reversalsBy(ctx context.Context, m *measured, self, at int, found map[[2]int]*Reversal) error {
	nodes, err := l.nodesOf(ctx, []uint64{m.Numbers[at]})
	if err != nil {
		return err
	}
	d, err := l.store.Get(ctx, nodes[0])
	if err != nil {
		return err
	}
	add := func(earlier int, s ReversalSignal) {
		if earlier < 0 || self >= 0 && earlier != self || m.Days[earlier] >= m.Days[at] || !mayReverse(m.Kind(at), m.Kind(earlier)) {
			return
		}
		pair := [2]int{earlier, at}
		if found[pair] == nil {
			found[pair] = &Reversal{}
		}
		found[pair].Signals = append(found[pair].Signals, s)
	}
	for _, x := range l.leaving.Of(d) {
		earlier, err := l.citedAt(ctx, m, d.Citations[x.Cited].Node)
		if err != nil {
			return err
		}
		if f := found[[2]int{earlier, at}]; f != nil && f.Signals[0].Start == x.Start {
			continue // the decision is cited twice beside the same words
		}
		add(earlier, ReversalSignal{Kind: "words", Strength: x.Strength, Detail: x.Words, Text: x.Text, Span: x.Span})
	}
	for _, j := range m.Graph.Cited(at) {
		if before, after, ok := shift(m, int(j), at); ok {
			add(int(j), ReversalSignal{Kind: "shift", Strength: shiftStrength,
				Detail: fmt.Sprintf("cited by %d decisions in the five years before, by %d in the five after, which cite the later one more", before, after)})
		}
	}
	return nil
}

// citedAt is the place of the decision that a key names; -1 where it names none alone.
func (l *Library) citedAt(ctx context.Context, m *measured, key corpus.Key) (int, error) {
	nodes, err := l.store.Resolve(ctx, key)
	if err != nil || len(nodes) != 1 {
		return -1, err
	}
	i, ok, err := l.at(ctx, m, nodes[0])
	if !ok {
		i = -1
	}
	return i, err
}

// mayReverse reports whether a court of one kind may leave what one of another judged: a
// court leaves what itself judged, and what a court judged that it reviews.
func mayReverse(later, earlier string) bool {
	return later != "" && (later == earlier || tier(later) > tier(earlier))
}

// tier is 3 for courts that no court of the same order reviews, 2 for courts of appeal, 1
// for those of first instance.
func tier(kind string) int {
	switch corpus.CourtKind(kind) {
	case corpus.Cass, corpus.CE, corpus.CC, corpus.CJUE, corpus.CEDH:
		return 3
	case corpus.CA, corpus.CAA:
		return 2
	}
	return 1
}

// The window and the least counts of a shift of citations.
const (
	windowDays  = 5 * 365
	leastBefore = 8
)

// shift reports whether the citations of an earlier decision fall to a quarter or less
// after a later one that cites it, while the later one is cited more than it: in the five
// years before and after.
func shift(m *measured, earlier, later int) (before, after int, ok bool) {
	day := m.Days[later]
	for _, i := range m.Graph.Citing(earlier) {
		switch at := m.Days[i]; {
		case int(i) == later || at == 0:
		case at < day && at >= day-windowDays:
			before++
		case at > day && at <= day+windowDays:
			after++
		}
	}
	successor := 0
	for _, i := range m.Graph.Citing(later) {
		if at := m.Days[i]; at > day && at <= day+windowDays {
			successor++
		}
	}
	return before, after, before >= leastBefore && 4*after <= before && successor > after && 2*successor >= before
}

// settleReversals adds up the signals, and tells the most confident.
func (l *Library) settleReversals(ctx context.Context, m *measured, found map[[2]int]*Reversal) ([]Reversal, error) {
	out := []Reversal{}
	for pair, r := range found {
		refs, err := l.refs(ctx, m, pair[:])
		if err != nil {
			return nil, err
		}
		r.Earlier, r.Later = refs[0], refs[1]
		d, err := l.store.Heading(ctx, r.Later.Node)
		if err != nil {
			return nil, err
		}
		if f := solemnFormation(d); f != "" {
			r.Signals = append(r.Signals, ReversalSignal{Kind: "formation", Strength: solemn, Detail: f})
		}
		doubt := 1.0
		for _, s := range r.Signals {
			doubt *= 1 - s.Strength
		}
		r.Confidence = rounded(min(mostConfident, 1-doubt))
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b Reversal) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), compareDates(b.Later.Date, a.Later.Date),
			a.Later.Key.Compare(b.Later.Key), a.Earlier.Key.Compare(b.Earlier.Key))
	})
	return out[:min(len(out), maxReversals)], nil
}

// solemnFormation is the formation of a decision when it is one that settles questions of
// principle: code de l'organisation judiciaire, L. 431-5 and L. 431-6; code de justice
// administrative, R. 122-17 and R. 122-18. Else "".
func solemnFormation(d *corpus.Decision) string {
	for _, f := range []string{d.Formation, d.Court.Chamber} {
		switch slug := corpus.Slug(f); slug {
		case "assemblee-pleniere", "chambre-mixte", "formation-pleniere-de-chambre", "fp", "assemblee", "section":
			return f
		}
	}
	return ""
}
