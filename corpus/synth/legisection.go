package synth

import "github.com/attendu/attendu/corpus"

// A chapter has a section of its own, and so have the titres and livres above
// it; their identifiers are those of the first chapter and the level.
const (
	livre = iota
	titre
	chapitre
	levels
)

var levelNames = [...]string{"Livre", "Titre", "Chapitre"}

// spans is how many chapters a section of a level has.
var spans = [...]int{perTitre * perLivre, perTitre, 1}

// section is the identifier of a section that begins with a chapter of a code.
func (c *legiCode) section(chapter, level int) string {
	return legiID("LEGISCTA", (c.chapter0+chapter)*levels+level)
}

// ruleSection is the identifier of the section of a renumbered rule.
func ruleSection(row int) string { return legiID("LEGISCTA", maxLegiVersions+row) }

// titles are the headings above a chapter, and its own.
func (l *Legi) titles(c *legiCode, chapter int) []legiTitle {
	out := make([]legiTitle, 0, levels)
	for level := range levels {
		first := chapter / spans[level] * spans[level]
		out = append(out, legiTitle{c.section(first, level), l.heading(c, first, level)})
	}
	return out
}

// heading is the heading of a section that begins with a chapter of a code:
// "Chapitre III : Contrôle et sanctions".
func (l *Legi) heading(c *legiCode, chapter, level int) string {
	n := chapter / spans[level] // of its level, in the code
	if level > livre {
		n %= spans[level-1] / spans[level]
	}
	out := append([]byte(levelNames[level]), ' ')
	out = append(append(out, corpus.Roman(n+1)...), " : "...)
	return string(l.grammar.write(out, l.stream(c, chapter*levels+level, forTitle), l.title, nil))
}
