package web

import (
	"net/url"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/kept"
)

// searchFacets are the facets of the page, in their order.
var searchFacets = []string{"court", "year", "cites", "solution", "matter", "publication", "party"}

// conditionOf is how a value of a facet is asked for in the query language.
var conditionOf = map[string]string{"court": "juridiction", "year": "date", "cites": "cite", "solution": "solution",
	"matter": "matière", "publication": "publication", "party": "partie"}

// pageSize is how many hits a page has.
const pageSize = 10

// searchPage is the data of the page of a search.
type searchPage struct {
	Asked  string
	Sort   string
	Filter []filter
	Answer *queries.SearchAnswer
	Hits   []hit
	Facets []facet
	Fault  *pointed
	First  bool   // the first page of hits
	Next   string // address of the next
}

// Sorts are the orders that one may choose; the first is the usual one of words.
func (p *searchPage) Sorts() []string { return []string{"relevance", "date", "authority"} }

// Sorted is the order in which the hits are: that of days, where no words are asked for.
func (p *searchPage) Sorted() string {
	switch {
	case p.Sort != "":
		return p.Sort
	case strings.TrimSpace(p.Asked) == "":
		return "date"
	}
	return "relevance"
}

// filter is a condition beside the query; Key is that of its name, Without the address
// without it.
type filter struct{ Key, Title, Without string }

// facet is a list of values to narrow a search by.
type facet struct {
	queries.Facet
	Values []facetValue
}

type facetValue struct {
	Title string
	Count int
	Href  string
}

// search is the page of a search.
func (s *site) search(v *visit) (*answer, error) {
	p := &searchPage{Asked: v.Query.Get("q"), Sort: v.Query.Get("sort"), First: v.Query.Get("after") == ""}
	a := &answer{Template: "search.html", Title: v.text("search.title"), Data: p}
	if p.Asked != "" {
		a.Title = p.Asked + " — " + a.Title
	}
	ans, err := s.asked(v, p)
	if err != nil {
		if p.Fault = s.pointed(v, p, err); p.Fault == nil {
			return nil, err
		}
		a.Status = statuses[queries.CodeOf(err)]
		return a, nil
	}
	p.Answer = ans
	if ans.LeftOut.Unsearched > 0 { // another time it may be more
		kept.Fleeting(v.ctx)
	}
	for _, h := range ans.Hits {
		p.Hits = append(p.Hits, newHit(h))
	}
	p.facets(v)
	if ans.Next != "" {
		p.Next = v.With("after", ans.Next)
	}
	return a, nil
}

// asked answers what the address asks for.
func (s *site) asked(v *visit, p *searchPage) (*queries.SearchAnswer, error) {
	req, err := s.searchRequest(v)
	if err == nil {
		req.Text, err = p.text(v)
	}
	p.parameters(v)
	if err != nil {
		return nil, err
	}
	return s.lib.Search(v.ctx, req)
}

// text is the whole query: what was typed, and the conditions from facets. Brackets
// keep an OU that was typed from taking a condition as its neighbour.
func (p *searchPage) text(v *visit) (string, error) {
	var more []string
	for _, f := range v.Query["f"] {
		name, value, _ := strings.Cut(f, ":")
		field := conditionOf[name]
		if field == "" || value == "" {
			return "", invalid("f is %q, and takes a facet and its value, as court:cass", f)
		}
		more = append(more, field+":"+asValue(value))
		p.Filter = append(p.Filter, filter{"facet." + name, filterTitle(v, name, value), v.lacking("f", f)})
	}
	switch {
	case len(more) == 0:
		return p.Asked, nil
	case strings.TrimSpace(p.Asked) == "":
		return strings.Join(more, " ET "), nil
	}
	return "(" + p.Asked + ") ET " + strings.Join(more, " ET "), nil
}

// filterTitle is a condition as people write it.
func filterTitle(v *visit, name, value string) string {
	if name == "cites" {
		return v.site.lib.Title(corpus.Key(value))
	}
	return value
}

// asValue quotes a value of more than one word.
func asValue(value string) string {
	if strings.ContainsAny(value, " ()\"'’,;:«»*?~") {
		return `"` + strings.ReplaceAll(value, `"`, " ") + `"`
	}
	return value
}

// narrowing is the query of this search, for another that begins at its first page.
func (v *visit) narrowing() url.Values {
	q := v.lasting()
	q.Del("after")
	if q.Get("q") == "" {
		q.Del("q")
	}
	return q
}

// facets are the lists to narrow by; a value that is a condition already is left out.
func (p *searchPage) facets(v *visit) {
	for _, f := range p.Answer.Facets {
		p.title(f)
		x := facet{Facet: f}
		for _, c := range f.Counts {
			condition := f.Facet + ":" + c.Value
			if slices.Contains(v.Query["f"], condition) {
				continue
			}
			q := v.narrowing()
			q["f"] = append(slices.Clone(q["f"]), condition)
			x.Values = append(x.Values, facetValue{c.Title, c.Count, "/search?" + q.Encode()})
		}
		if len(x.Values) > 1 || len(x.Values) == 1 && x.Values[0].Count < p.Answer.Total {
			p.Facets = append(p.Facets, x)
		}
	}
}

// title writes the conditions of a facet as people write its values.
func (p *searchPage) title(f queries.Facet) {
	for i := range p.Filter {
		x := &p.Filter[i]
		for _, c := range f.Counts {
			if (x.Key == "facet."+f.Facet || x.Key == "param."+f.Facet) && x.Title == c.Value {
				x.Title = c.Title
			}
		}
	}
}
