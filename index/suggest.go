package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/index/frlegal"
	index "github.com/blevesearch/bleve_index_api"
)

// Suggestion is a word that stands in no decision, and words that do.
type Suggestion struct {
	Typed string // in plain small letters: "licensiement"
	// Words are at most three, the likeliest first, in plain small letters.
	Words []string
}

// What is looked at for one request.
const (
	maxSuggested = 8    // misspelt words
	maxLikely    = 1000 // words of the index that one of them may be
)

// Suggest finds the words of a text, as Request.Text, that no decision holds in any
// form, and for each the words that are likely to be meant: those of which few letters
// differ, and of these the ones in most decisions. A word that is found has no
// suggestion, nor has one of fewer than four letters or with digits. Errors are as
// those of Search. It costs some milliseconds for each word that is not found.
func (x *Index) Suggest(ctx context.Context, text string) (out []Suggestion, err error) {
	defer x.enter(ctx, &err)()
	if err != nil {
		return nil, err
	}
	d, err := x.dictionary()
	if err != nil {
		return nil, fmt.Errorf("index: suggest: %w", err)
	}
	defer func() { err = errors.Join(err, d.reader.Close()) }()
	out = []Suggestion{}
	for _, word := range distinct(slices.Collect(frlegal.Forms(cut(text)))) {
		if len(word) < 4 || len(word) > maxGuess || strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
			continue
		}
		s, err := d.suggest(ctx, word)
		if err != nil {
			return nil, fmt.Errorf("index: suggest %q: %w", word, err)
		}
		if len(s.Words) > 0 {
			out = append(out, s)
		}
		if len(out) == maxSuggested {
			break
		}
	}
	return out, nil
}

// dictionary is what words an index holds.
type dictionary struct{ reader index.IndexReader }

func (x *folder) dictionary() (dictionary, error) {
	inner, err := x.bleve.Advanced()
	if err != nil {
		return dictionary{}, err
	}
	r, err := inner.Reader()
	return dictionary{r}, err
}

// count is the number of decisions that hold a term in a field.
func (d dictionary) count(ctx context.Context, term, field string) (n uint64, err error) {
	r, err := d.reader.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return 0, err
	}
	return r.Count(), r.Close()
}

// holds reports whether a decision holds a word in any of its forms.
func (d dictionary) holds(ctx context.Context, word string) (bool, error) {
	for _, t := range terms(word) {
		if n, err := d.count(ctx, t, fieldText); err != nil || n > 0 {
			return n > 0, err
		}
	}
	return false, nil
}

// likely is a word that may be meant, and how likely that is.
type likely struct {
	word   string
	weight float64
}

// suggest finds what a word may have been meant to be.
func (d dictionary) suggest(ctx context.Context, word string) (s Suggestion, err error) {
	s.Typed = word
	if held, err := d.holds(ctx, word); err != nil || held {
		return s, err
	}
	most := 1
	if len(word) > 5 {
		most = 2
	}
	near, err := d.near(ctx, word, most)
	if err != nil {
		return s, err
	}
	slices.SortFunc(near, func(a, b likely) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word))
	})
	for _, l := range near {
		// One form of a word is enough: not "bail" and "baux" both.
		same := func(w string) bool { return slices.Equal(terms(w), terms(l.word)) }
		if len(s.Words) < 3 && !slices.ContainsFunc(s.Words, same) {
			s.Words = append(s.Words, l.word)
		}
	}
	return s, nil
}

// near lists the words of the index in which at most so many letters differ.
func (d dictionary) near(ctx context.Context, word string, most int) (out []likely, err error) {
	fuzzy, ok := d.reader.(index.IndexReaderFuzzy)
	if !ok {
		return nil, errors.New("the index knows no near words")
	}
	dict, err := fuzzy.FieldDictFuzzy(fieldForm, word, most, "")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	for len(out) < maxLikely {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e, err := dict.Next()
		if err != nil || e == nil {
			return out, err
		}
		near := strings.Clone(e.Term)
		n, err := d.count(ctx, near, fieldForm)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, likely{near, float64(n) / unlikely(edits(word, near))})
		}
	}
	return out, nil
}

// unlikely is how many times rarer a word with so many edits is meant than one with
// none, from the one in most decisions: a word with two letters wrong must stand in 32
// times the decisions of one with one.
func unlikely(edits int) float64 { return float64(int64(1) << (5 * edits)) }
