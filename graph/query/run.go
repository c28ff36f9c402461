package query

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/attendu/attendu/graph/query/gizmo"
	"github.com/attendu/attendu/graph/query/graphql"
	"github.com/attendu/attendu/graph/query/script"
	"github.com/attendu/attendu/graph/query/session"
	cayley "github.com/cayleygraph/cayley/graph"
)

// Language is a language of queries.
type Language string

// The languages.
const (
	Gizmo   Language = "gizmo"
	GraphQL Language = "graphql"
)

// Languages are those that Run knows.
var Languages = []Language{Gizmo, GraphQL}

// What Run does where a request does not say.
const (
	DefaultLimit   = 1000
	DefaultTimeout = 10 * time.Second
)

// ErrQuery is what errors that are the query's fault wrap: a language that is not
// known, a fault of syntax, a call that makes no sense.
var ErrQuery = errors.New("bad query")

// Request is a query. The zero value of a limit is its default.
type Request struct {
	Language Language
	Text     string
	// Limit is how many results are given at most; 0 means DefaultLimit. In GraphQL
	// each object counts, and each further value of a field.
	Limit int
	// Timeout is how long the query may take; 0 means DefaultTimeout.
	Timeout time.Duration
	// Names are the prefixes of IRIs that the graph is written with.
	Names session.Names
}

// SetDefaults fills in the limits that are not set.
func (r *Request) SetDefaults() {
	if r.Limit == 0 {
		r.Limit = DefaultLimit
	}
	if r.Timeout == 0 {
		r.Timeout = DefaultTimeout
	}
}

// Reason says why an answer is not complete.
type Reason string

// The reasons.
const (
	ByLimit  Reason = "limit"   // there are more results than Limit
	ByTime   Reason = "timeout" // Timeout was over
	ByMemory Reason = "memory"  // the query made too many values: session.MaxBytes
)

// Answer is what a query found. Results are as JSON has them: objects
// (map[string]any), lists, texts, numbers; see session.Native for values of the graph.
type Answer struct {
	Results []any
	Stopped Reason // "" when the answer is complete
}

// Run answers a query on one state of the graph. The error wraps ErrQuery when the
// query is wrong, and is that of the context when ctx ends before Timeout is over.
func Run(ctx context.Context, quads cayley.QuadStore, req Request) (*Answer, error) {
	run, ok := map[Language]func(*session.Session, string) error{Gizmo: gizmo.Run, GraphQL: graphql.Run}[req.Language]
	switch {
	case !ok:
		return nil, fmt.Errorf("%w: the language %q is not known; it is one of %v", ErrQuery, req.Language, Languages)
	case req.Limit < 0 || req.Timeout < 0:
		return nil, fmt.Errorf("%w: a limit below 0", ErrQuery)
	}
	req.SetDefaults()
	timed, cancel := context.WithTimeout(ctx, req.Timeout)
	defer cancel()
	s := session.New(timed, quads, slices.Clone(req.Names), req.Limit)
	err := guarded(func() error { return run(s, req.Text) })
	answer := &Answer{Results: s.Results()}
	switch {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("query: %w", ctx.Err())
	case err == nil:
	case errors.Is(err, session.ErrLimit):
		answer.Stopped = ByLimit
	case errors.Is(err, session.ErrMemory):
		answer.Stopped = ByMemory
	case timed.Err() != nil && session.Stops(err):
		answer.Stopped = ByTime
	default:
		return nil, faulty(err)
	}
	return answer, nil
}

// faulty tells what is the query's fault from what is the store's.
func faulty(err error) error {
	var wrong *script.Error
	var wrong2 *graphql.Error
	if errors.As(err, &wrong) || errors.As(err, &wrong2) || errors.Is(err, errPanic) {
		return fmt.Errorf("%w: %w", ErrQuery, err)
	}
	return fmt.Errorf("query: %w", err)
}

// errPanic is what a query that Cayley trips over ends with.
var errPanic = errors.New("the graph cannot answer this query")

// guarded makes a panic an error: Cayley panics on some paths (Except before
// FollowRecursive divides by zero).
func guarded(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %s", errPanic, strings.Join(strings.Fields(fmt.Sprint(r)), " "))
		}
	}()
	return f()
}
