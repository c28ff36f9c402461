package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// decisionAt reads the mention that the noun of a decision opens at i.
func (r *reader) decisionAt(i int) int {
	if _, e, ok := r.f.rules.by[measureWord].at(r.s, i); ok {
		return e
	}
	noun, _, ok := r.f.rules.by[nounWord].at(r.s, i)
	if !ok {
		return i
	}
	if noun == "ordonnance" {
		if in, ok := r.act(i, r.enacting(i)); ok {
			return r.instrumentAt(in)
		}
	}
	d, end := r.chain(i)
	if noun == "avis" && !(d.named && fits(noun, d.court.Kind)) { // of a doctor, of the tax office
		return i
	}
	if noun == "ordonnance" && d.court.Kind == "" && strings.Contains(r.s[max(0, i-30):i], "cloture") {
		return end // "clôture : ordonnance du 12 janvier 2033"
	}
	if d.le && d.date != "" && r.word(r.blank(r.wordEnd(i))) == "le" && r.stepped(i) {
		return end // "appel de ce jugement le 12 janvier 2033"
	}
	r.seat(d.court, i)
	if p := d.precedent; p != nil {
		if d.date == "" && len(d.dockets) == 0 {
			return r.byName(d, i, end)
		}
		if !d.named && (d.date == "" || d.date == p.date) {
			d.court.Kind, d.named = p.court, true
		}
	}
	if d.date == "" && len(d.dockets) == 0 && d.ecli == "" {
		if d.court.Kind != "" && d.court.Place != "" {
			r.lastCourt = heard{d.noun, d.court, end}
		}
		return i
	}
	if d.named && !fits(d.noun, d.court.Kind) {
		d, end = r.cut(i)
	}
	if d.anonymous() {
		return end
	}
	if noun == "arret" && d.court.Kind == "" && d.date != "" && len(d.dockets) == 0 {
		end = r.unionCase(&d, end)
	} else if k := d.court.Kind; (k == corpus.CJUE || k == corpus.CEDH) && d.date != "" && len(d.dockets) == 0 { // "l'arrêt de la Cour de justice du 14 mai 2020, B. (C-749/18)"
		end = r.farNumber(&d, end)
	}
	if d.court.Kind == "" && d.date != "" && len(d.dockets) == 0 && end == d.dateEnd {
		r.rulerAhead(&d, i)
	}
	days, last := r.severalDays(&d, i, end)
	end = r.decided(d, i, end)
	for _, x := range days {
		d.date, d.dateEnd = x.date, x.end
		r.decided(d, x.start, x.end)
	}
	return max(end, last)
}

// anonymous reports whether a mention prints nothing but a number that any court
// may give, "arrêt n° 12345": that of the ruling itself, or of a register.
func (d decision) anonymous() bool {
	return d.date == "" && d.ecli == "" && d.court.Kind == "" && len(d.dockets) == 1 && d.dockets[0].kind == "" &&
		strings.IndexByte(d.dockets[0].id, '-') < 0
}

// stepped reports whether the words before i tell of a step taken against, or with,
// a decision that was named: "appel de ce", "signifié le".
func (r *reader) stepped(i int) bool {
	j := i
	for range 4 {
		j = r.back(j)
		if j > 0 && r.s[j-1] == '\'' {
			j--
		}
		b := r.wordBefore(j)
		if b == j {
			return false
		}
		if _, e, ok := r.phrase(stepWord, b); ok && e == j {
			return true
		}
		if j-b > len("ladite") {
			return false
		}
		j = b
	}
	return false
}

// enacting reports whether the words before i speak of an ordonnance as of a
// statute: "dans sa rédaction issue de l'ordonnance du …".
func (r *reader) enacting(i int) bool {
	j := i
	for range 4 {
		j = r.back(j)
		if j > 0 && r.s[j-1] == '\'' {
			j--
		}
		b := r.wordBefore(j)
		if b == j {
			return false
		}
		if _, e, ok := r.phrase(enactingWord, b); ok && e == j {
			return true
		}
		j = b
	}
	return false
}

// courtAt reads the mention that the name of a court opens at i.
func (r *reader) courtAt(i int) int {
	if r.is(plenaryWord, i) && !r.capital(i) {
		return r.plenary(i)
	}
	n, e, ok := r.f.law.Match(r.s, i)
	if !ok || n.Court == "" || n.WeakCourt && !r.capital(i) {
		return i
	}
	if e := r.placeless(n, i, e); e > i {
		return e
	}
	d, end := r.chain(i)
	if d.date == "" && len(d.dockets) == 0 && (d.court.Kind == corpus.CEDH || d.court.Kind == corpus.CJUE) {
		end = r.farDate(&d, e, end)
	}
	if d.date == "" && len(d.dockets) == 0 && d.noun == "" && d.courtEnd > 0 {
		end = r.ruledThatDay(&d, end)
	}
	if (d.date == "" || d.le) && len(d.dockets) == 0 && d.noun == "" && d.courtEnd > 0 {
		if start, ok := r.ruledBefore(&d, i); ok {
			return r.decided(d, start, d.courtEnd)
		}
	}
	if d.ruling && r.seized(i) {
		d.ruling, d.le = false, true
	}
	r.seat(d.court, i)
	if d.court.Place != "" && fits("jugement", d.court.Kind) && d.date == "" && len(d.dockets) == 0 {
		r.subject = heard{court: d.court, end: max(e, d.courtEnd)}
	}
	style := d.noun == "" && d.date != ""
	switch {
	case d.date == "" && len(d.dockets) == 0 && d.ecli == "":
		return i
	case d.noun != "" && !fits(d.noun, d.court.Kind):
		return i
	case style && d.le && !r.ruledBy(i), style && len(d.dockets) == 0 && !d.le && !d.ruling && !r.cited(max(e, d.courtEnd), d):
		return i
	case d.noun == "" && d.date == "" && d.court.Kind.HasPlace() && n.WeakCourt && !r.typed:
		return i
	}
	if len(d.dockets) == 0 && (d.noun == "" || d.court.Kind == corpus.CEDH || d.court.Kind == corpus.CJUE) {
		end = r.farNumber(&d, end)
	}
	return r.nextCases(d.court.Kind, r.decided(d, i, end))
}

// cited reports whether a court and a day stand in citation style: the day
// follows a comma or a formation, not "du".
func (r *reader) cited(courtEnd int, d decision) bool {
	if d.court.Kind == corpus.Cass || d.court.Kind == corpus.CEDH || d.court.Kind == corpus.CJUE {
		return true
	}
	if d.dateEnd < courtEnd {
		return true
	}
	between := r.s[courtEnd:d.dateEnd]
	if strings.Contains(between, "en date du") {
		return true
	}
	return !strings.Contains(between, " du ") && !strings.Contains(between, "\n")
}

// ruledBy reports whether the words before a court say that it ruled: "confirmé
// par la cour d'appel de Rennes le 3 mai 2012".
func (r *reader) ruledBy(i int) bool {
	j := r.back(i)
	if j > 1 && r.s[j-1] == '\'' && r.s[j-2] == 'l' { // "par l'assemblée plénière"
		j = r.back(j - 2)
	}
	for range 2 {
		b := r.wordBefore(j)
		if w := r.s[b:j]; w == "par" {

			j = r.back(b)
			return r.is(ruledWord, r.wordBefore(j))
		}
		if r.is(ruledWord, b) && strings.HasSuffix(r.s[max(0, b-4):b], "l'a ") { // "ainsi que l'a jugé la cour d'appel de …"
			return true
		}
		j = r.back(b)
	}
	return false
}

// decided records a mention of a decision that runs from i to end.
func (r *reader) decided(d decision, i, end int) int {
	if d.court.Kind == "" && len(d.dockets) > 0 {
		d.court.Kind = d.dockets[0].kind
	}
	if d.court.Kind == "" && d.noun == "arret" && r.ctx.Court.Kind == corpus.Cass && chamberNamed(r.s[i:end]) {
		d.court.Kind, d.named = corpus.Cass, true
	}
	if d.court.Kind == "" && d.noun == "arret" && strings.HasPrefix(r.s[i:end], "arret de cassation") {
		d.court.Kind, d.named = corpus.Cass, true
	}
	if d.court.Kind == "" && (strings.Contains(r.s[i:end], " en assemblee pleniere") || strings.Contains(r.s[i:end], " en chambre mixte")) && d.noun == "arret" {
		d.court.Kind, d.named = corpus.Cass, true
	}
	if r.at(end) == ')' && strings.Count(r.s[i:end], "(") > strings.Count(r.s[i:end], ")") {
		end++
	}
	base := found{start: i, end: end, d: d}
	sub, end := r.pinpoint(end)
	if base.end = end; sub == "" {
		sub = d.sub
	}
	base.c = corpus.Citation{Sub: sub, Date: d.date, UnderAppeal: d.attacked || r.appealed(i), Rule: r.ruleOf(d), Confidence: 0.95}
	if d.court.Kind == "" || d.court.Kind.HasPlace() && d.court.Place == "" {
		base.pending = pendingDecision
		base.heard, base.subject = r.lastCourt, r.subject
		base.c.Confidence = 0.8
		r.out = append(r.out, base)
		return end
	}
	if d.court.Place != "" {
		r.lastCourt = heard{d.noun, d.court, end}
	}
	r.resolved(base)
	return end
}

// ruleOf names the way in which a decision was found.
func (r *reader) ruleOf(d decision) string {
	if d.noun == "" {
		return "decision-cited"
	}
	return r.made.join("decision-", d.noun)
}

// maxSameDay bounds the decisions of one day that are kept for mentions without
// a court.
const maxSameDay = 16

// resolved appends the citations of a mention whose court is known: one for each
// number, or one for the day.
func (r *reader) resolved(f found) {
	d := f.d
	if r.ownDay(d) {
		return
	}
	keys, spans := r.keys(d)
	dateKey := corpus.Key("")
	if d.date != "" {
		dateKey = r.decisionKey(d.court, string(d.date))
	}
	if len(keys) == 0 && dateKey != "" {
		keys, spans, dateKey = append(keys, dateKey), append(spans, docket{}), ""
	}
	chamber := ""
	if d.court.Kind == corpus.Cass {
		chamber = r.chamber(f.start, f.end)
	}
	for n, k := range keys {
		if r.own(k) || dateKey != "" && r.own(dateKey) {
			continue
		}
		g := f
		if n < len(keys)-1 && spans[n].end != spans[n+1].end {
			g.c.Sub = ""
		}
		g.c.Key, g.c.Chamber = k, chamber
		if dateKey != "" && dateKey != k {
			g.c.AlsoNamed = r.one(dateKey)
		}
		if d.ecli != "" && len(keys) == 1 {
			if e, err := corpus.ParseKey("ecli/" + d.ecli); err == nil && e != k {
				g.c.AlsoNamed = append(g.c.AlsoNamed, e)
			}
		}
		if len(keys) > 1 && spans[n].end > 0 {
			g.start, g.end = spans[n].start, spans[n].end
		}
		g.pending = settled
		r.sameDay(d.date, len(r.out), &g)
		for _, dk := range d.dockets {
			if _, ok := r.numbers[dk.id]; !ok {
				r.numbers[dk.id] = len(r.out)
			}
		}
		r.out = append(r.out, g)
	}
}

// sameDay links g, which is going to stand at place n of r.out, to the decisions
// of its day that were found before.
func (r *reader) sameDay(day corpus.Date, n int, g *found) {
	g.nextOfDay = -1
	l, ok := r.days[day]
	switch {
	case !ok:
		l = ofDay{first: n}
	case l.count >= maxSameDay:
		return
	default:
		r.out[l.last].nextOfDay = n
	}
	l.last = n
	l.count++
	r.days[day] = l
}

// ofDay are the decisions of one day: places in r.out, each linked to the next.
type ofDay struct{ first, last, count int }
