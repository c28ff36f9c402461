package queries

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/index"
)

// selection are the decisions of an export.
type selection struct {
	l     *Library
	whole bool          // every decision
	nodes []corpus.Node // else these, sorted
}

// exportPage is how many hits are asked for at a time.
const exportPage = 10_000

// selection finds the decisions that a request asks for.
func (l *Library) selection(ctx context.Context, req ExportRequest) (selection, error) {
	s := selection{l: l, nodes: []corpus.Node{}}
	switch query := strings.TrimSpace(req.Query); {
	case len(req.Decisions) > 0 && (query != "" || len(req.Courts) > 0 || req.From != "" || req.To != ""):
		return s, invalid("decisions are named one by one, or found by a query: give one of the two")
	case len(req.Decisions) > 0:
		for _, ref := range req.Decisions {
			d, err := l.find(ctx, ref)
			if err != nil {
				return s, err
			}
			s.nodes = append(s.nodes, d.Node)
		}
	case !req.selects():
		return selection{l: l, whole: true}, nil
	default:
		if err := s.search(ctx, SearchRequest{Text: query, Courts: req.Courts, From: req.From, To: req.To}); err != nil {
			return s, err
		}
	}
	slices.Sort(s.nodes)
	s.nodes = slices.Compact(s.nodes)
	return s, nil
}

// search finds all that answers, page by page.
func (s *selection) search(ctx context.Context, req SearchRequest) error {
	req.Sort = "date" // no score is wanted
	tree, ask, err := s.l.searchRequest(ctx, req)
	if err != nil {
		return err
	}
	a := &asker{Library: s.l, ctx: ctx, query: req.Text, ans: &SearchAnswer{}}
	if ask.Where, err = a.expr(tree); err != nil {
		return err
	}
	for ask.Limit = exportPage; ; {
		var found *index.Result
		if found, err = s.l.index.Search(ctx, ask); err != nil {
			return a.broad(err)
		}
		for _, h := range found.Hits {
			s.nodes = append(s.nodes, h.Node)
		}
		if found.Next == "" {
			return nil
		}
		ask.After = found.Next
	}
}

// records yields the decisions without their texts, by node, some at a time.
func (s selection) records(ctx context.Context, parts graph.Parts) iter.Seq2[graph.RecordBatch, error] {
	req := graph.RecordsRequest{Parts: parts}
	if !s.whole {
		req.Nodes = s.nodes
	}
	return s.l.store.RecordBatches(ctx, req)
}

// has reports whether a held decision is among them.
func (s selection) has(node corpus.Node) bool {
	if s.whole {
		return true
	}
	_, ok := slices.BinarySearch(s.nodes, node)
	return ok
}

// count is how many they are.
func (s selection) count(ctx context.Context) (int64, error) {
	if !s.whole {
		return int64(len(s.nodes)), nil
	}
	found, err := s.l.index.Search(ctx, index.Request{Limit: -1})
	if err != nil {
		return 0, err
	}
	return int64(found.Total), nil
}
