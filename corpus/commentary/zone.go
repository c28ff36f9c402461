package commentary

import (
	"sort"

	"github.com/attendu/attendu/corpus"
)

// turn is a place from which someone else speaks, or something else is told, in
// bytes of the folded text.
type turn struct {
	at      int
	verb    int // the verb that tells it; at when there is none
	zone    corpus.ZoneKind
	speaker corpus.Speaker
	side    corpus.Side
}

// turns finds who speaks in each sentence. What stands before the first verb of
// a sentence goes with it; a sentence without any goes on with the court's
// reasons, or tells facts.
func (a *analysis) turns() []turn {
	var out []turn
	for i, b := range a.blocks {
		switch {
		case b.kind == furniture:
			out = append(out, turn{b.start, b.start, corpus.Annexe, corpus.Cour, ""})
		case b.kind == headline && b.lead:
			out = append(out, turn{b.start, b.start, corpus.Entete, corpus.Cour, ""})
		case b.kind == headline:
			out = append(out, turn{b.start, b.start, corpus.Expose, corpus.Cour, ""})
		case i == 0 || a.blocks[i-1].kind != prose:
			out = append(out, turn{b.start, b.start, corpus.Expose, corpus.Cour, ""})
		}
	}
	events := a.events()
	last := turn{zone: corpus.Expose, speaker: corpus.Cour}
	k := 0
	for n, s := range a.sents {
		from := k
		for k < len(events) && events[k].at < s.end {
			k++
		}
		in := events[from:k]
		if len(in) == 0 {
			if n == 0 || a.sents[n-1].block != s.block && !quoted(a.quotes, s.start) || !a.goesOn(last, s) {
				last = turn{zone: corpus.Expose, speaker: corpus.Cour}
			}
			last.at = s.start
			out = append(out, last)
			continue
		}
		for i, e := range in {
			if i == 0 {
				e.at = s.start
			}
			out = append(out, e)
		}
		last = in[len(in)-1]
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].at < out[j].at })
	return out
}

// goesOn reports whether a sentence in which nobody is said to speak goes on with
// what was said before: the court's reasons do, until the tale goes back to
// what had happened.
func (a *analysis) goesOn(last turn, s sentence) bool {
	if quoted(a.quotes, s.start) {
		return true
	}
	return last.zone == corpus.Motifs && last.speaker == corpus.Cour &&
		!a.r.before.MatchString(a.flat[s.start:s.end])
}

// events finds the verbs that say who speaks, in order.
func (a *analysis) events() []turn {
	var out []turn
	for i := range a.suits {
		if f := &a.suits[i]; f.rule.flags["parle"] {
			side := corpus.Demandeur
			for _, i := range f.in(string(corpus.Demandeur)) {
				if p, ok := a.parties[a.resolve(i)]; ok {
					side = p.side
				}
			}
			out = append(out, turn{a.opening(f), f.start, corpus.Expose, corpus.Partie, side})
		}
	}
	for i := range a.orders {
		f := &a.orders[i]
		e := a.courtTurn(f, corpus.Dispositif)
		out = append(out, e)
		if e.zone != corpus.Dispositif {
			continue
		}
		end := a.sents[f.sent].end
		if loc := a.r.reasons.FindStringIndex(a.flat[f.end:end]); loc != nil {
			out = append(out, turn{f.end + loc[0], f.end + loc[0], corpus.Motifs, corpus.Cour, ""})
		}
	}
	for n := range a.sents {
		var weak []turn
		strong := false
		for _, f := range a.frames(a.r.speech, n) {
			e := turn{a.opening(&f), f.start, corpus.Expose, corpus.Partie, a.sideIn(&f)}
			if f.rule.tag == string(corpus.Cour) {
				e = a.courtTurn(&f, corpus.Motifs)
			}
			if f.rule.flags["seul"] {
				weak = append(weak, e)
				continue
			}
			strong = true
			out = append(out, e)
		}
		if !strong && !a.busy(out, n) {
			out = append(out, weak...)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].verb < out[j].verb })
	for i := 1; i < len(out); i++ {
		if out[i].at <= out[i-1].verb {
			out[i].at = out[i].verb
		}
	}
	return out
}

// busy reports whether one of the events lies in sentence n.
func (a *analysis) busy(events []turn, n int) bool {
	s := a.sents[n]
	for _, e := range events {
		if e.at >= s.start && e.at < s.end {
			return true
		}
	}
	return false
}

// courtTurn says in which zone and by whom a court's verb is spoken.
func (a *analysis) courtTurn(f *match, zone corpus.ZoneKind) turn {
	switch a.byCourt(f) {
	case attacked:
		return turn{a.opening(f), f.start, corpus.Expose, corpus.JugeAttaque, ""}
	case foreign:
		return turn{a.opening(f), f.start, corpus.Expose, corpus.Cour, ""}
	}
	return turn{a.opening(f), f.start, zone, corpus.Cour, ""}
}

// opening is where the clause of a match starts: at its subject.
func (a *analysis) opening(f *match) int {
	if f.subject >= 0 && a.mentions[f.subject].start < f.start {
		return a.mentions[f.subject].start
	}
	return f.start
}

// sideIn gives the side of the party that speaks: that of the rule, or that of
// whoever fills its slot.
func (a *analysis) sideIn(f *match) corpus.Side {
	for _, i := range f.in("partie") {
		if p, ok := a.parties[a.resolve(i)]; ok {
			return p.side
		}
		if m := &a.mentions[i]; m.kind == ofRole && m.role.side != "" {
			return m.role.side
		}
	}
	switch {
	case f.rule.flags["demandeur"]:
		return corpus.Demandeur
	case f.rule.flags["defendeur"]:
		return corpus.Defendeur
	}
	return ""
}

// layout makes contiguous zones and speeches of the turns.
func (a *analysis) layout() ([]corpus.Zone, []corpus.Speech) {
	size := len(a.text.Original)
	if size == 0 {
		return nil, nil
	}
	var zones []corpus.Zone
	var speeches []corpus.Speech
	turns := append([]turn{{0, 0, corpus.Entete, corpus.Cour, ""}}, a.turns()...)
	if len(turns) > 1 && turns[1].zone != corpus.Entete {
		turns[0].zone = turns[1].zone
	}
	for i, x := range turns {
		start, end := 0, size
		if i > 0 {
			start = a.text.Start(x.at)
		}
		if i+1 < len(turns) {
			end = a.text.Start(turns[i+1].at)
		}
		if start >= end {
			continue
		}
		sp := corpus.Span{Start: start, End: end}
		if n := len(zones); n > 0 && zones[n-1].Zone == x.zone {
			zones[n-1].End = end
		} else {
			zones = append(zones, corpus.Zone{Zone: x.zone, Span: sp})
		}
		if n := len(speeches); n > 0 && speeches[n-1].Speaker == x.speaker && speeches[n-1].Side == x.side {
			speeches[n-1].End = end
		} else {
			speeches = append(speeches, corpus.Speech{Speaker: x.speaker, Side: x.side, Span: sp})
		}
	}
	return zones, speeches
}
