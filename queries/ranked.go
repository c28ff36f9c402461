package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// RankRequest asks which decisions are cited most. Only citations by decisions of the
// library are known.
type RankRequest struct {
	// Provision keeps the decisions that cite it, through all the numbers of its rule;
	// Uses those that do one of these things with it.
	Provision string       `json:"provision"`
	Uses      []corpus.Use `json:"uses"`
	Courts    []string     `json:"courts"` // as in SearchRequest
	From      corpus.Date  `json:"from"`   // first day of the decisions ranked
	To        corpus.Date  `json:"to"`     // last day
	// By is "citations", the default: how many decisions cite each; "decayed": the same,
	// each citation weighing less with its age; "pagerank"; or "standing": PageRank
	// among the decisions of the same kind of court and year.
	By string `json:"by"`
	// At is the day on which the age of citations is taken; "" is the day of the latest
	// decision held. HalfLife is after how many years a citation weighs half; 0 is 10.
	At       corpus.Date `json:"at"`
	HalfLife float64     `json:"half_life"`
	Limit    int         `json:"limit"` // 0 means 10
	Offset   int         `json:"offset"`
}

// RankAnswer is one page of a ranking.
type RankAnswer struct {
	By        string           `json:"by"`
	Provision []string         `json:"provision"` // how it was understood; empty for none
	At        corpus.Date      `json:"at"`
	HalfLife  float64          `json:"half_life"`
	Total     int              `json:"total"` // decisions ranked
	Decisions []RankedDecision `json:"decisions"`
	// Ambiguous are the citations of the whole library that are nobody's, because they fit
	// several decisions.
	Ambiguous int `json:"ambiguous"`
}

// RankedDecision is a decision with its measures. docs/measures.md defines them.
type RankedDecision struct {
	Rank int `json:"rank"` // decisions of one value have one rank, and stand by PageRank and by node
	DecisionRef
	CitedBy int `json:"cited_by"` // decisions that cite it, without those that review it
	// Uses counts these by use; one may count for several.
	Uses     map[corpus.Use]int `json:"uses"`
	Decayed  float64            `json:"decayed"`
	PageRank float64            `json:"pagerank"` // times the number of decisions: 1 is the mean
	Standing float64            `json:"standing"` // share of its peers that weigh less
}

// rankings are the orders of Rank.
var rankings = []string{"citations", "decayed", "pagerank", "standing"}

// Rank puts decisions in the order of what the others say of them by citing.
func (l *Library) Rank(ctx context.Context, req RankRequest) (*RankAnswer, error) {
	if err := req.check(); err != nil {
		return nil, err
	}
	ans, err := l.rank(ctx, req)
	return ans, coded(err)
}

func (req *RankRequest) check() error {
	if req.By = cmp.Or(req.By, rankings[0]); !slices.Contains(rankings, req.By) {
		return invalid("decisions are not ranked by %q; write %s", req.By, strings.Join(rankings, ", "))
	}
	if req.HalfLife < 0 || req.HalfLife > 1000 {
		return invalid("the half-life is a number of years, up to 1000, not %v", req.HalfLife)
	}
	if len(req.Uses) > 0 && req.Provision == "" {
		return invalid("uses say what is done with the provision: name one")
	}
	if err := checkDates(req.At, ""); err != nil {
		return err
	}
	if err := checkUses(req.Uses); err != nil {
		return err
	}
	if err := checkDates(req.From, req.To); err != nil {
		return err
	}
	return checkPage(req.Limit, req.Offset)
}

func (l *Library) rank(ctx context.Context, req RankRequest) (*RankAnswer, error) {
	ans := &RankAnswer{By: req.By, Provision: []string{}, HalfLife: cmp.Or(req.HalfLife, 10), Decisions: []RankedDecision{}}
	m, err := l.measured(ctx)
	if err != nil {
		return nil, err
	}
	ans.At, ans.Ambiguous = cmp.Or(req.At, m.Latest()), m.Open
	keep, err := l.rankable(ctx, m, req, ans)
	if err != nil {
		return nil, err
	}
	r := &ranking{m: m, received: m.Received(), decayed: m.Decayed(ans.At, ans.HalfLife)}
	if r.weight, r.standing, err = m.pageRank(ctx); err != nil {
		return nil, err
	}
	list := order(len(m.Numbers), keep, func(a, b int) int {
		return cmp.Or(cmp.Compare(r.value(req.By, b), r.value(req.By, a)), cmp.Compare(r.weight[b], r.weight[a]), cmp.Compare(a, b))
	})
	ans.Total = len(list)
	from := min(req.Offset, len(list))
	page := list[from:min(from+cmp.Or(req.Limit, 10), len(list))]
	refs, err := l.refs(ctx, m, page)
	if err != nil {
		return nil, err
	}
	for i, at := range page {
		x := RankedDecision{DecisionRef: refs[i], CitedBy: r.received[at], Decayed: rounded(r.decayed[at]),
			PageRank: rounded(r.weight[at]), Standing: rounded(r.standing[at])}
		x.Rank = 1 + slices.IndexFunc(list, func(j int) bool { return r.value(req.By, j) == r.value(req.By, at) })
		if x.Uses, err = l.receivedBy(ctx, x.Node); err != nil {
			return nil, err
		}
		ans.Decisions = append(ans.Decisions, x)
	}
	return ans, nil
}

// ranking are the measures of all decisions.
type ranking struct {
	m                         *measured
	received                  []int
	decayed, weight, standing []float64
}

func (r *ranking) value(by string, i int) float64 {
	switch by {
	case "decayed":
		return rounded(r.decayed[i])
	case "pagerank":
		return r.weight[i]
	case "standing":
		return r.standing[i]
	}
	return float64(r.received[i])
}

// rankable tells which decisions a request means: those that others cite, and of a
// provision all that cite it.
func (l *Library) rankable(ctx context.Context, m *measured, req RankRequest, ans *RankAnswer) (func(int) bool, error) {
	courts, err := l.courts(req.Courts)
	if err != nil {
		return nil, err
	}
	var set graph.NodeSet
	if req.Provision != "" {
		if set, err = l.rankProvision(ctx, req, ans); err != nil {
			return nil, err
		}
	}
	return func(i int) bool {
		if req.Provision != "" && !set.Has(m.Numbers[i]) || req.Provision == "" && len(m.Graph.Citing(i)) == 0 {
			return false
		}
		if req.From != "" || req.To != "" {
			if day := m.Date(i); day == "" || day < req.From || req.To != "" && day > req.To {
				return false
			}
		}
		court := m.Courts[m.Court[i]]
		return len(courts) == 0 || slices.Contains(courts, court) || slices.Contains(courts, m.Kind(i))
	}, nil
}
