package holding

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// familiesIn lists the words that may be the family of which words name several persons
// together: "M. et Mme Vautier", "les consorts Vautier".
func (f *Finder) familiesIn(words string) []string {
	var out []string
	for _, m := range f.say.family.FindAllStringSubmatchIndex(words, 8) {
		for _, w := range strings.Fields(words[m[2]:m[3]]) {
			if w == "et" {
				break
			}
			out = append(out, strings.TrimRight(w, ".,;"))
		}
	}
	return out
}

// namedIn lists the parties that words name, in the order of the parties.
func (f *Finder) namedIn(parties []mention, words string) []int {
	var out []int
	words = f.apart(strings.ReplaceAll(words, "\n", " "))
	families := f.familiesIn(words)
	for i, p := range parties {
		if slices.ContainsFunc(p.words, func(w string) bool { return f.names(words, w, p) }) ||
			slices.ContainsFunc(families, p.ofFamily) {
			out = append(out, i)
		}
	}
	if len(out) > 0 {
		return out
	}
	if out = f.byRole(parties, words); len(out) > 0 {
		return out
	}
	if out = f.byNoun(parties, words); len(out) > 0 {
		return out
	}
	return misspelt(parties, words)
}

// ofFamily reports whether a party bears a family name, which may have lost its last
// full stops: "les époux B." of "M. A. B."
func (m mention) ofFamily(name string) bool {
	return slices.ContainsFunc(m.families, func(w string) bool { return strings.TrimRight(w, ".") == name })
}

// apart adds to words the full names of those whom one family name follows: "MM. [L] et
// [P] [N]" names [L] [N], too.
func (f *Finder) apart(words string) string {
	if !strings.Contains(words, "mm") && !strings.Contains(words, "messieurs") && !strings.Contains(words, "mesdames") {
		return words
	}
	out := words
	for _, m := range f.say.brothers.FindAllStringSubmatchIndex(words, 4) {
		out += " ; " + words[m[2]:m[3]] + " " + words[m[4]:m[5]]
	}
	return out
}

// byRole lists the parties of the side that words name: "l'appelante".
func (f *Finder) byRole(parties []mention, words string) []int {
	m := f.say.roleWords.FindStringSubmatchIndex(words)
	if m == nil {
		return nil
	}
	side := corpus.Demandeur
	if m[4] >= 0 {
		side = corpus.Defendeur
	}
	var out []int
	for i, p := range parties {
		if p.side == side {
			out = append(out, i)
		}
	}
	return out
}

// names reports whether words contain w between word ends, as the name of a party
// and not within that of another: "comité social et économique de la société
// Lorme" is not the société Lorme, nor "Mme Vautier" M. Paul Vautier.
func (f *Finder) names(words, w string, p mention) bool {
	if w == "" {
		return false
	}
	for from := 0; ; {
		i := strings.Index(words[from:], w)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(w)
		if (i == 0 || !fold.Letter(words[i-1]) && !fold.Digit(words[i-1])) &&
			(end == len(words) || !fold.Letter(words[end]) && !fold.Digit(words[end])) && !f.ofBody(words[:i], p.full) && !f.otherCivility(words[:i], p.title) {
			return true
		}
		from = i + 1
	}
}

// ofBody reports whether the words before a name make it part of the name of a
// body: its noun stands there, and not in the name of the party itself.
func (f *Finder) ofBody(before, full string) bool {
	if all := f.say.parted.FindAllStringIndex(before, -1); len(all) > 0 {
		before = before[all[len(all)-1][0]:]
	}
	noun := f.say.body.FindString(before)
	return noun != "" && !strings.Contains(full, noun)
}

// persons gives the parties that the tables find in the words after a verb, by their
// role; nil for a role that nobody has. Where the words of a row end inside a name,
// "au maire de Brézolles de …", the name is read on.
func (r *reader) persons(v *verb, words string) map[role][]int {
	words = words[:min(len(words), personsWindow)]
	var found map[role][]int
	for _, p := range r.f.verbs[v.name].persons {
		if found[p.role] != nil {
			continue
		}
		m := p.pattern.FindStringSubmatchIndex(words)
		if m == nil {
			continue
		}
		if found == nil {
			found = map[role][]int{}
		}
		found[p.role] = r.f.namedIn(r.parties, words[m[2]:m[3]])
		if found[p.role] == nil && m[3] > m[2] {
			found[p.role] = r.row(strings.ReplaceAll(words[m[2]:], "\n", " "))
		}
	}
	return found
}
