package graph

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/google/go-cmp/cmp"
)

// TestEdgePredicates: every predicate that leads from node to node is told around things.
func TestEdgePredicates(t *testing.T) {
	terms, err := Vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, term := range terms {
		if !term.Class && !slices.Contains([]string{"class", "text", "day", "whole number"}, term.To) || term.Name == "attendu:part_of" || term.Name == "attendu:reuses_number_of" ||
			term.Name == "attendu:renumbered_as" { // from text to text: the texts are nodes
			want = append(want, term.Name)
		}
	}
	for _, p := range edgePredicates {
		got = append(got, string(p))
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-vocabulary +edges):\n%s", d)
	}
}

// TestAround: bundles hold the edges that Neighbours gives, each once, with who states
// them, in an order of names, whichever page one asks for.
func TestAround(t *testing.T) {
	ctx := context.Background()
	batch := invented(t, synth.Options{Decisions: many(200, 60), Seed: 21})
	told := map[corpus.Node][]Statement{} // as the first store tells it
	for _, backwards := range []bool{false, true} {
		s, err := Memory(Options{NoSync: true})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if backwards { // the order of arrival is no order of answers
			slices.Reverse(batch)
		}
		for part := range slices.Chunk(batch, 50) {
			if _, err := s.Put(ctx, part); err != nil {
				t.Fatal(err)
			}
		}
		nodes := map[corpus.Node]bool{}
		for _, d := range batch[:40] {
			nodes[d.Node] = true
			for e, err := range s.Neighbours(ctx, d.Node) {
				if err != nil {
					t.Fatal(err)
				}
				nodes[e.To], nodes[e.From] = true, true
			}
		}
		for node := range nodes {
			got := statements(t, s, node)
			if want := oneByOne(t, s, node); !cmp.Equal(want, edgesOf(got)) {
				t.Fatalf("around %s (-one by one +bundles):\n%s", node, cmp.Diff(want, edgesOf(got)))
			}
			if before, ok := told[node]; ok && !cmp.Equal(before, got) {
				t.Errorf("around %s, when they came otherwise (-before +after):\n%s", node, cmp.Diff(before, got))
			}
			told[node] = got
		}
	}
}

func edgesOf(list []Statement) map[Statement]bool {
	out := map[Statement]bool{}
	for _, st := range list {
		out[st] = true
	}
	return out
}

// oneByOne joins what Neighbours gives.
func oneByOne(t *testing.T, s Store, node corpus.Node) map[Statement]bool {
	by := map[Edge][]corpus.Node{}
	for e, err := range s.Neighbours(context.Background(), node) {
		if err != nil {
			t.Fatal(err)
		}
		plain := e
		plain.Decision = ""
		if !slices.Contains(by[plain], e.Decision) { // an edge to itself is met twice
			by[plain] = append(by[plain], e.Decision)
		}
	}
	out := map[Statement]bool{}
	for e, list := range by {
		e.Decision = slices.Min(list)
		out[Statement{e, len(list)}] = true
	}
	return out
}

// statements reads the bundles of a node, three edges at a time.
func statements(t *testing.T, s Store, node corpus.Node) (list []Statement) {
	ctx := context.Background()
	v, err := s.Moment(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	bundles, err := v.Bundles(ctx, []corpus.Node{node}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bundles {
		var ends []string
		for from := 0; from < b.Len(); from += 3 {
			page, err := v.Statements(ctx, b, from, 3)
			if err != nil || len(page) != min(3, b.Len()-from) {
				t.Fatalf("%d of %d edges, %v", len(page), b.Len(), err)
			}
			for _, st := range page {
				list = append(list, st)
				ends = append(ends, strings.TrimSuffix(string(st.From)+" "+string(st.To), string(node)))
			}
		}
		if !slices.IsSorted(ends) {
			t.Errorf("%s %s: not in order: %v", node, b.Predicate, ends)
		}
	}
	return list
}
