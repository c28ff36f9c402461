package meant

import "github.com/attendu/attendu/corpus"

// own keeps what speaks for each rule in the words around the mention and the decision,
// before the numbers beside it are weighed.
func (c *reading) own(q *question) {
	for i := range q.scores {
		s := &q.scores[i]
		s.own, s.ownWhy = s.weight, len(s.why)
	}
}

// stands reports whether a question is decided without the numbers beside the mention.
func (q *question) stands() bool {
	return q.decided >= 0 && (!q.weighed || q.tips(q.decided, func(s *score) float64 { return s.own }))
}

// tips reports whether weights decide for a rule.
func (q *question) tips(rule int, weight func(*score) float64) bool {
	most, second := weight(&q.scores[rule]), 0.0
	for _, i := range q.left() {
		if i != rule {
			second = max(second, weight(&q.scores[i]))
		}
	}
	return most >= enough && most-second >= margin
}

// What each other mention of a number in a decision weighs for the rule that it means by
// its own words, and what all of them weigh at most.
const (
	agreement     = 0.75
	mostAgreement = 2.5
)

// agree weighs the mentions of one number in a decision against each other: a court does
// not give two meanings to one article without a reason in the sentence. A mention that
// only the numbers beside it decide follows those that stand without, where these agree;
// one that its own words decide gives way to others that weigh more.
func (c *reading) agree() {
	tally := map[corpus.Key][]int{}
	for _, q := range c.cases {
		if q == nil || !q.stands() {
			continue
		}
		if tally[q.cit.Key] == nil {
			tally[q.cit.Key] = make([]int, len(q.rules))
		}
		tally[q.cit.Key][q.decided]++
	}
	for _, q := range c.cases {
		if q == nil || !q.weighed || tally[q.cit.Key] == nil {
			continue
		}
		c.follow(q, tally[q.cit.Key])
	}
}

// follow weighs a question again with what the other mentions of its number mean, by
// rule.
func (c *reading) follow(q *question, others []int) {
	was, mine := q.decided, 0
	if q.stands() {
		mine = 1 // it is none of the others
	} else if i := sole(others); i >= 0 && i != was {
		q.decided, q.weighed = -1, false
		q.decide(i, 0.85, "%s", sameElsewhere)
		return
	}
	for _, i := range q.left() {
		n := others[i]
		if i == was {
			n -= mine
		}
		q.scores[i].agreed = min(agreement*float64(n), mostAgreement)
	}
	with := func(s *score) float64 { return s.weight + s.agreed }
	if q.tips(was, with) {
		return
	}
	q.decided, q.weighed = -1, false
	for _, i := range q.left() {
		if i != was && q.tips(i, with) {
			q.decide(i, 0.85, "%s", sameElsewhere)
			return
		}
	}
}

// sole is the one rule that is counted; -1 when none or several are.
func sole(tally []int) int {
	found := -1
	for i, n := range tally {
		if n > 0 {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// part takes a question from its company where this turned out to mean the other side of
// the reform: what only such numbers decided is open again.
func (c *reading) part(q *question) {
	if !q.weighed || q.stands() {
		return
	}
	for _, i := range c.beside(q, companyDistance) {
		o := c.cases[i]
		if o == nil || o.code != q.code || !o.stands() || o.certainty < 0.8 {
			continue
		}
		for _, j := range q.left() {
			if j != q.decided && q.beyond(j, o.rules[o.decided]) {
				q.reopen()
				return
			}
		}
	}
}

// reopen takes back a decision, and what the numbers beside the mention weighed.
func (q *question) reopen() {
	q.decided, q.weighed, q.certainty, q.because = -1, false, 0, ""
	for i := range q.scores {
		s := &q.scores[i]
		s.weight, s.why = s.own, s.why[:s.ownWhy]
	}
}

// sameElsewhere is the reason of a mention that follows the others.
const sameElsewhere = "the same decision means this rule elsewhere"
