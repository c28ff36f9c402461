package graph

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

// Whole gives the graph of citations as a whole, by numbers of nodes, for those who
// measure it: a few passes over packed lists, and no record is read.
type Whole interface {
	// EachCited yields everything that decisions cite, ascending, with those that cite it.
	EachCited(ctx context.Context) iter.Seq2[Cited, error]
	// EachReviewed yields what decisions review, in the same way.
	EachReviewed(ctx context.Context) iter.Seq2[Cited, error]
	// EachNamed yields what keys name, with these keys. Names lead on to names: see
	// Store.Resolve for where they end.
	EachNamed(ctx context.Context) iter.Seq2[Cited, error]
	// Held gives the decisions that are held, those known from commentaries among them.
	Held(ctx context.Context) (NodeSet, error)
	// CountHeld is the length of Held, in one read.
	CountHeld(ctx context.Context) (int, error)
	// Number gives the number of a node; ok is false for one of which nothing is said.
	Number(ctx context.Context, node corpus.Node) (n uint64, ok bool, err error)
	// EachCitation calls each with everything that a decision of a list cites: at is its
	// place in the list, and what one decision cites ascends.
	EachCitation(ctx context.Context, list []uint64, each func(at int, cited uint64) error) error
	// Degrees gives how many decisions cite exactly each of some nodes.
	Degrees(ctx context.Context, cited []uint64) ([]int, error)
}

// Cited is a node and the nodes that cite, review or name it. By is valid until the next
// is asked for.
type Cited struct {
	Node uint64
	By   NodeSet
}

// EachCited implements Whole.
func (v *moment) EachCited(ctx context.Context) iter.Seq2[Cited, error] { return v.every(ctx, Cites) }

// EachReviewed implements Whole.
func (v *moment) EachReviewed(ctx context.Context) iter.Seq2[Cited, error] {
	return v.every(ctx, Reviews)
}

// EachNamed implements Whole.
func (v *moment) EachNamed(ctx context.Context) iter.Seq2[Cited, error] { return v.every(ctx, Names) }

var errEnough = errors.New("enough")

func (v *moment) every(ctx context.Context, predicate quad.IRI) iter.Seq2[Cited, error] {
	return func(yield func(Cited, error) bool) {
		err := v.over(ctx)
		var p quadstore.ID
		known := false
		if err == nil {
			p, known, err = v.id(predicate)
		}
		if err == nil && known {
			err = v.q.Every(ctx, p, func(object quadstore.ID, subjects quadstore.Set) error {
				if !yield(Cited{uint64(object), NodeSet{subjects}}, nil) {
					return errEnough
				}
				return nil
			})
		}
		if err != nil && !errors.Is(err, errEnough) {
			yield(Cited{}, fmt.Errorf("graph: every %s: %w", predicate, err))
		}
	}
}

// Held implements Whole.
func (v *moment) Held(ctx context.Context) (NodeSet, error) {
	set, err := v.held(ctx)
	if err != nil {
		return NodeSet{}, fmt.Errorf("graph: held: %w", err)
	}
	return NodeSet{set}, nil
}

func (v *moment) held(ctx context.Context) (quadstore.Set, error) {
	if err := v.over(ctx); err != nil {
		return nil, err
	}
	p, ok, err := v.id(Type)
	if err != nil || !ok {
		return quadstore.Set{}, err
	}
	var links []quadstore.Link
	for _, class := range []quad.IRI{ClassDecision, ClassSecondary} {
		id, ok, err := v.id(class)
		if err != nil {
			return nil, err
		}
		if ok {
			links = append(links, quadstore.Link{Predicate: p, Object: id})
		}
	}
	return v.q.Select(ctx, quadstore.Selection{Has: [][]quadstore.Link{links}})
}

// CountHeld implements Whole: every decision is of one class, and nothing else is.
func (v *moment) CountHeld(ctx context.Context) (int, error) {
	if err := v.over(ctx); err != nil {
		return 0, err
	}
	n, err := v.q.CountQuads(ctx, quad.Quad{Predicate: Type})
	if err != nil {
		return 0, fmt.Errorf("graph: count held: %w", err)
	}
	return int(n), nil
}

// Number implements Whole.
func (v *moment) Number(ctx context.Context, node corpus.Node) (uint64, bool, error) {
	if err := v.over(ctx); err != nil {
		return 0, false, err
	}
	id, ok, err := v.id(quad.IRI(node))
	if err != nil {
		return 0, false, fmt.Errorf("graph: number of %s: %w", node, err)
	}
	return uint64(id), ok, nil
}

// EachCitation implements Whole.
func (v *moment) EachCitation(ctx context.Context, list []uint64, each func(at int, cited uint64) error) error {
	if err := v.over(ctx); err != nil {
		return err
	}
	cites, ok, err := v.id(Cites)
	if err != nil || !ok {
		return err
	}
	ids := make([]quadstore.ID, len(list))
	for i, n := range list {
		ids[i] = quadstore.ID(n)
	}
	return v.q.EachObject(ctx, ids, cites, func(at int, object quadstore.ID) error { return each(at, uint64(object)) })
}

// Degrees implements Whole.
func (v *moment) Degrees(ctx context.Context, cited []uint64) ([]int, error) {
	if err := v.over(ctx); err != nil {
		return nil, err
	}
	cites, ok, err := v.id(Cites)
	if err != nil || !ok {
		return make([]int, len(cited)), err
	}
	ids := make([]quadstore.ID, len(cited))
	for i, n := range cited {
		ids[i] = quadstore.ID(n)
	}
	out, err := v.q.Degrees(ctx, cites, ids)
	if err != nil {
		return nil, fmt.Errorf("graph: degrees: %w", err)
	}
	return out, nil
}

// NewNodeSet gives the set of some numbers that came from one store.
func NewNodeSet(numbers ...uint64) NodeSet {
	ids := make(quadstore.Set, len(numbers))
	for i, n := range numbers {
		ids[i] = quadstore.ID(n)
	}
	slices.Sort(ids)
	return NodeSet{slices.Compact(ids)}
}
