package synth

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// key is that of a decision of a case, by its number or else by its day.
func (h *head) key(s stage, byNumber bool) corpus.Key {
	if byNumber && h.dockets[s] != "" {
		return corpus.DecisionKey(h.court[s], h.dockets[s])
	}
	return corpus.DecisionKey(h.court[s], string(h.days[s].iso()))
}

// judgment writes "jugement rendu le 13 mars 2017 par le tribunal de grande
// instance de Rennes (RG n° 15/93482)", or "ordonnance rendue …".
func (p *pen) judgment() {
	noun := "jugement rendu"
	if p.summary() {
		noun = "ordonnance rendue"
	}
	p.lower(noun, judgment, p.stage == appeal || p.stage == remand)
}

// summary reports whether the case began in summary proceedings.
func (p *pen) summary() bool { return p.subject.name == "refere" }

// appealed writes "arrêt rendu le 5 octobre 2018 par la cour d'appel de Rennes".
func (p *pen) appealed() { p.lower("arrêt rendu", appeal, p.stage == ruling) }

// lower writes a decision of a court below.
func (p *pen) lower(noun string, s stage, under bool) {
	if p.administrative() {
		p.numberedRuling(noun, s, under)
		return
	}
	start := len(p.out)
	p.write(noun, " le ")
	p.out = p.days[s].long(p.out)
	p.write(" par ", p.theCourt(s))
	byNumber := p.dockets[s] != "" && p.percent(50)
	if byNumber {
		p.write(" (RG n° ", p.dockets[s])
	}
	p.cite(start, p.key(s, byNumber), "").UnderAppeal = under
	if byNumber {
		p.write(")")
	}
}

// numberedRuling writes "jugement n° 1401234 du 3 mars 2016", as administrative
// courts name a decision; some leave the number out.
func (p *pen) numberedRuling(noun string, s stage, under bool) {
	start := len(p.out)
	noun, _, _ = strings.Cut(noun, " ")
	byNumber := p.percent(90)
	if p.write(noun); byNumber {
		p.write(" n° ", p.dockets[s])
	}
	p.write(" du ")
	p.out = p.days[s].long(p.out)
	p.cite(start, p.key(s, byNumber), "").UnderAppeal = under
}

// theCourt is a court with its article: "le tribunal de commerce de Lyon".
func (h *head) theCourt(s stage) string {
	name := h.court[s].Kind.Name() + " " + corpus.OfPlace(h.court[s].Place)
	if h.court[s].Kind == corpus.CA {
		return "la " + name
	}
	return "le " + name
}

// appealedInBrief writes "Rennes, 5 octobre 2018".
func (p *pen) appealedInBrief() {
	start := len(p.out)
	p.write(p.court[appeal].Place, ", ")
	p.out = p.days[appeal].long(p.out)
	p.cite(start, p.key(appeal, false), "").UnderAppeal = true
}

// quashing writes the ruling that sent the case back.
func (p *pen) quashing() {
	if p.administrative() {
		p.numberedRuling("décision", ruling, false)
		return
	}
	start := len(p.out)
	p.write("arrêt du ")
	p.out = p.days[ruling].long(p.out)
	p.write(" (pourvoi n° ", p.dockets[ruling])
	p.cite(start, p.key(ruling, true), "")
	p.write(")")
}

// Three mentions that print no court. Of a closing order careful readers doubt
// whether it is cited at all; of the others, outside the courts that heard the
// case from the start, no reader can tell the court.

// closing writes "ordonnance de clôture a été rendue le 24 mars 2019".
func (p *pen) closing() {
	d := p.day - day(p.between(20, 80))
	p.unplaced("ordonnance de clôture a été rendue le ", d, p.court[p.stage]).Doubt = true
}

// conciliation writes "ordonnance de non-conciliation du 24 mars 2019".
func (p *pen) conciliation() {
	d := p.tell()
	court := corpus.Court{Kind: firstInstance(p.subject.first, d), Place: p.seat.place}
	p.unplaced("ordonnance de non-conciliation du ", d, court).Doubt = p.stage == ruling
}

// opening writes "jugement du 24 mars 2019", of an insolvency.
func (p *pen) opening() {
	p.unplaced("jugement du ", p.fact, p.court[judgment]).Doubt = true
}

func (p *pen) unplaced(words string, d day, court corpus.Court) *Mention {
	start := len(p.out)
	p.write(words)
	p.out = d.long(p.out)
	return p.cite(start, corpus.DecisionKey(court, string(d.iso())), "")
}
