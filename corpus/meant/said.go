package meant

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
)

// say settles what the court says itself: a pair of numbers, then a qualifier.
func (c *reading) say(q *question) {
	c.pair(q)
	if q.decided >= 0 {
		return
	}
	words := fold.New(q.cit.QualifierText).Folded
	switch q.cit.Qualifier {
	case corpus.Ancien:
		q.decide(q.last(c.Date), 0.97, "the text says %q", q.cit.QualifierText)
	case corpus.Nouveau, corpus.Devenu:
		q.decide(q.newest(c.Date), 0.97, "the text says %q", q.cit.QualifierText)
	case corpus.Redaction:
		c.version(q, words)
	}
}

// pairDistance is how far a number and its successor stand apart at most, in
// bytes of the text.
const pairDistance = 120

// pair settles a number beside which the text names its successor or its
// predecessor: "1382, devenu 1240", "1240 (ancien 1382)".
func (c *reading) pair(q *question) {
	for _, other := range c.beside(q, pairDistance) {
		said := q.cit.Qualifier == corpus.Ancien || q.cit.Qualifier == corpus.Devenu ||
			other.Qualifier == corpus.Ancien || other.Qualifier == corpus.Devenu || other.Qualifier == corpus.Nouveau
		for i, r := range q.rules {
			to := c.leads(r.Text, other.Key)
			from := !to && c.follows(r.Text, other.Key)
			switch {
			case to && said && q.cit.Qualifier != corpus.Devenu:
				q.successor = other.Key
				q.decide(i, 0.99, "the text names its successor, %s", c.law.Title(other.Key))
			case from && said && q.cit.Qualifier != corpus.Ancien:
				q.decide(i, 0.99, "the text names its predecessor, %s", c.law.Title(other.Key))
			case to:
				q.speak(i, 2, "its successor is cited beside it")
			case from:
				q.speak(i, 2, "its predecessor is cited beside it")
			}
		}
	}
}

// beside lists the other citations of articles within a distance.
func (c *reading) beside(q *question, distance int) (list []*corpus.Citation) {
	for _, step := range [2]int{-1, 1} {
		for i := q.at + step; i >= 0 && i < len(c.Citations); i += step {
			o := &c.Citations[i]
			if gap := max(o.Start-q.cit.End, q.cit.Start-o.End); gap > distance {
				break
			}
			if o.Key != q.cit.Key && o.Key.Family() == corpus.CodeArticle {
				list = append(list, o)
			}
		}
	}
	return list
}

// leads reports whether the rule of a text went to a key, at any distance.
func (c *reading) leads(t law.Text, key corpus.Key) bool {
	for todo := c.past.Next(t); len(todo) > 0; todo = todo[1:] {
		if todo[0].Key == key {
			return true
		}
		todo = append(todo, c.past.Next(todo[0])...)
	}
	return false
}

// follows reports whether the rule of a text came from a key, at any distance.
func (c *reading) follows(t law.Text, key corpus.Key) bool {
	for todo := c.past.Previous(t); len(todo) > 0; todo = todo[1:] {
		if todo[0].Key == key {
			return true
		}
		todo = append(todo, c.past.Previous(todo[0])...)
	}
	return false
}

// version reads a clause about the wording: "dans sa rédaction antérieure à
// l'ordonnance du 10 février 2016", "issue de la loi n° …", "alors applicable".
func (c *reading) version(q *question, words string) {
	day, act := c.clauseDay(q, words)
	quoted := strings.Join(strings.Fields(q.cit.QualifierText), " ")
	switch {
	case day == "":
	case strings.Contains(words, "anterieur"):
		q.decide(q.on(dayBefore(day)), 0.98, "the text says %q%s", quoted, act)
		return
	default: // issue de, résultant de, modifiée par, en vigueur le
		q.decide(q.on(day), 0.95, "the text says %q%s", quoted, act)
		return
	}
	if i := q.last(c.Date); i >= 0 && c.Date != "" && q.rules[i].Leave <= c.Date && c.years(q.rules[i].Leave) < 12 {
		if strings.Contains(words, "alors") || strings.Contains(words, "anterieur") || strings.Contains(words, "applicable") {
			q.speak(i, 1.5, "the text says %q", quoted)
		}
	}
}

// clauseDay is the day that a clause about the wording names: of itself, or that
// on which the act that it names took effect. act says which act that was.
func (c *reading) clauseDay(q *question, words string) (day corpus.Date, act string) {
	end := q.cit.End
	if i := strings.Index(c.Text.Folded[c.Text.Index(q.cit.Start):], words); i >= 0 && words != "" {
		end = c.Text.Start(min(c.Text.Index(q.cit.Start)+i+len(words), len(c.Text.Folded)))
	}
	for i := q.at + 1; i < len(c.Citations) && c.Citations[i].Start <= end; i++ {
		o := &c.Citations[i]
		if o.Key.Family() != corpus.Statute || o.Start-q.cit.End > 250 {
			continue
		}
		if r, ok := c.reform(q, o); ok {
			return r.Date, ", which took effect on " + string(r.Date)
		}
		if p, _ := o.Node.Parts(); o.Date != "" || len(p.ID) == len("2006-01-02") {
			if d := o.Date; d != "" {
				return d, ""
			}
			if d, err := corpus.ParseDate(p.ID); err == nil {
				return d, ""
			}
		}
	}
	if days := dates(law.Words(words)); len(days) > 0 {
		return days[0].from, ""
	}
	return "", ""
}

// reform is the reform that a citation names, among those that moved the number.
func (c *reading) reform(q *question, act *corpus.Citation) (law.Reform, bool) {
	for _, r := range q.rules {
		if r.Leave == "" {
			continue
		}
		for _, reform := range c.past.Reforms(q.cit.Key.Instrument(), r.Leave) {
			p, err := act.Key.Parts()
			if act.Node.Instrument() == reform.Act || act.Key.Instrument() == reform.Act ||
				err == nil && reform.Signed != "" && p.ID == string(reform.Signed) {
				return reform, true
			}
		}
	}
	return law.Reform{}, false
}
