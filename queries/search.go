package queries

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
)

// Size of the snippets of a hit.
const (
	snippets     = 2
	snippetRunes = 220
)

// Search finds decisions by words, court, date, party and what they cite. As many run at a
// time as there are processors; others wait for their turn, 100 ms at most.
func (l *Library) Search(ctx context.Context, req SearchRequest) (*SearchAnswer, error) {
	done, err := l.turns.take(ctx)
	if err != nil {
		return nil, coded(err)
	}
	defer done()
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
	if err := l.hits(ctx, ask, found.Hits, ans); err != nil {
		return nil, coded(err)
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

// hits fills the hits of the index from the store.
func (l *Library) hits(ctx context.Context, ask index.Request, found []index.Hit, ans *SearchAnswer) (err error) {
	if len(found) == 0 {
		return nil
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	by, err := v.Resolver(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, by.Close()) }()
	for _, h := range found {
		hit, err := l.hit(ctx, by, ask, h)
		if err != nil {
			return err
		}
		ans.Hits = append(ans.Hits, *hit)
	}
	return nil
}

// hit fills one hit; by resolves its keys.
func (l *Library) hit(ctx context.Context, by resolving, ask index.Request, h index.Hit) (*SearchHit, error) {
	d, err := l.store.Reading(ctx, h.Node)
	if err != nil {
		return nil, err
	}
	ref, err := l.refBy(ctx, by, d)
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
