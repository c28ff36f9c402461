package heading

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

//go:embed courts.tsv
var courtsTSV string

// courtRule is one row of courts.tsv.
type courtRule struct {
	kind     corpus.CourtKind
	place    bool
	name     string // the pattern
	re       *regexp.Regexp
	examples []string
	counters []string
}

func loadCourts(data string) ([]courtRule, error) {
	rows, err := table(data, "kind", "place", "name", "examples", "counters")
	if err != nil {
		return nil, err
	}
	rules := make([]courtRule, len(rows))
	for i, row := range rows {
		r := courtRule{kind: corpus.CourtKind(row["kind"]), place: row["place"] == "yes", name: row["name"],
			examples: list(row["examples"]), counters: list(row["counters"])}
		if !r.kind.Known() || !r.place && row["place"] != "no" || r.name == "" || len(r.examples) == 0 {
			return nil, fmt.Errorf("%s: unknown kind, place neither yes nor no, or no example", r.kind)
		}
		name := strings.ReplaceAll(r.name, " ", `[ \n]`)
		if r.re, err = regexp.Compile(`^(?:` + name + `)(?:[^a-z0-9']|$)`); err != nil {
			return nil, fmt.Errorf("%s: %w", r.kind, err)
		}
		rules[i] = r
	}
	return rules, nil
}

// abbreviation is the length up to which the name of a court without a blank is
// an abbreviation, which counts only in capitals: "CA", but not "ca".
const abbreviation = 7

// courtAt reads the name of a court at i: its kind, its place if one follows, and
// where the name ends.
func (r *Reader) courtAt(v view, i int) (corpus.Court, int, bool) {
	var best courtRule
	end := -1
	window := v.s[i:min(len(v.s), i+120)]
	for _, c := range r.courts {
		if m := c.re.FindStringIndex(window); m != nil {
			n := strings.TrimRight(window[:m[1]], " \n,;:.()-")
			if i+len(n) > end {
				best, end = c, i+len(n)
			}
		}
	}
	if end < 0 || end-i <= abbreviation && !strings.ContainsAny(v.s[i:end], " \n") && !v.capital(i) {
		return corpus.Court{}, 0, false
	}
	court := corpus.Court{Kind: best.kind}
	if best.place {
		if place, to := r.placeAt(v, end); place != "" {
			court.Place, end = place, to
		}
	}
	return court, end, true
}

// findCourt reads the first court named in a range of the view.
func (r *Reader) findCourt(v view, start, end int) (corpus.Court, corpus.Span, bool) {
	for i := start; i < end; i++ {
		if !wordStart(v.s, i) || !r.courtFirst[v.s[i]] {
			continue
		}
		if c, to, ok := r.courtAt(v, i); ok && to <= end {
			return c, corpus.Span{Start: i, End: to}, true
		}
	}
	return corpus.Court{}, corpus.Span{}, false
}

// ParseCourt reads the name of one court, as official metadata print it: "Cour
// d'appel de Colmar", "TGI LAVAL". What follows a comma or a line end is taken
// for the chamber. It is false when no court is named.
func (r *Reader) ParseCourt(s string) (corpus.Court, bool) {
	t := fold.New(s)
	v := newView(t, 0, len(t.Folded))
	court, at, ok := r.findCourt(v, 0, len(v.s))
	if !ok {
		return corpus.Court{}, false
	}
	rest := strings.TrimLeft(v.s[at.End:], " ,;:.\n-(")
	for _, f := range r.formulas["chamber"] {
		if m := f.re.FindStringIndex(rest); m != nil && court.Chamber == "" && f.holds(court.Kind) {
			from := len(v.s) - len(rest)
			court.Chamber = tidy(v.printed(from, from+m[1]))
		}
	}
	return court, true
}

func wordStart(s string, i int) bool {
	return isWord(s[i]) && (i == 0 || !isWord(s[i-1]))
}

func isWord(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }
