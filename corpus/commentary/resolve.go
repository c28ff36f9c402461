package commentary

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// resolve gives the entity that mention i is of, -1 when the text does not tell.
func (a *analysis) resolve(i int) int {
	if i < 0 {
		return -1
	}
	m := &a.mentions[i]
	switch {
	case m.who >= 0:
		return m.who
	case m.kind == ofRole:
		return a.resolveRole(i)
	case m.kind == ofPronoun:
		return a.resolve(a.antecedent(i))
	}
	return -1
}

// resolveRole finds who has a role: who was given it, the one with the side that
// it names, the last one of the nature that it names, or, of two, the one who
// does not have the opposite role.
func (a *analysis) resolveRole(i int) int {
	m := &a.mentions[i]
	if m.other {
		return -1
	}
	if m.role.kind != "" {
		for j := i - 1; j >= max(0, i-lookBack); j-- {
			if x := &a.mentions[j]; x.kind == ofEntity && a.entities[x.who].kind == m.role.kind && !a.entities[x.who].guess {
				return x.who
			}
		}
		return -1
	}
	if who, ok := a.holders[m.role.id]; ok {
		return who
	}
	if m.role.side != "" {
		return a.onlyOn(m.role.side)
	}
	if who := a.called(a.flat[m.core:m.end]); who >= 0 {
		return who
	}
	if who, ok := a.holders[m.role.opposite]; ok {
		return a.adversary(who)
	}
	return -1
}

// called gives the only entity whose name starts with the word: "la banque" is
// the banque Cyprès.
func (a *analysis) called(word string) int {
	only := -1
	for i, e := range a.entities {
		name := a.flat[e.first.start:e.first.end]
		if e.guess || !strings.HasPrefix(name, word+" ") {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = i
	}
	return only
}

// judge gives the court mention that a subject is, through a pronoun; -1 when
// the subject is no court.
func (a *analysis) judge(i int) int {
	if i >= 0 && a.mentions[i].kind == ofPronoun {
		i = a.antecedent(i)
	}
	if i >= 0 && (a.mentions[i].kind == ofCourt || a.mentions[i].kind == ofRuling) {
		return i
	}
	return -1
}

// adversary gives the other one of two who have a role or a side; -1 when there
// are not exactly two.
func (a *analysis) adversary(who int) int {
	other := -1
	for i := range a.entities {
		if i == who || !a.concerned(i) {
			continue
		}
		if other >= 0 {
			return -1
		}
		other = i
	}
	return other
}

// concerned reports whether an entity has a side, or, while sides are not yet
// known, a role.
func (a *analysis) concerned(i int) bool {
	if len(a.parties) > 0 {
		_, ok := a.parties[i]
		return ok
	}
	for _, who := range a.holders {
		if who == i {
			return true
		}
	}
	return false
}

// onlyOn gives the only party on a side, -1 when there are none or several.
func (a *analysis) onlyOn(side corpus.Side) int {
	only := -1
	for i := range a.entities {
		if p, ok := a.parties[i]; ok && p.side == side {
			if only >= 0 {
				return -1
			}
			only = i
		}
	}
	return only
}
