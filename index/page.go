package index

import (
	"math"
	"unicode/utf8"

	"github.com/attendu/attendu/index/frlegal"
	"github.com/blevesearch/bleve/v2/analysis"
)

// page is a text cut into words, and where they begin and end counted in
// characters.
type page struct {
	text       string
	words      analysis.TokenStream
	begin, end []int
	hits       []hit
}

// hit is an occurrence of an item: the words from first to last.
type hit struct{ item, first, last int }

func newPage(text string) *page {
	p := &page{text: text, words: (frlegal.Analyzer{}).Analyze([]byte(text))}
	p.begin, p.end = make([]int, len(p.words)), make([]int, len(p.words))
	runes, done := 0, 0
	for i, w := range p.words {
		runes += utf8.RuneCountInString(text[done:w.Start])
		p.begin[i] = runes
		runes += utf8.RuneCountInString(text[w.Start:w.End])
		p.end[i] = runes
		done = w.End
	}
	return p
}

// find lists the occurrences of items in the order of the text; where several
// begin at one word the longest counts, and none begins inside another.
func (p *page) find(items []item) {
	starting := make(map[string][]int)
	for i, it := range items {
		starting[it.terms[0]] = append(starting[it.terms[0]], i)
	}
	for w := 0; w < len(p.words); w++ {
		h := hit{item: -1}
		for _, i := range starting[string(p.words[w].Term)] {
			n := len(items[i].terms)
			if (h.item < 0 || n > h.last-h.first+1) && p.reads(w, items[i].terms) {
				h = hit{item: i, first: w, last: w + n - 1}
			}
		}
		if h.item >= 0 {
			p.hits = append(p.hits, h)
			w = h.last
		}
	}
}

// drop takes away the function words that stand alone: in "mot de passe" the
// "de" is part of the answer, elsewhere it is not. It keeps all when nothing but
// function words is asked for.
func (p *page) drop(items []item) {
	subject := make([]bool, len(items))
	any := false
	for i, it := range items {
		subject[i] = len(it.terms) > 1 || !frlegal.FunctionWord(it.terms[0])
		any = any || subject[i]
	}
	if !any {
		return
	}
	kept := p.hits[:0]
	for i := 0; i < len(p.hits); {
		j, keep := i, false
		for ; j < len(p.hits) && (j == i || p.hits[j].first == p.hits[j-1].last+1); j++ {
			keep = keep || subject[p.hits[j].item]
		}
		if keep {
			kept = append(kept, p.hits[i:j]...)
		}
		i = j
	}
	p.hits = kept
}

// reads reports whether the words from w on are terms.
func (p *page) reads(w int, terms []string) bool {
	if w+len(terms) > len(p.words) {
		return false
	}
	for i, t := range terms {
		if string(p.words[w+i].Term) != t {
			return false
		}
	}
	return true
}

// weigh says what each item is worth: its length, less when it is common in
// the text, so that the article of a noun does not draw the fragment.
func (p *page) weigh(items []item) []float64 {
	seen := make([]int, len(items))
	for _, h := range p.hits {
		seen[h.item]++
	}
	weights := make([]float64, len(items))
	for i, n := range seen {
		weights[i] = float64(len(items[i].terms)) / (1 + math.Log(float64(max(n, 1))))
	}
	return weights
}
