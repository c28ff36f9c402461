package synth

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// opening line of the procedure since the reform.
const procedure = "Vu la procédure suivante :"

// request tells what is asked of the tribunal, and what is answered.
func (p *pen) request() {
	if p.modern() {
		p.line(procedure)
	}
	p.para("vu-requete" + p.style())
	p.ask(func() { p.clause("demande") })
	p.para("vu-soutient" + p.style())
	p.para("vu-defense" + p.style())
}

// publicAppeal tells the procedure up to the cour: the demand, the judgment, after
// a remand the rulings that annulled each other, and the appeal.
func (p *pen) publicAppeal() {
	if p.modern() {
		p.line(procedure)
		p.line("Procédure contentieuse antérieure :")
	}
	if p.modern() {
		p.para("vu-anterieur")
	}
	if p.stage == remand {
		p.para("vu-renvoi" + p.style())
	}
	if p.modern() {
		p.line("Procédure devant la cour :")
	}
	p.para("vu-appel" + p.style())
	p.ask(func() { p.frame("annuler-jugement" + p.style()) })
	p.para("vu-griefs" + p.style())
	p.para("vu-replique" + p.style())
}

// recourse tells the procedure up to the Conseil d'État.
func (p *pen) recourse() {
	if p.modern() {
		p.line(procedure)
		p.para("vu-anterieur")
		p.para("vu-cour")
	}
	p.para("vu-pourvoi" + p.style())
	p.ask(func() { p.frame("annuler-arret" + p.style()) })
	if p.outcome != inadmissible {
		p.para("vu-defense-juge" + p.style())
	}
}

// ask lists what the party that brings the case asks for.
func (p *pen) ask(first func()) {
	p.begin()
	p.write("1°) ")
	p.write("de ")
	at := len(p.out)
	first()
	p.join(at)
	p.write(" ;")
	p.line("2°) de mettre à la charge de la partie adverse la somme de ")
	p.amount(p.fees + 500)
	p.write(" euros au titre de l'")
	p.provision(p.g.tables.byKey["code-de-justice-administrative/L761-1"])
	p.write(p.stop())
}

// visas names the codes and statutes of the case; the judges have heard the
// reports. A statute named as a whole is a citation, a code is none.
func (p *pen) visas() {
	prefix, end := "Vu ", " ;"
	if p.modern() {
		p.line("Vu :")
		prefix = "- "
	}
	var seen []*instrument
	for _, t := range p.principes {
		v := p.g.tables.byKey[t.keys[0]]
		if once(&seen, v.in) {
			p.begin()
			p.write(prefix)
			p.whole(v)
			p.write(end)
		}
	}
	if p.modern() {
		end = "."
	}
	p.line(prefix, "le code de justice administrative", end)
	p.line("Après avoir entendu en séance publique le rapport de M. ", p.magistrate(), " et les conclusions de Mme ", p.magistrate(),
		", ", p.reporter(), p.stop())
	if p.modern() {
		p.line("Considérant ce qui suit :")
	}
}

// reporter is the title of who concludes (décret n° 2009-14 of 7 January 2009).
func (p *pen) reporter() string {
	if p.day < newDay(2009, 2, 1) {
		return "commissaire du gouvernement"
	}
	return "rapporteuse publique"
}

// whole writes the instrument of a provision: "le code de l'urbanisme", "la loi
// n° 83-634 du 13 juillet 1983".
func (p *pen) whole(v *provision) {
	article, name, key := "le ", strings.TrimPrefix(v.in.of, "du "), v.key.Instrument()
	if rest, ok := strings.CutPrefix(v.in.of, "de la "); ok {
		article, name = "la ", rest
	}
	p.write(article)
	start := len(p.out)
	p.write(name)
	if k := string(key); !strings.HasPrefix(k, "code-") && !strings.HasPrefix(k, "livre-") {
		p.cite(start, key, "")
	}
}

// once adds x to a list and reports whether it was not there.
func once(list *[]*instrument, x *instrument) bool {
	for _, y := range *list {
		if x == y {
			return false
		}
	}
	*list = append(*list, x)
	return true
}

// publicSlot writes the slots of the administrative courts.
func (p *pen) publicSlot(name string) {
	switch name {
	case "rq":
		p.out = p.registered().long(p.out)
	case "cs":
		p.out = (p.registered() + day(p.between(60, 150))).long(p.out)
	case "conseil":
		p.write(p.magistrate())
	case "tribunal":
		p.write(p.publicCourt(judgment))
	case "cour":
		p.write(p.publicCourt(appeal))
	case "demande", "acte", "taxe":
		p.fixed(p.pleas[name])
	case "arrete":
		start := len(p.out)
		p.write("arrêté du ")
		made := (p.summons - 50).open() // who sues has two months (code de justice administrative, R. 421-1)
		p.out = made.long(p.out)
		p.cite(start, corpus.Key("arrete/"+string(made.iso())), "").Doubt = true
	case "autorite":
		p.authority()
	case "frais":
		p.amount(p.fees)
	case "acces":
		p.write(granted(p.won[judgment]))
	case "issue":
		p.write(p.appealOutcome())
	}
}

// registered is the day on which the request of this stage came in.
func (p *pen) registered() day {
	switch p.stage {
	case judgment:
		return p.summons
	case remand:
		return p.days[judgment] + 40
	}
	return p.days[p.stage-1] + 50
}

func granted(won bool) string {
	if won {
		return "fait droit à"
	}
	return "rejeté"
}

// appealOutcome is what the cour had done to the judgment before the Conseil
// d'État ruled.
func (p *pen) appealOutcome() string {
	if p.won[judgment] == p.won[appeal] {
		return "rejeté l'appel formé contre"
	}
	return "annulé"
}

// fixed writes a clause whose choices are those of the case: every decision of it
// has the same words.
func (p *pen) fixed(t *template) {
	text := p.chance
	p.chance = newChance(p.g.opt.Seed, forFacts, uint64(p.file.number)<<8|0xff)
	p.template(t)
	p.chance = text
}

// authority writes who made the act: the organ of a commune or a hospital, or the
// préfet or minister himself.
func (p *pen) authority() {
	if p.b.state() {
		p.publicName(p.b, "B")
		return
	}
	p.write("le ", p.organ())
}
