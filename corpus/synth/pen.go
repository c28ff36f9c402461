package synth

import (
	"strconv"

	"github.com/attendu/attendu/corpus"
)

// pen writes the text of one decision, and notes what it wrote.
type pen struct {
	g *Generator
	*file
	*chance
	index   int
	stage   stage
	day     day
	masking masking
	r, i    *person // who appeals, and the other
	goal    int     // size aimed at, in bytes
	terse   bool    // writes CPC rather than code de procédure civile
	zone    corpus.ZoneKind
	out     []byte
	truth   Truth
	used    []uint64    // templates already used, a bit each
	told    int         // facts told
	rule    *template   // the principe at hand
	last    *instrument // named last in this paragraph
	named   *person     // named last in this paragraph
	since   day         // the last day told
	count   int         // of the paragraph, in the new style
	fresh   bool        // a zone has begun, and with it a paragraph
	ordered int         // articles of the dispositif
	met     [2]bool     // parties named in full, of an administrative case
	fees    int         // that its loser owes for the costs of the other
	spared  bool        // and need not pay
}

func newPen(g *Generator, f *file, s stage, index int) *pen {
	p := &pen{g: g, file: f, index: index, stage: s, day: f.days[s],
		chance: newChance(g.opt.Seed, forText, uint64(f.number)<<2|uint64(s)),
		used:   make([]uint64, g.tables.templates/64+1), rule: f.principes[0]}
	p.r, p.i = f.appellant(s)
	if f.administrative() {
		p.masking = initials
	} else if s == ruling {
		if p.masking = brackets; p.day < newDay(2018, 1, 1) {
			p.masking = dots
		}
	}
	p.goal = p.length()
	p.terse = s != ruling && p.percent(30) && !f.administrative()
	p.out = make([]byte, 0, p.goal+6000)
	return p
}

// write adds words.
func (p *pen) write(words ...string) {
	for _, w := range words {
		p.out = append(p.out, w...)
	}
}

// begin starts a paragraph, or the text.
func (p *pen) begin() {
	if len(p.out) > 0 && !p.fresh {
		p.write("\n\n")
	}
	p.last, p.named, p.fresh, p.since = nil, nil, false, max(p.fact+5, p.summons-300)
}

// line writes a paragraph of fixed words.
func (p *pen) line(words ...string) {
	p.begin()
	p.write(words...)
}

// in starts a zone: what comes now belongs to it. The blank lines before it still
// belong to the zone that ends.
func (p *pen) in(z corpus.ZoneKind) {
	if p.zone == z {
		return
	}
	p.begin()
	if n := len(p.truth.Zones); n > 0 {
		p.truth.Zones[n-1].End = len(p.out)
	}
	p.truth.Zones = append(p.truth.Zones, corpus.Zone{Zone: z, Span: corpus.Span{Start: len(p.out)}})
	p.zone = z
	p.fresh = true
}

// numbered starts a paragraph with its number.
func (p *pen) numbered() {
	p.begin()
	p.count++
	p.out = strconv.AppendInt(p.out, int64(p.count), 10)
	p.write(". ")
}

// frame writes a sentence of a role.
func (p *pen) frame(role string) { p.template(p.choose(p.g.tables.frames[role])) }

// para writes a sentence of a role as a paragraph.
func (p *pen) para(role string) {
	p.begin()
	p.frame(role)
}

// choose is one of a list, if possible one not used yet in this text.
func (p *pen) choose(list []*template) *template {
	var t *template
	for range 5 {
		t = list[p.below(len(list))]
		if p.used[t.id/64]>>(t.id%64)&1 == 0 {
			break
		}
	}
	p.used[t.id/64] |= 1 << (t.id % 64)
	return t
}

// template writes a template; what begins a sentence gets a capital, and "que"
// or "de" before a vowel loses its own.
func (p *pen) template(t *template) {
	start := len(p.out)
	p.nodes(t.nodes)
	p.join(start)
}

// cite notes a mention from start to the end of what is written.
func (p *pen) cite(start int, k corpus.Key, q corpus.Qualifier) *Mention {
	p.truth.Citations = append(p.truth.Citations, Mention{Span: corpus.Span{Start: start, End: len(p.out)}, Key: k, Qualifier: q, Zone: p.zone})
	return &p.truth.Citations[len(p.truth.Citations)-1]
}

// party writes the full name of a party and notes it.
func (p *pen) party(who *person, side corpus.Side) {
	start := len(p.out)
	name := who.full(p.masking)
	p.write(name)
	p.join(start)
	p.truth.Parties = append(p.truth.Parties, Party{Span: corpus.Span{Start: start, End: len(p.out)},
		Name: string(p.out[start:]), Side: side, Kind: who.nature()})
}

// order writes an order as a paragraph that ends in end, and notes it.
func (p *pen) order(k corpus.HoldingKind, end string, write func()) {
	p.begin()
	start := len(p.out)
	write()
	p.truth.Orders = append(p.truth.Orders, Order{Span: corpus.Span{Start: start, End: len(p.out)}, Kind: k})
	p.write(end)
}

// decision closes the text.
func (p *pen) decision() *Decision {
	if n := len(p.truth.Zones); n > 0 {
		p.truth.Zones[n-1].End = len(p.out)
	}
	dataset := "JURI"
	if p.administrative() {
		dataset = "CETA"
	}
	return &Decision{Index: p.index, Case: p.file.number, ID: dataset + "TEXT9998" + digits(p.index, 8),
		Metadata: p.metadata(), Text: string(p.out), Truth: p.truth, head: p.head, stage: p.stage}
}
