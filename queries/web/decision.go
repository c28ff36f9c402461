package web

import (
	"cmp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// decisionPage is the data of the page of a decision.
type decisionPage struct {
	*queries.DecisionAnswer
	Chamber     string
	Publication []string
	Sides       []sideGroup
	Orders      []order
	Provisions  []useGroup
	Decisions   []useGroup
	Unresolved  []unresolved
	Fallen      *queries.FateRuling  // the ruling that decides its fate
	Kept        []queries.FateRuling // those by which a part of it stands, where they are others
	Case        []caseStep
	Text        []zoneText
	Voices      []voice // those that speak, for the legend
	Citations   []citation
	Summaries   []corpus.Summary
}

// sideGroup are the parties of one side.
type sideGroup struct {
	Side    corpus.Side
	Parties []party
}

// party is a party with what it got out of the orders, by their numbers.
type party struct {
	corpus.Party
	Won, Owes, Refused []int
}

// order is an order of the dispositif, for the eye.
type order struct {
	corpus.Holding
	N     int
	Words string
	More  int // characters that are not shown; they stand in the text
}

// useGroup are the things that a decision cites by one use, their strongest.
type useGroup struct {
	Use  corpus.Use
	List []citedThing
}

type citedThing struct {
	*queries.Cited
	Href    string
	First   queries.Mention
	Place   string              // on this page
	Meant   *corpus.Designation // where the number meant the rule of another day, or is not clear
	Nowhere bool                // the code never had such an article
}

type unresolved struct {
	Text  string
	Times int
}

// caseStep is a decision of the history of a case.
type caseStep struct {
	queries.HistoryStep
	// Outcome is the key of the words for what it did to the one under review; On are
	// those that it reviews.
	Outcome string
	Ends    bool // no court rules anew on what it quashes
	On      []queries.DecisionRef
}

// maxOrder bounds an order as shown in the list, in characters.
const maxOrder = 600

// decision is the page of a decision. One that is only cited has a page too, which says
// who cites it; a name that fits several is an error that lists them.
func (s *site) decision(v *visit) (*answer, error) {
	key := v.r.PathValue("key")
	d, err := s.lib.Decision(v.ctx, key)
	if queries.CodeOf(err) == queries.NotFound {
		return s.pending(v, key, err)
	}
	if err != nil {
		return s.several(v, key, err)
	}
	speeches, err := s.lib.Speeches(v.ctx, string(d.Node))
	if err != nil {
		return nil, err
	}
	p := &decisionPage{DecisionAnswer: d, Chamber: s.chamber(d, cmp.Or(d.Official.Court.Chamber, d.Read.Court.Chamber)),
		Publication: d.Official.Publication, Summaries: d.Official.Summaries}
	p.sides()
	p.orders()
	at, ok := readSpot(v.Query.Get("at"))
	if !ok && v.Query.Has("at") {
		return nil, invalid("%s is %q, and takes a place in the text, as 120-180", "at", v.Query.Get("at"))
	}
	r := newReading(d, speeches, at)
	p.Provisions, p.Decisions = r.grouped(d.Provisions), r.grouped(d.Decisions)
	p.unresolved()
	p.history()
	p.Text, p.Voices = r.zones()
	if p.Citations, err = s.citations(v, d); err != nil {
		return nil, err
	}
	a := &answer{Template: "decision.html", Title: d.Usual, Data: p, Permanent: decisionHref(d.Key)}
	a.Meta, a.Coins = citationData(v, d)
	return a, nil
}

// chamber is a chamber as lawyers say it: a code (CHAMBRE_CIVILE_1) is no name of one.
func (s *site) chamber(d *queries.DecisionAnswer, printed string) string {
	if strings.Contains(printed, " ") && printed != strings.ToUpper(printed) { // a name, as published
		return printed
	}
	if d.Official.Court.Kind == corpus.Cass || d.Read.Court.Kind == corpus.Cass {
		if name := s.lib.Chamber(printed); name != "" {
			return name
		}
	}
	if !strings.Contains(printed, "_") {
		return printed
	}
	words := strings.Split(printed, "_")
	for i, w := range words {
		if len(w) > 1 { // "chambre A" keeps its letter
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

// Whole is the text of the decision as it is.
func (p *decisionPage) Whole() string { return p.DecisionAnswer.Text }

// sides gathers the parties by side, each once, with what it got.
func (p *decisionPage) sides() {
	for _, side := range []corpus.Side{corpus.Demandeur, corpus.Defendeur, corpus.Prevenu, corpus.Intervenant, corpus.MinisterePublic, ""} {
		g := sideGroup{Side: side}
		for _, x := range p.Parties {
			if x.Side != side || slices.ContainsFunc(g.Parties, func(o party) bool { return o.Name == x.Name }) {
				continue
			}
			one := party{Party: x}
			for _, o := range p.Outcomes {
				if o.Name == x.Name {
					one.Won, one.Owes, one.Refused = o.Won, o.Owes, o.Refused
				}
			}
			g.Parties = append(g.Parties, one)
		}
		if len(g.Parties) > 0 {
			p.Sides = append(p.Sides, g)
		}
	}
}

func (p *decisionPage) orders() {
	for i, h := range p.Holdings {
		h.Bases = slices.DeleteFunc(slices.Clone(h.Bases), func(k corpus.Key) bool { return !k.IsProvision() })
		o := order{Holding: h, N: i + 1, Words: oneLine(cmp.Or(h.Whole.Of(p.DecisionAnswer.Text), h.Text))}
		if n := len([]rune(o.Words)); n > maxOrder {
			o.Words, o.More = shorten(o.Words, maxOrder), n-maxOrder
		}
		p.Orders = append(p.Orders, o)
	}
}

// grouped lists what is cited under its strongest use.
func (r *reading) grouped(list []queries.Cited) (out []useGroup) {
	shown := map[corpus.Key]bool{}
	for _, use := range corpus.Uses() {
		g := useGroup{Use: use}
		for i := range list {
			c := &list[i]
			if shown[c.Key] || !slices.Contains(c.Uses, use) || len(c.Mentions) == 0 {
				continue
			}
			shown[c.Key] = true
			at := max(0, slices.IndexFunc(c.Mentions, func(m queries.Mention) bool { return m.Use == use }))
			g.List = append(g.List, r.thing(c, c.Mentions[at]))
		}
		if len(g.List) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// thing is what is cited, with its first mention.
func (r *reading) thing(c *queries.Cited, first queries.Mention) citedThing {
	x := citedThing{Cited: c, First: first, Href: mentionHref(c, &first), Place: r.place(first.Span)}
	if m := first.Meant; m != nil && m.Version != corpus.Unchanged && (m.Version == "" || m.Version.Old()) {
		x.Meant = m
	}
	for _, m := range c.Mentions {
		x.Nowhere = x.Nowhere || m.NoSuchArticle
	}
	return x
}

func (p *decisionPage) unresolved() {
	for _, m := range p.DecisionAnswer.Unresolved {
		words := oneLine(m.Text)
		at := slices.IndexFunc(p.Unresolved, func(u unresolved) bool { return u.Text == words })
		if at < 0 {
			at = len(p.Unresolved)
			p.Unresolved = append(p.Unresolved, unresolved{Text: words})
		}
		p.Unresolved[at].Times++
	}
}

// history is the line of the case, and the ruling that decides what became of this
// decision.
func (p *decisionPage) history() {
	if len(p.History) > 1 {
		for _, h := range p.History {
			x := caseStep{HistoryStep: h}
			if h.Ruling != nil {
				x.Outcome, x.Ends = outcomeKey(h.Ruling), h.Ruling.Ending != nil
			}
			for _, k := range h.Reviews {
				for _, o := range p.History {
					if o.Key == k {
						x.On = append(x.On, o.DecisionRef)
					}
				}
			}
			p.Case = append(p.Case, x)
		}
	}
	alone := len(p.Fate.KeptBy) == 1 && p.Fate.KeptBy[0] == p.Fate.By
	for i := range p.Fate.Rulings {
		r := &p.Fate.Rulings[i]
		if r.Key == p.Fate.By {
			p.Fallen = r
		}
		if r.On == p.Key && !alone && slices.Contains(p.Fate.KeptBy, r.Key) {
			p.Kept = append(p.Kept, *r)
		}
	}
}

// outcomeKey is the key of the words for what a ruling does.
func outcomeKey(r *corpus.Ruling) string {
	if r.Part {
		return "outcome." + string(r.Outcome) + ".part"
	}
	return "outcome." + string(r.Outcome)
}
