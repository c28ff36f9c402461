package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// Provision is a row of the table provisions: one rule under one number that is cited,
// or a number where it is not known which of its rules was meant.
type Provision struct {
	Key        string   `parquet:"key"`
	Version    string   `parquet:"version,optional,dict"`
	TextMeant  string   `parquet:"text_meant"`
	Title      string   `parquet:"title"`
	Family     string   `parquet:"family,dict"`
	Instrument string   `parquet:"instrument,dict"`
	Article    string   `parquet:"article,optional"`
	Subject    string   `parquet:"subject,optional"`
	Today      []string `parquet:"today,list"`
	Decisions  int64    `parquet:"decisions"`
	Mentions   int64    `parquet:"mentions"`
	Visa       int64    `parquet:"visa"`
	Applied    int64    `parquet:"applied"`
	Rejected   int64    `parquet:"rejected"`
	Refuses    int64    `parquet:"refuses"`
	Invoked    int64    `parquet:"invoked"`
	Reported   int64    `parquet:"reported"`
	Quoted     int64    `parquet:"quoted"`
	Recited    int64    `parquet:"recited"`
	First      *Day     `parquet:"first_date,date"`
	Last       *Day     `parquet:"last_date,date"`
}

// Provisions counts what decisions cite. It holds one entry for each text that is cited,
// whatever the number of decisions.
type Provisions struct {
	of map[corpus.Text]*cited
	n  int64 // of the decision that is counted
}

// cited is what is counted of one text.
type cited struct {
	last      int64 // the decision that was counted last
	decisions int64
	uses      [7]int64 // in the order of corpus.Uses
	refuses   int64    // of visa and applied
	from, to  corpus.Date
}

// Add counts the citations of a decision, once each; resolve gives the one name of a key.
func (p *Provisions) Add(d *corpus.Decision, resolve func(corpus.Key) (corpus.Key, error)) error {
	if p.of == nil {
		p.of = map[corpus.Text]*cited{}
	}
	p.n++
	for i := range d.Citations {
		c := &d.Citations[i]
		if c.Key == "" || !c.Node.IsProvision() {
			continue
		}
		key, err := resolve(c.Node)
		if err != nil {
			return err
		}
		t := c.Meant.Text(key)
		x := p.of[t]
		if x == nil {
			x = &cited{}
			t.Version = corpus.Version(strings.Clone(string(t.Version))) // not the text that it is part of
			p.of[t] = x
		}
		x.add(p.n, c.Does(), d.Date)
		if d.Refuses(c) {
			x.refuses++
		}
	}
	return nil
}

func (x *cited) add(decision int64, use corpus.Use, day corpus.Date) {
	x.uses[slices.Index(corpus.Uses(), use)]++
	if x.last == decision {
		return
	}
	x.last = decision
	x.decisions++
	if day == "" {
		return
	}
	if x.from == "" || day < x.from {
		x.from = day
	}
	x.to = max(x.to, day)
}

// Rows are the rows in the order of their keys, and the oldest rule of a number first.
func (p *Provisions) Rows(names Names, past *law.Succession, each func(Provision) error) error {
	texts := make([]corpus.Text, 0, len(p.of))
	for t := range p.of {
		texts = append(texts, t)
	}
	slices.SortFunc(texts, func(a, b corpus.Text) int {
		return cmp.Or(a.Key.Compare(b.Key), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Version.Day(), b.Version.Day()), cmp.Compare(a.Version, b.Version))
	})
	for _, t := range texts {
		r := p.row(t, names, past)
		if err := each(r); err != nil {
			return err
		}
	}
	return nil
}

func (p *Provisions) row(t corpus.Text, names Names, past *law.Succession) Provision {
	x := p.of[t]
	r := Provision{Key: string(t.Key), Version: string(t.Version), TextMeant: t.String(), Title: names.Title(t.Key),
		Family: string(t.Key.Family()), Instrument: string(t.Key.Instrument()), Decisions: x.decisions,
		Visa: x.uses[0], Applied: x.uses[1], Rejected: x.uses[2], Refuses: x.refuses, Invoked: x.uses[3], Reported: x.uses[4],
		Quoted: x.uses[5], Recited: x.uses[6], First: DayOf(x.from), Last: DayOf(x.to)}
	for _, n := range x.uses {
		r.Mentions += n
	}
	if parts, err := t.Key.Parts(); err == nil {
		r.Article = parts.Article
	}
	if t.Version == "" {
		return r
	}
	if s := past.Subject(t); s != nil {
		r.Subject = s.Label
	}
	for _, k := range past.Ends(t) {
		r.Today = append(r.Today, string(k))
	}
	return r
}
