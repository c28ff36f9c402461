package web

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// Parameters of the address of a search: those of the API at the same address, and f, the
// conditions that come from facets. One address has one meaning, whoever asks.
var (
	// searchOne take one value each.
	searchOne = []string{"q", "from", "to", "exact", "at", "party", "no_synonyms", "timeout_ms", "limit", "after", "sort", "prior", "facet_limit"}
	// searchMany take several.
	searchMany = []string{"f", "court", "cites", "facet"}
	// narrowed are those that narrow a search, in the order in which they are shown.
	narrowed = []string{"f", "court", "from", "to", "cites", "exact", "at", "party", "no_synonyms"}
)

// searchParameters are those of the page of a search.
func searchParameters() []string {
	list := slices.Clone(searchOne)
	for _, name := range searchMany {
		list = append(list, "*"+name)
	}
	return list
}

// Bounds of the numbers of a search, those of the API.
const (
	maxPageSize  = 100
	maxTimeoutMS = 10_000
	maxQuery     = 4096 // characters
)

// searchRequest reads the parameters of a search into a request; the conditions of its
// facets are not among them.
func (s *site) searchRequest(v *visit) (queries.SearchRequest, error) {
	r := reader{q: v.Query}
	req := queries.SearchRequest{Text: v.Query.Get("q"), Courts: v.Query["court"], From: corpus.Date(v.Query.Get("from")), To: corpus.Date(v.Query.Get("to")),
		Cites: v.Query["cites"], Exact: r.flag("exact"), At: corpus.Date(v.Query.Get("at")), Party: v.Query.Get("party"), NoSynonyms: r.flag("no_synonyms"),
		Limit: r.number("limit", maxPageSize), After: v.Query.Get("after"), Sort: v.Query.Get("sort"), Prior: r.decimal("prior"),
		Facets: v.Query["facet"], FacetLimit: r.number("facet_limit", maxPageSize), TimeoutMS: r.number("timeout_ms", maxTimeoutMS)}
	if len([]rune(req.Text)) > maxQuery && r.err == nil {
		r.err = invalid("the query is longer than %d characters", maxQuery)
	}
	if req.Limit == 0 {
		req.Limit = pageSize
	}
	if len(req.Facets) == 0 {
		req.Facets = searchFacets
	}
	if req.FacetLimit == 0 {
		req.FacetLimit = 6
	}
	if req.TimeoutMS == 0 {
		req.TimeoutMS = int(s.opt.Timeout.Milliseconds() / 2)
	}
	return req, r.err
}

// reader reads values of an address, and keeps the first error.
type reader struct {
	q   url.Values
	err error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// flag reads a value that is true or false; false where there is none.
func (r *reader) flag(name string) bool {
	if !r.q.Has(name) {
		return false
	}
	b, err := strconv.ParseBool(r.q.Get(name))
	if err != nil {
		r.fail(invalid("%s is %q, and takes true or false", name, r.q.Get(name)))
	}
	return b
}

// number reads a whole number from 0 on; 0 where there is none.
func (r *reader) number(name string, most int) int {
	if !r.q.Has(name) {
		return 0
	}
	n, err := strconv.Atoi(r.q.Get(name))
	if err != nil || n < 0 || n > most {
		r.fail(invalid("%s is %q, and takes a number from 0 to %d", name, r.q.Get(name), most))
	}
	return n
}

// decimal reads a number; that it is within its bounds is for queries to see.
func (r *reader) decimal(name string) float64 {
	if !r.q.Has(name) {
		return 0
	}
	n, err := strconv.ParseFloat(r.q.Get(name), 64)
	if err != nil {
		r.fail(invalid("%s is %q, and takes a number from 0 to %d", name, r.q.Get(name), 10))
	}
	return n
}

// parameters are a search's conditions that the language of queries does not have, each
// with the address without it.
func (p *searchPage) parameters(v *visit) {
	for _, name := range narrowed[1:] {
		for _, value := range v.Query[name] {
			if on, err := strconv.ParseBool(value); (name == "exact" || name == "no_synonyms") && err == nil {
				if !on {
					continue
				}
				value = v.text("param.on")
			}
			title := value
			if name == "from" || name == "to" || name == "at" {
				if d, err := corpus.ParseDate(value); err == nil && value != "" {
					title = v.day(d)
				}
			}
			p.Filter = append(p.Filter, filter{"param." + name, title, v.lacking(name, value)})
		}
	}
	if prior := v.Query.Get("prior"); prior != "" && prior != "0" {
		p.Filter = append(p.Filter, filter{"param.prior", prior, v.lacking("prior", prior)})
	}
}

// lacking is the address of this search without one of its conditions. What says how cites
// are taken goes with the last of them.
func (v *visit) lacking(name, value string) string {
	q := v.narrowing()
	if len(q[name]) > 1 {
		q[name] = slices.DeleteFunc(slices.Clone(q[name]), func(x string) bool { return x == value })
	} else {
		q.Del(name)
	}
	if name == "cites" && len(q[name]) == 0 {
		q.Del("exact")
		q.Del("at")
	}
	return "/search?" + q.Encode()
}

// field is a hidden field of a form.
type field struct{ Name, Value string }

// Carried are the conditions of this search that another query keeps.
func (v *visit) Carried() (list []field) {
	if v.r.URL.Path != "/search" {
		return nil
	}
	for _, name := range narrowed {
		for _, value := range v.Query[name] {
			list = append(list, field{name, value})
		}
	}
	return list
}

func invalid(format string, args ...any) error {
	return &queries.Error{Code: queries.Invalid, Message: fmt.Sprintf(format, args...)}
}
