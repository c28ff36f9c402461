package synth

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// some is a provision that a decision of this subject may cite: the first of the
// table are cited most, and one in four comes of the long tail. It is not the one
// that the paragraph turns on.
func (p *pen) some() *provision {
	rule := p.g.tables.byKey[p.rule.keys[0]]
	for {
		list, tail := p.subject.provisions, p.subject.further
		if p.percent(25) {
			list, tail = p.subject.order.general, p.subject.order.further
		}
		var v *provision
		if p.percent(25) && len(tail) > 0 {
			v = tail[p.rank(len(tail))*1_000_003%len(tail)]
		} else {
			v = list[p.zipf(len(list))]
		}
		if v != rule && v.exists(p.day) {
			return v
		}
	}
}

// bare is a number without the comma behind its subdivision.
func bare(article string) string { return strings.TrimSuffix(article, ",") }

// provision writes "article 1240 du code civil", as a text of this day prints it
// for facts of theirs.
func (p *pen) provision(v *provision) {
	start := len(p.out)
	switch {
	case v.was == "" || p.day >= v.since && (p.fact >= v.since || p.percent(20)):
		p.write("article ", v.article)
		p.of(v)
		p.cite(start, v.key, "")
	case p.day < v.since:
		p.write("article ", v.was)
		p.of(v)
		p.cite(start, v.wasKey, "")
	default:
		p.renumbered(v, start)
	}
}

// renumbered writes a provision that had another number at the time of the facts.
func (p *pen) renumbered(v *provision, start int) {
	form := p.below(4)
	if strings.Contains(v.was, ",") {
		form = 0
	}
	switch form {
	case 0:
		p.write("article ", bare(v.was), ", devenu ", bare(v.article), ", ", v.in.of)
		p.cite(start, v.wasKey, corpus.Ancien)
		p.cite(start, v.key, corpus.Devenu)
	case 1:
		p.write("article ", v.was, " ancien ", v.in.of)
		p.cite(start, v.wasKey, corpus.Ancien)
	case 2:
		p.write("ancien ")
		start = len(p.out)
		p.write("article ", v.was, " ", v.in.of)
		p.cite(start, v.wasKey, corpus.Ancien)
	default:
		p.write("article ", v.was, " ", v.in.of)
		p.cite(start, v.wasKey, corpus.Redaction)
		p.write(", dans sa rédaction antérieure à celle issue ")
		p.write(v.issue)
		start = len(p.out)
		p.write(v.act)
		p.cite(start, v.actKey, "")
		p.last = nil
		return
	}
	p.last = v.in
}

// of writes the instrument of an article: in full, in short, or "du même code"
// when it has just been named.
func (p *pen) of(v *provision) {
	switch {
	case v.in == p.last && v.in.same != "" && p.percent(40):
		p.write(" ", v.in.same)
	case p.terse:
		p.write(" ", v.in.short)
	default:
		p.write(" ", v.in.of)
	}
	p.last = v.in
}

// pair writes "articles 1240 et 1241 du code civil".
func (p *pen) pair() {
	a := p.some()
	for range 8 {
		b := p.some()
		ka, kb := p.today(a), p.today(b)
		if a.in == b.in && ka != kb && !strings.Contains(ka+kb, ",") {
			start := len(p.out)
			p.write("articles ", ka, " et ", kb)
			p.of(a)
			p.cite(start, p.todayKey(a), "")
			p.cite(start, p.todayKey(b), "")
			return
		}
	}
	first, second := p.g.tables.byKey["code-de-procedure-civile/4"], p.g.tables.byKey["code-de-procedure-civile/5"]
	if p.administrative() {
		first, second = p.g.tables.byKey["code-de-justice-administrative/L5"], p.g.tables.byKey["code-de-justice-administrative/L9"]
	}
	start := len(p.out)
	p.write("articles ", first.article, " et ", second.article)
	p.of(first)
	p.cite(start, first.key, "")
	p.cite(start, second.key, "")
}

// today is the number that a text prints which does not care for the facts.
func (p *pen) today(v *provision) string {
	if v.was != "" && p.day < v.since {
		return v.was
	}
	return v.article
}

func (p *pen) todayKey(v *provision) corpus.Key {
	if v.was != "" && p.day < v.since {
		return v.wasKey
	}
	return v.key
}
