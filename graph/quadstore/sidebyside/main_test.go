package main

import (
	"context"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

// All engines give the same answers to the same graph, and the table has them.
func TestEnginesAgree(t *testing.T) {
	var all []report
	for _, name := range engineNames {
		r, err := measure(context.Background(), name, settings{N: 300, Dir: t.TempDir()})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if r.Quads != 300*perDecision {
			t.Errorf("%s: %d quads", name, r.Quads)
		}
		all = append(all, r)
	}
	if err := compare(all); err != nil {
		t.Error(err)
	}
	for _, q := range questionNames {
		if all[0].Answers[q].N == 0 {
			t.Errorf("%s: the graph has no answer", q)
		}
	}
	table := markdown(all)
	for _, want := range append([]string{"load, quads/s", "| pebble | pebble-bulk | sqlite | csr |"}, questionNames...) {
		if !strings.Contains(table, want) {
			t.Errorf("the table has no %q:\n%s", want, table)
		}
	}
}

// An engine that answers otherwise is named.
func TestCompare(t *testing.T) {
	one := report{Engine: "one", Answers: map[string]answer{count: {N: 5}, page: {N: 20, Sum: 1}}}
	for name, other := range map[string]report{
		"another number": {Engine: "two", Answers: map[string]answer{count: {N: 6}}},
		"other values":   {Engine: "two", Answers: map[string]answer{count: {N: 5, Sum: 1}}},
		"another way":    {Engine: "two", Answers: map[string]answer{pathCiters: {N: 3}, citersOfHub: {N: 2}}},
	} {
		if err := compare([]report{one, other}); err == nil || !strings.Contains(err.Error(), "two") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := compare([]report{one, {Engine: "two", Answers: map[string]answer{page: {N: 20, Sum: 2}}}}); err != nil {
		t.Error(err)
	}
}

// The graph is the same each time, and what the questions count on is in it.
func TestGraph(t *testing.T) {
	citers := map[quad.Value]int{}
	for i := range 200 {
		quads := quadsOf(i, 0)
		if len(quads) != perDecision {
			t.Fatalf("decision %d has %d quads", i, len(quads))
		}
		seen := map[quad.Quad]bool{}
		for k, q := range quads {
			if again := quadsOf(i, 0)[k]; again != q {
				t.Fatalf("%v, then %v", q, again)
			}
			if seen[q] || q.Label != decision(i) {
				t.Fatalf("decision %d: %v", i, q)
			}
			if seen[q] = true; q.Predicate == cites {
				citers[q.Object]++
			}
		}
	}
	if citers[hub] != 200 || citers[tenth] != 20 || citers[hundredth] != 2 {
		t.Error(citers[hub], citers[tenth], citers[hundredth])
	}
}
