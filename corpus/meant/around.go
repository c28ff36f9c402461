package meant

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/phrase"
)

// How far the words around a mention are read, in bytes of the folded text.
const (
	nearBytes = 220
	farBytes  = 700
)

// around is the words of the paragraph of a mention, without the mention, which is an
// empty word among them.
type around struct {
	*phrase.Passage
	from, to int // the near ones
	mention  int // its place; -1 in a text without one
}

// around gives the words around a mention. They hold until those around another are
// asked for: a text of numbers only would keep them all.
func (c *reading) around(q *question) (a around) {
	from, to := c.Text.Index(q.cit.Start), c.Text.Index(q.cit.End)
	start, end := c.paragraph(from, to)
	farFrom, farTo := c.reach(from, to, start, end, farBytes)
	nearFrom, nearTo := c.reach(from, to, start, end, nearBytes)
	a.Passage = &c.words
	a.Begin(c.Text.Folded)
	a.Add(farFrom, nearFrom)
	a.from = a.Len()
	a.Add(nearFrom, from)
	a.mention = a.Len()
	a.Break()
	a.Add(to, nearTo)
	a.to = a.Len()
	a.Add(nearTo, farTo)
	return a
}

// paragraphEnd is what stands between two paragraphs.
const paragraphEnd = "\n\n"

// paragraph gives the ends of the paragraph of a range as far as the far words are
// read: -1 where it goes on.
func (c *reading) paragraph(from, to int) (start, end int) {
	s, low := c.Text.Folded, max(0, from-farBytes)
	start = -1
	for {
		i := strings.Index(s[low:from], paragraphEnd)
		if i < 0 {
			break
		}
		start = low + i
		low = start + 1
	}
	if end = strings.Index(s[to:min(len(s), to+farBytes)], paragraphEnd); end >= 0 {
		end += to
	}
	return start, end
}

// reach is how far the text around a range is read: some bytes, to the ends of
// its paragraph at most, and to a blank.
func (c *reading) reach(from, to, start, end, bytes int) (a, b int) {
	s := c.Text.Folded
	a, b = max(0, from-bytes), min(len(s), to+bytes)
	if start >= a {
		a = start
	} else if i := strings.IndexByte(s[a:from], ' '); a > 0 && i >= 0 {
		a += i
	} else if a > 0 {
		a = from
	}
	if end >= 0 && end+len(paragraphEnd) <= b {
		b = end
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
	q.words = c.around(q)
	c.dated(q)
	c.readArticles(q)
	c.places = q.number.Openings.In(q.words.Passage, c.places[:0])
	if len(c.places) == 0 {
		return
	}
	near, far := make([][]string, len(q.rules)), make([][]string, len(q.rules))
	for _, i := range q.left() {
		if s := q.subject(i); s != nil {
			far[i], near[i] = s.Terms.Among(q.words.Passage, c.places, q.words.from, q.words.to)
		}
	}
	for _, i := range q.left() {
		weight := 0.0
		for _, t := range near[i] {
			weight += worth(t, near[i], far, i)
		}
		weight += min(0.4*float64(len(far[i])-len(near[i])), 0.8)
		if weight == 0 {
			continue
		}
		words := near[i]
		if len(words) == 0 {
			words = far[i]
		}
		q.speak(i, min(weight, 5), func() string {
			return fmt.Sprintf("the words around (%s) fit the rule %s", some(words), q.name(i))
		})
	}
}

// some lists the first of some words.
func some(words []string) string { return strings.Join(words[:min(len(words), 4)], ", ") }

// worth is the weight of a term found near a mention: less with each one more of
// the same rule, nothing when it fits another rule too.
func worth(term string, near []string, far [][]string, rule int) float64 {
	for j := range far {
		if j != rule && slices.Contains(far[j], term) {
			return 0
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
