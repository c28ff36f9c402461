package meant

import (
	"embed"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed events.tsv
var files embed.FS

// event is what happened on a day, and the words that say so.
type event struct {
	kind  string // a law.Turning, or "act"
	terms law.Terms
}

func loadEvents() (list []event, err error) {
	rows, err := table.ReadFile(files, "events.tsv", "kind", "words", "example", "counter")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		e := event{kind: r.Get("kind")}
		if e.terms, err = law.NewTerms(r.List("words")); err != nil {
			return nil, r.Errorf("%w", err)
		}
		list = append(list, e)
	}
	return list, nil
}

// eventWords is how many words before a day say what happened on it.
const eventWords = 9

// happened is the kind of the event on a day: what the nearest words before it
// say; "" when they say nothing.
func (r *Resolver) happened(words []string, p period, after int) string {
	from := max(after, p.at-eventWords)
	for i := p.at - 1; i >= from; i-- {
		for _, e := range r.events {
			for _, t := range e.terms {
				if n := len(t); i+n <= p.at && len(law.Terms{t}.Find(words[i:i+n])) > 0 {
					return e.kind
				}
			}
		}
	}
	return ""
}

// dated weighs the days of contracts, facts and proceedings that stand around a
// mention, by the transitional rule of the reform.
func (c *reading) dated(q *question) {
	for i, r := range q.rules {
		if r.Leave == "" || i+1 >= len(q.rules) {
			continue
		}
		reforms := c.past.Reforms(q.cit.Key.Instrument(), r.Leave)
		for _, reform := range reforms {
			c.turn(q, i, reform)
		}
		if len(reforms) == 0 {
			c.turn(q, i, law.Reform{Date: r.Leave, Turn: []law.Turning{law.ByContract, law.ByFacts, law.ByProceedings}})
		} else {
			c.soon(q, i, reforms[0])
		}
	}
}

// soonDays is how soon after a reform a ruling can only judge what is older, where
// the reform leaves that under the old law.
const soonDays = 45

// soon weighs that a ruling came so soon after a reform that the contracts, facts
// or proceedings that it judges are older.
func (c *reading) soon(q *question, before int, reform law.Reform) {
	if len(reform.Turn) == 0 || c.Date < reform.Date {
		return
	}
	if s := c.past.Subject(q.rules[before].Text); s != nil && s.Cited == "rare" {
		return
	}
	if days := int(c.Date.Time().Sub(reform.Date.Time()).Hours() / 24); days <= soonDays {
		q.speak(before, 1.5, "the ruling came %d days after the reform of %s, and what it judges is older%s", days, reform.Date, source(reform))
	}
}

// turn weighs the days around a mention for the rule before a reform, or for the
// next.
func (c *reading) turn(q *question, before int, reform law.Reform) {
	end, spoken := 0, map[string]bool{}
	for _, p := range dates(q.words) {
		kind := c.happened(q.words, p, end)
		end = p.end
		if kind == "act" || kind == "" || spoken[kind] {
			continue
		}
		weight := 1.0
		if slices.Contains(reform.Turn, law.Turning(kind)) {
			weight = 2
		} else if len(reform.Turn) > 0 {
			weight = 0.5
		}
		day := string(p.from)
		if p.from != p.to {
			day = string(p.from[:7])
		}
		because := "%s of %s, before the reform of %s"
		switch {
		case p.to < reform.Date:
			q.speak(before, weight, because+source(reform), kind, day, reform.Date)
		case p.from >= reform.Date && p.from <= corpus.Date(orFar(c.Date)):
			q.speak(before+1, weight, "%s of %s, after the reform of %s"+source(reform), kind, day, reform.Date)
		}
		spoken[kind] = true
	}
}

// source names the transitional rule of a reform, in brackets.
func source(r law.Reform) string {
	if r.Source == "" {
		return ""
	}
	return " (" + r.Source + ")"
}

func orFar(d corpus.Date) string {
	if d == "" {
		return "9999"
	}
	return string(d)
}
