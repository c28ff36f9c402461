package synth

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// publicReform is the day from which the administrative courts write in direct
// style with numbered paragraphs: "Considérant ce qui suit : 1. …".
var publicReform = newDay(2019, 1, 1)

// modern reports whether the decision is written after that reform.
func (p *pen) modern() bool { return p.day >= publicReform }

// style is the end of the roles whose sentences differ before and after it.
func (p *pen) style() string {
	if p.modern() {
		return "-nouveau"
	}
	return "-ancien"
}

// publicLaw writes a decision of an administrative court: its visas, which tell
// the procedure, its reasons, and its orders by articles.
func (p *pen) publicLaw() {
	p.fees = p.between(8, 40) * 100
	winner, _ := p.publicWinner()
	p.spared = winner.state() || p.stage == ruling && p.outcome == inadmissible || p.percent(30)
	p.in(corpus.Entete)
	p.publicHeader()
	p.in(corpus.Expose)
	switch p.stage {
	case judgment:
		p.request()
	case ruling:
		p.recourse()
	default:
		p.publicAppeal()
	}
	p.line("Vu les autres pièces du dossier", p.stop())
	p.in(corpus.Motifs)
	p.visas()
	switch {
	case p.stage != ruling:
		p.publicReasons()
	case p.outcome == inadmissible:
		p.refusal()
	default:
		p.censure()
	}
	p.in(corpus.Dispositif)
	p.line(pick(p.chance, []string{"DÉCIDE :", "D E C I D E :", "D É C I D E :"}))
	p.publicOrders()
}

// stop ends a visa: a sentence since the reform, before it a clause.
func (p *pen) stop() string {
	if p.modern() {
		return "."
	}
	return " ;"
}

// publicHeader is the head under which a decision is served.
func (p *pen) publicHeader() {
	p.line(strings.ToUpper(p.publicCourt(p.stage)))
	p.line("N° ", p.dockets[p.stage])
	p.line(p.formation())
	p.line("Audience du ", string((p.day - day(p.between(10, 25))).long(nil)))
	p.line("Lecture du ", string(p.day.long(nil)))
	p.line("RÉPUBLIQUE FRANÇAISE\nAU NOM DU PEUPLE FRANÇAIS")
}

// publicCourt is an administrative court without article: "tribunal
// administratif de Rennes", "Conseil d'État".
func (h *head) publicCourt(s stage) string { return h.court[s].Name() }

// chambersFrom is the day from which the sous-sections of the Conseil d'État are
// called chambers (loi n° 2016-483 of 20 April 2016).
var chambersFrom = newDay(2016, 4, 22)

// formation is the formation that rules, as the metadata give it.
func (p *pen) formation() string {
	switch first := rankth(p.panel); {
	case p.stage != ruling:
		return first + " chambre"
	case p.outcome == inadmissible && p.day < chambersFrom:
		return first + " sous-section jugeant seule"
	case p.outcome == inadmissible:
		return first + " chambre jugeant seule"
	case p.day < chambersFrom:
		return first + " et " + rankth(p.panel+4) + " sous-sections réunies"
	default:
		return first + " - " + rankth(p.panel+4) + " chambres réunies"
	}
}

// rankth is the number of a chamber: "1ère", "7ème", "10ème".
func rankth(n int) string {
	if n == 1 {
		return "1ère"
	}
	return strconv.Itoa(n) + "ème"
}

// consider writes clauses as a paragraph: numbered and with full stops, or before
// the reform behind "Considérant que", each but the first behind "que".
func (p *pen) consider(roles ...string) {
	between, end := " ; que ", " ;"
	if p.modern() {
		between, end = ". ", "."
		p.numbered()
	} else {
		p.considering()
	}
	for i, role := range roles {
		if i > 0 {
			p.write(between)
		}
		p.frame(role)
	}
	p.write(end)
}

// considering begins a paragraph as before the reform.
func (p *pen) considering() {
	p.begin()
	if p.count++; p.day >= newDay(2013, 1, 1) { // numbers came before the reform
		p.write(digits(p.count, 1), ". ")
	}
	p.write("Considérant que ")
}
