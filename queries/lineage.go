package queries

import (
	"cmp"
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/measure"
)

// LineageRequest asks for the line of cases in which a decision stands, or that of a
// provision.
type LineageRequest struct {
	Reference string `json:"reference"` // a decision or a provision, in any usual writing
}

// LineageAnswer is a line of cases and candidates for reversals along it. Both are found
// by counting and by words: neither is a statement of law.
type LineageAnswer struct {
	Key   corpus.Key `json:"key"`
	Title string     `json:"title"`
	// Line is the chain of citations that is followed most, the oldest decision first;
	// empty where no decision cites another.
	Line []LineStep `json:"line"`
	// Confidence says how clearly the line stands out, from 0 to 1: the mean over its
	// steps of Share, halved for a step that the later court does not take itself, and
	// halved for one that is not sure.
	Confidence float64 `json:"confidence"`
	// Among is how many decisions hang together around the reference; Cut says that only
	// the nearest of them were looked at.
	Among int  `json:"among"`
	Cut   bool `json:"cut"`
	// Reversals are candidates, those of the greatest confidence first.
	Reversals []Reversal `json:"reversals"`
}

// LineStep is one decision of a line.
type LineStep struct {
	DecisionRef
	Self bool `json:"self"` // the decision that was asked for
	// Share is, of the chains of citations that go on from the decision before, the part
	// that goes this way: 1 where nothing else cites it; 0 for the first.
	Share float64 `json:"share"`
	// Uses are what it does with the decision before.
	Uses []corpus.Use `json:"uses"`
	// Doubt says why it may cite another decision than the one before; "" where a mention
	// is sure. It is the Doubt that those who cite a decision have.
	Doubt string `json:"doubt"`
}

// maxLine bounds the decisions among which a line is looked for.
const maxLine = 20_000

// Lineage finds the line of cases of a decision or a provision, and candidates for
// reversals.
func (l *Library) Lineage(ctx context.Context, req LineageRequest) (*LineageAnswer, error) {
	ans, err := l.lineage(ctx, req)
	return ans, coded(err)
}

func (l *Library) lineage(ctx context.Context, req LineageRequest) (*LineageAnswer, error) {
	ans := &LineageAnswer{Line: []LineStep{}, Reversals: []Reversal{}}
	m, err := l.measured(ctx)
	if err != nil {
		return nil, err
	}
	self, day, nodes, err := l.lineNodes(ctx, m, req, ans)
	if err != nil || len(nodes) == 0 {
		return ans, err
	}
	ans.Among = len(nodes)
	g, err := measure.Within(m.Graph, nodes)
	if err != nil {
		return nil, err
	}
	through, ok := slices.BinarySearch(nodes, self)
	if !ok {
		through = mostLinked(g)
	}
	rank := make([]int, len(nodes))
	for i, at := range nodes {
		rank[i] = int(m.Days[at])
	}
	if ok && rank[through] == 0 { // it is not held: its day is known from those that cite it
		rank[through] = int(measure.DayNumber(day))
	}
	if rank[through] > 0 {
		if err := l.lineSteps(ctx, m, g, nodes, rank, through, ok, ans); err != nil {
			return nil, err
		}
	}
	ans.Reversals, err = l.reversals(ctx, m, self, nodes)
	return ans, err
}

// lineNodes are the decisions among which the line is looked for; self is the one asked
// for and day its day, -1 and "" for a provision.
func (l *Library) lineNodes(ctx context.Context, m *measured, req LineageRequest, ans *LineageAnswer) (self int, day corpus.Date, nodes []int, err error) {
	targets, err := l.targets(ctx, req.Reference)
	if err != nil {
		return 0, "", nil, err
	}
	if len(targets) != 1 {
		return 0, "", nil, invalid("%q names %d things; one is wanted", req.Reference, len(targets))
	}
	t := targets[0]
	if key := corpus.Key(t.node); key.IsProvision() {
		ans.Key, ans.Title = key, l.Title(key)
		set, err := l.store.Citers(ctx, graph.CitersRequest{Keys: t.names, Uses: []corpus.Use{corpus.Visa, corpus.Applied, corpus.Rejected}})
		if err != nil {
			return 0, "", nil, err
		}
		for i := range set.Len() {
			if at, ok := m.Index(set.At(i)); ok {
				nodes = append(nodes, at)
			}
		}
		slices.Sort(nodes)
		return -1, "", nodes, nil
	}
	ref, err := l.nodeRef(ctx, t.node)
	if err != nil {
		return 0, "", nil, err
	}
	ans.Key, ans.Title = ref.Key, ref.Usual
	self, ok, err := l.at(ctx, m, t.node)
	if err != nil {
		return 0, "", nil, err
	}
	if !ok {
		return 0, "", nil, notFound("no decision of this library cites %s, and it is not held", req.Reference)
	}
	nodes, ans.Cut = measure.Around(m.Graph, self, maxLine)
	return self, ref.Date, nodes, nil
}

// mostLinked is the node that is cited most, of equal ones the first.
func mostLinked(g *measure.Graph) (best int) {
	for i := range g.Len() {
		if len(g.Citing(i)) > len(g.Citing(best)) {
			best = i
		}
	}
	return best
}

// lineSteps fills in the line through a node.
func (l *Library) lineSteps(ctx context.Context, m *measured, g *measure.Graph, nodes, rank []int, through int, asked bool, ans *LineageAnswer) error {
	for i, r := range rank {
		if r == 0 { // a decision without a day is in no order
			rank[i] = rank[through]
		}
	}
	line, share := measure.MainPath(g, rank, through)
	if len(line) < 2 {
		return nil
	}
	at := make([]int, len(line))
	for i, n := range line {
		at[i] = nodes[n]
	}
	refs, err := l.refs(ctx, m, at)
	if err != nil {
		return err
	}
	for i, ref := range refs {
		s := LineStep{DecisionRef: ref, Self: asked && line[i] == through, Uses: []corpus.Use{}}
		if i > 0 {
			s.Share = rounded(share[i-1])
			if s.Uses, s.Doubt, err = l.usesOf(ctx, ref.Node, refs[i-1].Node); err != nil {
				return err
			}
			weight := 0.5
			if slices.Contains(s.Uses, corpus.Visa) || slices.Contains(s.Uses, corpus.Applied) || slices.Contains(s.Uses, corpus.Rejected) {
				weight = 1
			}
			if s.Doubt != "" {
				weight /= 2
			}
			ans.Confidence += weight * s.Share / float64(len(refs)-1)
		}
		ans.Line = append(ans.Line, s)
	}
	ans.Confidence = rounded(ans.Confidence)
	return nil
}

// usesOf are what a decision does with another, the strongest first, and why it may mean
// a different one; "" where a mention is sure.
func (l *Library) usesOf(ctx context.Context, citing, cited corpus.Node) ([]corpus.Use, string, error) {
	t, err := l.target(ctx, cited)
	if err != nil {
		return nil, "", err
	}
	d, err := l.store.Get(ctx, citing)
	if err != nil {
		return nil, "", err
	}
	uses, doubt, sure := []corpus.Use{}, "", false
	for i := range d.Citations {
		c := &d.Citations[i]
		if t.meant(c) {
			uses = addUses(uses, d, c)
			doubt = t.doubt(c)
			sure = sure || doubt == ""
		}
	}
	if sure {
		doubt = ""
	}
	slices.SortFunc(uses, func(a, b corpus.Use) int {
		return cmp.Compare(slices.Index(corpus.Uses(), a), slices.Index(corpus.Uses(), b))
	})
	return uses, doubt, nil
}
