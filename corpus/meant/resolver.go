package meant

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/law"
)

// Resolver holds the rules. It is immutable and safe for concurrent use.
type Resolver struct {
	law    *law.Catalogue
	past   *law.Succession
	events []event
	codes  map[corpus.Key]inForceCode
	texts  Texts // nil when no articles are held
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
	c := &reading{Resolver: r, Input: in, cases: make([]*question, len(in.Citations))}
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
	c.each((*reading).compare)
	c.each((*reading).weigh)
	c.hear()
	c.each((*reading).echo)
	c.each((*reading).repeat)
	c.each((*reading).conclude)
}

// reading is the resolution of one decision.
type reading struct {
	*Resolver
	Input
	cases []*question // one for each citation whose number has borne several rules
	heard heard
	slab  []corpus.Designation // not given yet
}

// designation gives a new designation; they are made together for a decision.
func (c *reading) designation() *corpus.Designation {
	if len(c.slab) == 0 {
		c.slab = make([]corpus.Designation, min(len(c.Citations), 64))
	}
	d := &c.slab[0]
	c.slab = c.slab[1:]
	return d
}

// code is the code of an article of a code; "" for any other key.
func (r *Resolver) code(key corpus.Key) corpus.Key {
	code, _ := r.book(key)
	return code
}

// book is code, and whether the code is in force.
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
	if !c.past.Plain(cit.Key) {
		rules := c.past.Rules(cit.Key)
		return &question{cit: cit, at: i, rules: rules, scores: make([]score, len(rules)), decided: -1}
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
	c.wording(d, cit, i, nil, law.Rule{})
	return nil
}
