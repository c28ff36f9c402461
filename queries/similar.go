package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/measure"
)

// SimilarRequest asks for decisions that are like one.
type SimilarRequest struct {
	Reference string `json:"reference"` // a held decision, in any usual writing
	Limit     int    `json:"limit"`     // 0 means 10
	// SameCase keeps the decisions of the same case, which are alike without telling
	// anything.
	SameCase bool `json:"same_case"`
}

// SimilarAnswer is the decisions that are most like one.
type SimilarAnswer struct {
	DecisionRef
	Similar []SimilarDecision `json:"similar"`
	// Compared is how many decisions were compared in full.
	Compared int `json:"compared"`
	// Common are what it cites that is cited so often that decisions which share nothing
	// rarer were not compared.
	Common []CitedThing `json:"common"`
	// SameCase are the decisions of the same case that were left out.
	SameCase []corpus.Key `json:"same_case"`
	// Partial says that even its rarest citation has too many citers to look at each.
	Partial bool `json:"partial"`
}

// SimilarDecision is a decision with the reasons why it is like another.
type SimilarDecision struct {
	DecisionRef
	// Score is 1 - (1 - coupling)(1 - cocitation); all three are from 0 to 1.
	Score      float64      `json:"score"`
	Coupling   float64      `json:"coupling"`   // by what both cite
	CoCitation float64      `json:"cocitation"` // by who cites both
	Shared     []CitedThing `json:"shared"`     // what both cite, the rarest first
	Together   int          `json:"together"`   // decisions that cite both
	// Cites and CitedBy say that it cites the decision asked for, or is cited by it; they
	// do not count in the score.
	Cites   bool `json:"cites"`
	CitedBy bool `json:"cited_by"`
}

// CitedThing is a provision or decision that is cited, and how many decisions cite it, under
// any of its names and numbers.
type CitedThing struct {
	Key    corpus.Key `json:"key"`
	Title  string     `json:"title"`
	Citing int        `json:"citing"`
}

// Similar finds decisions that cite the same provisions and decisions, and that are cited
// together with it. It compares citations, not facts nor words.
func (l *Library) Similar(ctx context.Context, req SimilarRequest) (*SimilarAnswer, error) {
	if err := checkPage(req.Limit, 0); err != nil {
		return nil, err
	}
	d, err := l.find(ctx, req.Reference)
	if err != nil {
		return nil, coded(err)
	}
	ans, err := l.similar(ctx, d, req)
	return ans, coded(err)
}

func (l *Library) similar(ctx context.Context, d *corpus.Decision, req SimilarRequest) (*SimilarAnswer, error) {
	ans := &SimilarAnswer{Similar: []SimilarDecision{}, Common: []CitedThing{}, SameCase: []corpus.Key{}}
	var err error
	if ans.DecisionRef, err = l.ref(ctx, d); err != nil {
		return nil, err
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	by, err := v.Resolver(ctx)
	if err != nil {
		return nil, err
	}
	defer by.Close()
	things, ask, err := l.things(ctx, by, d)
	if err != nil {
		return nil, err
	}
	if !req.SameCase {
		steps, err := l.history(ctx, d)
		if err != nil {
			return nil, err
		}
		for _, s := range steps {
			if s.Held && !s.Self {
				ask.Not, ans.SameCase = append(ask.Not, s.Node), append(ans.SameCase, s.Key)
			}
		}
	}
	found, err := measure.FindSimilar(ctx, v, ask)
	if err != nil {
		return nil, err
	}
	ans.Compared, ans.Partial = len(found.List), found.Cut
	for i := range things {
		things[i].Citing = found.Citing[i]
	}
	for _, i := range found.Common {
		ans.Common = append(ans.Common, things[i])
	}
	shown := found.List[:min(len(found.List), cmp.Or(req.Limit, 10))]
	nodes := make([]corpus.Node, len(shown))
	for i, s := range shown {
		nodes[i] = s.Node
	}
	at := 0
	for other, err := range l.store.Records(ctx, graph.RecordsRequest{Nodes: nodes, Parts: graph.PartCitations}) {
		if err != nil {
			return nil, err
		}
		x, err := l.similarDecision(ctx, by, d, other, shown[at], things)
		if err != nil {
			return nil, err
		}
		ans.Similar = append(ans.Similar, *x)
		at++
	}
	return ans, nil
}

func (l *Library) similarDecision(ctx context.Context, by resolving, d, other *corpus.Decision, s measure.Similar, things []CitedThing) (*SimilarDecision, error) {
	x := &SimilarDecision{Score: rounded(s.Score), Coupling: rounded(s.Coupling), CoCitation: rounded(s.CoCitation), Together: s.Together, Shared: []CitedThing{}}
	var err error
	if x.DecisionRef, err = l.refBy(ctx, by, other); err != nil {
		return nil, err
	}
	for _, i := range s.Shared {
		x.Shared = append(x.Shared, things[i])
	}
	x.Cites, x.CitedBy = citesAny(other, d.Keys), citesAny(d, other.Keys)
	return x, nil
}

// citesAny reports whether a decision cites one of some keys.
func citesAny(d *corpus.Decision, keys []corpus.Key) bool {
	return slices.ContainsFunc(d.Citations, func(c corpus.Citation) bool { return c.Node != "" && slices.Contains(keys, c.Node) })
}

// things lists what a decision cites, each once: a rule under all its numbers, a decision
// under all the names that are its alone. The decision under review is none.
func (l *Library) things(ctx context.Context, by resolving, d *corpus.Decision) (list []CitedThing, ask measure.SimilarRequest, err error) {
	ask = measure.SimilarRequest{Node: d.Node,
		Resolve: func(ctx context.Context, k corpus.Key) (corpus.Node, bool, error) { return l.resolveHeld(ctx, by, k) },
		NamesOf: func(ctx context.Context, n corpus.Node) ([]corpus.Key, error) { return l.ownNames(ctx, by, n) }}
	if ask.Names, err = ask.NamesOf(ctx, d.Node); err != nil {
		return nil, ask, err
	}
	seen := map[corpus.Key]bool{}
	for i := range d.Citations {
		c := &d.Citations[i]
		if c.Key == "" || c.UnderAppeal {
			continue
		}
		r, names, err := l.thing(ctx, by, c)
		if err != nil {
			return nil, ask, err
		}
		if len(names) == 0 || slices.ContainsFunc(names, func(k corpus.Key) bool { return seen[k] }) {
			continue
		}
		for _, k := range names {
			seen[k] = true
		}
		list, ask.Things = append(list, r), append(ask.Things, names)
	}
	return list, ask, nil
}

// ownNames are the names of a decision that are its alone.
func (l *Library) ownNames(ctx context.Context, by resolving, node corpus.Node) ([]corpus.Key, error) {
	t, err := l.namesOf(ctx, by, node)
	return t.own().names, err
}

// thing is what a mention means, under all its names.
func (l *Library) thing(ctx context.Context, by resolving, c *corpus.Citation) (r CitedThing, names []corpus.Key, err error) {
	r = CitedThing{Key: c.Node, Title: l.Title(c.Node)}
	if !c.Node.IsProvision() {
		node, ok, err := l.resolveHeld(ctx, by, c.Node)
		if err != nil {
			return r, nil, err
		}
		if !ok {
			return r, []corpus.Key{c.Node}, nil
		}
		ref, err := l.nodeRef(ctx, node)
		if err != nil {
			return r, nil, err
		}
		names, err = l.ownNames(ctx, by, node)
		return CitedThing{Key: ref.Key, Title: ref.Usual}, names, err
	}
	if text := c.Meant.Text(c.Node); text.Version != "" && text.Version != corpus.Unchanged {
		past := l.extract.Succession()
		names, _ = l.textNames(text, nil)
		if ends := past.Ends(text); len(ends) == 1 && ends[0] != c.Node {
			r.Title = l.Title(ends[0]) + " (here as " + l.shortTitle(c.Node, []corpus.Key{ends[0]}) + ")"
			r.Key = ends[0]
		}
		return r, names, nil
	}
	names, err = l.names(ctx, c.Node)
	return r, names, err
}

// resolveHeld gives the one held decision that a key names.
func (l *Library) resolveHeld(ctx context.Context, by resolving, key corpus.Key) (corpus.Node, bool, error) {
	nodes, err := by.Resolve(ctx, key)
	if err != nil || len(nodes) != 1 {
		return "", false, err
	}
	// What is held and cited under a key has a court; the record need not be read.
	court, err := l.store.Court(ctx, nodes[0])
	return nodes[0], court != "", err
}
