package synth

// publicReasons writes chapters until the text has its length.
func (p *pen) publicReasons() {
	p.consider("c-fait")
	if p.stage != judgment {
		p.consider("c-procedure")
	}
	titles := p.subject.roles["titre"]
	for n := 0; n == 0 || len(p.out) < p.goal-1800 && n < 12; n++ {
		p.rule = p.principes[n%len(p.principes)]
		if p.begin(); n < len(titles) {
			p.template(titles[n])
			p.write(" :")
		} else {
			p.write("Sur ", pick(p.chance, publicTitles), " :")
		}
		p.consider("c-regle")
		for range 1 + p.below(3) {
			p.consider("c-general", "c-general")
		}
		if p.won[p.stage] == (n%3 != 2) {
			p.consider("c-motif-pour", "c-general")
		} else {
			p.consider("c-motif-contre", "c-general")
			if p.percent(60) {
				p.consider("c-moyen")
			}
		}
	}
	if p.enjoins() {
		p.line("Sur les conclusions à fin d'injonction :")
		p.consider("c-injonction")
	}
	p.publicCosts()
}

// publicTitles head the chapters behind the first ones.
var publicTitles = []string{"les autres moyens", "la recevabilité de la requête", "les moyens de légalité externe", "l'erreur de droit",
	"l'erreur manifeste d'appréciation", "la régularité du jugement", "la substitution de motifs"}

// enjoins reports whether an act is annulled and the administration must decide
// again.
func (p *pen) enjoins() bool {
	return p.won[p.stage] && p.pleas["acte"] != nil && p.a.kind == 'h'
}

func (p *pen) publicCosts() {
	p.line("Sur les frais liés au litige :")
	if p.spared {
		p.consider("c-frais-contre")
	} else {
		p.consider("c-frais-pour")
	}
}

// censure writes the reasons of the Conseil d'État, which reviews the ruling of a
// cour: rejects, sends back or settles the case itself.
func (p *pen) censure() {
	p.consider("c-fait-juge")
	p.consider("c-procedure-juge")
	for n := 0; n == 0 || len(p.out) < p.goal*2/3-1500 && n < 12; n++ {
		p.rule = p.principes[n%len(p.principes)]
		p.consider("c-regle")
		p.consider("c-approuve", "c-suite-juge")
		for range 1 + p.below(3) {
			p.consider("c-suite-juge", "c-suite-juge")
		}
	}
	if p.outcome != rejected {
		p.consider("c-erreur")
		p.consider("c-renvoi")
	}
	if p.settles() {
		p.consider("c-fond")
		if p.finally() {
			p.consider("c-motif-pour")
		} else {
			p.consider("c-motif-contre")
		}
	}
	p.publicCosts()
}

// settles reports whether the Conseil d'État settles the case itself (code de
// justice administrative, L. 821-2).
func (p *pen) settles() bool { return p.outcome == quashedInPart }

// finally reports whether the claim succeeds before the Conseil d'État: after an
// annulment the other side wins.
func (p *pen) finally() bool { return p.won[appeal] != p.settles() }

// refusal writes the reasons of a decision that does not admit a recourse.
func (p *pen) refusal() {
	p.consider("c-admission")
	p.consider("c-fait-juge")
	for range 2 + p.below(3) {
		p.consider("c-suite-juge", "c-suite-juge")
	}
	p.consider("c-frais-contre")
}
