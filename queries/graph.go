package queries

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/query"
	cayley "github.com/cayleygraph/cayley/graph"
)

// The languages of Graph.
const (
	Gizmo   = string(query.Gizmo)
	GraphQL = string(query.GraphQL)
)

// The limits of Graph where a request does not say.
const (
	GraphLimit   = query.DefaultLimit
	GraphTimeout = query.DefaultTimeout
)

// GraphRequest asks the graph in a language of graphs. docs/graph.md has the
// vocabulary, and what of the languages there is.
type GraphRequest struct {
	Language string `json:"language"` // Gizmo or GraphQL
	Query    string `json:"query"`
	// Limit is how many results are wanted at most; 0 is GraphLimit. In GraphQL each
	// object counts, at every level, and each further value of a field.
	Limit int `json:"limit"`
	// Timeout is how long the query may take; 0 is GraphTimeout.
	Timeout time.Duration `json:"-"`
}

// GraphAnswer is what a query found, read from one state of the graph.
type GraphAnswer struct {
	Language string `json:"language"`
	// Results are objects, of Gizmo with the member id and the tags of the query.
	// Nodes are written <code-civil/1240>, days 2016-10-04.
	Results []any `json:"results"`
	// Complete is false when the query was stopped; Results are then what it had
	// found, and Stopped says by what: "limit", "timeout" or "memory".
	Complete bool   `json:"complete"`
	Stopped  string `json:"stopped,omitempty"`
	// Limit and TimeoutSeconds are those that the query had.
	Limit          int     `json:"limit"`
	TimeoutSeconds float64 `json:"timeout_seconds"`
}

// Graph answers a query in Gizmo or GraphQL. It changes nothing, whatever the query
// is, and ends when ctx does (Canceled). A query with a fault is Invalid; the message
// is one line with the place of the fault.
func (l *Library) Graph(ctx context.Context, req GraphRequest) (*GraphAnswer, error) {
	if strings.TrimSpace(req.Query) == "" {
		return nil, invalid("the query is empty")
	}
	if req.Limit < 0 || req.Timeout < 0 {
		return nil, invalid("a limit is 1 or more, and so is a time")
	}
	ask := query.Request{Language: query.Language(req.Language), Text: req.Query, Limit: req.Limit,
		Timeout: req.Timeout, Names: graph.Prefixes()}
	ask.SetDefaults()
	var found *query.Answer
	err := l.store.View(ctx, func(quads cayley.QuadStore) (err error) {
		found, err = query.Run(ctx, quads, ask)
		return err
	})
	if errors.Is(err, query.ErrQuery) {
		message := strings.TrimPrefix(err.Error(), query.ErrQuery.Error()+": ")
		return nil, &Error{Code: Invalid, Message: message, Err: err}
	}
	if err != nil {
		return nil, coded(err)
	}
	return &GraphAnswer{Language: req.Language, Results: found.Results, Complete: found.Stopped == "",
		Stopped: string(found.Stopped), Limit: ask.Limit, TimeoutSeconds: ask.Timeout.Seconds()}, nil
}
