package commentary

import (
	"sort"

	"github.com/attendu/attendu/corpus"
)

// standing is the place of an entity in the dispute.
type standing struct {
	side  corpus.Side
	level byte // of the instance in which it has the side
	rule  string
	sure  float64
}

// sides finds who sues whom. A side in the present instance wins over one in an
// instance below (the one who appeals is the demandeur of the appeal); a side in
// an instance above is not read.
func (a *analysis) sides() {
	for n := range a.sents {
		a.suits = append(a.suits, a.frames(a.r.sides, n)...)
	}
	for _, level := range []byte{'1', '2', '3'} {
		if level > a.level {
			break
		}
		found := map[int]standing{}
		for i := range a.suits {
			f := &a.suits[i]
			if f.rule.tag == string(level) || f.rule.tag == "present" && level == a.level {
				a.sideOf(f, level, found)
			}
		}
		a.raise(level, found)
	}
	a.counterpart()
}

// sideOf notes the sides that one match gives.
func (a *analysis) sideOf(f *match, level byte, found map[int]standing) {
	if from, ok := a.foreign[f.sent]; ok && f.start >= from {
		return
	}
	claimant := -1
	for _, side := range []corpus.Side{corpus.Demandeur, corpus.Defendeur, corpus.Prevenu} {
		for _, i := range f.in(string(side)) {
			who := a.resolve(i)
			if who < 0 || who == claimant {
				continue
			}
			if side == corpus.Demandeur {
				claimant = who
			}
			if _, ok := found[who]; !ok {
				sure := 0.9
				if a.entities[who].guess || a.mentions[i].kind != ofEntity {
					sure = 0.7
				}
				found[who] = standing{side, level, f.rule.id, sure}
			}
		}
	}
}

// raise carries the sides of the instance below to this one. Who had lost there
// and is now the demandeur turns the sides around; so does a newcomer when only
// one side was known below.
func (a *analysis) raise(level byte, found map[int]standing) {
	if len(found) == 0 {
		return
	}
	turned := a.turned(found)
	for i := range a.entities {
		if was, ok := a.parties[i]; ok && turned && was.side != corpus.Prevenu {
			was.side, was.level = opposite(was.side), level
			a.parties[i] = was
		}
	}
	for i, now := range found {
		if a.parties[i].side != corpus.Prevenu {
			a.parties[i] = now
		}
	}
}

// turned reports whether the sides below are turned around by those found above.
func (a *analysis) turned(found map[int]standing) bool {
	met, newcomer := false, false
	below := map[corpus.Side]bool{}
	for _, was := range a.parties {
		below[was.side] = true
	}
	for i, now := range found {
		was, ok := a.parties[i]
		if ok && now.side != was.side {
			return true
		}
		met = met || ok
		newcomer = newcomer || !ok && len(below) == 1 && below[now.side]
	}
	return newcomer && !met
}

// counterpart gives the missing side to the one who deals with the only party
// known: the employer of the employee who sues.
func (a *analysis) counterpart() {
	if len(a.parties) != 1 {
		return
	}
	for who, p := range a.parties {
		for _, x := range a.r.roleList {
			holder, held := a.holders[x.id]
			other, ok := a.holders[x.opposite]
			if held && holder == who && ok && other != who {
				a.parties[other] = standing{opposite(p.side), p.level, p.rule + "/" + x.id, 0.6}
				return
			}
		}
	}
}

// opposite is the other of the two sides of a civil dispute.
func opposite(s corpus.Side) corpus.Side {
	if s == corpus.Demandeur {
		return corpus.Defendeur
	}
	return corpus.Demandeur
}

// listParties writes the parties in the order in which they are named.
func (a *analysis) listParties() []corpus.Party {
	var out []corpus.Party
	for i, e := range a.entities {
		p, ok := a.parties[i]
		if !ok {
			continue
		}
		sp := a.text.Span(e.first.start, a.nameStop(e.first.end))
		out = append(out, corpus.Party{Name: e.name, Side: p.side, Kind: e.kind, Span: sp,
			Rule: "commentary/" + p.rule, Confidence: p.sure})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}
