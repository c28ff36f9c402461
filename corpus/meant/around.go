package meant

import (
	"strings"

	"github.com/attendu/attendu/corpus/law"
)

// How far the words around a mention are read, in bytes of the folded text.
const (
	nearBytes = 220
	farBytes  = 700
)

// mention stands for the mention itself among the words around it.
const mention = "§"

// around gives the words near a mention, and those of its paragraph, which
// include the near ones. The mention itself is left out.
func (c *reading) around(q *question) (near, far []string) {
	s := c.Text.Folded
	from, to := c.Text.Index(q.cit.Start), c.Text.Index(q.cit.End)
	cut := func(reach int) []string {
		a, b := max(0, from-reach), min(len(s), to+reach)
		if i := strings.LastIndex(s[a:from], "\n\n"); i >= 0 {
			a += i
		} else if a > 0 {
			a += strings.IndexByte(s[a:from]+" ", ' ')
		}
		if i := strings.Index(s[to:b], "\n\n"); i >= 0 {
			b = to + i
		} else if b < len(s) {
			b = to + strings.LastIndexByte(s[to:b], ' ') + 1
		}
		a, b = min(a, from), max(b, to)
		return append(law.Words(s[a:from]), append([]string{mention}, law.Words(s[to:b])...)...)
	}
	return cut(nearBytes), cut(farBytes)
}

// look weighs the words around against the subjects of the rules: those that fit
// one rule only.
func (c *reading) look(q *question) {
	if q.decided >= 0 {
		return
	}
	q.near, q.words = c.around(q)
	c.dated(q)
	found := make([][2][]string, len(q.rules))
	for _, i := range q.left() {
		if s := c.past.Subject(q.rules[i].Text); s != nil {
			found[i] = [2][]string{s.Terms.Find(q.near), s.Terms.Find(q.words)}
		}
	}
	for _, i := range q.left() {
		weight, near := 0.0, found[i][0]
		for _, t := range near {
			weight += worth(t, near, found, i)
		}
		if n := len(found[i][1]) - len(near); n > 0 {
			weight += min(0.4*float64(n), 0.8)
		}
		if weight == 0 {
			continue
		}
		words := near
		if len(words) == 0 {
			words = found[i][1]
		}
		q.speak(i, min(weight, 5), "the words around (%s) fit the rule %s", strings.Join(words[:min(len(words), 4)], ", "), c.name(q.rules[i]))
	}
}

// worth is the weight of a term found near a mention: less with each one more of
// the same rule, nothing when it fits another rule too.
func worth(term string, near []string, found [][2][]string, rule int) float64 {
	for j := range found {
		if j == rule {
			continue
		}
		for _, t := range found[j][1] {
			if t == term {
				return 0
			}
		}
	}
	w := 1.0
	if strings.Contains(term, " ") {
		w = 1.5
	}
	if term == near[0] {
		w++
	}
	return w
}
