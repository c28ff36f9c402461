package synth

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// person is a party of a case.
type person struct {
	kind   byte // h a human being, s a company, o an association, c a commune; see subjects.tsv
	fem    bool // the gender of what it is called
	first  string
	last   string // of a human being
	name   string // of all others, with small letters
	form   string // of a company, as a header prints it
	letter byte   // of the pseudonym
	other  byte   // its second letter
	street string
	town   string
	zip    string
}

// newPerson draws a party of one of the kinds of the table of subjects.
func (g *Generator) newPerson(c *chance, kinds string) *person {
	w := g.tables.words
	p := &person{kind: kinds[c.below(len(kinds))], fem: true, street: digits(c.between(1, 140), 1) + " " + pick(c, w["street"])}
	p.town = pick(c, g.tables.seats).place
	p.zip = digits(c.between(1, 95), 2) + digits(c.below(100)*10, 3)
	p.letter, p.other = byte('A'+c.below(26)), byte('A'+c.below(26))
	switch p.kind {
	case 'h':
		p.fem = c.percent(50)
		if p.first = pick(c, w["masc"]); p.fem {
			p.first = pick(c, w["fem"])
		}
		p.last = pick(c, w["head"]) + pick(c, w["tail"])
	case 'o':
		p.name = pick(c, w["aim"]) + " " + corpus.OfPlace(pick(c, w["head"])+pick(c, w["tail"]))
	case 'c':
		p.name = "Saint-" + pick(c, w["head"]) + pick(c, w["tail"])
	case 'e', 'p', 'm', 'f':
		g.newOffice(c, p)
	default:
		g.company(c, p)
	}
	return p
}

// forms of companies.
var forms = []string{"SAS", "SARL", "SA", "SASU", "EURL", "SNC"}

// company names a company by its rank: some come again and again, for a corpus
// has its banks and insurers.
func (g *Generator) company(c *chance, p *person) {
	w := g.tables.words
	coins, ends, trades := w["coin"], w["end"], w["trade"]
	n := c.rank(len(coins) * len(ends) * len(trades))
	x := int(mix(uint64(n)) >> 33)
	p.name = coins[n%len(coins)] + ends[(n/len(coins)+x)%len(ends)] + " " + trades[(n/len(coins)/len(ends)+x/64)%len(trades)]
	p.form = forms[x/4096%len(forms)]
}

// side words of a party in the corpus.
func (p *person) nature() corpus.PartyKind {
	switch p.kind {
	case 'h':
		return corpus.Physique
	case 'c', 'e', 'p', 'm', 'f':
		return corpus.Publique
	}
	return corpus.Morale
}

// title of a human being in full or in short.
func (p *person) title(full bool) string {
	switch {
	case full && p.fem:
		return "Madame"
	case full:
		return "Monsieur"
	case p.fem:
		return "Mme"
	}
	return "M."
}

// masking is how a court hides the names of people.
type masking uint8

const (
	plainNames masking = iota // courts below, as they send their rulings out
	dots                      // "M. X...", the Cour de cassation until 2018
	brackets                  // "M. [D]", since
	initials                  // "M. A...", the administrative courts
)

// short is how the text calls the party, with its article.
func (p *person) short(m masking) string {
	switch p.kind {
	case 'h':
		switch m {
		case dots, initials:
			return p.title(false) + " " + string(p.letter) + "..."
		case brackets:
			return p.title(false) + " [" + string(p.letter) + "]"
		}
		return p.title(true) + " " + strings.ToUpper(p.last)
	case 'e', 'p', 'm', 'f':
		return "le " + p.name
	case 'o':
		return "l'association " + p.name
	case 'c':
		return "la commune " + corpus.OfPlace(p.name)
	}
	return "la société " + p.name
}

// full is the name at its first mention: in the header of a court below, or in
// the sentence of the pourvoi.
func (p *person) full(m masking) string {
	switch {
	case p.kind == 'h' && m == plainNames:
		return p.title(true) + " " + p.first + " " + strings.ToUpper(p.last)
	case p.kind == 'h' && m == dots:
		return p.title(false) + " " + p.first + " " + string(p.letter) + "..."
	case p.kind == 'h' && m == initials:
		return p.title(false) + " " + string(p.other) + "... " + string(p.letter) + "..."
	case p.kind == 'h':
		return p.title(false) + " [" + string(p.other) + "] [" + string(p.letter) + "]"
	case m != plainNames:
		return p.short(m)
	case p.kind == 'o':
		return "Association " + strings.ToUpper(p.name)
	case p.kind == 'c':
		return "Commune " + corpus.OfPlace(strings.ToUpper(p.name))
	}
	return p.form + " " + strings.ToUpper(p.name)
}
