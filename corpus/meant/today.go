package meant

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/phrase"
)

// today follows the rule of a text to the number that it bears today.
func (c *reading) today(q *question, t law.Text, d *corpus.Designation) {
	for t.Version.Old() {
		moves := c.past.Moved(t)
		if len(moves) == 0 {
			d.Because += "; it has no known successor"
			return
		}
		if among := c.named(q, moves); len(among) > 0 {
			moves = among
		}
		next, why := c.choose(q, t, moves)
		if next < 0 {
			for _, m := range moves {
				d.TodayCandidates = append(d.TodayCandidates, c.past.Ends(c.past.At(m.New, m.Date).Text)...)
			}
			slices.SortFunc(d.TodayCandidates, corpus.Key.Compare)
			d.TodayCandidates = slices.Compact(d.TodayCandidates)
			if len(d.TodayCandidates) == 1 {
				d.Today, d.TodayCandidates = d.TodayCandidates[0], []corpus.Key{}
				return
			}
			d.Because += fmt.Sprintf("; it has %d successors, and nothing shows which", len(moves))
			return
		}
		if why != "" {
			d.Because += "; " + why
		}
		t = c.past.At(moves[next].New, moves[next].Date).Text
	}
	d.Today = t.Key
}

// choose picks the successor of a rule that was split: the one that the text
// names, that of the part cited, that which the words fit, or the only one that
// kept most of the wording. It returns -1 when nothing shows which.
func (c *reading) choose(q *question, t law.Text, moves []law.Move) (int, string) {
	if len(moves) == 1 {
		return 0, ""
	}
	i, several := c.byPart(q, t, moves)
	switch {
	case several:
		return -1, ""
	case i >= 0:
		return i, fmt.Sprintf("%s went to %s", q.cit.Sub, c.law.Title(moves[i].New))
	}
	chief := c.chief(moves)
	if i, words := c.byWords(q, t, moves); i >= 0 && (chief < 0 || i == chief || len(words) >= overMain) {
		return i, fmt.Sprintf("the words around (%s) lead to %s", strings.Join(words, ", "), c.law.Title(moves[i].New))
	}
	return chief, "most of it went there"
}

// overMain is how many words must lead to another successor than the main one.
const overMain = 3

// named lists the moves to the successors that the text names, or on the way to
// them.
func (c *reading) named(q *question, moves []law.Move) (among []law.Move) {
	for _, m := range moves {
		if slices.ContainsFunc(q.successors, func(k corpus.Key) bool {
			return m.New == k || c.leads(c.past.At(m.New, m.Date).Text, k)
		}) {
			among = append(among, m)
		}
	}
	return among
}

// byPart finds the successor of the subdivision that is cited, -1 when that is not
// known; several says that subdivisions with different successors are cited, "al. 1
// et 3".
func (c *reading) byPart(q *question, t law.Text, moves []law.Move) (i int, several bool) {
	var to []corpus.Key
	for _, sub := range subdivisions(q.cit.Sub) {
		for _, p := range c.past.Parts(t) {
			if p.Covers(sub) && !slices.Contains(to, p.Successor) {
				to = append(to, p.Successor)
			}
		}
	}
	if len(to) != 1 {
		return -1, len(to) > 1
	}
	return slices.IndexFunc(moves, func(m law.Move) bool { return m.New == to[0] }), false
}

// subdivisions takes "al. 1 et 3" apart: "al. 1", "al. 3".
func subdivisions(sub string) []string {
	list := strings.Split(sub, " et ")
	for n := range list {
		if mark, _, ok := strings.Cut(list[0], " "); n > 0 && ok && !strings.Contains(list[n], " ") {
			list[n] = mark + " " + list[n]
		}
	}
	return list
}

// byWords finds the one successor that the words around fit best: by the words of
// the parts of the rule that was split, else by the subjects of its successors.
func (c *reading) byWords(q *question, t law.Text, moves []law.Move) (int, []string) {
	words := c.around(q)
	parts, subjects := make([]phrase.Terms, len(moves)), make([]phrase.Terms, len(moves))
	for i, m := range moves {
		for _, p := range c.past.Parts(t) {
			if p.Successor == m.New {
				parts[i] = append(parts[i], p.Terms...)
			}
		}
		if s := c.past.Subject(c.past.At(m.New, m.Date).Text); s != nil {
			subjects[i] = s.Terms
		}
	}
	if i, fit := fittest(parts, words); i >= 0 {
		return i, fit
	}
	return fittest(subjects, words)
}

// fittest is the one list of which most terms stand among some words, and these
// terms, four at most. Terms of several lists do not count. It returns -1 when two
// lists fit as well.
func fittest(lists []phrase.Terms, words around) (int, []string) {
	places := phrase.NewOpenings(lists...).In(words.Passage, nil)
	found, times := make([][]string, len(lists)), map[string]int{}
	for i, terms := range lists {
		_, near := terms.Among(words.Passage, places, words.from, words.to)
		found[i] = slices.Compact(near)
		for _, w := range found[i] {
			times[w]++
		}
	}
	best, most, second := -1, 0, 0
	for i := range found {
		found[i] = slices.DeleteFunc(found[i], func(w string) bool { return times[w] > 1 })
		switch n := points(found[i]); {
		case n > most:
			best, most, second = i, n, most
		case n > second:
			second = n
		}
	}
	if most == second {
		return -1, nil
	}
	return best, found[best][:min(len(found[best]), 4)]
}

// points counts terms; one of several words says twice as much.
func points(terms []string) (n int) {
	for _, t := range terms {
		n++
		if strings.Contains(t, " ") {
			n++
		}
	}
	return n
}

// chief is the place of the main successor: the only one that the tables of the
// LEGI base know, beside which others were added by hand for parts of the rule, or
// that which kept most of the wording; -1 when there is none.
func (c *reading) chief(moves []law.Move) int {
	only, n := -1, 0
	for i, m := range moves {
		if m.Evidence != law.ByHand {
			only = i
			n++
		}
	}
	if n == 1 {
		return only
	}
	return mainSuccessor(moves)
}

// The main successor kept half of the wording, and much more than any other.
const (
	mainShare = 0.5
	mainTimes = 3
)

func mainSuccessor(moves []law.Move) int {
	best, second := 0, 0.0
	for i, m := range moves[1:] {
		if m.Share > moves[best].Share {
			best, second = i+1, moves[best].Share
		} else {
			second = max(second, m.Share)
		}
	}
	if moves[best].Share >= mainShare && moves[best].Share >= mainTimes*second {
		return best
	}
	return -1
}
