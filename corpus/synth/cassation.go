package synth

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// solution is the outcome in a word, as the metadata give it.
func (o outcome) solution() string {
	return [...]string{"Rejet", "Cassation", "Cassation partielle", "Irrecevabilité"}[o]
}

// grounds is how many moyens a ruling has: more in a longer one.
func (p *pen) grounds() int { return 1 + min(p.goal/7500, 2) }

// masthead is the head of a ruling up to its date.
func (p *pen) masthead() {
	ch := chambers[p.subject.chamber]
	p.line("LA COUR DE CASSATION, ", strings.ToUpper(ch.ordinal), ", a rendu l'arrêt suivant :")
	p.line(ch.mark)
	p.line("COUR DE CASSATION")
	p.line("Audience publique du ", string(p.day.long(nil)))
	p.line(p.outcome.solution())
	p.line("M. ", strings.ToUpper(p.magistrate()), ", président")
	p.line("Arrêt n° ", strconv.Itoa(p.arret), " F-D")
	p.line("Pourvoi n° ", letter(p.dockets[ruling]), " ", p.dockets[ruling])
	p.line("R É P U B L I Q U E F R A N Ç A I S E")
	p.line("AU NOM DU PEUPLE FRANÇAIS")
	p.line("ARRÊT DE LA COUR DE CASSATION, ", strings.ToUpper(ch.ordinal), ", DU ", strings.ToUpper(string(p.day.long(nil))))
}

// petition names the parties, the pourvoi and the decision under review.
func (p *pen) petition() {
	p.begin()
	p.party(p.r, corpus.Demandeur)
	p.home(p.r)
	p.write(", a formé le pourvoi n° ", letter(p.dockets[ruling]), " ", p.dockets[ruling], " ")
	p.against()
	p.write(".")
}

// petitionAncien is the same in the style before October 2019.
func (p *pen) petitionAncien() {
	p.begin()
	p.write("Statuant sur le pourvoi formé par ")
	p.party(p.r, corpus.Demandeur)
	p.home(p.r)
	p.write(",")
	p.begin()
	p.against()
	p.write(" ;")
}

// against names the decision under review and the other party.
func (p *pen) against() {
	p.write("contre l'")
	start := len(p.out)
	p.write("arrêt rendu le ")
	p.out = p.days[appeal].long(p.out)
	p.write(" par la cour d'appel ", corpus.OfPlace(p.court[appeal].Place))
	p.cite(start, p.key(appeal, false), "").UnderAppeal = true
	p.write(" (", p.appealChamber(), "), dans le litige l'opposant à ")
	p.party(p.i, corpus.Defendeur)
	p.home(p.i)
	p.write(", ", gender(p.i, "défendeur", "défenderesse"), " à la cassation")
}

// home says where a party lives; the addresses are left out of published
// rulings.
func (p *pen) home(who *person) {
	address := "[...]"
	if p.masking == brackets {
		address = "[Adresse " + strconv.Itoa(1+p.below(3)) + "]"
	}
	if who.kind == 'h' {
		p.write(", ", gender(who, "domicilié", "domiciliée"), " ", address)
		return
	}
	p.write(", dont le siège est ", address)
}

// hearing names who took part.
func (p *pen) hearing() {
	ch := chambers[p.subject.chamber]
	p.line("Sur le rapport de Mme ", p.magistrate(), ", conseiller, les observations de la SCP ", p.magistrate(), " et ", p.magistrate(),
		", avocat ", "de "+p.r.short(p.masking), ", et l'avis de M. ", p.magistrate(), ", avocat général, après débats en l'audience publique du ",
		string((p.day - 42).long(nil)), " où étaient présents M. ", p.magistrate(), ", président, Mme ", p.magistrate(),
		", conseiller rapporteur, et Mme ", p.magistrate(), ", greffier de chambre,")
	p.begin()
	p.write("la ", ch.ordinal, " de la Cour de cassation, composée")
	if v := p.g.tables.byKey["code-de-l-organisation-judiciaire/R431-5"]; v.exists(p.day) && p.percent(40) {
		p.write(", en application de l'")
		p.provision(v)
		p.write(",")
	}
	p.write(" des président et conseillers précités, après en avoir délibéré conformément à la loi, a rendu le présent arrêt.")
}

// operative writes the dispositif of a ruling.
func (p *pen) operative() {
	switch p.outcome {
	case rejected:
		p.order(corpus.Rejet, " ;", func() { p.write("REJETTE le pourvoi") })
		p.loser(p.r, p.i)
	case inadmissible:
		p.order(corpus.Irrecevabilite, " ;", func() { p.write("DÉCLARE IRRECEVABLE le pourvoi") })
		p.loser(p.r, p.i)
	default:
		p.quash()
		p.loser(p.i, p.r)
	}
	sitting := "en son audience publique du "
	if p.subject.chamber == "cr" {
		sitting = "le "
	}
	p.line("Ainsi fait et jugé par la Cour de cassation, ", chambers[p.subject.chamber].ordinal, ", et prononcé par le président ",
		sitting, p.day.spelled(), ".")
}

// quash annuls the ruling under review and sends the case to another court.
func (p *pen) quash() {
	k, scope := corpus.Cassation, ", en toutes ses dispositions, "
	if p.outcome == quashedInPart {
		k, scope = corpus.CassationPartielle, ", mais seulement en ce qu'il statue sur la demande de "+p.a.short(p.masking)+", "
	}
	p.order(k, " ;", func() {
		p.write("CASSE ET ANNULE", scope, "l'")
		start := len(p.out)
		p.write("arrêt rendu le ")
		p.out = p.days[appeal].long(p.out)
		p.write(", entre les parties, par la cour d'appel ", corpus.OfPlace(p.court[appeal].Place))
		p.cite(start, p.key(appeal, false), "").UnderAppeal = true
	})
	p.order(corpus.Renvoi, " ;", func() {
		p.write("Remet")
		if p.outcome == quashedInPart {
			p.write(", sur ce point,")
		}
		p.write(" l'affaire et les parties dans l'état où elles se trouvaient avant cet arrêt et les renvoie devant la cour d'appel ",
			corpus.OfPlace(p.court[remand].Place))
	})
}

// loser orders the costs of the pourvoi.
func (p *pen) loser(who, other *person) {
	p.order(corpus.Depens, " ;", func() { p.write("Condamne ", who.short(p.masking), " aux dépens") })
	if p.subject.chamber == "cr" {
		return
	}
	p.order(corpus.FraisIrrepetibles, " ;", func() {
		p.write("En application de l'")
		p.provision(p.g.tables.byKey["code-de-procedure-civile/700"])
		p.write(", rejette la demande formée par ", who.short(p.masking), " et ", gender(who, "le", "la"), " condamne à payer à ", other.short(p.masking), " la somme de ")
		p.amount(p.between(10, 40) * 100)
		p.write(" euros")
	})
}

// annexed writes the moyens behind the ruling.
func (p *pen) annexed(role string, n int) {
	p.in(corpus.Annexe)
	p.truth.Zones[len(p.truth.Zones)-1].Zone = corpus.Moyens
	p.zone = corpus.Moyens
	p.line("MOYENS ANNEXES au présent arrêt")
	p.line("Moyens produits par la SCP ", p.magistrate(), " et ", p.magistrate(), ", avocat aux Conseils, pour ", p.r.short(p.masking))
	for i := range n {
		p.rule = p.principes[i%len(p.principes)]
		p.line(ordinal(i, n), " MOYEN DE CASSATION")
		p.para(role)
	}
}

var ordinals = []string{"PREMIER", "DEUXIÈME", "TROISIÈME"}

// ordinal is that of moyen i of n: the second of two is no "deuxième".
func ordinal(i, n int) string {
	if n == 2 && i == 1 {
		return "SECOND"
	}
	return ordinals[i]
}

// groundTitle is a moyen in a title: "premier moyen", or "moyen unique" when it
// is alone.
func groundTitle(i, n int) string {
	if n == 1 {
		return "moyen unique"
	}
	return strings.ToLower(ordinal(i, n)) + " moyen"
}

// branches draws whether a moyen has branches: "1°/", "2°/", each a paragraph.
// Criminal rulings have none here.
func (p *pen) branches() bool { return p.subject.chamber != "cr" && p.percent(40) }

// grief is the role of the sentence that reports a moyen.
func grief(style string, branches bool) string {
	if branches {
		return style + "-branches"
	}
	return style + "-grief"
}

// developments is how many sentences of a ground tell what the ruling under review held:
// more in a longer text.
func (p *pen) developments() int { return p.below(2 + p.goal/4000) }

// fails reports whether ground i of n fails: all but the last, when the ruling
// quashes.
func (p *pen) fails(i, n int) bool {
	return p.outcome == rejected || i < n-1
}
