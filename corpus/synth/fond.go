package synth

import "github.com/attendu/attendu/corpus"

// fond writes a decision of a court of first instance or of appeal.
func (p *pen) fond() {
	p.in(corpus.Entete)
	if p.stage == judgment {
		p.judgmentHeader()
	} else {
		p.appealHeader()
	}
	p.in(corpus.Expose)
	p.line("EXPOSÉ DU LITIGE")
	p.history()
	p.claims()
	p.in(corpus.Motifs)
	p.line("MOTIFS DE LA DÉCISION")
	p.reasons()
	p.in(corpus.Dispositif)
	p.disposition()
}

// history tells the facts and the procedure.
func (p *pen) history() {
	for range min(len(p.facts), 3) {
		p.para("fait")
	}
	p.para("saisine")
	if p.stage == judgment {
		return
	}
	p.begin()
	p.write("Par ")
	p.judgment()
	p.write(", ")
	if p.won[judgment] {
		p.write(p.b.short(p.masking), " a été ", gender(p.b, "condamné", "condamnée"), " à ")
		p.clause("chef")
		p.write(".")
	} else {
		p.write(p.a.short(p.masking), " a été ", gender(p.a, "débouté", "déboutée"), " de ses demandes.")
	}
	p.para("appel")
	if p.stage == remand {
		p.begin()
		p.write("Par ")
		p.appealed()
		p.write(", la cour a ", verdict(p.won[judgment] == p.won[appeal]), " cette décision.")
		p.para("historique-cassation")
	}
}

func verdict(same bool) string {
	if same {
		return "confirmé"
	}
	return "infirmé"
}

func gender(who *person, m, f string) string {
	if who.fem {
		return f
	}
	return m
}

// claims tells what the parties ask for.
func (p *pen) claims() {
	for range 2 + p.below(2) {
		p.para("pretention")
	}
	for range 1 + p.below(2) {
		p.para("resistance")
	}
	p.para("cloture")
}

// reasons writes chapters until the text has its length.
func (p *pen) reasons() {
	titles := p.subject.roles["titre"]
	for n := 0; n == 0 || len(p.out) < p.goal-1800 && n < 12; n++ {
		p.rule = p.principes[n%len(p.principes)]
		p.begin()
		if n < len(titles) {
			p.template(titles[n])
		} else {
			p.write("Sur ", pick(p.chance, otherTitles))
		}
		p.para("regle")
		for range 2 + p.below(4) {
			p.para("general")
		}
		if p.won[p.stage] == (n%3 != 2) {
			p.para("motif-pour")
		} else {
			p.para("motif-contre")
		}
		p.para("general")
	}
	if p.won[p.stage] {
		p.para("conclusion-pour")
	} else {
		p.para("conclusion-contre")
	}
	p.line("Sur les frais et dépens")
	p.para("frais")
	switch {
	case p.stage == judgment && p.day < endOfTGI:
		p.para("execution-ancien")
	case p.stage == judgment:
		p.para("execution")
	}
}

// otherTitles head the chapters behind the first ones.
var otherTitles = []string{"le montant de l'indemnisation", "les autres demandes", "la fin de non-recevoir",
	"le préjudice moral", "les pièces contestées", "la demande subsidiaire", "les intérêts"}

// disposition writes the orders.
func (p *pen) disposition() {
	p.line("PAR CES MOTIFS,")
	if p.stage == judgment {
		p.line(pick(p.chance, []string{p.bench() + ", statuant publiquement, par décision contradictoire mise à disposition au greffe, en premier ressort,",
			"Statuant publiquement par décision contradictoire, en premier ressort,"}))
		p.merits(p.won[judgment])
	} else {
		p.line("La cour, statuant publiquement, par arrêt contradictoire,")
		p.review()
	}
	p.costs()
	p.line(pick(p.chance, []string{"LE GREFFIER LE PRÉSIDENT", "Le greffier, Le président,"}))
}

// bench is how a court of first instance calls itself.
func (p *pen) bench() string {
	switch {
	case p.summary():
		return "Le juge des référés"
	case p.court[judgment].Kind == corpus.CPH:
		return "Le conseil"
	}
	return "Le tribunal"
}

// merits orders what is due, or dismisses the claim.
func (p *pen) merits(won bool) {
	if won {
		p.order(corpus.Condamnation, " ;", func() {
			p.write("CONDAMNE ", p.b.short(p.masking), " à ")
			p.clause("chef")
		})
		p.order(corpus.Deboute, " ;", func() { p.write("DÉBOUTE ", p.a.short(p.masking), " du surplus de ses demandes") })
		return
	}
	p.order(corpus.Deboute, " ;", func() { p.write("DÉBOUTE ", p.a.short(p.masking), " de l'ensemble de ses demandes") })
}

// review confirms or reverses the judgment.
func (p *pen) review() {
	same := p.won[p.stage] == p.won[judgment]
	k, verb := corpus.Confirmation, "CONFIRME"
	if !same {
		k, verb = corpus.Infirmation, "INFIRME"
	}
	p.order(k, " ;", func() {
		if p.write(verb, " "); p.summary() {
			p.write("l'")
		} else {
			p.write("le ")
		}
		p.judgment()
		if same {
			p.write(" en toutes ses dispositions")
		}
	})
	if !same {
		p.line("Statuant à nouveau,")
		p.merits(p.won[p.stage])
	}
}

// costs orders the costs.
func (p *pen) costs() {
	winner, loser := p.a, p.b
	if !p.won[p.stage] {
		winner, loser = p.b, p.a
	}
	p.order(corpus.FraisIrrepetibles, " ;", func() {
		p.write("CONDAMNE ", loser.short(p.masking), " à payer à ", winner.short(p.masking), " la somme de ")
		p.amount(p.between(10, 60) * 100)
		p.write(" euros en application de l'")
		p.provision(p.g.tables.byKey["code-de-procedure-civile/700"])
	})
	p.order(corpus.Depens, ".", func() { p.write("CONDAMNE ", loser.short(p.masking), " aux dépens") })
}
