package commentary

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

// marker is a formula that tells a commentary from other texts.
type marker struct {
	id      string
	line    bool // only at the start of a line
	literal string
	words   *re2.Regexp
	row     table.Row
}

// remnant is a line of page furniture.
type remnant struct {
	reach string // "seule", "suite" or "fin"
	line  *re2.Regexp
	row   table.Row
}

// loadPage reads markers.tsv and remnants.tsv.
func (r *Reader) loadPage() error {
	all, err := rows("remnants.tsv")
	if err != nil {
		return err
	}
	for _, w := range all {
		if w.Get("reach") != "seule" && w.Get("reach") != "suite" && w.Get("reach") != "fin" {
			return w.Errorf("no reach %q", w.Get("reach"))
		}
		re, err := re2.Compile(`^(?:` + fold.New(w.Get("pattern")).Folded + `)`)
		if err != nil {
			return w.Errorf("%w", err)
		}
		r.remnants = append(r.remnants, remnant{w.Get("reach"), re, w})
	}
	if all, err = rows("markers.tsv"); err != nil {
		return err
	}
	for _, w := range all {
		m := marker{id: w.Get("id"), line: w.Get("where") == "ligne", literal: fold.New(w.Get("literal")).Folded, row: w}
		src := fold.New(w.Get("pattern")).Folded
		if m.line {
			src = `(?m)^[ #*>-]*(?:` + src + `)`
		}
		if m.words, err = re2.Compile(src); err != nil {
			return w.Errorf("%w", err)
		}
		r.markers = append(r.markers, m)
	}
	return nil
}

// Detect says whether the text is a commentary rather than a decision: it tells
// of a court and what it ruled in the third person, and has none of the formulas
// of a decision, a statute, a contract or a letter outside quotation marks. title
// may be empty. It would rather miss a commentary than take a decision for one.
func (r *Reader) Detect(t *fold.Text, title string) bool {
	if r.formal(t) {
		return false
	}
	if !r.tells(t.Folded) {
		return false
	}
	a := r.analyse(t, r.page(t))
	told, named, dated := 0, false, false
	for n := range a.sents {
		for _, rules := range [][]*rule{r.orders, r.speech} {
			for _, f := range a.frames(rules, n) {
				told += a.weight(&f)
			}
		}
		if told >= enough {
			return true
		}
		if told >= enoughDated && !named {
			named, dated = true, a.choose(title)
		}
		if told >= enoughDated && dated {
			return true
		}
	}
	return false
}

// formal reports whether a text has a formula of markers.tsv outside quotation
// marks. Mostly the first one found is.
func (r *Reader) formal(t *fold.Text) bool {
	quotes := quotations(t)
	for _, m := range r.markers {
		if !strings.Contains(t.Folded, m.literal) {
			continue
		}
		for _, n := range []int{1, -1} {
			all := m.words.FindAllStringIndex(t.Folded, n)
			if slices.ContainsFunc(all, func(loc []int) bool { return !quoted(quotes, loc[0]) }) {
				return true
			}
			if len(all) == 0 {
				break
			}
		}
	}
	return false
}

// tells reports whether a text holds words without which no court is told to say
// anything: most texts are set aside by that alone.
func (r *Reader) tells(s string) bool {
	s = strings.ReplaceAll(s, "\n", " ") // the words may stand on two lines
	for _, rules := range [][]*rule{r.orders, r.speech} {
		for _, x := range rules {
			if x.tag != string(corpus.Partie) && x.may(s) {
				return true
			}
		}
	}
	return false
}

// enough is the weight of what courts are told to have said from which a text is
// a commentary, enoughDated when it also names a decision with its court and day.
const enough, enoughDated = 4, 2

// weight is 2 for what a court is told to say, 1 for an order told without its
// court, 0 for what a party says.
func (a *analysis) weight(f *match) int {
	switch {
	case f.rule.tag == string(corpus.Partie):
		return 0
	case a.judge(f.subject) >= 0 || len(f.in("juge")) > 0:
		return 2
	}
	return 1
}
