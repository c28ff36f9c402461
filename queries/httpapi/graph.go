package httpapi

import (
	"context"

	"github.com/attendu/attendu/queries"
	"github.com/danielgtaylor/huma/v2"
)

type neighboursInput struct {
	Ref
	Page
}

// NeighboursBody is one page of the edges at a thing.
type NeighboursBody struct {
	Neighbours []queries.Neighbour `json:"neighbours"`
	// Total is how many edges there are, on whichever page.
	Total int `json:"total"`
	// Relations counts them by relation and direction.
	Relations []queries.RelationCount `json:"relations"`
	Next      string                  `json:"next"`
	LeftOut   Coverage                `json:"left_out"`
}

type neighboursOutput struct{ Body NeighboursBody }

type pathInput struct {
	From string `query:"from" required:"true" minLength:"1" maxLength:"512" doc:"A decision or a provision."`
	To   string `query:"to" required:"true" minLength:"1" maxLength:"512" doc:"Another one."`
}

// PathBody is a chain of edges.
type PathBody struct {
	Path    []queries.Neighbour `json:"path"`
	LeftOut Coverage            `json:"left_out"`
}

type pathOutput struct{ Body PathBody }

// graph registers what is asked of the graph.
func (a *api) graph(x huma.API) {
	get(a, x, "neighbours", "/neighbours", "Walk the graph", "Gives what the graph says of a thing: the edges from it, then those to it, each once, by relation and then by the node at their other end; and how many there are of each relation.", a.doNeighbours)
	get(a, x, "path", "/path", "Find a path", "Gives a shortest chain of citations, reviews and names between two things.", a.doPath)
}

func (a *api) doNeighbours(ctx context.Context, in *neighboursInput) (*neighboursOutput, error) {
	from, err := in.offset()
	if err != nil {
		return nil, err
	}
	ans, err := a.lib.Around(ctx, queries.NeighboursRequest{Reference: in.Reference, Limit: in.size(), Offset: from})
	if err != nil {
		return nil, err
	}
	out := &neighboursOutput{Body: NeighboursBody{Neighbours: ans.Neighbours, Total: ans.Total, Relations: ans.Relations,
		Next: next(from+len(ans.Neighbours), ans.LeftOut)}}
	out.Body.LeftOut, err = a.covers(ctx, ans.LeftOut)
	return out, err
}

func (a *api) doPath(ctx context.Context, in *pathInput) (*pathOutput, error) {
	list, err := a.lib.Path(ctx, in.From, in.To)
	if err != nil {
		return nil, err
	}
	out := &pathOutput{Body: PathBody{Path: append([]queries.Neighbour{}, list...)}}
	if out.Body.LeftOut, err = a.covers(ctx, 0); err != nil {
		return nil, err
	}
	out.Body.LeftOut.note("there may be other paths of the same length")
	return out, nil
}
