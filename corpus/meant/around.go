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

// around gives the words near a mention, and those of its paragraph, of which the
// near ones are a part. The mention itself is left out.
func (c *reading) around(q *question) (near, far []string) {
	from, to := c.Text.Index(q.cit.Start), c.Text.Index(q.cit.End)
	a, b := c.reach(from, to, farBytes)
	x, y := c.reach(from, to, nearBytes)
	s := c.Text.Folded
	far = law.AppendWords(make([]string, 0, (b-a)/4+1), s[a:x])
	start := len(far)
	far = append(law.AppendWords(far, s[x:from]), mention)
	far = law.AppendWords(far, s[to:y])
	end := len(far)
	far = law.AppendWords(far, s[y:b])
	return far[start:end], far
}

// reach is how far the text around a range is read: some bytes, to the ends of
// its paragraph at most, and to a blank.
func (c *reading) reach(from, to, bytes int) (a, b int) {
	s := c.Text.Folded
	a, b = max(0, from-bytes), min(len(s), to+bytes)
	if i := strings.LastIndex(s[a:from], "\n\n"); i >= 0 {
		a += i
	} else if i := strings.IndexByte(s[a:from], ' '); a > 0 && i >= 0 {
		a += i
	} else if a > 0 {
		a = from
	}
	if i := strings.Index(s[to:b], "\n\n"); i >= 0 {
		b = to + i
	} else if b < len(s) {
		b = to + strings.LastIndexByte(s[to:b], ' ') + 1
	}
	return a, b
}

// look weighs the words around against the subjects of the rules: those that fit
// one rule only.
func (c *reading) look(q *question) {
	if q.decided >= 0 {
		return
	}
	q.near, q.words = c.around(q)
	c.dated(q)
	c.readArticles(q)
	found := make([][2][]string, len(q.rules))
	for _, i := range q.left() {
		if s := c.past.Subject(q.rules[i].Text); s != nil {
			if found[i][1] = s.Terms.Find(q.words); len(found[i][1]) > 0 {
				found[i][0] = s.Terms.Find(q.near)
			}
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
	q.near, q.words = nil, nil // a text of numbers only would keep them all
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
	if term == near[0] && (len(near) > 1 || w > 1) {
		w++
	}
	return w
}
