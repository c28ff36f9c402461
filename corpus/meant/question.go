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
	code   corpus.Key
	number *law.Number
	rules  []law.Rule // of the number
	scores []score    // one for each rule
	open   []int      // the rules that are not excluded
	// decided is the rule that was meant; -1 while nothing shows which.
	decided    int
	certainty  float64
	because    string
	words      around       // the mention
	successors []corpus.Key // that the text itself names
	called     bool         // the text says that they are: "devenu"
	weighed    bool         // it was decided by weights, not by what the text says outright
	echoed     int          // the rule that it means elsewhere in the decision
	echo       string       // why that counts; "" when it does not
}

// score is what speaks for one rule.
type score struct {
	out    bool // excluded
	proved bool // it is known that the rule stood under the number
	weight float64
	own    float64 // of weight, what speaks for it without the numbers beside the mention
	ownWhy int     // how many of why say so
	agreed float64 // what the other mentions of the number weigh
	why    []reason
	// What holds for every citation of the number, not for this one.
	prior    float64
	priorWhy []reason
}

// reason says why something speaks for a rule. It is put into words only for the rule
// that is chosen.
type reason func() string

// reasons puts reasons into words.
func reasons(list []reason) string {
	words := make([]string, len(list))
	for i, r := range list {
		words[i] = r()
	}
	return strings.Join(words, "; ")
}

// decide settles the question.
func (q *question) decide(rule int, certainty float64, format string, a ...any) {
	if q.decided < 0 && rule >= 0 {
		q.decided, q.certainty, q.because = rule, certainty, fmt.Sprintf(format, a...)
	}
}

// speak puts a weight on the side of a rule.
func (q *question) speak(rule int, weight float64, why reason) {
	if s := &q.scores[rule]; !s.out {
		s.weight += weight
		s.why = append(s.why, why)
	}
}

// lean puts a weight on the side of a rule that counts only when nothing else of
// the decision tells: see usual.
func (q *question) lean(rule int, weight float64, why reason) {
	if s := &q.scores[rule]; !s.out {
		s.prior += weight
		s.priorWhy = append(s.priorWhy, why)
	}
}

// left lists the rules that are not excluded, once that is known.
func (q *question) left() []int { return q.open }

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
		q.weighed = q.decided < 0
		q.decide(best, 0.75+0.05*min(most-second, 4), "%s", reasons(q.scores[best].why))
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
		d.Because = q.abstention()
		return
	}
	r := q.rules[q.decided]
	d.Version, d.Certainty, d.Because = r.Version, q.certainty, q.because
	d.Came, d.Went = q.number.Lives[q.decided].Previous, q.number.Lives[q.decided].Next
	if before := q.decided - 1; before >= 0 && !q.rules[before].Doubt {
		d.Reuses = &q.rules[before].Text
	}
	c.wording(d, q.at, q.number, r)
	c.today(q, r.Text, d)
}

// abstention says between which rules nothing decides.
func (q *question) abstention() string {
	if q.because != "" {
		return q.because
	}
	var list []string
	for _, i := range q.left() {
		list = append(list, q.name(i))
	}
	return "nothing shows whether it is the rule " + strings.Join(list, " or ")
}

// name says what a rule is, for people: "before 1 October 2016 (responsabilité
// pour faute)".
func (q *question) name(rule int) string {
	r, when := q.rules[rule], ""
	if when = "since " + string(r.Enter); r.Leave != "" {
		when = "of before " + string(r.Leave)
	}
	if s := q.subject(rule); s != nil && s.Label != "" {
		return when + " (" + s.Label + ")"
	}
	return when
}

// subject is what a rule is about; nil when it is not known.
func (q *question) subject(rule int) *law.Subject { return q.number.Lives[rule].Subject }

// seldom reports whether decisions hardly ever cite a rule.
func (q *question) seldom(rule int) bool {
	s := q.subject(rule)
	return s != nil && s.Cited == "rare"
}
