package court

import (
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// Match says whether two ways of writing a chamber may mean one.
type Match int

// The answers of SameFormation.
const (
	Incomparable Match = iota // nothing in one can be held against the other
	Same                      // what both say agrees
	Different                 // both cannot be true
)

// formation is what the words for a chamber say, each part only where it is printed.
type formation struct {
	pole, section, letter string
	chambers              []string // "6", "5" of "6e - 5e ch. réunies"; "4-8" of "chambre 4-8"
	matters               []string
}

// matter is a row of matters.tsv.
type matter struct {
	name  string
	words []string // folded
}

// addMatters takes the rows of matters.tsv.
func (c *Courts) addMatters(rows []table.Row) error {
	for _, r := range rows {
		m := matter{name: r.Get("matter")}
		for _, w := range r.List("words") {
			m.words = append(m.words, fold.New(strings.TrimSuffix(w, ".")).Folded)
		}
		if m.name == "" || len(m.words) == 0 {
			return r.Errorf("a matter without name or words")
		}
		c.matters = append(c.matters, m)
	}
	return nil
}

const (
	nth  = `(\d{1,2})\s?(?:ere|re|er|eme|e)?`
	unit = `(?:chambres?|chbre|ch|chr|ssr|sous[- ]sections?|ss[- ]?sect|ssect|s\.?-?s)\b`
)

var (
	// listed is "6e", "6e - 5e", "10e/9e", "3e et 8e" before "ch." or "ss-sect.".
	listed = regexp.MustCompile(`\b` + nth + `(?:\s*(?:-|/|,|et)\s*` + nth + `)?\s+(?:civile\s+|sociale\s+|commerciale\s+|civ\.?\s+|soc\.?\s+|com\.?\s+)?` + unit)
	// behind is "chambre 4", "ch. 4-8", "chambre civile 1", "chambre a".
	behind = regexp.MustCompile(`\b(?:chambre|ch)\b\.?\s*((?:(?:civile|commerciale|sociale|civ|com|soc)\b\.?\s*)?(?:n[#o]?\s*)?)(\d{1,2}(?:-\d{1,2})?|[a-h])\b\s?(?:ere|re|er|eme|e\b)?`)
	// letter is the one behind the matter or the chamber: "1re ch. civ. B", "section B".
	lettered  = regexp.MustCompile(`\b(?:chambre|ch|civile|civ|commerciale|com|sociale|soc|section|sect)\b\.?\s*-?\s*([a-h])\b(?:$|[^'.a-z])`)
	ofPole    = regexp.MustCompile(`\bpole\s+(\d{1,2})\b`)
	ofSection = regexp.MustCompile(`(?:^|[^-s] ?)\b(?:(\d{1,2})\s?(?:ere|re|er|eme|e)\s+(?:section|sect)\b|(?:section|sect)\b\.?\s+(\d{1,2})\b)`)
	written   = strings.NewReplacer("premiere", "1re", "deuxieme", "2e", "seconde", "2e", "troisieme", "3e", "quatrieme", "4e", "cinquieme", "5e",
		"sixieme", "6e", "septieme", "7e", "huitieme", "8e", "neuvieme", "9e", "dixieme", "10e")
)

// formation reads the words for a chamber, also among the other words of a citation.
func (c *Courts) formation(printed string) (f formation) {
	s := written.Replace(fold.New(printed).Folded)
	for _, m := range listed.FindAllStringSubmatch(s, -1) {
		for _, n := range m[1:] {
			if n != "" {
				f.chambers = append(f.chambers, n)
			}
		}
	}
	if m := behind.FindStringSubmatch(s); m != nil && len(f.chambers) == 0 && m[2] >= "0" && m[2] <= "9z" {
		f.chambers = append(f.chambers, m[2])
	}
	for _, x := range []struct {
		to *string
		re *regexp.Regexp
	}{{&f.letter, lettered}, {&f.pole, ofPole}, {&f.section, ofSection}} {
		if m := x.re.FindStringSubmatch(s); m != nil {
			*x.to = strings.Join(m[1:], "")
		}
	}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r != '\'' && (r < 'a' || r > 'z') }) {
		for _, m := range c.matters {
			if slices.Contains(m.words, w) && !slices.Contains(f.matters, m.name) {
				f.matters = append(f.matters, m.name)
			}
		}
	}
	return f
}

// chambered are the words by which a citation names a chamber.
var chambered = regexp.MustCompile(`(?i)\b(?:chambres?|chbre|ch\.|pôle|sous-sections?|ss-?sect|SSR|CHR)\b?`)

// CitedFormation gives those parts of a citation, between its commas, that name a chamber
// of the court: "2e ch." of "CA Rennes, 2e ch., 5 octobre 2018"; "" when none does.
func CitedFormation(citation string) string {
	var parts []string
	for part := range strings.SplitSeq(citation, ",") {
		if chambered.MatchString(part) {
			parts = append(parts, strings.TrimSpace(part))
		}
	}
	return strings.Join(parts, ", ")
}

// SameFormation compares two ways of writing a chamber of one court: "2e ch." and
// "Deuxième chambre" are the same, "2e ch." and "1re chambre civile B" are not. A part
// that only one of them prints says nothing, and so "ch. soc." and "chambre A" cannot be
// compared. Of several chambers that sat together one in common is enough, for citations
// shorten them.
func (c *Courts) SameFormation(kind corpus.CourtKind, a, b string) Match {
	if kind == corpus.Cass {
		x, y := c.Chamber(a), c.Chamber(b)
		return verdict(x == "" || y == "", x == y)
	}
	x, y := c.formation(a), c.formation(b)
	all := []Match{
		text(x.pole, y.pole), text(x.section, y.section),
		shared(x.chambers, y.chambers), shared(x.matters, y.matters),
	}
	if all[2] == Same || len(x.chambers)+len(y.chambers) == 0 { // a letter tells chambers of one number apart
		all = append(all, text(x.letter, y.letter))
	}
	switch {
	case slices.Contains(all, Different):
		return Different
	case slices.Contains(all, Same):
		return Same
	}
	return Incomparable
}

func verdict(unknown, same bool) Match {
	switch {
	case unknown:
		return Incomparable
	case same:
		return Same
	}
	return Different
}

func text(a, b string) Match { return verdict(a == "" || b == "", a == b) }

// shared compares two lists, of which one entry in common is enough. "4-8" may be
// shortened to "4".
func shared(a, b []string) Match {
	common := slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool {
			return x == y || strings.HasPrefix(x, y+"-") || strings.HasPrefix(y, x+"-")
		})
	})
	return verdict(len(a) == 0 || len(b) == 0, common)
}
