package queries

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
)

// Facet counts the whole result by one thing.
type Facet struct {
	// Facet is court, year, solution, matter, publication, cites (provisions) or party
	// (legal persons).
	Facet  string       `json:"facet"`
	Counts []FacetCount `json:"counts"` // the most frequent first
	Others int          `json:"others"` // values that are not among counts
	None   int          `json:"none"`   // decisions found that have no value
}

// FacetCount is how many of the decisions found have a value.
type FacetCount struct {
	Value string `json:"value"` // as a request takes it: "ca/paris", "2016", "code-civil/1240"
	Title string `json:"title"` // as people write it
	Count int    `json:"count"`
}

// facets reads the names of facets; "all" is each of them.
func facets(names []string) (out []index.Facet, err error) {
	var known []string
	for _, f := range index.Facets() {
		known = append(known, string(f))
	}
names:
	for _, name := range names {
		if name == "all" {
			out = append(out, index.Facets()...)
			continue
		}
		for _, f := range index.Facets() {
			if string(f) == name {
				out = append(out, f)
				continue names
			}
		}
		return nil, invalid("there is no facet %q; there are %s, and all", name, strings.Join(known, ", "))
	}
	return out, nil
}

// facets writes what the index counted.
func (l *Library) facets(found []index.FacetResult) []Facet {
	out := []Facet{}
	for _, r := range found {
		f := Facet{Facet: string(r.Facet), Counts: []FacetCount{}, Others: r.Others, None: r.None}
		for _, c := range r.Counts {
			f.Counts = append(f.Counts, FacetCount{Value: c.Value, Title: l.facetTitle(r.Facet, c.Value), Count: c.Count})
		}
		out = append(out, f)
	}
	return out
}

// facetTitle is a value as people write it.
func (l *Library) facetTitle(f index.Facet, value string) string {
	switch f {
	case index.FacetCites:
		return l.Title(corpus.Key(value))
	case index.FacetCourt:
		kind, place, _ := strings.Cut(value, "/")
		name := l.extract.Courts().Short(corpus.CourtKind(kind))
		return strings.TrimSpace(name + " " + l.extract.Courts().Place(place))
	}
	return value
}
