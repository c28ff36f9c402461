package meant

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/phrase"
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
	others := slices.DeleteFunc(c.beside(q, pairDistance), func(i int) bool {
		return c.cases[i] == nil // it was never renumbered
	})
	if len(others) == 0 {
		return
	}
	spoken := make([]bool, len(q.rules))
	for _, at := range others {
		other := &c.Citations[at]
		said := q.cit.Qualifier == corpus.Ancien || q.cit.Qualifier == corpus.Devenu ||
			other.Qualifier == corpus.Ancien || other.Qualifier == corpus.Devenu || other.Qualifier == corpus.Nouveau
		for i := range q.rules {
			to := bears(q.number.Lives[i].After, other.Key)
			from := !to && bears(q.number.Lives[i].Before, other.Key)
			switch {
			case to && said && q.cit.Qualifier != corpus.Devenu:
				q.names(other)
				q.decide(i, 0.99, "the text names its successor, %s", c.law.Title(other.Key))
			case from && said && q.cit.Qualifier != corpus.Ancien:
				q.decide(i, 0.99, "the text names its predecessor, %s", c.law.Title(other.Key))
			case (to || from) && spoken[i]: // several numbers beside it say it once
			case to:
				spoken[i] = true
				q.speak(i, 2, func() string { return "its successor is cited beside it" })
			case from:
				spoken[i] = true
				q.speak(i, 2, func() string { return "its predecessor is cited beside it" })
			}
		}
	}
}

// names notes a successor that the text names; those that it calls so ("devenu")
// stand before those that are only cited beside it.
func (q *question) names(other *corpus.Citation) {
	if other.Qualifier == corpus.Devenu && !q.called {
		q.called, q.successors = true, nil
	}
	if q.called && other.Qualifier != corpus.Devenu || slices.Contains(q.successors, other.Key) {
		return
	}
	q.successors = append(q.successors, other.Key)
}

// beside lists the places of the other citations of articles within a distance. The
// list holds until the next is asked for.
func (c *reading) beside(q *question, distance int) []int {
	list := c.company[:0]
	for _, step := range [2]int{-1, 1} {
		for i := q.at + step; i >= 0 && i < len(c.Citations); i += step {
			o := &c.Citations[i]
			if gap := max(o.Start-q.cit.End, q.cit.Start-o.End); gap > distance {
				break
			}
			if o.Key != q.cit.Key && c.codes[i] != "" {
				list = append(list, i)
			}
		}
	}
	c.company = list
	return list
}

// bears reports whether one of the texts has a key.
func bears(list []law.Text, key corpus.Key) bool {
	return slices.ContainsFunc(list, func(t law.Text) bool { return t.Key == key })
}

// leads reports whether the rule of a text went to a key, at any distance.
func (c *reading) leads(t law.Text, key corpus.Key) bool {
	return bears(law.Reach(t, c.past.Next), key)
}

// version reads a clause about the wording: "dans sa rédaction antérieure à
// l'ordonnance du 10 février 2016", "issue de la loi n° …", "alors applicable".
func (c *reading) version(q *question, words string) {
	said := c.clause(q.at, q.number)
	quoted := strings.Join(strings.Fields(q.cit.QualifierText), " ")
	because := fmt.Sprintf("the text says %q%s", quoted, said.act)
	switch {
	case said.day == "":
	case said.before:
		q.decide(q.on(dayBefore(said.day)), 0.98, "%s", because)
		return
	default: // issue de, résultant de, modifiée par, en vigueur le
		q.decide(q.on(said.day), 0.95, "%s", because)
		return
	}
	if i := q.last(c.Date); i >= 0 && c.Date != "" && q.rules[i].Leave <= c.Date && c.years(q.rules[i].Leave) < longPatience {
		why := func() string { return fmt.Sprintf("the text says %q", quoted) }
		switch {
		case strings.Contains(words, "alors") || strings.Contains(words, "anterieur"):
			q.speak(i, enough, why)
		case strings.Contains(words, "applicable"): // "applicable en la cause" may be a wording of the new rule, too
			q.lean(i, enough, why)
		}
	}
}

// clause is what a clause about the wording of an article says.
type clause struct {
	day    corpus.Date // of itself, or on which the act that it names took effect or was signed
	before bool        // the wording is older than that day
	signed bool        // the day is that of the signature of an act
	act    string      // ", which took effect on …" for an act that moved the number
}

// maxClause is how far behind a mention an act is taken for one of its clause, in
// bytes.
const maxClause = 250

// clause reads the clause about the wording of the citation at a place in the list;
// its number is nil where it has borne one rule only.
func (c *reading) clause(at int, number *law.Number) (said clause) {
	cit := &c.Citations[at]
	words := fold.New(cit.QualifierText).Folded
	said.before = strings.Contains(words, "anterieur") || strings.Contains(words, "precedant")
	start, end := c.extent(cit, words)
	first := at
	for first > 0 && c.Citations[first-1].Start >= start {
		first--
	}
	for i := first; i < len(c.Citations) && c.Citations[i].Start <= min(end, cit.End+maxClause); i++ {
		o := &c.Citations[i]
		if i == at || c.codes[i] != "" || o.Key.Family() != corpus.Statute {
			continue
		}
		if day := c.reformed(number, o); day != "" {
			said.day, said.act = day, ", which took effect on "+string(day)
			return said
		}
		if said.day = c.signature(o); said.day != "" {
			said.signed = true
			return said
		}
	}
	if days := dates(phrase.NewPassage(words)); len(days) > 0 {
		said.day = days[0].from
	}
	return said
}

// extent is where a mention and the clause about its wording stand together. The
// clause, given folded, follows the mention or leads to it: "dans sa rédaction
// issue de la loi n° …, l'article …".
func (c *reading) extent(cit *corpus.Citation, words string) (start, end int) {
	s, from := c.Text.Folded, c.Text.Index(cit.Start)
	reach := maxClause + len(words)
	if i := strings.Index(s[from:min(len(s), from+cit.Len()+reach)], words); i >= 0 {
		return cit.Start, max(cit.End, c.Text.Start(from+i+len(words)))
	}
	low := max(0, from-reach)
	if i := strings.LastIndex(s[low:from], words); i >= 0 {
		return c.Text.Start(low + i), cit.End
	}
	return cit.Start, cit.End
}

// signature is the day on which an act was signed, "" when it is not known.
func (c *reading) signature(act *corpus.Citation) corpus.Date {
	if act.Date != "" {
		return act.Date
	}
	if s, ok := c.law.Statute(act.Node.Instrument()); ok {
		return s.Date
	}
	p, err := act.Key.Parts()
	if err != nil {
		return ""
	}
	d, _ := corpus.ParseDate(p.ID)
	return d
}

// reformed is the day of the reform that a citation names, among those that moved a
// number; "" when it names none.
func (c *reading) reformed(number *law.Number, act *corpus.Citation) corpus.Date {
	if number == nil {
		return ""
	}
	for i, r := range number.Rules {
		if r.Leave == "" {
			continue
		}
		for _, reform := range number.Lives[i].Leaving {
			p, err := act.Key.Parts()
			if act.Node.Instrument() == reform.Act || act.Key.Instrument() == reform.Act ||
				err == nil && reform.Signed != "" && p.ID == string(reform.Signed) {
				return reform.Date
			}
		}
		for _, m := range slices.Concat(c.past.Moved(r.Text), c.past.Into(r.Key, r.Leave)) {
			if m.Act != "" && (m.Act == act.Node.Instrument() || m.Act == act.Key.Instrument()) {
				return r.Leave
			}
		}
	}
	return ""
}

// wording sets the day whose wording of a rule the citation at a place meant.
func (c *reading) wording(d *corpus.Designation, at int, number *law.Number, r law.Rule) {
	if c.Citations[at].Qualifier == corpus.Redaction {
		said := c.clause(at, number)
		switch {
		case said.day == "": // "alors applicable": on a day that is not said
		case said.before:
			d.Day = dayBefore(said.day)
		default:
			d.Day, d.After = said.day, said.signed
		}
		return
	}
	d.Day = c.Date
	switch {
	case r.Leave != "" && (c.Date == "" || c.Date >= r.Leave):
		d.Day = dayBefore(r.Leave)
	case c.Date != "" && r.Enter > c.Date:
		d.Day = r.Enter
	}
}
