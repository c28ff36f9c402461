package queries

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/measure"
)

// CommunitiesRequest asks into which groups the decisions fall by citing each other.
type CommunitiesRequest struct {
	Least      int     `json:"least"`      // decisions that a group must have; 0 means 5
	Resolution float64 `json:"resolution"` // above 1 for more and smaller groups; 0 means 1
	Seed       uint64  `json:"seed"`       // another seed may draw the borders otherwise
	Limit      int     `json:"limit"`      // groups; 0 means 10
}

// CommunitiesAnswer is the largest groups.
type CommunitiesAnswer struct {
	// Modularity is how much more the decisions cite within their groups than chance would
	// have it: above 0.3 the groups mean something.
	Modularity  float64     `json:"modularity"`
	Total       int         `json:"total"`   // groups of at least Least decisions
	Grouped     int         `json:"grouped"` // the decisions of these groups
	Linked      int         `json:"linked"`  // decisions that cite another, or are cited
	Least       int         `json:"least"`   // as it was asked for
	Communities []Community `json:"communities"`
}

// Community is a group of decisions that cite each other.
type Community struct {
	Size  int         `json:"size"`
	From  corpus.Date `json:"from"` // first and last day of a decision
	To    corpus.Date `json:"to"`
	Kinds []KindCount `json:"courts"` // kinds of court, the most frequent first
	// Provisions are what tells the group from the rest: those most cited in it, each
	// weighed by how much more often that is than in the library as a whole. Decisions are those most cited from within.
	Provisions []CommunityCited `json:"provisions"`
	Decisions  []DecisionRef    `json:"decisions"`
}

// KindCount counts the decisions of a kind of court.
type KindCount struct {
	Kind      string `json:"kind"`
	Decisions int    `json:"decisions"`
}

// CommunityCited is a provision, how many decisions of a group cite it, and how many of
// the library.
type CommunityCited struct {
	Key    corpus.Key `json:"key"`
	Title  string     `json:"title"`
	Within int        `json:"within"`
	Citing int        `json:"citing"`
}

// Communities divides the decisions into groups that cite each other more than others.
// The same decisions and seed give the same groups, in whatever order they came.
func (l *Library) Communities(ctx context.Context, req CommunitiesRequest) (*CommunitiesAnswer, error) {
	if req.Least < 0 || req.Limit < 0 || req.Resolution < 0 || math.IsNaN(req.Resolution) {
		return nil, invalid("least, limit and resolution cannot be negative")
	}
	ans, err := l.communities(ctx, req)
	return ans, coded(err)
}

func (l *Library) communities(ctx context.Context, req CommunitiesRequest) (*CommunitiesAnswer, error) {
	ans := &CommunitiesAnswer{Least: cmp.Or(req.Least, 5), Communities: []Community{}}
	m, err := l.measured(ctx)
	if err != nil {
		return nil, err
	}
	group, q, err := measure.Communities(ctx, m.Graph, measure.CommunityOptions{Resolution: req.Resolution, Seed: req.Seed})
	if err != nil {
		return nil, err
	}
	ans.Modularity = rounded(q)
	var members [][]int
	for i, g := range group {
		for len(members) <= g {
			members = append(members, nil)
		}
		members[g] = append(members[g], i)
		if len(m.Graph.Citing(i))+len(m.Graph.Cited(i)) > 0 {
			ans.Linked++
		}
	}
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	for _, list := range members {
		if len(list) < ans.Least {
			break // the largest come first
		}
		ans.Grouped += len(list)
		if ans.Total++; ans.Total > cmp.Or(req.Limit, 10) {
			continue
		}
		c, err := l.community(ctx, v, m, list)
		if err != nil {
			return nil, err
		}
		ans.Communities = append(ans.Communities, *c)
	}
	return ans, nil
}

// shownOf is how many provisions and decisions describe a group.
const shownOf = 5

func (l *Library) community(ctx context.Context, v graph.Moment, m *measured, list []int) (*Community, error) {
	c := &Community{Size: len(list), Kinds: []KindCount{}, Provisions: []CommunityCited{}}
	within := make(map[int]bool, len(list))
	kinds := map[string]int{}
	for _, i := range list {
		within[i] = true
		kinds[m.Kind(i)]++
		if d := m.Date(i); d != "" {
			if c.From == "" || d < c.From {
				c.From = d
			}
			c.To = max(c.To, d)
		}
	}
	for k, n := range kinds {
		c.Kinds = append(c.Kinds, KindCount{k, n})
	}
	slices.SortFunc(c.Kinds, func(a, b KindCount) int {
		return cmp.Or(cmp.Compare(b.Decisions, a.Decisions), cmp.Compare(a.Kind, b.Kind))
	})
	from := func(i int) (n int) {
		for _, j := range m.Graph.Citing(i) {
			if within[int(j)] {
				n++
			}
		}
		return n
	}
	top := slices.Clone(list)
	slices.SortStableFunc(top, func(a, b int) int { return from(b) - from(a) })
	var err error
	if c.Decisions, err = l.refs(ctx, m, top[:min(len(top), shownOf)]); err != nil {
		return nil, err
	}
	c.Provisions, err = l.typical(ctx, v, m, list)
	return c, err
}

// looked is how many of the things cited in a group are looked at by name.
const looked = 60

// typical are the provisions that tell a group from the rest.
func (l *Library) typical(ctx context.Context, v graph.Moment, m *measured, list []int) ([]CommunityCited, error) {
	numbers := make([]uint64, len(list))
	for i, at := range list {
		numbers[i] = m.Numbers[at]
	}
	count := map[uint64]int{}
	if err := v.EachCitation(ctx, numbers, func(_ int, cited uint64) error { count[cited]++; return nil }); err != nil {
		return nil, err
	}
	ids := make([]uint64, 0, len(count))
	for id := range count {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	all, err := v.Degrees(ctx, ids)
	if err != nil {
		return nil, err
	}
	held := float64(len(m.Numbers))
	weight := map[uint64]float64{}
	citing := map[uint64]int{}
	for i, id := range ids {
		citing[id] = all[i]
		weight[id] = float64(count[id]) * math.Log(float64(count[id])*held/(float64(len(list))*float64(max(1, all[i]))))
	}
	slices.SortFunc(ids, func(a, b uint64) int { return cmp.Compare(weight[b], weight[a]) })
	for n := looked; len(ids) > looked; n++ { // with all that weigh as much as the last
		if n == len(ids) || weight[ids[n]] < weight[ids[looked-1]] {
			ids = ids[:n]
			break
		}
	}
	names, err := l.nodesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	name := map[uint64]corpus.Node{}
	for i, id := range ids {
		name[id] = names[i]
	}
	slices.SortFunc(ids, func(a, b uint64) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(name[a], name[b])) })
	out := []CommunityCited{}
	for i, id := range ids[:min(len(ids), looked)] {
		name := name[id]
		if strings.Contains(string(name), ">") { // a part of a rule that is there too
			continue
		}
		key := corpus.Key(name)
		if t, ok := corpus.ParseText(string(name)); ok {
			key = t.Key
		}
		seen := slices.ContainsFunc(out, func(x CommunityCited) bool { return x.Key == key })
		if key.IsProvision() && !seen && len(out) < shownOf {
			out = append(out, CommunityCited{Key: key, Title: l.Title(key), Within: count[ids[i]], Citing: citing[ids[i]]})
		}
	}
	return out, nil
}
