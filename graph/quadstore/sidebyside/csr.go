package main

import (
	"context"
	"slices"

	"github.com/cayleygraph/quad"
)

// csrEngine keeps the edges of each predicate as two arrays in memory, forwards and
// backwards: what an analysis that never changes the graph would do.
type csrEngine struct {
	n        int
	dict     *numbering
	forward  map[quad.IRI]adjacency
	backward map[quad.IRI]adjacency
	when     []int64 // by node: its date, as a number
	seen     []int   // by node: the turn of coCited that saw it
	turn     int
}

// adjacency gives, for each node, the nodes it leads to, sorted.
type adjacency struct {
	start []int32
	to    []int64
}

func (a adjacency) of(n int64) []int64 { return a.to[a.start[n]:a.start[n+1]] }

type edge struct{ from, to int64 }

func (e *csrEngine) load(ctx context.Context, n int) error {
	e.n, e.dict = n, newNumbering()
	edges := map[quad.IRI][]edge{}
	for q, err := range graphOf(n) {
		if err != nil {
			return err
		}
		s, _ := e.dict.number(q.Subject)
		o, _ := e.dict.number(q.Object)
		e.dict.number(q.Label)
		p := q.Predicate.(quad.IRI)
		edges[p] = append(edges[p], edge{s, o})
	}
	nodes := len(e.dict.values)
	e.forward, e.backward = map[quad.IRI]adjacency{}, map[quad.IRI]adjacency{}
	for p, l := range edges {
		e.forward[p] = adjacencyOf(nodes, l)
		for i := range l {
			l[i].from, l[i].to = l[i].to, l[i].from
		}
		if l[0].from < ownInt/2 {
			e.backward[p] = adjacencyOf(nodes, l)
		}
	}
	e.when, e.seen = make([]int64, nodes), make([]int, nodes)
	for n := range e.when {
		if l := e.forward[date].of(int64(n)); len(l) > 0 {
			e.when[n] = l[0]
		}
	}
	return ctx.Err()
}

func adjacencyOf(nodes int, l []edge) adjacency {
	slices.SortFunc(l, func(a, b edge) int {
		if a.from != b.from {
			return int(a.from - b.from)
		}
		return int(min(max(a.to-b.to, -1), 1))
	})
	a := adjacency{start: make([]int32, nodes+1)}
	for i, x := range l {
		if i > 0 && x == l[i-1] {
			continue
		}
		a.to = append(a.to, x.to)
		a.start[x.from+1]++
	}
	for i := range nodes {
		a.start[i+1] += a.start[i]
	}
	return a
}

func (e *csrEngine) reopen(context.Context) error { return nil }
func (e *csrEngine) size() (int64, error)         { return 0, nil }
func (e *csrEngine) close() error                 { return nil }

func (e *csrEngine) questions() map[string]question {
	h, t := e.backward[cites].of(e.dict.of(hub)), e.backward[cites].of(e.dict.of(tenth))
	from, _ := e.dict.number(firstDay(year))
	to, _ := e.dict.number(firstDay(year + 1))
	inYear := func(n int64) bool { return e.when[n] >= from && e.when[n] < to }
	ofTenth := func(n int64) bool { _, ok := slices.BinarySearch(t, n); return ok }
	all := func(int64) bool { return true }
	return map[string]question{
		citersOfHub:   e.some(h, all),
		citersOfTenth: e.some(t, all),
		coCited:       e.coCited,
		intersection:  e.some(h, ofTenth),
		dateRange:     e.some(h, inYear),
		count:         func(context.Context, func(string)) (int, error) { return len(h), nil },
		page:          e.some(h[len(h)/2:][:min(20, len(h)/2)], all),
		citerValues:   e.some(h, func(n int64) bool { return e.dict.values[n] != "" }),
	}
}

// some gives the nodes of a list that pass.
func (e *csrEngine) some(l []int64, pass func(int64) bool) question {
	return func(_ context.Context, see func(string)) (n int, _ error) {
		for _, s := range l {
			if !pass(s) {
				continue
			}
			n++
			if see != nil {
				see(e.dict.values[s])
			}
		}
		return n, nil
	}
}

func (e *csrEngine) coCited(_ context.Context, see func(string)) (n int, _ error) {
	e.turn++
	for _, s := range e.backward[cites].of(e.dict.of(tenth)) {
		for _, o := range e.forward[cites].of(s) {
			if e.seen[o] == e.turn {
				continue
			}
			e.seen[o] = e.turn
			n++
			if see != nil {
				see(e.dict.values[o])
			}
		}
	}
	return n, nil
}
