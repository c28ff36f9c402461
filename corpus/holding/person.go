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
	words []string
	full  string // the folded name
	// families are the names by which a natural person may be one of several: the
	// own and that of the husband or wife.
	families []string
}

// maxParties is how many parties are looked for in the orders.
const maxParties = 400

// mentions prepares the parties to be looked for. A family name alone names a
// party when no other party bears it.
func (f *Finder) mentions(parties []corpus.Party) []mention {
	parties = parties[:min(len(parties), maxParties)]
	out := make([]mention, len(parties))
	families := map[string]int{}
	last := make([]string, len(parties))
	wed, weds := make([]string, len(parties)), map[string]int{}
	short, shorts := make([]string, len(parties)), map[string]int{}
	titles := map[string]int{} // civilities with family names
	for i, p := range parties {
		full := strings.TrimSpace(fold.New(p.Name).Folded)
		core := full
		for next := f.say.styles.ReplaceAllString(core, ""); next != core && next != ""; next = f.say.styles.ReplaceAllString(core, "") {
			core = next
		}
		core = f.say.trailing.ReplaceAllString(core, "")
		out[i] = mention{name: p.Name, side: p.Side, words: []string{core}, full: full}
		if place, ok := strings.CutPrefix(core, "commune "); ok { // who acts for it
			out[i].words = append(out[i].words, "maire "+place)
		}
		if p.Kind == corpus.Physique {
			maiden, married, _ := strings.Cut(core, " epouse ")
			words := strings.Fields(maiden)
			if len(words) > 1 {
				last[i] = words[len(words)-1]
				families[last[i]]++
				titles[titled(full, last[i])]++
			}
			out[i].families = slices.Clone(lastOf(words))
			if by := lastOf(strings.Fields(married)); len(by) > 0 {
				out[i].families = append(out[i].families, by...)
				wed[i] = by[0]
				weds[by[0]]++
			}
		} else {
			out[i].words = append(out[i].words, f.otherwise(core)...)
			if m := f.say.shortened.FindStringSubmatch(core); m != nil {
				short[i] = strings.TrimSpace(m[1] + m[2])
				shorts[short[i]]++
			}
		}
	}
	for i := range out {
		if last[i] != "" && families[last[i]] == 1 {
			out[i].words = append(out[i].words, last[i])
		} else if t := titled(out[i].full, last[i]); last[i] != "" && t != "" && titles[t] == 1 { // "Mme Vautier", where M. Vautier is a party, too
			out[i].words = append(out[i].words, written(t)...)
		}
		if wed[i] != "" && families[wed[i]] == 0 && weds[wed[i]] == 1 {
			out[i].words = append(out[i].words, wed[i])
		}
		if shorts[short[i]] == 1 {
			out[i].words = append(out[i].words, short[i])
		}
	}
	return out
}

// titled is "m" or "mme" before a family name; "" for a name without civility.
func titled(full, family string) string {
	first, _, _ := strings.Cut(full, " ")
	switch strings.TrimRight(first, ".") {
	case "m", "mr", "monsieur":
		return "m " + family
	case "mme", "madame", "mlle", "mademoiselle":
		return "mme " + family
	}
	return ""
}

// written are the ways in which a civility and a family name are printed, folded.
func written(t string) []string {
	title, family, _ := strings.Cut(t, " ")
	if title == "m" {
		return []string{"m. " + family, "m " + family, "mr " + family, "monsieur " + family}
	}
	return []string{"mme " + family, "mme. " + family, "madame " + family}
}

// lastOf is the last of some words, when there is one.
func lastOf(words []string) []string { return words[max(0, len(words)-1):] }

// familiesIn lists the families of which words name several persons together: "M. et
// Mme Vautier", "les consorts Vautier".
func (f *Finder) familiesIn(words string) []string {
	var out []string
	for _, m := range f.say.family.FindAllStringSubmatchIndex(words, 8) {
		out = append(out, words[m[2]:m[3]])
	}
	return out
}

// namedIn lists the parties that words name, in the order of the parties.
func (f *Finder) namedIn(parties []mention, words string) []int {
	var out []int
	words = strings.ReplaceAll(words, "\n", " ")
	families := f.familiesIn(words)
	for i, p := range parties {
		if slices.ContainsFunc(p.words, func(w string) bool { return f.names(words, w, p.full) }) ||
			slices.ContainsFunc(p.families, func(w string) bool { return slices.Contains(families, w) }) {
			out = append(out, i)
		}
	}
	if len(out) > 0 {
		return out
	}
	return f.byRole(parties, words)
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
// Lorme" is not the société Lorme.
func (f *Finder) names(words, w, full string) bool {
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
			(end == len(words) || !fold.Letter(words[end]) && !fold.Digit(words[end])) && !f.ofBody(words[:i], full) {
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
// role; nil for a role that nobody has.
func (f *Finder) persons(v *verb, words string, parties []mention) map[role][]int {
	if len(words) > window {
		words = words[:window]
	}
	var found map[role][]int
	for _, p := range f.verbs[v.name].persons {
		if found[p.role] != nil {
			continue
		}
		m := p.pattern.FindStringSubmatch(words)
		if m == nil {
			continue
		}
		if found == nil {
			found = map[role][]int{}
		}
		found[p.role] = f.namedIn(parties, m[1])
	}
	return found
}
