package httpapi

import (
	"context"
	"net/http"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/danielgtaylor/huma/v2"
)

// Filters are what a search can be narrowed by beside its query.
type Filters struct {
	Query      string   `query:"q" maxLength:"4096" doc:"The query: words, exact phrases, ET, OU, SAUF, PROCHE/10, fields such as motifs:, cite: and date:; see docs/search.md." example:"motifs:\"mot de passe\" ET cite:\"CPC 809\""`
	Courts     []string `query:"court,explode" maxItems:"50" doc:"Kinds (ca), courts (ca/paris) or their names; any of them."`
	From       string   `query:"from" doc:"First day, YYYY-MM-DD."`
	To         string   `query:"to" doc:"Last day, YYYY-MM-DD."`
	Cites      []string `query:"cites,explode" maxItems:"20" doc:"Provisions or decisions that must be cited, each of them; a rule is followed through its numbers."`
	Exact      bool     `query:"exact" doc:"Take the numbers of cites as printed, whatever rule was meant."`
	At         string   `query:"at" doc:"Take the rule that each number of cites bore on this day."`
	Party      string   `query:"party" maxLength:"200" doc:"Words of the name of a party."`
	NoSynonyms bool     `query:"no_synonyms" doc:"Look for the words alone, not for what lawyers write in their place."`
	TimeoutMS  int      `query:"timeout_ms" minimum:"0" maximum:"10000" doc:"How long the search may take; 0 is 5000. What was not searched by then is in left_out."`
}

// request is the search of some Filters.
func (f *Filters) request() queries.SearchRequest {
	timeout := f.TimeoutMS
	if timeout == 0 {
		timeout = int(searchTime.Milliseconds())
	}
	return queries.SearchRequest{Text: f.Query, Courts: f.Courts, From: corpus.Date(f.From), To: corpus.Date(f.To), Cites: f.Cites,
		Exact: f.Exact, At: corpus.Date(f.At), Party: f.Party, NoSynonyms: f.NoSynonyms, TimeoutMS: timeout}
}

const searchTime = 5 * time.Second

// Page is the part of an answer that is wanted.
type Page struct {
	Limit int    `query:"limit" minimum:"0" maximum:"100" doc:"How many at most; 0 is 10."`
	After string `query:"after" maxLength:"1024" doc:"What the answer before gave as next."`
}

func (p Page) size() int {
	if p.Limit == 0 {
		return 10
	}
	return p.Limit
}

type searchInput struct {
	Filters
	Page
	Sort       string   `query:"sort" enum:"relevance,date,authority" doc:"The best match first (default where words are asked for), the latest (elsewhere), or the most cited."`
	Prior      float64  `query:"prior" minimum:"0" maximum:"10" doc:"Let citations received count in the relevance; 0.1 is moderate."`
	Facets     []string `query:"facet,explode" maxItems:"8" doc:"Count the whole result by court, year, solution, matter, publication, cites, party, or all."`
	FacetLimit int      `query:"facet_limit" minimum:"0" maximum:"100" doc:"How many values of each facet; 0 is 10."`
	Explain    bool     `query:"explain" doc:"Say how the query was understood, and what each score is made of."`
}

// SearchBody is the answer to a search.
type SearchBody struct {
	queries.SearchAnswer
	LeftOut Coverage `json:"left_out"`
}

type searchOutput struct{ Body SearchBody }

type facetsInput struct {
	Filters
	By    []string `query:"by,explode" maxItems:"8" doc:"court, year, solution, matter, publication, cites, party or all; all where none is given."`
	Limit int      `query:"limit" minimum:"0" maximum:"100" doc:"How many values of each; 0 is 10."`
}

// FacetsBody counts what a search finds.
type FacetsBody struct {
	Total   int             `json:"total"`
	Facets  []queries.Facet `json:"facets"`
	LeftOut Coverage        `json:"left_out"`
}

type facetsOutput struct{ Body FacetsBody }

type lawInput struct {
	Page
	Query string   `query:"q" required:"true" minLength:"1" maxLength:"4096" doc:"Words, phrases, PROCHE, ET, OU and SAUF, or the number of an article."`
	Codes []string `query:"code,explode" maxItems:"20" doc:"Names or keys of codes and acts; any of them."`
	At    string   `query:"at" doc:"The versions in force on this day; every version where none is given."`
}

// LawBody is the answer to a search of articles of law.
type LawBody struct {
	queries.ArticleSearchAnswer
	Next    string   `json:"next"`
	LeftOut Coverage `json:"left_out"`
}

type lawOutput struct{ Body LawBody }

// search registers the searches.
func (a *api) search(x huma.API) {
	get(a, x, "search", "/search", "Find decisions", "Finds decisions by words, court, date, party and what they cite.", a.doSearch)
	get(a, x, "facets", "/facets", "Count decisions", "Counts the whole result of a search by court, year and more, without its hits.", a.doFacets)
	get(a, x, "search_law", "/law", "Find articles of law", "Finds versions of articles among the texts of law that the library holds.", a.doLaw)
}

// get registers an operation.
func get[I, O any](a *api, x huma.API, id, path, summary, description string, f func(context.Context, *I) (*O, error)) {
	huma.Register(x, huma.Operation{OperationID: id, Method: http.MethodGet, Path: Prefix + path, Summary: summary,
		Description: description}, func(ctx context.Context, in *I) (*O, error) {
		out, err := f(ctx, in)
		if err != nil {
			return nil, a.problem(ctx, err)
		}
		return out, nil
	})
}

func (a *api) doSearch(ctx context.Context, in *searchInput) (*searchOutput, error) {
	req := in.request()
	req.Limit, req.After, req.Sort, req.Prior = in.size(), in.After, in.Sort, in.Prior
	req.Facets, req.FacetLimit, req.Explain = in.Facets, in.FacetLimit, in.Explain
	ans, err := a.lib.Search(ctx, req)
	if err != nil {
		return nil, err
	}
	out := &searchOutput{Body: SearchBody{SearchAnswer: *ans}}
	later := 0
	if ans.Next != "" {
		later = -1 // the place of the page is known to the cursor alone
		if in.After == "" {
			later = ans.Total - len(ans.Hits)
		}
	}
	if out.Body.LeftOut, err = a.covers(ctx, later); err != nil {
		return nil, err
	}
	out.Body.LeftOut.ofSearch(ctx, ans.LeftOut)
	return out, nil
}

func (a *api) doFacets(ctx context.Context, in *facetsInput) (*facetsOutput, error) {
	req := in.request()
	req.Limit, req.Facets, req.FacetLimit, req.Sort = 1, in.By, in.Limit, "date"
	if len(req.Facets) == 0 {
		req.Facets = []string{"all"}
	}
	ans, err := a.lib.Search(ctx, req)
	if err != nil {
		return nil, err
	}
	out := &facetsOutput{Body: FacetsBody{Total: ans.Total, Facets: ans.Facets}}
	if out.Body.LeftOut, err = a.covers(ctx, 0); err != nil {
		return nil, err
	}
	out.Body.LeftOut.ofSearch(ctx, ans.LeftOut)
	for _, f := range ans.Facets {
		if f.Others > 0 {
			out.Body.LeftOut.note("facet %s: %d further values are not listed", f.Facet, f.Others)
		}
	}
	return out, nil
}

func (a *api) doLaw(ctx context.Context, in *lawInput) (*lawOutput, error) {
	from, err := in.offset()
	if err != nil {
		return nil, err
	}
	ans, err := a.lib.SearchArticles(ctx, queries.ArticleSearchRequest{Text: in.Query, Codes: in.Codes, At: corpus.Date(in.At), Limit: in.size(), Offset: from})
	if err != nil {
		return nil, err
	}
	out := &lawOutput{Body: LawBody{ArticleSearchAnswer: *ans}}
	later := max(ans.Total-from-len(ans.Hits), 0)
	out.Body.Next = next(from+len(ans.Hits), later)
	out.Body.LeftOut, err = a.covers(ctx, later)
	return out, err
}
