package meant

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// question is a citation whose number has borne several rules.
type question struct {
	cit    *corpus.Citation
	at     int // its place in the list of citations
	rules  []law.Rule
	scores []score // one for each rule
	// decided is the rule that was meant; -1 while nothing shows which.
	decided    int
	certainty  float64
	because    string
	words      []string // around the mention, see around
	near       []string
	successors []corpus.Key // that the text itself names
	called     bool         // the text says that they are: "devenu"
	echoed     int          // the rule that it means elsewhere in the decision
	echo       string       // why that counts; "" when it does not
}

// score is what speaks for one rule.
type score struct {
	out    bool // excluded
	proved bool // it is known that the rule stood under the number
	weight float64
	why    []string
	// What holds for every citation of the number, not for this one.
	prior    float64
	priorWhy []string
}

// decide settles the question.
func (q *question) decide(rule int, certainty float64, format string, a ...any) {
	if q.decided < 0 && rule >= 0 {
		q.decided, q.certainty, q.because = rule, certainty, fmt.Sprintf(format, a...)
	}
}

// speak puts a weight on the side of a rule.
func (q *question) speak(rule int, weight float64, format string, a ...any) {
	if s := &q.scores[rule]; !s.out {
		s.weight += weight
		s.why = append(s.why, fmt.Sprintf(format, a...))
	}
}

// lean puts a weight on the side of a rule that counts only when nothing else of
// the decision tells: see usual.
func (q *question) lean(rule int, weight float64, format string, a ...any) {
	if s := &q.scores[rule]; !s.out {
		s.prior += weight
		s.priorWhy = append(s.priorWhy, fmt.Sprintf(format, a...))
	}
}

// left lists the rules that are not excluded.
func (q *question) left() (list []int) {
	for i := range q.rules {
		if !q.scores[i].out {
			list = append(list, i)
		}
	}
	return list
}

// last is the latest rule that left the number by a day; -1 when none did. Where
// the day is not known, or before all, it is the first that left.
func (q *question) last(day corpus.Date) int {
	found := -1
	for i, r := range q.rules {
		if r.Leave != "" && (day == "" || r.Leave <= day || found < 0) && !r.Doubt {
			found = i
		}
	}
	return found
}

// newest is the latest rule that came to the number by a day; where none did, the
// first that came.
func (q *question) newest(day corpus.Date) int {
	found := -1
	for i, r := range q.rules {
		if r.Enter != "" && (day == "" || r.Enter <= day || found < 0) && !r.Doubt {
			found = i
		}
	}
	return found
}

// on is the rule under the number on a day.
func (q *question) on(day corpus.Date) int {
	for i, r := range q.rules {
		if r.Holds(day) {
			return i
		}
	}
	return -1
}

// The scale: what a designation needs to weigh, and by how much it must outweigh
// every other.
const (
	enough = 1.5
	margin = 1.0
)

// weigh settles the question when the evidence tips the scale.
func (c *reading) weigh(q *question) {
	best, most, second := -1, 0.0, 0.0
	for _, i := range q.left() {
		switch w := q.scores[i].weight; {
		case w > most:
			best, most, second = i, w, most
		case w > second:
			second = w
		}
	}
	if most >= enough && most-second >= margin {
		q.decide(best, 0.75+0.05*min(most-second, 4), "%s", strings.Join(q.scores[best].why, "; "))
	}
}

// lastly adds what holds for every citation of the number, and weighs again.
func (c *reading) lastly(q *question) {
	for i := range q.scores {
		s := &q.scores[i]
		s.weight += s.prior
		s.why = append(s.why, s.priorWhy...)
	}
	c.weigh(q)
}

// conclude writes the designation, or why there is none.
func (c *reading) conclude(q *question) {
	d := c.designation()
	d.TodayCandidates = []corpus.Key{}
	q.cit.Meant = d
	if q.decided < 0 {
		d.Because = c.abstention(q)
		return
	}
	r := q.rules[q.decided]
	d.Version, d.Certainty, d.Because = r.Version, q.certainty, q.because
	d.Came, d.Went = c.past.Previous(r.Text), c.past.Next(r.Text)
	if before := q.decided - 1; before >= 0 && !q.rules[before].Doubt {
		d.Reuses = &q.rules[before].Text
	}
	c.wording(d, q.cit, q.at, q.rules, r)
	c.today(q, r.Text, d)
}

// abstention says between which rules nothing decides.
func (c *reading) abstention(q *question) string {
	if q.because != "" {
		return q.because
	}
	var list []string
	for _, i := range q.left() {
		list = append(list, c.name(q.rules[i]))
	}
	return "nothing shows whether it is the rule " + strings.Join(list, " or ")
}

// name says what a rule is, for people: "before 1 October 2016 (responsabilité
// pour faute)".
func (c *reading) name(r law.Rule) string {
	when := "since " + string(r.Enter)
	if r.Leave != "" {
		when = "of before " + string(r.Leave)
	}
	if s := c.past.Subject(r.Text); s != nil && s.Label != "" {
		return when + " (" + s.Label + ")"
	}
	return when
}
