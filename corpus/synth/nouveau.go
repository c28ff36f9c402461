package synth

import "github.com/attendu/attendu/corpus"

// nouveau writes a ruling in direct style with numbered paragraphs, in use since
// October 2019.
func (p *pen) nouveau() {
	p.in(corpus.Entete)
	p.masthead()
	p.petition()
	p.line(gender(p.r, "Le demandeur invoque", "La demanderesse invoque"), ", à l'appui de son pourvoi, les moyens de cassation annexés au présent arrêt.")
	p.line("Le dossier a été communiqué au procureur général.")
	p.hearing()
	p.in(corpus.Expose)
	p.line("Faits et procédure")
	p.paraNumbered("nouveau-faits")
	for range 1 + p.below(2) {
		p.paraNumbered("nouveau-suite")
	}
	n := p.grounds()
	if p.outcome == inadmissible {
		p.in(corpus.Motifs)
		p.line("Recevabilité du pourvoi")
		p.numbered()
		p.write("Il résulte de l'")
		p.provision(p.inadmissibility())
		p.write(" que le pourvoi n'est pas recevable.")
		n = 1
	} else {
		for i := range n {
			p.groundNouveau(i, n)
		}
	}
	p.in(corpus.Dispositif)
	p.line("PAR CES MOTIFS, la Cour :")
	p.operative()
	p.annexed("nouveau-annexe", n)
}

func (p *pen) paraNumbered(role string) {
	p.numbered()
	p.frame(role)
}

// groundNouveau writes one moyen and the answer.
func (p *pen) groundNouveau(i, n int) {
	p.rule = p.principes[i%len(p.principes)]
	if p.fails(i, n) && i > 0 && p.subject.chamber != "cr" && p.percent(30) {
		p.in(corpus.Motifs)
		p.line("Sur le ", groundTitle(i, n), ", ci-après annexé")
		p.numbered()
		p.write("En application de l'")
		p.provision(p.g.tables.byKey["code-de-procedure-civile/1014"])
		p.write(", il n'y a pas lieu de statuer par une décision spécialement motivée sur ce moyen qui n'est manifestement pas de nature à entraîner la cassation.")
		return
	}
	p.in(corpus.Moyens)
	lead := "Sur le "
	if !p.fails(i, n) && i > 0 {
		lead = "Mais sur le "
	}
	branches := p.branches()
	if p.begin(); branches {
		p.write(lead, groundTitle(i, n), ", pris en ses deux branches")
	} else {
		p.write(lead, groundTitle(i, n))
	}
	p.line("Enoncé du moyen")
	p.paraNumbered(grief("nouveau", branches))
	p.in(corpus.Motifs)
	p.line("Réponse de la Cour")
	if p.fails(i, n) {
		for range 1 + p.below(2) {
			p.paraNumbered("nouveau-rejet")
		}
		for range p.developments() {
			p.paraNumbered("nouveau-developpement")
		}
		p.numbered()
		p.write("Le moyen n'est donc pas fondé.")
		return
	}
	p.para("nouveau-visa")
	p.paraNumbered("nouveau-chapeau")
	p.paraNumbered("nouveau-retient")
	for range p.developments() {
		p.paraNumbered("nouveau-developpement")
	}
	p.paraNumbered("nouveau-casse")
}
