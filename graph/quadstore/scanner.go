package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
)

// progress is the part that all iterators share. Cayley stops a cancelled
// iteration without an error; remembering the context tells a part of the
// results from all of them.
type progress struct {
	ctx  context.Context
	done bool // there are no further results
	res  graph.Ref
	err  error
}

func (p *progress) Result() graph.Ref               { return p.res }
func (p *progress) TagResults(map[string]graph.Ref) {}
func (p *progress) NextPath(context.Context) bool   { return false }
func (p *progress) Err() error {
	if p.err == nil && !p.done && p.ctx != nil {
		return p.ctx.Err()
	}
	return p.err
}

// end says that there are no further results, because of err if it is not nil.
func (p *progress) end(err error) bool {
	p.res, p.err, p.done = nil, err, true
	return false
}

// leaf is what an iterator without parts says of itself.
type leaf struct{}

func (leaf) SubIterators() []graph.IteratorShape { return nil }

// result is one result of an iterator, with the tags of each path to it.
type result struct {
	ref   graph.Ref
	paths []map[string]graph.Ref // at least one; nil for no tags
}

// collect reads an iterator to its end.
func collect(ctx context.Context, from graph.Scanner) (all []result, err error) {
	for n := 1; from.Next(ctx); n++ {
		if n%pollEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r := result{ref: from.Result(), paths: []map[string]graph.Ref{tagsOf(from)}}
		for from.NextPath(ctx) {
			r.paths = append(r.paths, tagsOf(from))
		}
		all = append(all, r)
	}
	if err := from.Err(); err != nil {
		return nil, err
	}
	return all, ctx.Err()
}

func tagsOf(it graph.IteratorBase) map[string]graph.Ref {
	tags := map[string]graph.Ref{}
	it.TagResults(tags)
	if len(tags) == 0 {
		return nil
	}
	return tags
}

// tags gives those of the n-th path.
func (r *result) tags(n int, to map[string]graph.Ref) {
	if n < len(r.paths) {
		for k, v := range r.paths[n] {
			to[k] = v
		}
	}
}

// Sizes and costs of other iterators are guesses, sometimes negative or
// overflowed; ours are not.
func clampSize(n, most int64) int64 { return max(0, min(n, most)) }

const maxCost = 1 << 40

// product multiplies without overflow.
func product(a, b int64) int64 {
	a, b = clampSize(a, maxCost), clampSize(b, maxCost)
	if a != 0 && b > (1<<62)/a {
		return 1 << 62
	}
	return a * b
}
