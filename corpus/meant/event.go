package meant

import (
	"embed"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed events.tsv institutions.tsv
var files embed.FS

// event is what happened on a day, and the words that say so.
type event struct {
	kind  string // a law.Turning, act, pleading or collective
	terms phrase.Terms
}

func loadEvents() (list []event, err error) {
	rows, err := table.ReadFile(files, "events.tsv", "kind", "words", "example", "counter")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		e := event{kind: r.Get("kind")}
		if e.terms, err = phrase.New(r.List("words")); err != nil {
			return nil, r.Errorf("%w", err)
		}
		list = append(list, e)
	}
	return list, nil
}

// The kinds of days that are none of contracts, facts or proceedings, wherever the words
// that say so stand: a party wrote to the court, or employer and unions agreed.
const (
	pleading   = "pleading"
	collective = "collective"
)

// eventWords is how many words before a day say what happened on it.
const eventWords = 9

// happened is the kind of the event on a day: what the nearest words before it
// say; "" when they say nothing.
func (r *Resolver) happened(words *phrase.Passage, p period, after int) (kind string) {
	from := max(after, p.at-eventWords)
	for i := p.at - 1; i >= from; i-- {
		if !r.openings.May(words.Word(i)) {
			continue
		}
		for _, e := range r.events {
			if (kind == "" || e.kind == pleading || e.kind == collective) && e.terms.Begin(words, i, p.at) {
				if e.kind == pleading || e.kind == collective { // "conclusions notifiées par la voie électronique le …" is no day of facts
					return e.kind
				}
				kind = e.kind
			}
		}
	}
	if kind == string(law.ByContract) && r.agreed(words, p.end) {
		return collective
	}
	return kind
}

// agreed reports whether the words behind a day say that employer and unions agreed on
// it: "signée le 9 août 2017 entre la société Kermeur et le syndicat CGT".
func (r *Resolver) agreed(words *phrase.Passage, from int) bool {
	to := min(words.Len(), from+eventWords)
	for i := from; i < to; i++ {
		for _, e := range r.events {
			if e.kind == collective && e.terms.Begin(words, i, to) {
				return true
			}
		}
	}
	return false
}

// nearWords is how many words from a mention a day stands near it.
const nearWords = 40

// dated weighs the days of contracts, facts and proceedings that stand around a
// mention for the rule that the number bore on each, by the transitional rule of
// the reform; and that a ruling came soon after it.
func (c *reading) dated(q *question) {
	for i := range q.rules {
		if reforms := q.number.Lives[i].Leaving; len(reforms) > 0 {
			c.soon(q, i, reforms[0])
		}
	}
	end, spoken, at := 0, map[string]bool{}, q.words.mention
	for _, p := range dates(q.words.Passage) {
		kind := c.happened(q.words.Passage, p, end)
		end = p.end
		if kind != "act" && kind != pleading && kind != collective && kind != "" && !spoken[kind] && (c.Date == "" || p.from <= c.Date) {
			spoken[kind] = c.happening(q, p, law.Turning(kind), at < 0 || p.at >= at-nearWords && p.at <= at+nearWords)
		}
	}
}

// happening weighs one day, less when it does not stand near. It reports false when
// the day does not tell which rule stood under the number.
func (c *reading) happening(q *question, p period, kind law.Turning, near bool) bool {
	i := q.on(p.from)
	if i < 0 || i != q.on(p.to) || q.scores[i].out {
		return false
	}
	r := q.rules[i]
	side, day, list := "before", r.Leave, q.number.Lives[i].Leaving
	if r.Leave == "" || c.Date != "" && r.Leave > c.Date {
		side, day, list = "after", r.Enter, q.number.Lives[i].Entering
	}
	reform, weight := law.Reform{Date: day}, 1.0
	if len(list) > 0 {
		if reform, weight = list[0], 0.5; slices.Contains(reform.Turn, kind) {
			weight = 2
		}
	}
	if !near {
		weight /= 2
	}
	when := string(p.from)
	if p.from != p.to {
		when = when[:len("2006-01")]
	}
	q.speak(i, weight, func() string {
		return fmt.Sprintf("%s of %s, %s the reform of %s%s", kind, when, side, day, source(reform))
	})
	return true
}

// How soon after a reform a ruling can only judge what is older, where the reform
// leaves that under the old law: even the proceedings began before; and until when
// it mostly does.
const (
	soonDays  = 15
	earlyDays = 60
)

// soon weighs that a ruling came so soon after a reform that the contracts, facts
// or proceedings that it judges are older.
func (c *reading) soon(q *question, before int, reform law.Reform) {
	if len(reform.Turn) == 0 || c.Date < reform.Date {
		return
	}
	if q.seldom(before) {
		return
	}
	days, weight := int(c.Date.Time().Sub(reform.Date.Time()).Hours()/24), 0.5
	if days <= soonDays {
		weight = enough
	}
	if days <= earlyDays {
		q.speak(before, weight, func() string {
			return fmt.Sprintf("the ruling came %d days after the reform of %s, and what it judges is older%s", days, reform.Date, source(reform))
		})
	}
}

// source names the transitional rule of a reform, in brackets.
func source(r law.Reform) string {
	if r.Source == "" {
		return ""
	}
	return " (" + r.Source + ")"
}
