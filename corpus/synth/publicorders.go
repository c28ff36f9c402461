package synth

import "github.com/attendu/attendu/corpus"

// article writes an order as an article: "Article 1er : … ."
func (p *pen) article(k corpus.HoldingKind, write func()) {
	p.numberArticle()
	start := len(p.out)
	write()
	capital(p.out[start:])
	p.truth.Orders = append(p.truth.Orders, Order{Span: corpus.Span{Start: start, End: len(p.out)}, Kind: k})
	p.write(".")
}

func (p *pen) numberArticle() {
	p.begin()
	number := "1er"
	if p.ordered++; p.ordered > 1 {
		number = digits(p.ordered, 1)
	}
	p.write("Article ", number, " : ")
}

// publicOrders writes the dispositif.
func (p *pen) publicOrders() {
	won := p.won[p.stage]
	switch {
	case p.stage == judgment:
		p.decide(won, func() { p.write("la requête "); p.publicName(p.a, "deA") })
	case p.stage != ruling && won == p.won[judgment]:
		p.dismiss(func() { p.write("la requête "); p.publicName(p.r, "deR") })
	case p.stage != ruling:
		p.annulJudgment(won)
	default:
		won = p.finally()
		p.onRecourse(won)
	}
	p.publicShare(won)
	p.numberArticle()
	p.write([...]string{judgment: "Le présent jugement sera notifié ", appeal: "Le présent arrêt sera notifié ",
		ruling: "La présente décision sera notifiée ", remand: "Le présent arrêt sera notifié "}[p.stage])
	p.publicName(p.a, "àA")
	p.write(" et ")
	p.publicName(p.b, "àB")
	p.write(".")
}

// dismiss rejects what the words name, in the feminine.
func (p *pen) dismiss(what func()) {
	p.article(corpus.Rejet, func() {
		what()
		p.write(" est rejetée")
	})
}

// decide grants or rejects a request.
func (p *pen) decide(won bool, request func()) {
	if !won {
		p.dismiss(request)
		return
	}
	switch {
	case p.pleas["acte"] != nil:
		p.article(corpus.Annulation, func() {
			p.fixed(p.pleas["acte"])
			p.write(" est annulé")
		})
	case p.pleas["taxe"] != nil:
		p.article(corpus.Autre, func() {
			p.publicName(p.a, "A")
			p.write(" est ", gender(p.a, "déchargé ", "déchargée "))
			p.fixed(p.pleas["taxe"])
		})
	default:
		p.article(corpus.Condamnation, func() {
			p.publicName(p.b, "B")
			p.write(" est ", gender(p.b, "condamné à ", "condamnée à "))
			p.clause("chef")
		})
	}
	if p.stage != ruling && p.enjoins() {
		p.article(corpus.Ordonne, func() {
			p.write("il est enjoint au ", p.organ(), " de réexaminer la situation ")
			p.publicName(p.a, "deA")
			p.write(" dans un délai de ", pick(p.chance, []string{"deux", "trois", "quatre"}), " mois")
		})
	}
}

// annulJudgment annuls the judgment of the tribunal and decides what it was asked.
func (p *pen) annulJudgment(won bool) {
	p.article(corpus.Annulation, func() {
		p.write("le ")
		p.judgment()
		p.write(" du ", p.publicCourt(judgment), " est annulé")
	})
	p.decide(won, func() {
		p.write("la demande présentée par ")
		p.publicName(p.a, "A")
		p.write(" devant le ", p.publicCourt(judgment))
	})
}

// onRecourse decides the recourse before the Conseil d'État.
func (p *pen) onRecourse(won bool) {
	switch p.outcome {
	case inadmissible:
		p.article(corpus.NonAdmission, func() {
			p.write("le pourvoi ")
			p.publicName(p.r, "deR")
			p.write(" n'est pas admis")
		})
		return
	case rejected:
		p.article(corpus.Rejet, func() {
			p.write("le pourvoi ")
			p.publicName(p.r, "deR")
			p.write(" est rejeté")
		})
		return
	}
	p.article(corpus.Annulation, func() {
		p.write("l'")
		p.appealed()
		p.write(" de la ", p.publicCourt(appeal), " est annulé")
	})
	switch {
	case !p.settles():
		p.article(corpus.Renvoi, func() { p.write("l'affaire est renvoyée à la ", p.publicCourt(appeal)) })
	case won == p.won[judgment]:
		p.dismiss(func() {
			p.write("la requête présentée par ")
			p.publicName(p.i, "I")
			p.write(" devant la ", p.publicCourt(appeal))
		})
	default:
		p.annulJudgment(won)
	}
}

// publicWinner is who wins before this court, and who loses.
func (p *pen) publicWinner() (winner, loser *person) {
	switch {
	case p.stage == ruling && (p.outcome == rejected || p.outcome == inadmissible):
		return p.i, p.r
	case p.stage == ruling:
		return p.r, p.i
	case p.won[p.stage]:
		return p.a, p.b
	}
	return p.b, p.a
}

// publicShare orders who pays what the other spent, or that nobody does.
func (p *pen) publicShare(won bool) {
	winner, loser := p.publicWinner()
	under := func(words string) {
		p.write(words)
		p.provision(p.g.tables.byKey["code-de-justice-administrative/L761-1"])
	}
	p.article(corpus.FraisIrrepetibles, func() {
		if p.spared {
			p.write("les conclusions présentées ")
			under("au titre de l'")
			p.write(" sont rejetées")
			return
		}
		if loser.state() {
			p.write("l'État")
		} else {
			p.publicName(loser, "L")
		}
		p.write(" versera ")
		p.publicName(winner, "àG")
		p.write(" une somme de ")
		p.amount(p.fees)
		under(" euros au titre de l'")
	})
	if won && p.stage == judgment {
		p.article(corpus.Rejet, func() { p.write("le surplus des conclusions de la requête est rejeté") })
	}
}

// organ is who acts for a public body: "maire de Saint-…".
func (p *pen) organ() string {
	switch p.b.kind {
	case 'c':
		return "maire " + corpus.OfPlace(p.b.name)
	case 'e':
		return "directeur du " + p.b.name
	}
	return p.b.name
}
