package synth

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// metadata is what the official formats say of the decision.
func (p *pen) metadata() corpus.Metadata {
	if p.administrative() {
		return p.publicMetadata()
	}
	m := corpus.Metadata{Court: p.court[p.stage], Date: p.day.iso(), Nature: "ARRET"}
	if p.dockets[p.stage] != "" {
		m.Numbers = []string{p.dockets[p.stage]}
	}
	day := string(p.day.long(nil))
	if p.stage != ruling {
		if p.stage == judgment {
			if m.Nature = "JUGEMENT"; p.summary() {
				m.Nature = "ORDONNANCE"
			}
		} else {
			m.Court.Chamber = p.appealChamber()
		}
		name := m.Court.Kind.Name() + " " + corpus.OfPlace(m.Court.Place)
		m.Title = strings.Join(append([]string{strings.ToUpper(name[:1]) + name[1:], day}, m.Numbers...), ", ")
		return m
	}
	ch := chambers[p.subject.chamber]
	m.Court.Chamber = ch.name
	m.ECLI, m.Solution, m.Formation = p.ecli(), p.outcome.solution(), ch.code
	published := "Inédit"
	if p.arret%4 == 0 {
		published = "Publié au bulletin"
		m.Publication = []string{"publié au bulletin"}
		m.Summaries = []corpus.Summary{p.analysis()}
	}
	m.Title = "Cour de cassation, " + ch.section + ", " + ch.name + ", " + day + ", " + m.Numbers[0] + ", " + published
	m.Contested = &corpus.Reference{Court: p.court[appeal], Date: p.days[appeal].iso(), Title: "Cour d'appel " + corpus.OfPlace(p.court[appeal].Place)}
	for _, c := range p.truth.Citations {
		if text := string(p.out[c.Start:c.End]); c.Zone == corpus.Motifs && strings.HasPrefix(text, "article") && len(m.Visa) < 2 &&
			(len(m.Visa) == 0 || m.Visa[0] != text) {
			m.Visa = append(m.Visa, text)
		}
	}
	return m
}

// analysis is the abstract of a published ruling. It is written at the end of the
// text and taken away again, so that its words are not of the text.
func (p *pen) analysis() corpus.Summary {
	size, cites := len(p.out), len(p.truth.Citations)
	text := func(t *template) string {
		start := len(p.out)
		p.write("\n")
		p.template(t)
		return string(p.out[start+1:])
	}
	s := corpus.Summary{Titles: strings.Split(text(p.subject.roles["titrage"][0]), " - "), Text: text(p.principes[0])}
	p.out, p.truth.Citations = p.out[:size], p.truth.Citations[:cites]
	return s
}
