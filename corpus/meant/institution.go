package meant

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

// institution is a row of institutions.tsv.
type institution struct {
	code    corpus.Key
	day     corpus.Date
	since   bool // of the side since that day, else of before
	pattern *re2.Regexp
}

func loadInstitutions() (list []institution, err error) {
	rows, err := table.ReadFile(files, "institutions.tsv", "code", "day", "side", "pattern", "examples", "counters")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		x := institution{code: corpus.Key(r.Get("code")), since: r.Get("side") == "since"}
		if !x.since && r.Get("side") != "before" {
			return nil, r.Errorf("%q is no side", r.Get("side"))
		}
		if x.day, err = corpus.ParseDate(r.Get("day")); err != nil {
			return nil, r.Errorf("%w", err)
		}
		if x.pattern, err = table.Pattern(r.Get("pattern")); err != nil {
			return nil, r.Errorf("%w", err)
		}
		list = append(list, x)
	}
	return list, nil
}

// institutional is what the institutions of a decision weigh: less than it takes to
// decide alone, for one may be named in passing.
const institutional = 1

// institutions weighs that a decision names institutions of one side of a reform alone.
func (c *reading) institutions(q *question) {
	if q.decided >= 0 {
		return
	}
	for i := range c.Resolver.institutions {
		x := &c.Resolver.institutions[i]
		if x.code != q.code || !c.turned(q, x.day) || !c.alone(i) {
			continue
		}
		fits := func(r law.Rule) bool { return r.Leave != "" && r.Leave <= x.day }
		if x.since {
			fits = func(r law.Rule) bool { return r.Enter >= x.day }
		}
		if rule := q.only(fits); rule >= 0 {
			q.speak(rule, institutional, func() string {
				return fmt.Sprintf("the decision names institutions %s alone", side(q.rules[rule]))
			})
		}
	}
}

// only is the one open rule that fits, while others do not; -1 when there is none.
func (q *question) only(fits func(law.Rule) bool) int {
	found := -1
	for _, i := range q.left() {
		if !fits(q.rules[i]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	if len(q.left()) < 2 {
		return -1
	}
	return found
}

// alone reports whether a decision names the institutions of a row, and none of the
// other side.
func (c *reading) alone(row int) bool {
	x := &c.Resolver.institutions[row]
	for i := range c.Resolver.institutions {
		if o := &c.Resolver.institutions[i]; o.code == x.code && o.day == x.day && o.since != x.since && c.mentions(i) {
			return false
		}
	}
	return c.mentions(row)
}

// mentions reports whether the text names an institution; it looks once.
func (c *reading) mentions(row int) bool {
	if c.present == nil {
		c.present = make([]*bool, len(c.Resolver.institutions))
	}
	if c.present[row] == nil {
		found := c.Resolver.institutions[row].pattern.MatchString(c.Text.Folded)
		c.present[row] = &found
	}
	return *c.present[row]
}
