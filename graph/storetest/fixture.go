package storetest

import (
	"context"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/google/go-cmp/cmp"
)

// Decision makes a small decision for tests: a ruling of the Cour de cassation
// with this number and date that cites the keys.
func Decision(node, number string, date corpus.Date, cites ...corpus.Key) *corpus.Decision {
	d := &corpus.Decision{Node: corpus.Node(node), Text: "Vu "}
	d.Court, d.Date, d.Numbers = corpus.Court{Kind: corpus.Cass}, date, []string{number}
	d.Read = d.Metadata
	d.Keys = d.Metadata.Keys()
	d.Key = d.Keys[0]
	d.Sources = []corpus.Source{{ID: node, Path: node + ".xml", Format: "test"}}
	d.Zones, d.Parties, d.Holdings = []corpus.Zone{}, []corpus.Party{}, []corpus.Holding{}
	d.Citations = []corpus.Citation{}
	for _, k := range cites {
		start := len(d.Text)
		d.Text += string(k) + "; "
		d.Citations = append(d.Citations, corpus.Citation{
			Span: corpus.Span{Start: start, End: start + len(k)}, Text: string(k), Key: k, Node: k,
			Zone: corpus.Motifs, Speaker: corpus.Cour, Rule: "test", Confidence: 1})
	}
	d.Zones = append(d.Zones, corpus.Zone{Zone: corpus.Motifs, Span: corpus.Span{End: len(d.Text)}})
	return d
}

func put(t *testing.T, s graph.Store, want graph.Outcome, ds ...*corpus.Decision) {
	t.Helper()
	out, err := s.Put(context.Background(), ds)
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range out {
		if o != want {
			t.Fatalf("%s was %v, want %v", ds[i].Node, o, want)
		}
	}
}

// nodes resolves a key, and wants the store and a resolver to agree.
func nodes(t *testing.T, s graph.Store, key corpus.Key) []corpus.Node {
	t.Helper()
	ctx := context.Background()
	got, err := s.Resolve(ctx, key)
	if err != nil {
		t.Fatal(err)
	}
	v, err := s.Moment(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	r, err := v.Resolver(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for range 2 { // what it keeps open is used again
		again, err := r.Resolve(ctx, key)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "resolver: "+string(key), again, got)
	}
	for _, n := range got {
		_, err := s.Get(ctx, n)
		if held, lost := r.Holds(n); lost != nil || held != (err == nil) {
			t.Errorf("%s is held: %t, %v; reading it: %v", n, held, lost, err)
		}
	}
	return got
}

func citers(t *testing.T, s graph.Store, key corpus.Key, uses ...corpus.Use) (got []string) {
	t.Helper()
	for n, err := range s.Citing(context.Background(), key, uses...) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(n))
	}
	slices.Sort(got)
	return got
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}
