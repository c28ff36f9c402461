package synth

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// state reports whether a party speaks for the State.
func (p *person) state() bool { return p.kind == 'p' || p.kind == 'm' || p.kind == 'f' }

// newOffice draws a public body that is a party, or an authority of the State.
func (g *Generator) newOffice(c *chance, p *person) {
	w := g.tables.words
	p.fem = false
	switch p.kind {
	case 'e':
		p.name = "centre hospitalier " + corpus.OfPlace(pick(c, w["head"])+pick(c, w["tail"]))
	case 'm':
		p.name = "ministre de l'éducation nationale"
	case 'f':
		p.name = "ministre de l'économie et des finances"
	}
}

// publicName writes a party as the administrative courts do, with the preposition
// that the slot begins with. The first mention is in full, and noted.
func (p *pen) publicName(who *person, slot string) {
	first := p.note(who)
	before := strings.TrimRight(slot, "ABGLRI")
	if p.named == who && !first && p.zone != corpus.Dispositif && p.percent(60) {
		p.write(map[string]string{"de": "de ", "à": "à "}[before], gender(who, "celui-ci", "celle-ci"))
		return
	}
	p.named = who
	name := who.short(p.masking)
	if who.kind == 'h' && first {
		name = who.full(p.masking)
	}
	rest, masculine := strings.CutPrefix(name, "le ")
	switch {
	case masculine && before == "de":
		p.write("du ")
		name = rest
	case masculine && before == "à":
		p.write("au ")
		name = rest
	case before != "":
		p.write(before, " ")
	}
	start := len(p.out)
	p.write(name)
	if first {
		p.noted(who, start)
	}
}

// note reports whether a party has not been named in full yet.
func (p *pen) note(who *person) bool {
	return who == p.a && !p.met[0] || who == p.b && !p.met[1]
}

// noted adds a party to the truth: its name begins behind the article.
func (p *pen) noted(who *person, start int) {
	side, claims := corpus.Defendeur, p.r
	if p.stage == judgment {
		claims = p.a
	}
	if who == claims {
		side = corpus.Demandeur
	}
	if who == p.a {
		p.met[0] = true
	} else {
		p.met[1] = true
	}
	for _, article := range []string{"la ", "le ", "l'"} {
		if strings.HasPrefix(string(p.out[start:]), article) {
			start += len(article)
			break
		}
	}
	p.truth.Parties = append(p.truth.Parties, Party{Span: corpus.Span{Start: start, End: len(p.out)},
		Name: string(p.out[start:]), Side: side, Kind: who.nature()})
}
