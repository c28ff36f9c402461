package meant

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/phrase"
)

// Resolver holds the rules. It is immutable and safe for concurrent use.
type Resolver struct {
	law    *law.Catalogue
	past   *law.Succession
	events []event
	// institutions exist on one side of a reform only.
	institutions []institution
	openings     *phrase.Openings // of the events
	codes        map[corpus.Key]inForceCode
	texts        Texts // nil when no articles are held
}

// inForceCode says whether a code is in force.
type inForceCode bool

// New loads the rules over a catalogue and a succession. An error means that a
// rule file of this build is wrong.
func New(catalogue *law.Catalogue, past *law.Succession) (*Resolver, error) {
	r := &Resolver{law: catalogue, past: past, codes: map[corpus.Key]inForceCode{}}
	for _, c := range catalogue.Codes() {
		r.codes[c.Key()] = inForceCode(c.InForce)
	}
	var err error
	if r.events, err = loadEvents(); err != nil {
		return nil, fmt.Errorf("meant: %w", err)
	}
	if r.institutions, err = loadInstitutions(); err != nil {
		return nil, fmt.Errorf("meant: %w", err)
	}
	var terms []phrase.Terms
	for _, e := range r.events {
		terms = append(terms, e.terms)
	}
	r.openings = phrase.NewOpenings(terms...)
	return r, nil
}

// Input is what a resolution looks at.
type Input struct {
	Text      *fold.Text
	Citations []corpus.Citation // sorted by their start; Resolve sets Meant
	Date      corpus.Date       // the day of the ruling, "" when not known
}

// Resolve designates the text that each citation of an article of a code meant.
func (r *Resolver) Resolve(in Input) {
	c := &reading{Resolver: r, Input: in, cases: make([]*question, len(in.Citations)), codes: make([]corpus.Key, len(in.Citations))}
	open := 0
	for i := range in.Citations {
		if q := c.ask(i); q != nil {
			c.cases[i] = q
			open++
		}
	}
	if open == 0 {
		return
	}
	c.each((*reading).say)
	c.each((*reading).exclude)
	c.each((*reading).look)
	c.each((*reading).institutions)
	c.each((*reading).own)
	c.each((*reading).compare)
	c.each((*reading).weigh)
	c.agree()
	c.each((*reading).part)
	c.hear()
	c.each((*reading).echo)
	c.each((*reading).repeat)
	c.each((*reading).conclude)
}

// reading is the resolution of one decision.
type reading struct {
	*Resolver
	Input
	cases   []*question  // one for each citation whose number has borne several rules
	codes   []corpus.Key // of each citation of an article of a code
	heard   heard
	present []*bool // the institutions that the text names, once they are looked for

	// What is made together for a decision, and not given yet; lists that each step
	// fills anew.
	slab      []corpus.Designation
	questions []question
	scores    []score
	words     phrase.Passage
	places    []int32
	company   []int
}

// designation gives a new designation; they are made together for a decision.
func (c *reading) designation() *corpus.Designation {
	if len(c.slab) == 0 {
		c.slab = make([]corpus.Designation, min(len(c.Citations), 32))
	}
	d := &c.slab[0]
	c.slab = c.slab[1:]
	return d
}

// book is the code of an article of a code, and whether it is in force; "" for any
// other key.
func (r *Resolver) book(key corpus.Key) (code corpus.Key, inForce bool) {
	head, article, _ := strings.Cut(string(key), "/")
	if article == "" {
		return "", false
	}
	force, known := r.codes[corpus.Key(head)]
	if !known {
		return "", false
	}
	return corpus.Key(head), bool(force)
}

// question gives a new question about the citation at a place.
func (c *reading) question(at int, number *law.Number) *question {
	cit := &c.Citations[at]
	if len(c.questions) == 0 {
		c.questions = make([]question, min(len(c.Citations)-at, 8))
	}
	q := &c.questions[0]
	c.questions = c.questions[1:]
	*q = question{cit: cit, at: at, code: c.codes[at], number: number, rules: number.Rules, decided: -1}
	if len(c.scores) < len(q.rules) {
		c.scores = make([]score, max(len(q.rules), 16))
	}
	q.scores, c.scores = c.scores[:len(q.rules):len(q.rules)], c.scores[len(q.rules):]
	return q
}

// each gives every open question to one step.
func (c *reading) each(step func(*reading, *question)) {
	for _, q := range c.cases {
		if q != nil {
			step(c, q)
		}
	}
}

// ask settles a citation whose number has borne one rule only, and gives the
// question that any other puts; nil when there is none.
func (c *reading) ask(i int) *question {
	cit := &c.Citations[i]
	code, inForce := c.book(cit.Key)
	if code == "" {
		return nil
	}
	c.codes[i] = code
	if number := c.past.Number(cit.Key); number != nil {
		return c.question(i, number)
	}
	d := c.designation()
	*d = corpus.Designation{Version: corpus.Unchanged, Today: cit.Key, Certainty: 0.95,
		TodayCandidates: []corpus.Key{}, Because: "no other rule is known under this number"}
	cit.Meant = d
	if !inForce {
		d.Today, d.Because = "", "the code is repealed, and no successor of this article is known"
	}
	if cit.Qualifier == corpus.Ancien || cit.Qualifier == corpus.Devenu {
		d.Version, d.Today, d.Certainty = "", "", 0
		d.Because = fmt.Sprintf("the text says %q, and no renumbering of this article is known", cit.QualifierText)
		return nil
	}
	c.wording(d, i, nil, law.Rule{})
	return nil
}
