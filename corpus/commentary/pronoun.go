package commentary

import "sort"

// lookBack bounds the mentions that a pronoun looks back over.
const lookBack = 12

// antecedent gives the mention that the pronoun i stands for, -1 when none fits.
func (a *analysis) antecedent(i int) int { return a.antecedentWithin(i, maxChain) }

// maxChain bounds the pronouns that stand for one another.
const maxChain = 6

// antecedentWithin is antecedent over a chain of at most depth pronouns. "qui"
// stands for what is before it, "ce dernier" for the last one named, "il" for a
// subject: the nearest of its own sentence, else the first of the one before.
func (a *analysis) antecedentWithin(i, depth int) int {
	m := &a.mentions[i]
	switch {
	case depth == 0:
		return -1
	case m.word == "qui":
		if i > 0 && m.start-a.mentions[i-1].end < 40 {
			return i - 1
		}
		return -1
	case m.last:
		return a.lastBefore(i)
	}
	n := a.sentenceOf(m.start)
	for j := i - 1; j >= 0 && a.mentions[j].start >= a.sents[n].start; j-- {
		if a.agrees(j, m) && !a.mentions[j].governed() {
			return j
		}
	}
	if n == 0 {
		return -1
	}
	s := a.sents[n-1]
	for j := a.mentionAfter(s.start); j < i && a.mentions[j].start < s.end; j++ {
		x := &a.mentions[j]
		if x.kind == ofPronoun && x.gender == m.gender && x.word != "qui" {
			return a.antecedentWithin(j, depth-1)
		}
		if a.agrees(j, m) && !x.governed() {
			return j
		}
	}
	return a.lastBefore(i)
}

// lastBefore gives the last mention before the pronoun i that agrees with it.
func (a *analysis) lastBefore(i int) int {
	for j := i - 1; j >= max(0, i-lookBack); j-- {
		if a.agrees(j, &a.mentions[i]) && a.mentions[j].kind != ofCourt {
			return j
		}
	}
	return -1
}

// agrees reports whether mention j can be what a pronoun stands for: a court, or
// someone known, of its gender.
func (a *analysis) agrees(j int, pronoun *mention) bool {
	x := &a.mentions[j]
	if pronoun.gender != 0 && x.gender != 0 && pronoun.gender != x.gender {
		return false
	}
	switch x.kind {
	case ofCourt, ofEntity:
		return true
	case ofRole:
		return a.resolve(j) >= 0
	}
	return false
}

// sentenceOf gives the last sentence that starts at or before a folded offset.
func (a *analysis) sentenceOf(at int) int {
	return max(0, sort.Search(len(a.sents), func(i int) bool { return a.sents[i].start > at })-1)
}
