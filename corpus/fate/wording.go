package fate

import (
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

// wording are the rows of one class of words.tsv.
type wording []wordingRow

// wordingRow is one of them.
type wordingRow struct {
	begins        bool // they open the text
	words, unless phrase.Terms
}

// belowRule is one row of below.tsv.
type belowRule struct {
	corpus.Ruling
	court         corpus.CourtKind // "" is any
	kinds         []string
	early         bool // the words stand at the start
	words, unless phrase.Terms
}

// earlyWords is how many of the first words of an order name what it rules on.
const earlyWords = 8

// fits reports whether a row fits an order of a kind, as its words.
func (b *belowRule) fits(court corpus.CourtKind, kind corpus.HoldingKind, words *phrase.Passage) bool {
	if b.court != "" && b.court != court || !slices.Contains(b.kinds, string(kind)) || len(b.unless.Find(words)) > 0 {
		return false
	}
	if !b.early {
		return len(b.words.Find(words)) > 0
	}
	for i := range min(earlyWords, words.Len()) {
		if b.words.Begin(words, i, words.Len()) {
			return true
		}
	}
	return false
}

// loadBelow reads below.tsv.
func (r *Reader) loadBelow() error {
	rows, err := table.ReadFile(files, "below.tsv", "outcome", "part", "court", "kinds", "place", "words", "unless", "examples", "counters")
	if err != nil {
		return err
	}
	for _, row := range rows {
		b := belowRule{Ruling: corpus.Ruling{Outcome: corpus.Outcome(row.Get("outcome")), Part: row.Get("part") == "yes"},
			court: corpus.CourtKind(row.Get("court")), kinds: row.List("kinds"), early: row.Get("place") == "early"}
		if !slices.Contains(corpus.Outcomes(), b.Outcome) {
			return row.Errorf("%q is no outcome", b.Outcome)
		}
		for _, k := range b.kinds {
			if !slices.Contains(corpus.HoldingKinds(), corpus.HoldingKind(k)) {
				return row.Errorf("%q is no kind of order", k)
			}
		}
		if b.words, b.unless, err = terms(row); err != nil {
			return err
		}
		r.below = append(r.below, b)
	}
	return nil
}

// loadWords reads words.tsv.
func (r *Reader) loadWords() error {
	rows, err := table.ReadFile(files, "words.tsv", "class", "place", "words", "unless", "examples", "counters")
	if err != nil {
		return err
	}
	classes := map[string]*wording{"no_remand": &r.noRemand, "part": &r.part, "remanded": &r.remanded}
	for _, row := range rows {
		w := classes[row.Get("class")]
		if w == nil {
			return row.Errorf("%q is no class", row.Get("class"))
		}
		words, unless, err := terms(row)
		if err != nil {
			return err
		}
		*w = append(*w, wordingRow{row.Get("place") == "begins", words, unless})
	}
	return nil
}

// terms are the words of a row, and those that speak against it.
func terms(row table.Row) (words, unless phrase.Terms, err error) {
	if words, err = phrase.New(row.List("words")); err != nil {
		return nil, nil, row.Errorf("%w", err)
	}
	if unless, err = phrase.New(row.List("unless")); err != nil {
		return nil, nil, row.Errorf("%w", err)
	}
	return words, unless, nil
}
