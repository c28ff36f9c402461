package synth

import (
	"errors"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// renumbering is a row of renumberings.tsv: what became of a rule.
type renumbering struct {
	code, from string
	to         []string
	day        day
	act        legiAct
	title      string
	texts      []string // under from, and under each of to
}

// renumbered is an article of the table: the rules that its number has borne,
// one after the other.
type renumbered struct {
	num   string
	rules []borne
}

// borne is a rule under a number.
type borne struct {
	*renumbering
	row  int // of the table
	as   int // 0 is the old number, n the new number n-1
	text string
}

// renumberings reads the table.
func renumberings() ([]*renumbering, error) {
	rows, err := table.ReadFile(data, "data/renumberings.tsv", "code", "from", "to", "day", "act", "title", "text")
	if err != nil {
		return nil, err
	}
	var out []*renumbering
	for _, r := range rows {
		n := &renumbering{code: r.Get("code"), from: r.Get("from"), to: r.List("to"), title: r.Get("title"), texts: r.List("text")}
		if n.day, err = dayOf(corpus.Date(r.Get("day"))); err != nil {
			return nil, r.Errorf("%w", err)
		}
		act := r.List("act")
		if len(act) != 4 {
			return nil, r.Errorf("an act has a kind, a number, a day and an article")
		}
		n.act = legiAct{nature: act[0], number: act[1], article: act[3]}
		if n.act.day, err = dayOf(corpus.Date(act[2])); err != nil {
			return nil, r.Errorf("%w", err)
		}
		if len(n.texts) == 1 {
			n.texts = slices.Repeat(n.texts, 1+len(n.to))
		}
		if len(n.texts) != 1+len(n.to) {
			return nil, r.Errorf("%d texts for %d numbers", len(n.texts), 1+len(n.to))
		}
		out = append(out, n)
	}
	return out, nil
}

// renumber enters a row into the articles of its code.
func (c *legiCode) renumber(row int, r *renumbering) error {
	for i, num := range append([]string{r.from}, r.to...) {
		c.taken[num] = true
		at := slices.IndexFunc(c.renumbered, func(a *renumbered) bool { return a.num == num })
		if at < 0 {
			at = len(c.renumbered)
			c.renumbered = append(c.renumbered, &renumbered{num: num})
		}
		a := c.renumbered[at]
		b := borne{renumbering: r, row: row, as: i, text: strings.TrimSpace(r.texts[i])}
		if i == 0 {
			a.rules = append([]borne{b}, a.rules...)
		} else {
			a.rules = append(a.rules, b)
		}
		switch first := a.rules[0]; {
		case len(a.rules) > 2 || len(a.rules) == 2 && (first.as > 0 || a.rules[1].as == 0):
			return errors.New("a number has borne more than an old rule and a new one")
		case len(a.rules) == 2 && first.day > a.rules[1].day:
			return errors.New("the new rule came before the old one left")
		case r.day <= c.start:
			return errors.New("the rule left before the code began")
		}
	}
	return nil
}

// rule finds where a rule of the table stands: its article and version.
func (c *legiCode) rule(row, as int) (article, version int) {
	for i, a := range c.renumbered {
		for v, b := range a.rules {
			if b.row == row && b.as == as {
				return i, v
			}
		}
	}
	panic("synth: a rule that was not entered")
}

// rules are the rules of the table that left a number of the code, once each.
func (c *legiCode) rules() []borne {
	var out []borne
	for _, a := range c.renumbered {
		for _, b := range a.rules {
			if b.as == 0 {
				out = append(out, b)
			}
		}
	}
	return out
}
