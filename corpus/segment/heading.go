package segment

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed headings.tsv
var headingsTSV string

// family groups the courts that build their decisions in the same way.
type family string

const (
	cassOld  family = "cass"  // Cour de cassation, "Attendu que"
	cassNew  family = "cassn" // Cour de cassation, numbered paragraphs, since 2019
	merits   family = "fond"  // courts of appeal and of first instance
	adminLaw family = "admin" // administrative courts, Conseil constitutionnel, CNIL
)

var families = []family{cassOld, cassNew, merits, adminLaw}

// window is how many bytes of a line a rule may look at.
const window = 400

// headingRule is one row of headings.tsv.
type headingRule struct {
	id       string
	families map[string]bool // nil: all
	from     map[string]bool // nil: all but annexed
	where    string          // line, start, inline or mark
	zone     string          // the part or stage that begins; "" when nothing changes
	next     bool            // the heading belongs to the part that follows it
	re       *re2.Regexp
	squeezed *re2.Regexp // the same for letters set apart
	first    [256]bool
	row      table.Row
}

type headingRules struct {
	rules []headingRule // in the order of the file: the first that matches wins
	hold  map[family]map[string]*holding
}

// holding are the rules that hold in a state of a text of a family, by the byte with
// which they may begin, in the order of the file.
type holding struct {
	line   [128][]*headingRule
	inline [128][]*headingRule
}

func loadHeadings(data string) (*headingRules, error) {
	rows, err := table.Read("headings.tsv", data, "id", "families", "from", "where", "zone", "pattern", "examples", "counters")
	if err != nil {
		return nil, err
	}
	h := &headingRules{hold: map[family]map[string]*holding{}}
	for _, row := range rows {
		r, err := newHeading(row)
		if err != nil {
			return nil, row.Errorf("%w", err)
		}
		h.rules = append(h.rules, r)
	}
	for _, fam := range families {
		h.hold[fam] = map[string]*holding{}
		for _, state := range states() {
			h.hold[fam][state] = h.holding(fam, state)
		}
	}
	return h, nil
}

// holding gathers the rules that hold in a state.
func (h *headingRules) holding(fam family, state string) *holding {
	out := new(holding)
	for i := range h.rules {
		r := &h.rules[i]
		if !r.applies(fam, state) {
			continue
		}
		for c := range out.line {
			if !r.first[c] {
				continue
			}
			out.line[c] = append(out.line[c], r)
			if r.where == "inline" {
				out.inline[c] = append(out.inline[c], r)
			}
		}
	}
	return out
}

// blanks takes out of a pattern what cannot match once the blanks are gone.
var blanks = strings.NewReplacer(" *", "", " ?", "", " +", "", " ", "", `\b`, "")

func newHeading(row table.Row) (headingRule, error) {
	r := headingRule{id: row.Get("id"), where: row.Get("where"), families: row.Set("families"), from: row.Set("from"),
		row: row}
	r.zone, r.next = strings.CutSuffix(row.Get("zone"), ">")
	pattern := row.Get("pattern")
	switch r.where {
	case "line":
		pattern = `(?:` + pattern + `)[ :.,;*_-]*$`
	case "start", "inline", "mark":
	default:
		return r, fmt.Errorf("where %q is none of line, start, inline, mark", r.where)
	}
	if !knownZone(r.zone, r.where) {
		return r, fmt.Errorf("unknown zone %q", r.zone)
	}
	for state := range r.from {
		if !knownState(state) {
			return r, fmt.Errorf("unknown part %q", state)
		}
	}
	if row.Get("examples") == "" {
		return r, errors.New("no example")
	}
	var err error
	if r.re, err = anchored(pattern); err != nil {
		return r, err
	}
	if r.squeezed, err = anchored(blanks.Replace(pattern)); err != nil {
		return r, err
	}
	r.first, err = firstBytes(pattern)
	for c, ok := range r.first {
		if ok && r.where == "inline" && !isLetter(byte(c)) {
			return r, errors.New("an inline rule begins with a letter, which must be a capital")
		}
	}
	return r, err
}

func knownZone(zone, where string) bool {
	if where == "mark" {
		return slices.Contains(families, family(zone))
	}
	return zone == "" || knownState(zone)
}

// applies says whether the rule may fire in a text of the family, in a state.
func (r *headingRule) applies(fam family, state string) bool {
	if r.where == "mark" || r.families != nil && !r.families[string(fam)] {
		return false
	}
	return holdsIn(r.from, state)
}

// matches tries the rule on the words of a line, from its body on.
func (r *headingRule) matches(w opening) bool {
	if w.printed == "" || !r.first[w.printed[0]] {
		return false
	}
	if w.squeezed != "" {
		return r.squeezed.MatchString(w.squeezed)
	}
	return r.re.MatchString(w.printed)
}

// opening is the words of a line from its body on, as far as a rule may look.
type opening struct {
	printed  string
	squeezed string // without blanks, when letters are set apart; else ""
}

// openingOf gives the words at the start of a stretch of a line.
func openingOf(s string) opening {
	w := opening{printed: clip(s)}
	if spaced(w.printed) {
		w.squeezed = strings.ReplaceAll(w.printed, " ", "")
	}
	return w
}

// spaced recognises letters set apart: "d e c i d e", "p a r   c e s".
func spaced(s string) bool {
	letters := 0
	for i := 0; i < len(s) && letters < 4; i++ {
		switch {
		case s[i] == ' ':
		case !isLetter(s[i]) || i > 0 && s[i-1] != ' ':
			return false
		default:
			letters++
		}
	}
	return letters == 4
}
