package index

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

// Snippet is a fragment of a decision that answers a request. The spans are
// byte offsets into the text of the decision; the hits lie inside Span, in
// order, and do not overlap. A phrase is one hit.
type Snippet struct {
	Span corpus.Span
	Hits []corpus.Span
}

// Snippets finds the fragments of text that answer the words of a request best:
// those with most different words first, rare words before common ones. There
// are at most n of them, and never more than maxSnippets, of about size
// characters each (160 when size is not positive), cut between words, and they
// do not overlap. A request without words is answered by those of its Party; no
// word found gives no fragment. The cost is linear in the text but for its hits,
// which are looked at once for each fragment.
func (x *Index) Snippets(req Request, text string, n, size int) []Snippet {
	return snippets(wanted(req), text, n, size)
}

// SnippetsOf does the same for a decision, of which it knows the zones: words that are
// asked for in some zones are shown there, what stands in the reasons comes before what
// stands elsewhere, and a fragment is whole sentences unless they are very long.
func (x *Index) SnippetsOf(req Request, d *corpus.Decision, n, size int) []Snippet {
	p := newPage(d.Text)
	items := wanted(req)
	shown(widenShown(req.Where, req.NoSynonyms), func(it item) { items = append(items, it) }, p)
	zones := d.Zones
	if zones == nil {
		zones = []corpus.Zone{}
	}
	return p.snippets(items, zones, n, size)
}

// snippets finds the fragments that show items best; see Snippets.
func snippets(items []item, text string, n, size int) []Snippet {
	return newPage(text).snippets(items, nil, n, size)
}

// snippets finds the fragments of the page that show items best.
func (p *page) snippets(items []item, zones []corpus.Zone, n, size int) []Snippet {
	if len(items) == 0 || n <= 0 {
		return nil
	}
	if size <= 0 {
		size = 160
	}
	p.find(items)
	p.inZones(items, zones)
	p.drop(items)
	weights := p.weigh(items)
	n = min(n, maxSnippets)
	if zones == nil {
		return p.best(weights, size, n, nil, p.around)
	}
	var out []Snippet
	for _, hits := range p.byZone(zones) {
		p.hits = slices.DeleteFunc(hits, func(h hit) bool { return taken(out, p.span(h, h)) })
		out = p.best(weights, size, n, out, p.sentences)
	}
	return out
}

// byZone parts the hits: those of the reasons, of the operative part, of the facts, and
// others. They keep their order.
func (p *page) byZone(zones []corpus.Zone) [4][]hit {
	var parts [4][]hit
	at := zonesAt(zones)
	for _, h := range p.hits {
		part := 3
		switch at(p.words[h.first].Start) {
		case zoneMotifs:
			part = 0
		case zoneDispositif:
			part = 1
		case zoneExpose:
			part = 2
		}
		parts[part] = append(parts[part], h)
	}
	return parts
}

// best adds fragments to out, n at most, each widened by widen.
func (p *page) best(weights []float64, size, n int, out []Snippet, widen func(from, to hit, size int, taken []Snippet) corpus.Span) []Snippet {
	for len(out) < n && len(p.hits) > 0 {
		first, last := p.window(weights, size)
		out = append(out, p.take(widen(p.hits[first], p.hits[last], size, out), weights))
	}
	return out
}

// sentences widens a window to whole sentences, when they have at most twice the size;
// else as around does.
func (p *page) sentences(from, to hit, size int, done []Snippet) corpus.Span {
	span, ok := sentences(p.text, p.span(from, to), 2*size)
	if !ok || taken(done, span) {
		return p.around(from, to, size, done)
	}
	return span
}

// span is the text from one hit to another.
func (p *page) span(from, to hit) corpus.Span {
	return corpus.Span{Start: p.words[from.first].Start, End: p.words[to.last].End}
}

// taken reports whether a span overlaps one of some fragments.
func taken(done []Snippet, span corpus.Span) bool {
	return slices.ContainsFunc(done, func(s Snippet) bool { return s.Span.Overlaps(span) })
}

// maxSnippets bounds the fragments of one text.
const maxSnippets = 50

// wanted are the words and phrases to look for in a text.
func wanted(req Request) []item {
	var items []item
	for _, clause := range read(req.Text, req.NoSynonyms).must {
		items = append(items, clause...)
	}
	if len(items) == 0 && req.Where == nil {
		for _, clause := range parse(req.Party).must {
			items = append(items, clause...)
		}
	}
	return items
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
	floor, ceil := 0, len(p.text)
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
