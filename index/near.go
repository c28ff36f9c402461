package index

import (
	"context"
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
	index "github.com/blevesearch/bleve_index_api"
)

// nearQuery finds the decisions in whose text the parts stand near one another, in some
// zones when zones are given. Of one part it asks only where it stands.
type nearQuery struct {
	parts  []nearPart
	within []int // words between one part and the next, one less than there are parts
	zones  []corpus.ZoneKind
}

// nearPart is one of several words or phrases.
type nearPart struct {
	seqs [][]string // terms that follow one another
	// forms are patterns; the stems of the words that they fit are added to seqs.
	forms []form
}

// newNear makes the query of a Near.
func newNear(e Near) (query.Query, error) {
	if len(e.Parts) < 2 || len(e.Within) != len(e.Parts)-1 {
		return nil, fmt.Errorf("%d parts are near with %d distances", len(e.Parts), len(e.Within))
	}
	q := nearQuery{within: e.Within, zones: e.In.Zones}
	for _, p := range e.Parts {
		part, err := newPart(p)
		if err != nil {
			return nil, err
		}
		q.parts = append(q.parts, part)
	}
	return q, nil
}

func newPart(e Expr) (p nearPart, err error) {
	switch e := e.(type) {
	case Words:
		if words := terms(cut(e.Text)); len(words) > 0 {
			p.seqs = append(p.seqs, words[:min(len(words), maxTerms)])
		}
		return p, nil
	case Pattern:
		p.forms = append(p.forms, newPattern(e.Pattern))
		return p, nil
	case Like:
		p.forms = append(p.forms, newLike(e.Word, e.Edits))
		return p, nil
	case Any:
		for _, x := range e {
			one, err := newPart(x)
			if err != nil {
				return p, err
			}
			p.seqs, p.forms = append(p.seqs, one.seqs...), append(p.forms, one.forms...)
		}
		return p, nil
	}
	return p, fmt.Errorf("%T has no place", e)
}

// Searcher implements query.Query.
func (q nearQuery) Searcher(ctx context.Context, r index.IndexReader, _ mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	o.IncludeTermVectors = true
	n := nearness{within: q.within}
	var each []search.Searcher
	fail := func(err error) (search.Searcher, error) {
		closeAll(each)
		return nil, err
	}
	for _, p := range q.parts {
		x, err := p.expand(ctx, r)
		if err != nil {
			return fail(err)
		}
		seqs := slices.Concat(p.seqs, x.seqs)
		again := slices.ContainsFunc(n.parts, func(other [][]string) bool {
			return slices.EqualFunc(other, seqs, slices.Equal)
		})
		n.parts = append(n.parts, seqs)
		if !again {
			one, err := candidates(ctx, r, seqs, o)
			if err != nil {
				return fail(err)
			}
			each = append(each, one)
		}
		if len(p.forms) > 0 && len(p.seqs) == 0 { // the words themselves, not only their stems
			s, err := x.searcher(ctx, r)
			if err != nil {
				return fail(err)
			}
			each = append(each, s)
		}
	}
	if q.zones != nil {
		var err error
		if n.zones, err = newZoneReader(r, q.zones); err != nil {
			return fail(err)
		}
	}
	all, err := searcher.NewConjunctionSearcher(ctx, r, each, o)
	if err != nil {
		return fail(err)
	}
	n.prepare()
	return searcher.NewFilteringSearcher(ctx, all, func(_ *search.SearchContext, m *search.DocumentMatch) bool {
		ok := n.holds(m)
		m.FieldTermLocations = m.FieldTermLocations[:0] // they have served
		return ok
	}), nil
}

// candidates finds the decisions that hold all terms of one of seqs.
func candidates(ctx context.Context, r index.IndexReader, seqs [][]string, o search.SearcherOptions) (search.Searcher, error) {
	var either []search.Searcher
	for _, seq := range seqs {
		var each []search.Searcher
		for _, t := range distinct(slices.Clone(seq)) {
			s, err := searcher.NewTermSearcher(ctx, r, t, fieldText, 1, o)
			if err != nil {
				closeAll(append(each, either...))
				return nil, err
			}
			each = append(each, s)
		}
		all := each[0]
		if len(each) > 1 {
			var err error
			if all, err = searcher.NewConjunctionSearcher(ctx, r, each, o); err != nil {
				closeAll(append(each, either...))
				return nil, err
			}
		}
		either = append(either, all)
	}
	switch len(either) {
	case 0:
		return searcher.NewMatchNoneSearcher(r)
	case 1:
		return either[0], nil
	}
	s, err := searcher.NewDisjunctionSearcher(ctx, r, either, 1, o)
	if err != nil {
		closeAll(either)
	}
	return s, err
}

// nearness judges the places in one decision after another.
type nearness struct {
	parts  [][][]string
	within []int
	zones  *zoneReader // nil for the whole text
	places places
}

func (n *nearness) prepare() {
	for _, seqs := range n.parts {
		n.places.terms = append(n.places.terms, slices.Concat(seqs...)...)
	}
	n.places.terms = distinct(n.places.terms)
}

// stretch is where a word or phrase stands.
type stretch struct {
	value, first, last uint64
}

// holds reports whether the parts stand near one another in a decision.
func (n *nearness) holds(m *search.DocumentMatch) bool {
	at := n.places.read(m, n.places.terms)
	zones, ok := n.zones.of(m)
	if !ok {
		return false
	}
	var left []stretch
	for i, seqs := range n.parts {
		var here []stretch
		for _, seq := range seqs {
			here = n.stretches(here, at, seq, zones)
		}
		slices.SortFunc(here, func(a, b stretch) int {
			return place{value: a.value, pos: a.first}.compare(place{value: b.value, pos: b.first})
		})
		if i > 0 {
			here = within(left, here, uint64(n.within[i-1]))
		}
		if left = here; len(left) == 0 {
			return false
		}
	}
	return true
}

// stretches adds where the terms of seq follow one another, in the zones.
func (n *nearness) stretches(out []stretch, at [][]place, seq []string, zones []corpus.Span) []stretch {
	of := make([][]place, len(seq))
	for i, t := range seq {
		j, _ := slices.BinarySearch(n.places.terms, t)
		of[i] = at[j]
	}
	for _, p := range of[0] {
		if n.zones != nil && !inSpans(zones, int(p.pos)) {
			continue
		}
		if len(of) == 1 || follow(of, p) {
			out = append(out, stretch{p.value, p.pos, p.pos + uint64(len(seq)) - 1})
		}
	}
	return out
}

// within keeps those of right that have one of left at most so many words away. Both are
// in the order of their first words.
func within(left, right []stretch, words uint64) []stretch {
	var longest uint64
	for _, l := range left {
		longest = max(longest, l.last-l.first)
	}
	kept := right[:0]
	lo := 0
	for _, r := range right {
		// A left stretch that begins before this cannot reach r, nor what follows r.
		for lo < len(left) && (left[lo].value < r.value || left[lo].value == r.value && left[lo].first+longest+words < r.first) {
			lo++
		}
		for i := lo; i < len(left) && left[i].value == r.value && left[i].first <= r.last+words; i++ {
			if left[i] != r && left[i].last+words >= r.first {
				kept = append(kept, r)
				break
			}
		}
	}
	return kept
}

// inSpans reports whether a place lies in one of the spans, which are in order.
func inSpans(spans []corpus.Span, at int) bool {
	for _, s := range spans {
		if at < s.End {
			return at >= s.Start
		}
	}
	return false
}
