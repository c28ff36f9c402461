package synth

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// nodes writes the pieces of a template.
func (p *pen) nodes(list []node) {
	for i := range list {
		switch n := &list[i]; n.kind {
		case 't':
			p.write(n.text)
		case 'c':
			p.nodes(n.alts[p.below(len(n.alts))])
		case 'g':
			who := p.a
			if n.text == "B" {
				who = p.b
			}
			if who.fem {
				p.write(n.arg[1])
			} else {
				p.write(n.arg[0])
			}
		default:
			start := len(p.out)
			p.slot(n.text)
			p.join(start)
		}
	}
}

// slot writes what stands for a slot.
func (p *pen) slot(name string) {
	if key, ok := strings.CutPrefix(name, "="); ok {
		p.provision(p.g.tables.byKey[key])
		return
	}
	if who := p.who(strings.TrimPrefix(strings.TrimPrefix(name, "de"), "à")); who != nil {
		p.name(who, name)
		return
	}
	switch name {
	case "S":
		p.amount(p.sum)
	case "s":
		p.amount(p.between(6, 240) * 50)
	case "n":
		p.out = strconv.AppendInt(p.out, int64(p.between(2, 12)), 10)
	case "d":
		p.out = p.tell().long(p.out)
	case "f":
		p.out = p.fact.long(p.out)
	case "a":
		p.out = p.summons.long(p.out)
	case "da":
		p.out = (p.days[judgment] + day(p.between(10, 30))).long(p.out)
	case "c":
		p.out = (p.day - day(p.between(20, 80))).long(p.out)
	case "cc":
		p.out = (p.day - day(p.between(90, 190))).long(p.out)
	default:
		p.clause(name)
	}
}

// tell is a day after the last one told.
func (p *pen) tell() day {
	p.since += day(p.below(max(int(p.summons-p.since)/3, 1)))
	return p.since
}

// clause writes the slots that are clauses or mentions.
func (p *pen) clause(name string) {
	roles := p.subject.roles
	switch name {
	case "fait":
		p.fait()
	case "principe":
		p.template(p.rule)
	case "pour", "contre":
		p.template(p.choose(roles[name]))
	case "these":
		p.template(p.choose(roles[p.side(p.r)]))
	case "antithese":
		p.template(p.choose(roles[p.side(p.i)]))
	case "chef":
		p.template(p.chef)
	case "rejeter", "rejete", "statuer":
		p.complaint(name)
	case "p":
		p.provision(p.g.tables.byKey[p.rule.keys[0]])
	case "P":
		p.provision(p.some())
	case "PP":
		p.pair()
	case "prec":
		p.precedent()
	case "precca":
		p.neighbour()
	case "jugement":
		p.judgment()
	case "arret":
		p.appealed()
	case "arretparenthese":
		p.appealedInBrief()
	case "cass":
		p.quashing()
	case "cloture":
		p.closing()
	case "conciliation":
		p.conciliation()
	case "ouverture":
		p.opening()
	case "derenvoi":
		p.write(corpus.OfPlace(p.court[remand].Place))
	case "àlieu":
		p.write(corpus.AtPlace(p.seat.place))
	default:
		p.publicSlot(name)
	}
}

// who is the person of a slot, nil when it is none.
func (p *pen) who(name string) *person {
	switch name {
	case "A":
		return p.a
	case "B":
		return p.b
	case "R":
		return p.r
	case "I":
		return p.i
	case "G", "L":
		if winner, loser := p.publicWinner(); p.administrative() {
			if name == "G" {
				return winner
			}
			return loser
		}
		if (name == "G") == p.won[p.stage] {
			return p.a
		}
		return p.b
	}
	return nil
}

// name writes a party with the preposition that the slot begins with; a pronoun
// when it was the last one named in the paragraph.
func (p *pen) name(who *person, slot string) {
	if p.administrative() {
		p.publicName(who, slot)
		return
	}
	switch {
	case strings.HasPrefix(slot, "de"):
		p.write("de ")
	case strings.HasPrefix(slot, "à"):
		p.write("à ")
	}
	if p.named == who && p.zone != corpus.Dispositif && p.percent(75) {
		p.write(gender(who, "celui-ci", "celle-ci"))
		return
	}
	p.named = who
	p.write(who.short(p.masking))
}

// side is the role of the clauses that speak for a party.
func (p *pen) side(who *person) string {
	if who == p.a {
		return "pour"
	}
	return "contre"
}

// complaint writes what the appellant reproaches to the ruling: an infinitive, a
// participle, or an infinitive that does not need the appellant before it.
func (p *pen) complaint(form string) {
	lost := p.r == p.a
	switch {
	case lost && form == "rejete":
		p.write("rejeté ses demandes")
	case lost && form == "rejeter":
		p.write("rejeter ses demandes")
	case lost:
		p.write("rejeter les demandes de ", p.a.short(p.masking))
	case form == "rejete":
		p.write("accueilli la demande de ", p.a.short(p.masking))
	default:
		p.write("accueillir la demande de ", p.a.short(p.masking))
	}
}

// fait tells the next fact of the case. Its choices are those of the case, so
// that every decision tells the same, and its days follow each other.
func (p *pen) fait() {
	text, n := p.chance, p.told%len(p.facts)
	p.chance = newChance(p.g.opt.Seed, forFacts, uint64(p.file.number)<<8|uint64(n))
	if n == 0 {
		p.since = p.fact
	}
	p.since = max(p.since, p.fact+day(n)*(p.summons-p.fact)/day(len(p.facts)))
	p.template(p.facts[n])
	p.told++
	p.chance = text
}

// amount writes a sum in euros, its thousands apart: "12 500".
func (p *pen) amount(n int) {
	if n >= 1000 {
		p.out = strconv.AppendInt(p.out, int64(n/1000), 10)
		p.write(" ", digits(n%1000, 3))
		return
	}
	p.out = strconv.AppendInt(p.out, int64(n), 10)
}
