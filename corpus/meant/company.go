package meant

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// exclude takes away the rules that came to the number after the ruling, and
// those of which nothing proves that they ever stood there.
func (c *reading) exclude(q *question) {
	if q.decided >= 0 {
		return
	}
	code := c.code(q.cit.Key)
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
		case known || r.Leave != "" || c.vacant(code, r): // Leave: before a rule came to a new number
			s.out = true
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
func (c *reading) vacant(code corpus.Key, empty law.Rule) bool {
	for _, r := range c.past.Reforms(code, empty.Enter) {
		if r.Vacates {
			return true
		}
	}
	book, known := c.law.Code(string(code))
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
	seen := map[corpus.Key]bool{}
	for _, o := range c.beside(q, companyDistance) {
		if seen[o.Key] || c.code(o.Key) != c.code(q.cit.Key) {
			continue
		}
		seen[o.Key] = true
		agree := c.agreeing(q, o.Key)
		if len(agree) == 1 {
			q.speak(agree[0], 2, "it is cited with %s, whose rule %s is of the same field", c.law.Title(o.Key), c.side(q.rules[agree[0]]))
		}
		c.together(q, o.Key)
	}
}

// together weighs that the number cited beside it would be one that decisions
// hardly ever cite, too.
func (c *reading) together(q *question, other corpus.Key) {
	left := q.left()
	if len(left) != 2 {
		return
	}
	rare := [2]bool{}
	for n, i := range left {
		s := c.past.Subject(c.past.Beside(other, q.rules[i]).Text)
		rare[n] = s != nil && s.Cited == "rare"
	}
	for n, i := range left {
		if !rare[n] && rare[1-n] {
			q.lean(i, enough/2, "nor the other rule of %s beside it", c.law.Title(other))
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

// sided weighs that a number beside it is said to be meant as it was before the
// reform, or since: courts seldom mix both in one sentence.
func (c *reading) sided(q *question) {
	spoken := map[int]bool{}
	for i := max(0, q.at-sideNumbers); i < len(c.cases) && i <= q.at+sideNumbers; i++ {
		o := c.cases[i]
		if o == nil || o.decided < 0 || o.certainty < 0.95 || o.cit.Key == q.cit.Key || c.code(o.cit.Key) != c.code(q.cit.Key) ||
			max(o.cit.Start-q.cit.End, q.cit.Start-o.cit.End) > sideDistance {
			continue
		}
		meant := o.rules[o.decided]
		for _, j := range q.left() {
			r := q.rules[j]
			if same := r.Leave != "" && r.Leave == meant.Leave || r.Enter != "" && r.Enter == meant.Enter; same && !spoken[j] {
				spoken[j] = true
				q.speak(j, enough, "%s beside it is meant as the rule %s", c.law.Title(o.cit.Key), c.side(meant))
			}
		}
	}
}

// agreeing lists the rules of a question that are of one field with the rule that
// another number bore at the same time.
func (c *reading) agreeing(q *question, other corpus.Key) (list []int) {
	for _, i := range q.left() {
		r := q.rules[i]
		s := c.past.Subject(r.Text)
		if s == nil || s.Field == "" {
			continue
		}
		if o := c.past.Subject(c.past.Beside(other, r).Text); o != nil && o.Field == s.Field {
			list = append(list, i)
		}
	}
	return list
}

func (c *reading) side(r law.Rule) string {
	if r.Leave != "" {
		return "of before " + string(r.Leave)
	}
	return "since " + string(r.Enter)
}

// usual weighs how often each rule is cited at all, and how long ago the number
// was given to another.
func (c *reading) usual(q *question) {
	for _, i := range q.left() {
		r, rare := q.rules[i], true
		for _, j := range q.left() {
			if s := c.past.Subject(q.rules[j].Text); j != i && (s == nil || s.Cited != "rare") {
				rare = false
			}
		}
		if s := c.past.Subject(r.Text); rare && (s == nil || s.Cited != "rare") && len(q.left()) > 1 {
			q.lean(i, enough/2, "decisions hardly ever cite the other rule of this number")
		}
		if n := c.years(r.Enter); r.Leave == "" && !r.Doubt && n > 0 && len(q.left()) > 1 {
			years := "a year"
			if n > 1 {
				years = fmt.Sprint(n, " years")
			}
			q.lean(i, c.ageWeight(r)*min(1, float64(n)/float64(c.patience(r))), "the ruling is %s younger than the new number", years)
		}
	}
}

// ageWeight is what the age of a new number weighs at most: alone it decides only
// where no old contract or fact keeps the old law alive.
func (c *reading) ageWeight(r law.Rule) float64 {
	for _, reform := range c.past.Reforms(r.Key.Instrument(), r.Enter) {
		for _, t := range reform.Turn {
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
func (c *reading) patience(r law.Rule) int {
	n := 0
	for _, reform := range c.past.Reforms(c.code(r.Key), r.Enter) {
		n = max(n, reform.Years)
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
		key, code, r := o.cit.Key, c.code(o.cit.Key), o.rules[o.decided]
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
			q.echoed, q.echo = i, "the same decision means this rule elsewhere"
		}
	}
	if len(same) > 0 || len(left) != 2 {
		return
	}
	old, fresh := 0, 0
	for days, n := range c.heard.code[c.code(q.cit.Key)] {
		switch enter, leave := days[0], days[1]; {
		case c.turned(q, leave):
			old += n
		case c.turned(q, enter):
			fresh += n
		}
	}
	switch {
	case old >= 2 && fresh == 0:
		q.speak(left[0], 1, "the decision cites the other articles of this code by their old numbers")
	case fresh >= 2 && old == 0:
		q.speak(left[1], 1, "the decision cites the other articles of this code by their new numbers")
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
