package synth

import "strconv"

// precedent writes a ruling of the Cour de cassation in brackets, or nothing when
// the style of the text does not care for one or none is old enough. Six in ten
// are drawn by rank, so that some rulings are cited everywhere.
func (p *pen) precedent() {
	if p.administrative() {
		p.publicPrecedent()
		return
	}
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
		h := p.g.head(p.g.docket.atLaw(above, k))
		if h.days[ruling] < p.day && h.number != p.file.number && (h.subject.chamber == p.subject.chamber || p.percent(30)) {
			p.write(" (")
			p.cassation(h)
			p.write(")")
			return
		}
	}
}

// publicPrecedent writes a decision of the Conseil d'État, in brackets or in a
// clause. Six in ten are drawn by rank.
func (p *pen) publicPrecedent() {
	total := p.g.docket.rows * p.g.docket.count[publicAbove]
	if total == 0 || !p.percent(45) {
		return
	}
	for range 6 {
		k := p.below(total)
		if p.percent(60) {
			k = int(uint64(p.rank(total)) * 1_000_003 % uint64(total))
		}
		h := p.g.head(p.g.docket.atLaw(publicAbove, k))
		if h.days[ruling] < p.day && h.number != p.file.number {
			p.conseil(h)
			return
		}
	}
}

// conseil writes "CE, 5 février 2020, n° 435678", or the same in a clause.
func (p *pen) conseil(h *head) {
	if p.percent(40) {
		p.write(", ainsi que l'a jugé le Conseil d'État, statuant au contentieux, par sa ")
		start := len(p.out)
		p.write("décision n° ", h.dockets[ruling], " du ")
		p.out = h.days[ruling].long(p.out)
		p.cite(start, h.key(ruling, true), "")
		return
	}
	p.write(" (")
	start := len(p.out)
	p.write("CE, ")
	p.out = h.days[ruling].long(p.out)
	p.write(", n° ", h.dockets[ruling])
	p.cite(start, h.key(ruling, true), "")
	p.write(")")
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
		if h.administrative() != p.administrative() {
			continue
		}
		if h.days[appeal] < p.day && h.number != p.file.number && (h.life == appealed || h.life == reviewed || h.life == remanded) {
			start := len(p.out)
			name, number := "CA ", ", RG n° "
			if h.administrative() {
				name, number = "CAA ", ", n° "
			}
			p.write(" (", name, h.court[appeal].Place, ", ")
			start += len(" (")
			p.out = h.days[appeal].long(p.out)
			p.write(number, h.dockets[appeal])
			p.cite(start, h.key(appeal, true), "")
			p.write(")")
			return
		}
	}
}
