package law

import (
	"io/fs"
	"slices"
	"strconv"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// Turning is what decides whether the law before or after a reform applies.
type Turning string

// What the transitional rules of the reforms look at.
const (
	ByContract    Turning = "contract"    // the day on which the contract was concluded
	ByFacts       Turning = "facts"       // the day of the facts
	ByProceedings Turning = "proceedings" // the day on which the proceedings began
)

// Reform is an act that renumbered a code.
type Reform struct {
	Act    corpus.Key
	Date   corpus.Date // first day of the new numbers
	Codes  []corpus.Key
	Label  string      // "ordonnance n° 2016-131 du 10 février 2016"
	Signed corpus.Date // courts cite it by this day
	// Turn is what its transitional rule looks at; empty for a reform that
	// applies at once.
	Turn   []Turning
	Source string // the transitional rule: "ordonnance n° 2016-131, art. 9"
	// Years is how long after Date decisions still cite the old numbers.
	Years int
	// Vacates says that the numbers that rules left bear nothing since, unless the
	// tables say otherwise: the whole code was numbered anew.
	Vacates bool
	// Founds says that the act made the code itself: its numbers have borne no rule
	// before those that came to them from the code that it replaced.
	Founds bool
}

// Reforms lists the reforms that gave a code new numbers on a day.
func (s *Succession) Reforms(code corpus.Key, day corpus.Date) []Reform {
	var out []Reform
	for _, r := range s.reforms[day] {
		if slices.Contains(r.Codes, code) {
			out = append(out, r)
		}
	}
	return out
}

// founding reports whether a move brought a rule into a code that its act made.
func (s *Succession) founding(m Move) bool {
	return slices.ContainsFunc(s.reforms[m.Date], func(r Reform) bool {
		return r.Founds && r.Act == m.Act && slices.Contains(r.Codes, m.New.Instrument())
	})
}

func (s *Succession) loadReforms(fsys fs.FS) error {
	const file = "acts.tsv"
	if _, err := fs.Stat(fsys, file); err != nil {
		return nil
	}
	rows, err := table.ReadFile(fsys, file, "act", "date", "codes", "label", "signed", "rule", "source", "years", "vacates", "founds")
	if err != nil {
		return err
	}
	for _, r := range rows {
		reform := Reform{Label: r.Get("label"), Source: r.Get("source"), Vacates: r.Get("vacates") == "yes", Founds: r.Get("founds") == "yes"}
		if reform.Act, err = keyOf(r, "act"); err != nil {
			return err
		}
		if reform.Date, err = dateOf(r, "date"); err != nil {
			return err
		}
		if reform.Signed, err = dateOf(r, "signed"); err != nil {
			return err
		}
		if reform.Date == "" {
			return r.Errorf("no day from which %s holds", reform.Act)
		}
		for _, c := range r.List("codes") {
			k := corpus.Key(c)
			if p, err := k.Parts(); err != nil || p.Family != corpus.CodeArticle || p.Article != "" {
				return r.Errorf("%q is no code", c)
			}
			reform.Codes = append(reform.Codes, k)
		}
		for _, t := range r.List("rule") {
			if t == "none" {
				continue
			}
			if turn := Turning(t); turn != ByContract && turn != ByFacts && turn != ByProceedings {
				return r.Errorf("no transitional rule looks at %q", t)
			}
			reform.Turn = append(reform.Turn, Turning(t))
		}
		if reform.Years, err = strconv.Atoi(r.Get("years")); err != nil {
			return r.Errorf("%q is no number of years", r.Get("years"))
		}
		s.reforms[reform.Date] = append(s.reforms[reform.Date], reform)
	}
	return nil
}
