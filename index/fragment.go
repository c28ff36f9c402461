package index

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

// sentences widens a window to whole sentences, when they have at most twice the size; else
// to the sentence of its first hit; and of one that is longer than that it shows a part.
func (p *page) sentences(from, to hit, size int, done []Snippet) corpus.Span {
	span, ok := sentences(p.text, p.span(from, to), 2*size)
	if ok && !taken(done, span) {
		return span
	}
	const longest = 20 // sizes: what is longer is no sentence
	one, whole := sentences(p.text, p.span(from, from), longest*size)
	switch {
	case !whole:
		return p.around(from, to, size, done)
	case utf8.RuneCountInString(one.Of(p.text)) <= 2*size && !taken(done, one):
		return one
	}
	last := from
	for _, h := range p.hits {
		if h.first >= from.first && h.last <= to.last && p.words[h.last].End <= one.End {
			last = h
		}
	}
	return p.part(from, last, size, one, done)
}

// span is the text from one hit to another.
func (p *page) span(from, to hit) corpus.Span {
	return corpus.Span{Start: p.words[from.first].Start, End: p.words[to.last].End}
}

// taken reports whether a span overlaps one of some fragments.
func taken(done []Snippet, span corpus.Span) bool {
	return slices.ContainsFunc(done, func(s Snippet) bool { return s.Span.Overlaps(span) })
}

// window returns the first and last hit of the window of at most size characters
// whose different items weigh most; of equals the one with more hits, then the
// earlier. A hit longer than size is a window of its own.
func (p *page) window(weights []float64, size int) (first, last int) {
	counts := make([]int, len(weights))
	var best, sum float64
	most, lo := 0, 0
	for hi, h := range p.hits {
		if counts[h.item]++; counts[h.item] == 1 {
			sum += weights[h.item]
		}
		for lo < hi && p.end[h.last]-p.begin[p.hits[lo].first] > size {
			out := p.hits[lo].item
			if counts[out]--; counts[out] == 0 {
				sum -= weights[out]
			}
			lo++
		}
		const rounding = 1e-9 // of the running sum
		if n := hi - lo + 1; sum > best+rounding || sum > best-rounding && n > most {
			best, most, first, last = sum, n, lo, hi
		}
	}
	return first, last
}

// around widens a window to size characters, half before and half after, but
// not into the fragments taken, and to the signs that touch its words.
func (p *page) around(from, to hit, size int, taken []Snippet) corpus.Span {
	return p.part(from, to, size, corpus.Span{End: len(p.text)}, taken)
}

// part does as around, within a span.
func (p *page) part(from, to hit, size int, within corpus.Span, taken []Snippet) corpus.Span {
	floor, ceil := within.Start, within.End
	for _, t := range taken {
		if t.Span.End <= p.words[from.first].Start {
			floor = max(floor, t.Span.End)
		} else {
			ceil = min(ceil, t.Span.Start)
		}
	}
	lo, hi := from.first, to.last
	before := func(room int) {
		for lo > 0 && p.words[lo-1].Start >= floor && p.end[hi]-p.begin[lo-1] <= room {
			lo--
		}
	}
	before((size + p.end[hi] - p.begin[lo]) / 2)
	for hi+1 < len(p.words) && p.words[hi+1].End <= ceil && p.end[hi+1]-p.begin[lo] <= size {
		hi++
	}
	before(size)
	return p.signs(lo, hi, floor, ceil)
}

// signs is the span of the words from lo to hi with the signs and elided words
// that touch them: « L'employeur ».
func (p *page) signs(lo, hi, floor, ceil int) corpus.Span {
	if lo > 0 {
		floor = max(floor, p.words[lo-1].End)
	}
	if hi+1 < len(p.words) {
		ceil = min(ceil, p.words[hi+1].Start)
	}
	const most = 8 // characters, so that a line of dots does not come along
	span := corpus.Span{Start: p.words[lo].Start, End: p.words[hi].End}
	for range most {
		r, size := utf8.DecodeLastRuneInString(p.text[floor:span.Start])
		if size == 0 || unicode.IsSpace(r) {
			break
		}
		span.Start -= size
	}
	for range most {
		r, size := utf8.DecodeRuneInString(p.text[span.End:ceil])
		if size == 0 || unicode.IsSpace(r) {
			break
		}
		span.End += size
	}
	return span
}

// take makes a fragment of a span and takes its hits from the page. What was
// shown once weighs half as much in the fragments to come.
func (p *page) take(span corpus.Span, weights []float64) Snippet {
	s := Snippet{Span: span}
	shown := make(map[int]bool)
	p.hits = slices.DeleteFunc(p.hits, func(h hit) bool {
		at := corpus.Span{Start: p.words[h.first].Start, End: p.words[h.last].End}
		if span.Covers(at) {
			s.Hits = append(s.Hits, at)
			shown[h.item] = true
		}
		return span.Overlaps(at)
	})
	for item := range shown {
		weights[item] /= 2
	}
	return s
}
