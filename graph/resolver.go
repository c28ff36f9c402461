package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// Resolver resolves many keys at one moment: what Resolve opens anew for each key stays
// open. It is for one goroutine, and is to be closed before its moment.
type Resolver interface {
	// Resolve is Store.Resolve.
	Resolve(ctx context.Context, key corpus.Key) ([]corpus.Node, error)
	// Holds reports whether a node is a held decision, known from a commentary or not.
	Holds(node corpus.Node) (bool, error)
	Close() error
}

// resolver is a Resolver.
type resolver struct {
	v       *moment
	names   *quadstore.Follower
	records *pebble.Iterator
	key     []byte
}

// Resolver implements Moment.
func (v *moment) Resolver(ctx context.Context) (Resolver, error) {
	if err := v.over(ctx); err != nil {
		return nil, err
	}
	names, err := v.q.Follower(Names)
	if err != nil {
		return nil, fmt.Errorf("graph: resolver: %w", err)
	}
	records, err := v.q.Reader().NewIter(&pebble.IterOptions{LowerBound: []byte{spaceRecord}, UpperBound: []byte{spaceRecord + 1}})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("graph: resolver: %w", err), names.Close())
	}
	return &resolver{v: v, names: names, records: records}, nil
}

// Resolve implements Resolver.
func (r *resolver) Resolve(ctx context.Context, key corpus.Key) ([]corpus.Node, error) {
	if err := r.v.over(ctx); err != nil {
		return nil, err
	}
	return resolve(ctx, r, key)
}

// Holds implements Resolver.
func (r *resolver) Holds(node corpus.Node) (bool, error) { return r.holds(node) }

func (r *resolver) holds(node corpus.Node) (bool, error) {
	r.key = append(append(r.key[:0], spaceRecord), node...)
	return r.records.SeekGE(r.key) && bytes.Equal(r.records.Key(), r.key), r.records.Error()
}

func (r *resolver) named(ctx context.Context, name string) ([]string, error) {
	values, err := r.names.Objects(ctx, quad.IRI(name))
	if err != nil {
		return nil, err
	}
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = iri(v)
	}
	return names, nil
}

func (r *resolver) record(node corpus.Node) (*record, error) {
	return r.v.s.record(r.v.q.Reader(), node)
}

// Close implements Resolver.
func (r *resolver) Close() error { return errors.Join(r.records.Close(), r.names.Close()) }
