package synth

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// docketLine writes the number of the case.
func (p *pen) docketLine() {
	section := ""
	if p.stage == judgment && p.court[judgment].Kind == corpus.CPH {
		section = "F "
	}
	p.line("N° RG ", section, p.dockets[p.stage])
}

// judgmentHeader is the head of a judgment.
func (p *pen) judgmentHeader() {
	p.line("RÉPUBLIQUE FRANÇAISE\nAU NOM DU PEUPLE FRANÇAIS")
	p.line(strings.ToUpper(p.court[judgment].Kind.Name() + " " + corpus.OfPlace(p.court[judgment].Place)))
	p.docketLine()
	title := "JUGEMENT DU "
	if p.summary() {
		title = "ORDONNANCE DE RÉFÉRÉ DU "
	}
	p.line(title, strings.ToUpper(string(p.day.long(nil))))
	p.block(p.a, corpus.Demandeur, gender(p.a, "DEMANDEUR", "DEMANDERESSE"))
	p.block(p.b, corpus.Defendeur, gender(p.b, "DÉFENDEUR", "DÉFENDERESSE"))
	p.judges("COMPOSITION DE LA JURIDICTION")
}

// appealHeader is the head of a ruling of a court of appeal.
func (p *pen) appealHeader() {
	p.line("COUR D'APPEL ", strings.ToUpper(corpus.OfPlace(p.court[p.stage].Place)), "\n", p.appealChamber())
	p.line("ARRÊT DU ", strings.ToUpper(string(p.day.long(nil))))
	p.docketLine()
	p.begin()
	p.write("Décision déférée à la cour : ")
	p.judgment()
	if p.stage == remand {
		p.write("\n")
		p.write("Après renvoi par ")
		start := len(p.out)
		p.write("arrêt de la Cour de cassation du ")
		p.out = p.days[ruling].long(p.out)
		p.write(", pourvoi n° ", p.dockets[ruling])
		p.cite(start, p.key(ruling, true), "")
	}
	who, other := p.r, p.i
	side, counter := corpus.Demandeur, corpus.Defendeur
	p.block(who, side, gender(who, "APPELANT", "APPELANTE"))
	p.block(other, counter, gender(other, "INTIMÉ", "INTIMÉE"))
	p.judges("COMPOSITION DE LA COUR")
	p.line("ARRÊT : contradictoire, prononcé publiquement par mise à disposition au greffe.")
}

// appealChamber is the chamber of a court of appeal.
func (h *head) appealChamber() string {
	if h.panel == 1 {
		return "1re chambre"
	}
	return strconv.Itoa(h.panel) + "e chambre"
}

// block writes the block of one party.
func (p *pen) block(who *person, side corpus.Side, role string) {
	p.line(role, " :")
	p.begin()
	p.party(who, side)
	p.write("\n", who.street, "\n", who.zip, " ", strings.ToUpper(who.town))
	verb := gender(who, "Représenté", "Représentée")
	p.line(verb, " par Me ", p.magistrate(), ", avocat au barreau ", corpus.OfPlace(p.seat.place))
}

// magistrate is an invented name of a judge, clerk or counsel: no party.
func (p *pen) magistrate() string {
	w := p.g.tables.words
	return pick(p.chance, w["head"]) + pick(p.chance, w["tail"])
}

// judges lists who sat.
func (p *pen) judges(title string) {
	p.line(title, " :")
	p.line("Président : M. ", p.magistrate(), "\nAssesseurs : Mme ", p.magistrate(), " et M. ", p.magistrate(), "\nGreffier : Mme ", p.magistrate())
}
