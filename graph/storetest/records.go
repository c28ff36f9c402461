package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// records: the records are the decisions without what takes long to read, in the same order, also
// where there are many, and reading may end anywhere.
func records(t *testing.T, s graph.Store) {
	ctx := context.Background()
	var batch []*corpus.Decision
	for i := range 150 {
		batch = append(batch, Decision(fmt.Sprintf("dila:%03d", (i*37)%150), fmt.Sprintf("17-21%03d", i), "2018-03-14", "code-civil/9"))
	}
	put(t, s, graph.Added, batch...)
	var want, got []*corpus.Decision
	for d, err := range s.Decisions(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		d.Text, d.Zones, d.Official, d.Read = "", nil, corpus.Metadata{}, corpus.Metadata{}
		for i := range d.Sources {
			d.Sources[i].Official = nil
		}
		want = append(want, d)
	}
	for d, err := range s.Records(ctx, graph.RecordsRequest{}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, d)
	}
	same(t, "records", got, want)
	for _, at := range []int{1, 17, 150} {
		n := 0
		for _, err := range s.Records(ctx, graph.RecordsRequest{}) {
			if n++; err != nil || n == at {
				break
			}
		}
		same(t, "records before the end", n, at)
	}
	canceled, cancel := context.WithCancel(ctx)
	defer cancel()
	var last error
	for _, err := range s.Records(canceled, graph.RecordsRequest{}) {
		cancel()
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("canceled reading ends with %v", last)
	}
}

// recordsAsked: some records, in the order that was asked for.
func recordsAsked(t *testing.T, s graph.Store) {
	ctx := context.Background()
	var all []*corpus.Decision
	for i := range 40 {
		all = append(all, Decision(fmt.Sprintf("dila:%02d", i), fmt.Sprintf("17-21%03d", i), "2018-03-14", "code-civil/9"))
	}
	put(t, s, graph.Added, all...)
	ask := func(req graph.RecordsRequest) (got []*corpus.Decision) {
		for d, err := range s.Records(ctx, req) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, d)
		}
		return got
	}
	nodes, got := []corpus.Node{"dila:31", "dila:03", "dila:17", "dila:03"}, []corpus.Node(nil)
	for _, d := range ask(graph.RecordsRequest{Nodes: nodes}) {
		got = append(got, d.Node)
	}
	same(t, "some", got, nodes)
	same(t, "none", len(ask(graph.RecordsRequest{Nodes: []corpus.Node{}})), 0)
	for _, err := range s.Records(ctx, graph.RecordsRequest{Nodes: []corpus.Node{"dila:99"}}) {
		if !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("what is not held: %v", err)
		}
	}
}
