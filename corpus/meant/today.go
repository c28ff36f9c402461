package meant

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// today follows the rule of a text to the number that it bears today.
func (c *reading) today(q *question, t law.Text, d *corpus.Designation) {
	for t.Version.Old() {
		moves := c.past.Moved(t)
		if len(moves) == 0 {
			d.Because += "; it has no known successor"
			return
		}
		next, why := c.choose(q, t, moves)
		if next < 0 {
			for _, m := range moves {
				d.TodayCandidates = append(d.TodayCandidates, c.ends(law.Text(c.past.At(m.New, m.Date).Text))...)
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

// ends lists the keys under which the rule of a text stands today.
func (c *reading) ends(t law.Text) (keys []corpus.Key) {
	for todo := []law.Text{t}; len(todo) > 0; todo = todo[1:] {
		if !todo[0].Version.Old() {
			keys = append(keys, todo[0].Key)
		}
		todo = append(todo, c.past.Next(todo[0])...)
	}
	return keys
}

// choose picks the successor of a rule that was split: the one that the text
// names, that of the part cited, that which the words fit, or the only one that
// kept most of the wording. It returns -1 when nothing shows which.
func (c *reading) choose(q *question, t law.Text, moves []law.Move) (int, string) {
	if len(moves) == 1 {
		return 0, ""
	}
	for i, m := range moves {
		if q.successor != "" && (m.New == q.successor || c.leads(c.past.At(m.New, m.Date).Text, q.successor)) {
			return i, ""
		}
	}
	if i := c.byPart(q, t, moves); i >= 0 {
		return i, fmt.Sprintf("%s went to %s", q.cit.Sub, c.law.Title(moves[i].New))
	}
	chief := mainSuccessor(moves)
	if i, words := c.byWords(q, t, moves); i >= 0 && (chief < 0 || i == chief || len(words) >= overMain) {
		return i, fmt.Sprintf("the words around (%s) lead to %s", strings.Join(words, ", "), c.law.Title(moves[i].New))
	}
	return chief, "most of its wording went there"
}

// overMain is how many words must lead to another successor than the main one.
const overMain = 3

// byPart finds the successor of the subdivision that is cited.
func (c *reading) byPart(q *question, t law.Text, moves []law.Move) int {
	var to corpus.Key
	for _, p := range c.past.Parts(t) {
		if !p.Covers(q.cit.Sub) {
			continue
		}
		if to != "" && to != p.Successor {
			return -1
		}
		to = p.Successor
	}
	return slices.IndexFunc(moves, func(m law.Move) bool { return m.New == to })
}

// byWords finds the one successor whose subject the words around fit best.
func (c *reading) byWords(q *question, t law.Text, moves []law.Move) (int, []string) {
	if q.words == nil {
		q.near, q.words = c.around(q)
	}
	best, weight, second := -1, 0, 0
	var words []string
	for i, m := range moves {
		var found []string
		for _, p := range c.past.Parts(t) {
			if p.Successor == m.New {
				found = append(found, p.Terms.Find(q.near)...)
			}
		}
		if s := c.past.Subject(c.past.At(m.New, m.Date).Text); s != nil {
			for _, w := range s.Terms.Find(q.near) {
				if !slices.Contains(found, w) {
					found = append(found, w)
				}
			}
		}
		switch n := len(found); {
		case n > weight:
			best, second, weight, words = i, weight, n, found
		case n > second:
			second = n
		}
	}
	if weight == 0 || weight == second {
		return -1, nil
	}
	return best, words[:min(len(words), 4)]
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
