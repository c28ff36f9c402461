package synth

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// some is a provision that a decision of this subject may cite: the first of the
// table are cited most. It is not the one that the paragraph turns on.
func (p *pen) some() *provision {
	rule := p.g.tables.byKey[p.rule.keys[0]]
	for {
		list := p.subject.provisions
		if p.percent(25) {
			list = p.g.tables.general
		}
		if v := list[p.zipf(len(list))]; v != rule && v.exists(p.day) {
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
	start := len(p.out)
	b := p.g.tables.byKey["code-de-procedure-civile/4"]
	p.write("articles ", b.article, " et 5")
	p.of(b)
	p.cite(start, b.key, "")
	p.cite(start, "code-de-procedure-civile/5", "")
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
	p.lower(noun, judgment, p.stage == appeal)
}

// summary reports whether the case began in summary proceedings.
func (p *pen) summary() bool { return p.subject.name == "refere" }

// appealed writes "arrêt rendu le 5 octobre 2018 par la cour d'appel de Rennes".
func (p *pen) appealed() { p.lower("arrêt rendu", appeal, p.stage == ruling) }

// lower writes a decision of a court below.
func (p *pen) lower(noun string, s stage, under bool) {
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
	start := len(p.out)
	p.write("arrêt du ")
	p.out = p.days[ruling].long(p.out)
	p.write(" (pourvoi n° ", p.dockets[ruling])
	p.cite(start, p.key(ruling, true), "")
	p.write(")")
}

// precedent writes a ruling of the Cour de cassation in brackets, or nothing when
// the style of the text does not care for one or none is old enough. Six in ten
// are drawn by rank, so that some rulings are cited everywhere.
func (p *pen) precedent() {
	odds := 70
	switch {
	case p.stage == ruling && p.day < reform:
		odds = 20
	case p.stage != ruling:
		odds = 45
	}
	total := p.g.docket.rows * p.g.docket.count[above]
	if total == 0 || !p.percent(odds) {
		return
	}
	for range 6 {
		k := p.below(total)
		if p.percent(60) {
			k = int(uint64(p.rank(total)) * 1_000_003 % uint64(total))
		}
		h := p.g.head(p.g.docket.atLaw(k))
		if h.days[ruling] < p.day && h.number != p.file.number && (h.subject.chamber == p.subject.chamber || p.percent(30)) {
			p.write(" (")
			p.cassation(h)
			p.write(")")
			return
		}
	}
}

// cassation writes "Com., 5 février 2020, pourvoi n° 18-29.456".
func (p *pen) cassation(h *head) {
	ch := chambers[h.subject.chamber]
	start := len(p.out)
	if p.stage == ruling {
		p.write(ch.short, ", ")
	} else {
		p.write(ch.lower, ", ")
	}
	p.out = h.days[ruling].long(p.out)
	if p.stage == ruling || p.percent(40) {
		p.write(", pourvoi n° ")
	} else {
		p.write(", n° ")
	}
	p.write(h.dockets[ruling])
	p.cite(start, h.key(ruling, true), "")
	if ch.book != "" && p.percent(20) {
		p.write(", Bull. ", strconv.Itoa(h.days[ruling].time().Year()), ", ", ch.book, ", n° ", strconv.Itoa(h.number%240+1))
	}
}

// neighbour writes a ruling of another court of appeal in brackets, if there is
// one old enough.
func (p *pen) neighbour() {
	total := p.g.docket.rows * len(p.g.docket.cases)
	for range 6 {
		h := p.g.head(p.below(total))
		if h.days[appeal] < p.day && h.number != p.file.number && (h.life == appealed || h.life == reviewed || h.life == remanded) {
			start := len(p.out)
			p.write(" (CA ", h.court[appeal].Place, ", ")
			start += len(" (")
			p.out = h.days[appeal].long(p.out)
			p.write(", RG n° ", h.dockets[appeal])
			p.cite(start, h.key(appeal, true), "")
			p.write(")")
			return
		}
	}
}
