package meant

import (
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// exclude takes away the rules that came to the number after the ruling, and
// those of which nothing proves that they ever stood there.
func (c *reading) exclude(q *question) {
	if q.decided >= 0 {
		return
	}
	for i, r := range q.rules {
		s := &q.scores[i]
		bore, known := false, false
		if r.Doubt {
			bore, known = c.bore(r)
		}
		switch {
		case c.Date != "" && r.Enter > c.Date:
			s.out = true
		case !r.Doubt || bore:
			s.proved = true
		case known || r.Leave != "" || c.vacant(q, i): // Leave: before a rule came to a new number
			s.out = true
		}
	}
	for i := range q.rules {
		if !q.scores[i].out {
			q.open = append(q.open, i)
		}
	}
	left := q.left()
	switch {
	case len(left) == 0:
		q.because = "the number bore no known rule on the day of the ruling"
	case len(left) > 1 || !q.scores[left[0]].proved:
	case c.Date != "" && q.rules[left[0]].Leave > c.Date:
		q.decide(left[0], 0.97, "the ruling of %s is older than the renumbering of %s", c.Date, q.rules[left[0]].Leave)
	case q.rules[left[0]].Leave != "":
		q.decide(left[0], 0.93, "the number has borne no other rule since %s", q.rules[left[0]].Leave)
	default:
		q.decide(left[0], 0.95, "the number bears this rule since %s, and is not known to have borne another", q.rules[left[0]].Enter)
	}
}

// vacant reports whether a number bears nothing since its rule left it: the whole
// code was numbered anew, or is repealed.
func (c *reading) vacant(q *question, empty int) bool {
	for i := range q.number.Lives[empty].Entering {
		if q.number.Lives[empty].Entering[i].Vacates {
			return true
		}
	}
	book, known := c.law.Code(string(q.code))
	return known && !book.InForce && (c.Date == "" || book.End != "" && book.End <= c.Date)
}

// companyDistance is how far another citation stands at most to be one of the
// same enumeration, in bytes.
const companyDistance = 90

// compare weighs the company in which a number is cited: rules of one family are
// cited together, and courts seldom mix old and new numbers.
func (c *reading) compare(q *question) {
	if q.decided >= 0 {
		return
	}
	c.usual(q)
	c.sided(q)
	near, ranged := c.beside(q, companyDistance), map[int]bool{}
	for n, i := range near {
		o := &c.Citations[i]
		if c.codes[i] != q.code || slices.ContainsFunc(near[:n], func(j int) bool { return c.Citations[j].Key == o.Key }) {
			continue
		}
		rule := c.agreeing(q, i)
		if rule >= 0 && o.Span == q.cit.Span { // the numbers of one range say one thing, not one each
			if ranged[rule] {
				rule = -1
			}
			ranged[rule] = true
		}
		if rule >= 0 {
			q.speak(rule, 2, func() string {
				return fmt.Sprintf("it is cited with %s, whose rule %s is of the same field", c.law.Title(o.Key), side(q.rules[rule]))
			})
		}
		c.together(q, i)
	}
}

// together weighs that the number cited beside it would be one that decisions
// hardly ever cite, too.
func (c *reading) together(q *question, other int) {
	left := q.left()
	if len(left) != 2 {
		return
	}
	rare := [2]bool{}
	for n, i := range left {
		s := c.subjectBeside(other, q.rules[i])
		rare[n] = s != nil && s.Cited == "rare"
	}
	for n, i := range left {
		if !rare[n] && rare[1-n] {
			q.lean(i, enough/2, func() string {
				return fmt.Sprintf("nor the other rule of %s beside it", c.law.Title(c.Citations[other].Key))
			})
		}
	}
}

// sample is a day on which a rule stood under its number.
func (c *reading) sample(r law.Rule) corpus.Date {
	if r.Leave != "" {
		return dayBefore(r.Leave)
	}
	return r.Enter
}

// sideDistance is how far a number stands at most whose rule the text itself says,
// to speak for the same side of the reform, in bytes; sideNumbers how many numbers.
const (
	sideDistance = 200
	sideNumbers  = 4
)

// sided weighs that a number beside it is said to be meant as it was before a reform
// that moved both, or since: courts seldom mix both in one sentence. A reform that left
// all its open rules on one side tells nothing.
func (c *reading) sided(q *question) {
	spoken := map[int]bool{}
	for i := max(0, q.at-sideNumbers); i < len(c.cases) && i <= q.at+sideNumbers; i++ {
		o := c.cases[i]
		if o == nil || o.decided < 0 || o.certainty < 0.95 || o.cit.Key == q.cit.Key || o.code != q.code ||
			max(o.cit.Start-q.cit.End, q.cit.Start-o.cit.End) > sideDistance {
			continue
		}
		meant := o.rules[o.decided]
		for _, j := range q.left() {
			if spoken[j] || !q.beyond(j, meant) {
				continue
			}
			spoken[j] = true
			q.speak(j, enough, func() string {
				return fmt.Sprintf("%s beside it is meant as the rule %s", c.law.Title(o.cit.Key), side(meant))
			})
		}
	}
}

// beyond reports whether a rule is on the side of a reform on which another number is
// meant: the one that left its number on the same day, or the one open rule that came on
// the day on which that of the other number came, or later.
func (q *question) beyond(rule int, meant law.Rule) bool {
	r := q.rules[rule]
	return r.Leave != "" && r.Leave == meant.Leave && len(q.left()) > 1 ||
		r.Enter != "" && r.Enter == meant.Enter && q.only(func(r law.Rule) bool { return r.Enter >= meant.Enter }) == rule
}

// agreeing is the one rule of a question that is of one field with the rule that
// another number bore at the same time; -1 when there is none, or several are.
func (c *reading) agreeing(q *question, other int) int {
	found := -1
	for _, i := range q.left() {
		s := q.subject(i)
		if s == nil || s.Field == "" {
			continue
		}
		if o := c.subjectBeside(other, q.rules[i]); o != nil && o.Field == s.Field {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// subjectBeside is what the number of the citation at a place was about at the time of
// a rule of another number; nil when it is not known.
func (c *reading) subjectBeside(at int, r law.Rule) *law.Subject {
	if o := c.cases[at]; o != nil {
		return o.subject(o.number.Beside(r))
	}
	return c.past.Subject(law.Text{Key: c.Citations[at].Key, Version: corpus.Unchanged})
}

func side(r law.Rule) string {
	if r.Leave != "" {
		return "of before " + string(r.Leave)
	}
	return "since " + string(r.Enter)
}

// usual weighs how often each rule is cited at all, and how long ago the number
// was given to another.
func (c *reading) usual(q *question) {
	if len(q.left()) < 2 {
		return
	}
	for _, i := range q.left() {
		r, rare := q.rules[i], !q.seldom(i)
		for _, j := range q.left() {
			rare = rare && (j == i || q.seldom(j))
		}
		if rare {
			q.lean(i, enough/2, func() string { return "decisions hardly ever cite the other rule of this number" })
		}
		if r.Leave != "" || r.Doubt {
			continue
		}
		if n, entering := c.years(r.Enter), q.number.Lives[i].Entering; n > 0 {
			q.lean(i, ageWeight(entering)*min(1, float64(n)/float64(patience(entering))), func() string { return younger(n) })
		}
	}
}

func younger(years int) string {
	if years == 1 {
		return "the ruling is a year younger than the new number"
	}
	return fmt.Sprintf("the ruling is %d years younger than the new number", years)
}

// ageWeight is what the age of a new number weighs at most: alone it decides only
// where no old contract or fact keeps the old law alive.
func ageWeight(entering []law.Reform) float64 {
	for i := range entering {
		for _, t := range entering[i].Turn {
			if t != law.ByProceedings {
				return enough - 0.25
			}
		}
	}
	return enough
}

// longPatience is how many years after an unknown reform its old numbers may still
// be cited.
const longPatience = 12

// patience is how many years after a rule came to its number the one before it is
// still cited.
func patience(entering []law.Reform) int {
	n := 0
	for i := range entering {
		n = max(n, entering[i].Years)
	}
	if n == 0 {
		return longPatience
	}
	return n
}

// heard is what a decision means by its numbers where that is decided.
type heard struct {
	same map[corpus.Key]map[int]bool           // the rules meant by a number
	code map[corpus.Key]map[[2]corpus.Date]int // by code, how often a rule that entered and left on these days
}

// hear gathers what is decided, once for all questions.
func (c *reading) hear() {
	c.heard = heard{map[corpus.Key]map[int]bool{}, map[corpus.Key]map[[2]corpus.Date]int{}}
	for _, o := range c.cases {
		if o == nil || o.decided < 0 || o.certainty < 0.75 {
			continue
		}
		key, code, r := o.cit.Key, o.code, o.rules[o.decided]
		if c.heard.same[key] == nil {
			c.heard.same[key] = map[int]bool{}
		}
		c.heard.same[key][o.decided] = true
		if c.heard.code[code] == nil {
			c.heard.code[code] = map[[2]corpus.Date]int{}
		}
		c.heard.code[code][[2]corpus.Date{r.Enter, r.Leave}]++
	}
}

// echo hears what the same decision means by a number elsewhere, and by the other
// numbers of the same reform. It looks only at what is decided without it.
func (c *reading) echo(q *question) {
	if q.decided >= 0 {
		return
	}
	same, left := c.heard.same[q.cit.Key], q.left()
	if len(same) == 1 {
		for i := range same {
			q.echoed, q.echo = i, sameElsewhere
		}
	}
	if len(same) > 0 || len(left) != 2 {
		return
	}
	old, fresh := 0, 0
	for days, n := range c.heard.code[q.code] {
		switch enter, leave := days[0], days[1]; {
		case c.turned(q, leave):
			old += n
		case c.turned(q, enter):
			fresh += n
		}
	}
	switch {
	case old >= 2 && fresh == 0:
		q.speak(left[0], 1, func() string { return "the decision cites the other articles of this code by their old numbers" })
	case fresh >= 2 && old == 0:
		q.speak(left[1], 1, func() string { return "the decision cites the other articles of this code by their new numbers" })
	}
}

// repeat settles what echo heard.
func (c *reading) repeat(q *question) {
	if q.echo != "" {
		q.decide(q.echoed, 0.85, "%s", q.echo)
	}
	c.lastly(q)
}

// turned reports whether a number passed to another rule on a day.
func (c *reading) turned(q *question, day corpus.Date) bool {
	if day == "" {
		return false
	}
	for _, r := range q.rules {
		if r.Leave == day {
			return true
		}
	}
	return false
}
