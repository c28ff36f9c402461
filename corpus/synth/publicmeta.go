package synth

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// publicMetadata is what JADE says of a decision of an administrative court.
func (p *pen) publicMetadata() corpus.Metadata {
	m := corpus.Metadata{Court: p.court[p.stage], Date: p.day.iso(), Numbers: []string{p.dockets[p.stage]},
		Formation: p.formation(), Recours: "Plein contentieux", Solution: p.publicSolution()}
	m.Court.Chamber = m.Formation
	if p.pleas["acte"] != nil {
		m.Recours = "Excès de pouvoir"
	}
	year, month, d := p.day.time().Date()
	m.Title = fmt.Sprintf("%s, %s, %02d/%02d/%d, %s", jadeCourt(m.Court), m.Formation, d, month, year, m.Numbers[0])
	published := "inédit au recueil Lebon"
	if p.stage == ruling {
		formation := "CHR"
		if p.day < chambersFrom {
			formation = "SSR"
		}
		if p.outcome == inadmissible {
			formation = map[string]string{"CHR": "CHS", "SSR": "SJS"}[formation]
		}
		m.ECLI = fmt.Sprintf("ECLI:FR:CE%s:%d:%s.%d%02d%02d", formation, year, m.Numbers[0], year, month, d)
		if p.file.number%4 == 0 && p.outcome != inadmissible {
			published = "mentionné aux tables du recueil Lebon"
			m.Summaries = []corpus.Summary{p.analysis()}
		}
	}
	m.Publication = []string{published}
	return m
}

// jadeCourt is the court as JADE names it: "Conseil d'État", "CAA de NANTES".
func jadeCourt(c corpus.Court) string {
	switch c.Kind {
	case corpus.CE:
		return "Conseil d'État"
	case corpus.CAA:
		return "CAA de " + strings.ToUpper(c.Place)
	}
	return "Tribunal administratif " + corpus.OfPlace(c.Place)
}

// publicSolution is the outcome in the words of JADE.
func (p *pen) publicSolution() string {
	asked := p.won[judgment] // whether who brought the case to this court won
	switch p.stage {
	case ruling:
		return [...]string{rejected: "Rejet", quashed: "Renvoi après cassation", quashedInPart: "Satisfaction totale", inadmissible: "Rejet PAPC"}[p.outcome]
	case appeal, remand:
		asked = p.won[p.stage] != p.won[judgment]
	}
	if asked {
		return "Satisfaction totale"
	}
	return "Rejet"
}

// jadePublication is the letter of PUBLI_RECUEIL.
func (d *Decision) jadePublication() string {
	if len(d.Summaries) > 0 {
		return "B"
	}
	return "C"
}

// administrative writes META_JURI_ADMIN. The names of judges and counsel stay
// empty.
func (d *Decision) administrative(w *dilaWriter) {
	w.value("FORMATION", d.Formation)
	w.value("TYPE_REC", d.Recours)
	w.value("PUBLI_RECUEIL", d.jadePublication())
	for _, empty := range []string{"DEMANDEUR", "DEFENDEUR", "PRESIDENT", "AVOCATS", "RAPPORTEUR", "COMMISSAIRE_GVT"} {
		w.value(empty, "")
	}
	w.value("ECLI", d.ECLI)
}
