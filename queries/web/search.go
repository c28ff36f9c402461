package web

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
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

// filter is a condition that came from a facet; Without is the address without it.
type filter struct{ Facet, Title, Without string }

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

// hit is a decision found, with its passages cut where the words asked for stand.
type hit struct {
	queries.SearchHit
	Passages []passage
}

type passage struct {
	Zone   corpus.ZoneKind
	Href   string
	Pieces []marked
}

// marked is a piece of a passage; Hit says that it was asked for.
type marked struct {
	Text string
	Hit  bool
}

// pointed is an error that points at its place in what was typed.
type pointed struct {
	Message, Hint       string
	Column              int
	Before, Here, After string
}

// search is the page of a search.
func (s *site) search(v *visit) (*answer, error) {
	p := &searchPage{Asked: v.Query.Get("q"), Sort: v.Query.Get("sort"), First: v.Query.Get("after") == ""}
	req := queries.SearchRequest{Text: p.text(v), Sort: p.Sort, After: v.Query.Get("after"), Limit: pageSize,
		Facets: searchFacets, FacetLimit: 6, TimeoutMS: int(s.opt.Timeout.Milliseconds() / 2)}
	a := &answer{Template: "search.html", Title: v.text("search.title"), Data: p}
	if p.Asked != "" {
		a.Title = p.Asked + " — " + a.Title
	}
	ans, err := s.lib.Search(v.ctx, req)
	if err != nil {
		if p.Fault = s.pointed(v, p, err); p.Fault == nil {
			return nil, err
		}
		a.Status = statuses[queries.CodeOf(err)]
		return a, nil
	}
	p.Answer = ans
	for _, h := range ans.Hits {
		p.Hits = append(p.Hits, newHit(h))
	}
	p.facets(v)
	if ans.Next != "" {
		p.Next = v.With("after", ans.Next)
	}
	return a, nil
}

// text is the whole query: what was typed, and the conditions from facets. Brackets
// keep an OU that was typed from taking a condition as its neighbour.
func (p *searchPage) text(v *visit) string {
	var more []string
	for _, f := range v.Query["f"] {
		name, value, ok := strings.Cut(f, ":")
		if field := conditionOf[name]; ok && field != "" && value != "" {
			more = append(more, field+":"+asValue(value))
			p.Filter = append(p.Filter, filter{name, filterTitle(v, name, value), v.without(f)})
		}
	}
	if len(more) == 0 {
		return p.Asked
	}
	if strings.TrimSpace(p.Asked) == "" {
		return strings.Join(more, " ET ")
	}
	return "(" + p.Asked + ") ET " + strings.Join(more, " ET ")
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

// without is the address of this search without one of its conditions.
func (v *visit) without(condition string) string {
	q := v.narrowing()
	q["f"] = slices.DeleteFunc(slices.Clone(q["f"]), func(f string) bool { return f == condition })
	return "/search?" + q.Encode()
}

// narrowing is the query of this search, for another that begins at its first page.
func (v *visit) narrowing() url.Values {
	q := url.Values{"f": v.Query["f"]}
	for _, name := range []string{"q", "sort"} {
		if value := v.Query.Get(name); value != "" {
			q.Set(name, value)
		}
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
			if x.Facet == f.Facet && x.Title == c.Value {
				x.Title = c.Title
			}
		}
	}
}

// pointed makes of an error one that points at what was typed; nil where it is about
// something else than the request.
func (s *site) pointed(v *visit, p *searchPage, err error) *pointed {
	var e *queries.Error
	if !errors.As(err, &e) || e.Code != queries.Invalid && e.Code != queries.NotYet {
		return nil
	}
	x := &pointed{Message: s.faults.say(v.l, e.Message), Hint: s.faults.say(v.l, e.Hint), Column: e.Column}
	if e.Hint != "" { // the message ends with the hint
		x.Message = s.faults.say(v.l, strings.TrimSuffix(e.Message, "; "+e.Hint))
	}
	if len(p.Filter) > 0 && x.Column > 0 && strings.TrimSpace(p.Asked) != "" {
		x.Column-- // the bracket before what was typed
	}
	typed := []rune(p.Asked)
	if x.Column < 1 || x.Column > len(typed)+1 {
		x.Column = 0
		return x
	}
	at := x.Column - 1
	x.Before, x.Here = string(typed[:at]), " "
	if at < len(typed) {
		x.Here, x.After = string(typed[at:at+1]), string(typed[at+1:])
	}
	return x
}

func newHit(h queries.SearchHit) hit {
	out := hit{SearchHit: h}
	for _, s := range h.Snippets {
		p := passage{Zone: s.Zone, Href: spotHref(h.Key, s.Span)}
		at := s.Start
		for _, w := range s.Hits {
			if w.Start < at || w.End > s.End {
				continue
			}
			p.Pieces = append(p.Pieces, marked{Text: s.Text[at-s.Start : w.Start-s.Start]}, marked{s.Text[w.Start-s.Start : w.End-s.Start], true})
			at = w.End
		}
		p.Pieces = append(p.Pieces, marked{Text: s.Text[at-s.Start:]})
		p.Pieces = torn(s.Text, p.Pieces)
		out.Passages = append(out.Passages, p)
	}
	return out
}

// torn puts a sign where a passage begins or ends inside a sentence.
func torn(text string, pieces []marked) []marked {
	text = strings.TrimSpace(text)
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if unicode.IsLower(first) {
		pieces = slices.Insert(pieces, 0, marked{Text: "… "})
	}
	if wordy(last) || last == ',' {
		pieces = append(pieces, marked{Text: " …"})
	}
	return pieces
}

// spot writes a span for an address, and readSpot reads it.
func spot(s corpus.Span) string { return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) }

func readSpot(value string) (s corpus.Span, ok bool) {
	from, to, ok := strings.Cut(value, "-")
	if !ok {
		return s, false
	}
	var err, err2 error
	s.Start, err = strconv.Atoi(from)
	s.End, err2 = strconv.Atoi(to)
	return s, err == nil && err2 == nil && 0 <= s.Start && s.Start < s.End
}
