package index

import (
	"slices"

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
	p.asWritten(items)
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
