package synth

import "github.com/attendu/attendu/corpus"

// ancien writes a ruling in the style of the one long sentence, in use until
// October 2019.
func (p *pen) ancien() {
	p.in(corpus.Entete)
	p.masthead()
	p.petitionAncien()
	p.hearing()
	p.in(corpus.Expose)
	p.para("ancien-faits")
	n := p.grounds()
	if p.outcome == inadmissible {
		p.in(corpus.Motifs)
		p.line("Sur la recevabilité du pourvoi :")
		p.begin()
		p.write("Attendu que, selon l'")
		p.provision(p.inadmissibility())
		p.write(", les jugements en dernier ressort qui ne mettent pas fin à l'instance ne peuvent être frappés de pourvoi indépendamment des jugements sur le fond ; que le pourvoi n'est pas recevable ;")
		n = 1
	} else {
		for i := range n {
			p.groundAncien(i, n)
		}
	}
	p.in(corpus.Dispositif)
	p.line("PAR CES MOTIFS :")
	p.operative()
	p.annexed("ancien-annexe", n)
}

// inadmissibility is the provision on which a pourvoi is inadmissible.
func (p *pen) inadmissibility() *provision {
	if p.subject.chamber == "cr" {
		return p.g.tables.byKey["code-de-procedure-penale/591"]
	}
	return p.g.tables.byKey["code-de-procedure-civile/122"]
}

// groundAncien writes one moyen and the answer. Before a quashing the moyen is
// not told: the title, and then what the law says. Criminal rulings tell it
// always.
func (p *pen) groundAncien(i, n int) {
	p.rule = p.principes[i%len(p.principes)]
	p.in(corpus.Moyens)
	lead, fails, penal := "Sur le ", p.fails(i, n), p.subject.chamber == "cr"
	if !fails && i > 0 {
		lead = "Mais sur le "
	}
	p.begin()
	p.write(lead, groundTitle(i, n))
	branches := p.branches()
	switch {
	case penal:
		p.write(" de cassation, pris de la violation des ")
		p.pair()
	case branches && fails:
		p.write(", pris en ses deux branches")
	case branches:
		p.write(", pris en sa ", pick(p.chance, []string{"première", "seconde"}), " branche")
	}
	p.write(" :")
	if fails || penal {
		p.para(grief("ancien", branches))
	}
	p.in(corpus.Motifs)
	if fails {
		p.rejectAncien(branches)
		return
	}
	p.para("ancien-visa")
	p.para("ancien-chapeau")
	p.para("ancien-retient")
	for range p.developments() {
		p.para("ancien-suite")
	}
	p.para("ancien-casse")
}

// rejectAncien answers a moyen that fails.
func (p *pen) rejectAncien(branches bool) {
	p.para("ancien-rejet")
	for range p.developments() {
		p.para("ancien-rejet-suite")
	}
	endings := []string{"D'où il suit que le moyen n'est pas fondé ;", "Que le moyen ne peut donc être accueilli ;"}
	if branches {
		endings = []string{"D'où il suit que le moyen n'est fondé en aucune de ses branches ;",
			"Que le moyen, qui ne peut être accueilli en sa première branche, n'est pas fondé pour le surplus ;"}
	}
	p.line(pick(p.chance, endings))
}
