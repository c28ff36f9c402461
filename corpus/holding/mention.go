package holding

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// mention is a party and the folded words by which an order may name it.
type mention struct {
	name  string
	side  corpus.Side
	kind  corpus.PartyKind
	words []string
	full  string // the folded name
	title string // "m" or "mme"; "" when none is printed
	// families are the names by which a natural person may be one of several: the
	// own and that of the husband or wife.
	families []string
	// short are the first words of the name of a legal person, and letters those in
	// brackets behind it: "Mutuelle des ouvrages (MDO)"; "" for none.
	short, letters string
}

// maxParties is how many parties are looked for in the orders.
const maxParties = 400

// mentions prepares the parties to be looked for. A family name alone names a
// party when no other party bears it, by birth or by marriage; with a civility, when
// no other of that civility does.
func (f *Finder) mentions(parties []corpus.Party) []mention {
	parties = parties[:min(len(parties), maxParties)]
	out := make([]mention, len(parties))
	bearers, shorts := map[string]int{}, map[string]int{} // by family name, with and without civility
	for i, p := range parties {
		m := f.mention(p)
		for _, family := range m.families {
			bearers[family]++
			if m.title != "" {
				bearers[m.title+" "+family]++
			}
		}
		for _, s := range m.shorts() {
			shorts[s]++
		}
		out[i] = m
	}
	for i := range out {
		m := &out[i]
		for _, family := range m.families {
			if bearers[family] == 1 {
				m.words = append(m.words, family)
			} else if m.title != "" && bearers[m.title+" "+family] == 1 { // "Mme Vautier", where M. Vautier is a party, too
				m.words = append(m.words, written(m.title, family)...)
			}
		}
		for _, s := range m.shorts() {
			if shorts[s] == 1 {
				m.words = append(m.words, s)
			}
		}
	}
	return out
}

// shorts are the short names of a legal person, each once: "MDO (MDO)" has one.
func (m *mention) shorts() []string {
	switch {
	case m.short == "" && m.letters == "":
		return nil
	case m.short == "" || m.short == m.letters:
		return []string{m.letters}
	case m.letters == "":
		return []string{m.short}
	}
	return []string{m.short, m.letters}
}

// mention prepares one party by itself.
func (f *Finder) mention(p corpus.Party) mention {
	full := strings.TrimSpace(fold.New(p.Name).Folded)
	core := full
	for next := f.say.styles.ReplaceAllString(core, ""); next != core && next != ""; next = f.say.styles.ReplaceAllString(core, "") {
		core = next
	}
	core = f.say.trailing.ReplaceAllString(core, "")
	if p.Kind == corpus.Physique && titleOf(full) == "" {
		core = givenFirst(p.Name, core)
	}
	m := mention{name: p.Name, side: p.Side, kind: p.Kind, words: []string{core}, full: full, title: titleOf(full)}
	if place, ok := strings.CutPrefix(core, "commune "); ok { // who acts for it
		m.words = append(m.words, "maire "+place)
	}
	if p.Kind == corpus.Physique {
		own, other := core, ""
		if at := f.say.born.FindStringIndex(core); at != nil {
			own, other = core[:at[0]], core[at[1]:]
		}
		words := strings.Fields(own)
		if len(words) > 1 && other != "" {
			m.words = append(m.words, own)
		}
		m.families = append(slices.Clone(lastOf(words)), lastOf(strings.Fields(other))...)
		return m
	}
	if before, inside, ok := strings.Cut(full, " ("); ok {
		f.bracketed(&m, before, inside)
	}
	m.words = append(m.words, f.otherwise(core)...)
	if s := f.say.shortened.FindStringSubmatch(core); s != nil {
		m.short = strings.TrimSpace(s[1] + s[2])
	}
	return m
}

// bracketed takes the letters that a name has in brackets: "Mutuelle du Val (M.D.V.)",
// "caisse primaire d'assurance maladie (CPAM) de la Meuse".
func (f *Finder) bracketed(m *mention, before, inside string) {
	inside, behind, _ := strings.Cut(inside, ")")
	dotless := strings.ReplaceAll(inside, ".", "")
	if !lettered(dotless, strings.ReplaceAll(m.name, ".", "")) {
		return
	}
	if inside != dotless {
		m.words = append(m.words, strings.TrimRight(inside, "."))
	}
	if behind == "" {
		m.letters = dotless
		return
	}
	m.words = append(append(m.words, before+behind), f.otherwise(before+behind)...)
}

// givenFirst puts the given name of a person before the family name that is printed in
// capitals before it: "DURIEUX Paul, Henri" is called "Paul DURIEUX" by the orders. core
// is the folded name.
func givenFirst(name, core string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' })
	n := 0
	for n < len(words) && strings.ToUpper(words[n]) == words[n] && !strings.HasPrefix(words[n], "[") {
		n++
	}
	if n == 0 || n == len(words) {
		return core
	}
	return strings.TrimSpace(fold.New(words[n] + " " + strings.Join(words[:n], " ")).Folded)
}

// lettered reports whether folded words are letters that stand in capitals in a name.
func lettered(s, name string) bool {
	const least, most = 2, 10
	return len(s) >= least && len(s) <= most && fold.LettersEnd(s, 0, len(s)) == len(s) && strings.Contains(name, strings.ToUpper(s))
}

// titleOf is "m" or "mme" for the civility at the start of a folded name; "" for a name
// without one.
func titleOf(full string) string {
	first, _, _ := strings.Cut(full, " ")
	switch strings.TrimRight(first, ".") {
	case "m", "mr", "monsieur":
		return "m"
	case "mme", "madame", "mlle", "mademoiselle":
		return "mme"
	}
	return ""
}

// otherCivility reports whether the words before a name end with the civility that a
// party of a title does not bear.
func (f *Finder) otherCivility(before, title string) bool {
	switch title {
	case "m":
		return f.say.againstMan.MatchString(before)
	case "mme":
		return f.say.againstWoman.MatchString(before)
	}
	return false
}

// written are the ways in which a civility and a family name are printed, folded.
func written(title, family string) []string {
	if title == "m" {
		return []string{"m. " + family, "m " + family, "mr " + family, "monsieur " + family}
	}
	return []string{"mme " + family, "mme. " + family, "madame " + family}
}

// lastOf is the last of some words, when there is one.
func lastOf(words []string) []string { return words[max(0, len(words)-1):] }
