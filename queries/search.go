package queries

import (
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
)

// SearchRequest asks for decisions. All that is given must hold; an empty
// request gives every decision, the latest first.
type SearchRequest struct {
	// Text is a query: words, "exact phrases", ET, OU, SAUF, PROCHE/10, fields such
	// as motifs:, cite: and date:, references. docs/search.md describes the language.
	Text string `json:"text"`
	// Courts are kinds ("ca"), courts ("ca/paris") or their names ("cour d'appel
	// de Paris", "TGI Laval"); any of them.
	Courts []string    `json:"courts"`
	From   corpus.Date `json:"from"` // first day
	To     corpus.Date `json:"to"`   // last day
	// Cites are provisions or decisions in any usual writing; all of them must
	// be cited. A reference to several provisions ("CPC 808/809") wants each.
	// A rule is followed through all the numbers that it bears or bore.
	Cites []string `json:"cites"`
	// Exact takes the numbers of Cites as they are printed, whatever rule was
	// meant by them; At takes the rule that each bore on this day.
	Exact bool        `json:"exact"`
	At    corpus.Date `json:"at"`
	Party string      `json:"party"` // words of a party's name
	// Limit is how many hits to give at most; 0 means 10.
	Limit  int `json:"limit"`
	Offset int `json:"offset"`
	// After goes on where an answer to the same request ended: it is its Next. Offset
	// must be 0 then. Any depth costs the same.
	After string `json:"after"`
	// ByDate puts the latest first instead of the best match: Sort "date".
	ByDate bool `json:"by_date"`
	// NoSynonyms looks for the words of Text alone, not for what lawyers write in their
	// place; see SearchAnswer.Synonyms.
	NoSynonyms bool `json:"no_synonyms"`
	// Sort is "relevance", the default where words are asked for; "date", the latest
	// first, the default elsewhere; or "authority", the greatest first: see Prior.
	Sort string `json:"sort"`
	// Prior lets authority count in scores: each is multiplied by 1 + Prior · authority,
	// which is ln(1 + decisions that cite it) + the weights of its court and publication
	// (authority.tsv). 0 does not, 0.1 is moderate: a decision that 100 cite counts 1.46
	// times as much.
	Prior float64 `json:"prior"`
	// Facets count the whole result by court, year, solution, matter, publication, cites
	// or party; "all" is each. FacetLimit is how many values of each to give, 0 being 10.
	Facets     []string `json:"facets"`
	FacetLimit int      `json:"facet_limit"`
	// TimeoutMS is how many milliseconds the search may take, 0 being without bound;
	// LeftOut tells what was not searched by then.
	TimeoutMS int `json:"timeout_ms"`
	// Explain wants the answer to say how the query was understood, in what order it
	// was answered, and what each score is made of.
	Explain bool `json:"explain"`
}

// SearchAnswer is one page of hits.
type SearchAnswer struct {
	Total int      `json:"total"`
	Cites []string `json:"cites"` // how the references were understood
	// Rules are, of each reference whose number has borne several rules, those
	// rules; empty with Exact.
	Rules []FollowedRule `json:"rules"`
	// Direct are the provisions and decisions that the query names by themselves.
	Direct []Direct `json:"direct"`
	// Notes say what does not occur in the library.
	Notes []string `json:"notes"`
	// Synonyms are what was also looked for. Suggestions are, where nothing answers, for
	// the words that no decision holds.
	Synonyms    []Synonym    `json:"synonyms"`
	Suggestions []Suggestion `json:"suggestions"`

	Hits []SearchHit `json:"hits"`
	// Next goes on after the last hit, as After of the same request; "" at the end.
	Next    string  `json:"next"`
	Facets  []Facet `json:"facets"`
	LeftOut LeftOut `json:"left_out"`
	// Query, Outline and Steps say, with Explain, how the query is written in one way,
	// how it was understood, and what was done in which order.
	Query   string   `json:"query,omitempty"`
	Outline string   `json:"outline,omitempty"`
	Steps   []string `json:"steps,omitempty"`
}

// Direct is a provision or decision that a query names.
type Direct struct {
	Key   corpus.Key `json:"key"`
	Title string     `json:"title"`
	Held  bool       `json:"held"` // a decision of this library
}

// SearchHit is one decision that answers.
type SearchHit struct {
	DecisionRef
	Score float64 `json:"score"`
	// CitedBy is how many decisions cite it, where authority was asked for.
	CitedBy  int       `json:"cited_by,omitempty"`
	Snippets []Snippet `json:"snippets"`
	// Parts are, with Explain, what the score is made of: their sum times Prior.
	Parts []ScorePart `json:"parts,omitempty"`
	Prior float64     `json:"prior,omitempty"`
	// CourtWeight and PublicationWeight are, with Explain, what these add to authority.
	CourtWeight       float64 `json:"court_weight,omitempty"`
	PublicationWeight float64 `json:"publication_weight,omitempty"`
}

// Snippet is a passage of a decision's text. Span is where it stands, Hits are
// where the words of the request stand, both in bytes of the decision's text.
type Snippet struct {
	corpus.Span
	Text string          `json:"text"`
	Zone corpus.ZoneKind `json:"zone"`
	Hits []corpus.Span   `json:"hits"`
}

// Size of the snippets of a hit.
const (
	snippets     = 2
	snippetRunes = 220
)

// Search finds decisions by words, court, date, party and what they cite.
func (l *Library) Search(ctx context.Context, req SearchRequest) (*SearchAnswer, error) {
	tree, ask, err := l.searchRequest(ctx, req)
	if err != nil {
		return nil, err
	}
	ans := &SearchAnswer{Cites: []string{}, Rules: []FollowedRule{}, Direct: []Direct{}, Notes: []string{}, Suggestions: []Suggestion{}, Hits: []SearchHit{}, Facets: []Facet{}}
	a := &asker{Library: l, ctx: ctx, query: req.Text, as: following{exact: req.Exact, at: req.At}, ans: ans}
	if ask.Where, err = a.expr(tree); err != nil {
		return nil, coded(err)
	}
	if len(req.Cites) > 0 {
		if ask.Nodes, err = l.searchCites(ctx, req, ans); err != nil {
			return nil, coded(err)
		}
		a.step("--cites %s: %d by the graph", strings.Join(ans.Cites, " and "), len(ask.Nodes))
	}
	found, err := l.index.Search(ctx, ask)
	if err != nil {
		return nil, a.broad(badCursor(err))
	}
	ans.Total, ans.Synonyms = int(found.Total), synonymsOf(found.Synonyms)
	if err := a.unknown(tree, ans.Total == 0); err != nil {
		return nil, coded(err)
	}
	if ans.Total == 0 {
		if ans.Suggestions, err = l.suggestions(ctx, ask); err != nil {
			return nil, coded(err)
		}
	}
	ans.Next, ans.Facets = found.Next, l.facets(found.Facets)
	ans.LeftOut = LeftOut{Unsearched: found.Unsearched, WithoutText: found.WithoutText, Moved: found.Moved}
	for _, h := range found.Hits {
		hit, err := l.hit(ctx, ask, h)
		if err != nil {
			return nil, coded(err)
		}
		ans.Hits = append(ans.Hits, *hit)
	}
	a.explain(req, tree, ask)
	return ans, nil
}

// searchCites finds the decisions that cite what a request names, and tells how it
// was taken.
func (l *Library) searchCites(ctx context.Context, req SearchRequest, ans *SearchAnswer) ([]corpus.Node, error) {
	keys, err := l.references(ctx, req.Cites)
	if err != nil {
		return nil, err
	}
	f := following{exact: req.Exact, at: req.At}
	for _, k := range keys {
		ans.Cites = append(ans.Cites, l.Title(k))
		rules, err := l.followed(ctx, k, f)
		if err != nil {
			return nil, err
		}
		ans.Rules = append(ans.Rules, rules...)
	}
	return l.citingAll(ctx, keys, f)
}

// hit fills a hit of the index from the store.
func (l *Library) hit(ctx context.Context, ask index.Request, h index.Hit) (*SearchHit, error) {
	d, err := l.store.Get(ctx, h.Node)
	if err != nil {
		return nil, err
	}
	ref, err := l.ref(ctx, d)
	if err != nil {
		return nil, err
	}
	hit := &SearchHit{DecisionRef: ref, Score: h.Score, Snippets: []Snippet{}, CitedBy: int(h.Authority),
		Parts: scoreParts(h.Pieces), Prior: h.Prior}
	if ask.Explain {
		hit.CourtWeight, hit.PublicationWeight = h.Court, h.Publication
	}
	for _, s := range l.index.SnippetsOf(ask, d, 2*snippets, snippetRunes) {
		words := s.Span.Of(d.Text)
		// A moyen stands in a ruling twice, reported and annexed.
		if len(hit.Snippets) == snippets || slices.ContainsFunc(hit.Snippets, func(x Snippet) bool { return x.Text == words }) {
			continue
		}
		at := s.Span.Start
		if len(s.Hits) > 0 { // a passage may begin in the zone before
			at = s.Hits[0].Start
		}
		hit.Snippets = append(hit.Snippets, Snippet{Span: s.Span, Text: words, Zone: zoneAt(d.Zones, at), Hits: s.Hits})
	}
	return hit, nil
}

// references reads what a person typed for provisions or decisions.
func (l *Library) references(ctx context.Context, refs []string) (keys []corpus.Key, err error) {
	for _, r := range refs {
		k, err := l.parseReference(r)
		if err != nil {
			return nil, l.unread(ctx, r, err)
		}
		keys = append(keys, k...)
	}
	return keys, nil
}

// citingAll gives the decisions that cite every one of the keys, never nil.
func (l *Library) citingAll(ctx context.Context, keys []corpus.Key, f following) ([]corpus.Node, error) {
	var req graph.CitersRequest
	for i, k := range keys {
		names, err := l.lineNames(ctx, k, f)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			req.Keys = names
		} else {
			req.And = append(req.And, names)
		}
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	set, err := v.Citers(ctx, req)
	if err != nil {
		return nil, err
	}
	nodes, err := v.Nodes(ctx, set)
	slices.Sort(nodes)
	return nodes, err
}

// courts reads the names of courts into kinds and kind/place.
func (l *Library) courts(names []string) (out []string, err error) {
	for _, name := range names {
		kind, place, _ := strings.Cut(strings.ToLower(strings.TrimSpace(name)), "/")
		if corpus.CourtKind(kind).Known() {
			out = append(out, strings.TrimSuffix(kind+"/"+corpus.Slug(place), "/"))
			continue
		}
		c, ok := l.extract.Courts().Parse(name)
		if !ok || c.Kind == "" {
			return nil, invalid("no court is named %q; write a kind (ca), a court (ca/paris) or its name (\"cour d'appel de Paris\")", name)
		}
		out = append(out, strings.TrimSuffix(string(c.Kind)+"/"+corpus.Slug(c.Place), "/"))
	}
	return out, nil
}

// NoLimit is, as a Limit, all there are.
const NoLimit = 1 << 30

func checkPage(limit, offset int) error {
	if limit < 0 || offset < 0 {
		return invalid("limit and offset cannot be negative")
	}
	return nil
}

// checkFollowing checks how numbers of articles are to be taken.
func checkFollowing(exact bool, at corpus.Date) error {
	if exact && at != "" {
		return invalid("exact takes the number whatever rule it meant, at the rule of one day: give one of the two")
	}
	return checkDates(at, "")
}

func checkDates(from, to corpus.Date) error {
	for _, d := range []corpus.Date{from, to} {
		if _, err := corpus.ParseDate(string(d)); d != "" && err != nil {
			return invalid("%q is no day; write YYYY-MM-DD", string(d))
		}
	}
	if from != "" && to != "" && from > to {
		return invalid("the first day, %s, is after the last, %s", from, to)
	}
	return nil
}
