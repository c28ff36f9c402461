package departure

import (
	"embed"
	"fmt"
	"strconv"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/phrase"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed departures.tsv
var files embed.FS

// Reader holds the words. It is immutable and safe for concurrent use.
type Reader struct{ formulas []formula }

// formula is one row of the table.
type formula struct {
	strength      float64
	words, unless phrase.Terms
}

// Departure are words that announce a departure near a decision that is cited.
type Departure struct {
	// Span are the words with their sentence, Text what stands there.
	corpus.Span
	Text string
	// Words are those of the table, folded.
	Words string
	// Strength is that of the words, less where they stand further from the citation.
	Strength float64
	// Cited is the place of the citation in the decision.
	Cited int
}

// New loads the words. An error means that the table of this build is wrong.
func New() (*Reader, error) {
	rows, err := table.ReadFile(files, "departures.tsv", "strength", "words", "unless", "examples", "counters")
	if err != nil {
		return nil, fmt.Errorf("departure: %w", err)
	}
	r := new(Reader)
	for _, row := range rows {
		var f formula
		if f.strength, err = strconv.ParseFloat(row.Get("strength"), 64); err != nil || f.strength <= 0 || f.strength > 1 {
			return nil, row.Errorf("departure: %q is no strength", row.Get("strength"))
		}
		if f.words, err = phrase.New(row.List("words")); err != nil {
			return nil, row.Errorf("departure: %w", err)
		}
		if f.unless, err = phrase.New(row.List("unless")); err != nil {
			return nil, row.Errorf("departure: %w", err)
		}
		r.formulas = append(r.formulas, f)
	}
	return r, nil
}

// in gives the strongest formula of a sentence.
func (r *Reader) in(sentence string) (words string, strength float64) {
	p := phrase.NewPassage(sentence)
	for _, f := range r.formulas {
		if f.strength <= strength || len(f.unless.Find(p)) > 0 {
			continue
		}
		if found := f.words.Find(p); len(found) > 0 {
			words, strength = found[0], f.strength
		}
	}
	return words, strength
}

// How far words may stand from a citation, in bytes of the folded text, and what is left
// of their strength there: the reasons of a reversal take some paragraphs between the
// decisions that they leave and the words that say so.
const (
	reach    = 2500
	farShare = 0.6
	maxLong  = 1200 // the longest sentence
)

// Of gives, for each decision that the court cites in its reasons, the strongest words
// near it: in its own sentence, the one before or the next, or further on within some
// paragraphs. The order is that of the citations.
func (r *Reader) Of(d *corpus.Decision) (list []Departure) {
	var t *fold.Text
	for i := range d.Citations {
		c := &d.Citations[i]
		if !c.Node.IsDecision() || c.UnderAppeal || c.Speaker != corpus.Cour || c.Zone != corpus.Motifs {
			continue
		}
		if t == nil {
			t = fold.New(d.Text)
		}
		if x := r.near(t, c); x.Strength > 0 {
			x.Cited, x.Text = i, x.Span.Of(d.Text)
			list = append(list, x)
		}
	}
	return list
}

// near looks at the sentences around a citation and behind it.
func (r *Reader) near(t *fold.Text, c *corpus.Citation) (best Departure) {
	from, to := t.Index(c.Start), t.Index(c.End)
	start, end := phrase.Sentence(t, from, to, maxLong)
	take := func(start, end int, share float64) {
		if words, strength := r.in(t.Folded[start:end]); strength*share > best.Strength {
			best = Departure{Span: t.Span(start, end), Words: words, Strength: strength * share}
		}
	}
	take(start, end, 1)
	if start > 1 {
		before, _ := phrase.Sentence(t, start-1, start-1, maxLong)
		take(before, start, 1)
	}
	for n := 0; end < len(t.Folded)-1 && end-to < reach; n++ {
		next := end + 1
		_, end = phrase.Sentence(t, next, next, maxLong)
		share := 1.0
		if n > 0 {
			share = farShare
		}
		take(next, end, share)
	}
	return best
}
