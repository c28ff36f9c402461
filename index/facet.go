package index

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/attendu/attendu/index/bm25"
)

// Facet names what decisions are counted by.
type Facet string

// The facets.
const (
	FacetCourt       Facet = fieldCourt       // "ca/paris"
	FacetYear        Facet = "year"           // "2016"
	FacetSolution    Facet = fieldSolution    // as published, in small letters
	FacetMatter      Facet = "matter"         // official themes
	FacetPublication Facet = fieldPublication //
	FacetCites       Facet = fieldCites       // keys of provisions
	FacetParty       Facet = "party"          // legal persons, in the most frequent of the spellings of orgName
)

// Facets lists all facets.
func Facets() []Facet {
	return []Facet{FacetCourt, FacetYear, FacetSolution, FacetMatter, FacetPublication, FacetCites, FacetParty}
}

// field is the field of a facet.
func (f Facet) field() string {
	switch f {
	case FacetMatter:
		return fieldTheme
	case FacetParty:
		return fieldOrg
	}
	return string(f)
}

// FacetCount is how many of the decisions found have a value.
type FacetCount struct {
	Value string
	Count int
}

// FacetResult counts the whole result by one facet.
type FacetResult struct {
	Facet  Facet
	Counts []FacetCount // the most frequent first, then by value; never nil
	Others int          // values that are not among Counts
	None   int          // decisions found that have no value
}

// facetTally counts a segment.
type facetTally struct {
	counts map[string]int
	none   int
	// spelled tells the spellings of a value, with the number of decisions that have each;
	// nil where each value has one.
	spelled func(value string, tell func(spelling string, n int))
}

// countFacet counts the documents of a set by a facet.
func countFacet(s *bm25.Segment, f Facet, docs *roaring.Bitmap) (facetTally, error) {
	t := facetTally{counts: map[string]int{}}
	if f == FacetYear {
		days, err := daysOf(s)
		if err != nil {
			return t, err
		}
		years := make([]int, 10_000)
		for it := docs.Iterator(); it.HasNext(); {
			years[days[it.Next()]/10_000%10_000]++
		}
		t.none, years[0] = years[0], 0
		for y, n := range years {
			if n > 0 {
				t.counts[fmt.Sprintf("%04d", y)] = n
			}
		}
		return t, nil
	}
	if f == FacetParty {
		return countParties(s, docs)
	}
	c, err := columnOf(s, f.field())
	if err != nil {
		return t, err
	}
	counts := make([]int, len(c.values))
	for it := docs.Iterator(); it.HasNext(); {
		values := c.at(it.Next())
		if len(values) == 0 {
			t.none++
		}
		for _, v := range values {
			counts[v]++
		}
	}
	for v, n := range counts {
		if n > 0 {
			t.counts[c.values[v]] = n
		}
	}
	return t, nil
}

// sumFacet joins the counts of the segments, and keeps the most frequent.
func sumFacet(f Facet, tallies []facetTally, most int) FacetResult {
	r := FacetResult{Facet: f, Counts: []FacetCount{}}
	var sum map[string]int
	for _, t := range tallies {
		r.None += t.none
		if sum == nil {
			sum = t.counts
			continue
		}
		for v, n := range t.counts {
			sum[v] += n
		}
	}
	for v, n := range sum {
		r.Counts = append(r.Counts, FacetCount{v, n})
	}
	slices.SortFunc(r.Counts, func(a, b FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	if len(r.Counts) > most {
		r.Others = len(r.Counts) - most
		r.Counts = r.Counts[:most:most]
	}
	for i := range r.Counts {
		r.Counts[i].Value = spelling(tallies, r.Counts[i].Value)
	}
	return r
}

// spelling is the most frequent spelling of a value, the first of several in their order.
func spelling(tallies []facetTally, value string) string {
	counts := map[string]int{}
	for _, t := range tallies {
		if t.spelled != nil {
			t.spelled(value, func(s string, n int) { counts[s] += n })
		}
	}
	best := value
	for s, n := range counts {
		if c := cmp.Compare(n, counts[best]); c > 0 || c == 0 && s < best {
			best = s
		}
	}
	return best
}
