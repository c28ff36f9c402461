package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// ruling is an invented decision of a court and a day that cites one article.
func ruling(i int, court corpus.Court, day corpus.Date) *corpus.Decision {
	node := corpus.Node(fmt.Sprintf("dila:%06d", i))
	return &corpus.Decision{Node: node, Keys: []corpus.Key{corpus.Key(fmt.Sprintf("cass/20-%05d", i))},
		Metadata:  corpus.Metadata{Court: court, Date: day, Numbers: []string{fmt.Sprintf("20-%05d", i)}},
		Sources:   []corpus.Source{{Path: string(node), ID: fmt.Sprintf("%06d", i)}},
		Citations: []corpus.Citation{{Key: "code-civil/9", Node: "code-civil/9"}}}
}

// TestColumns: at every state, and at moments before it, the columns say of each decision
// what its own row says, however they came about: read as a whole, or brought up.
func TestColumns(t *testing.T) {
	s, err := Memory(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx := context.Background()
	courts := []corpus.Court{{Kind: corpus.Cass}, {Kind: corpus.CA, Place: "Paris"}, {Kind: corpus.CA, Place: "Rennes"}, {}}
	r := rand.New(rand.NewPCG(1, 2))
	some := func(from, n int) (list []*corpus.Decision) {
		for i := range n {
			day := corpus.Date(fmt.Sprintf("20%02d-03-%02d", r.IntN(20), 1+r.IntN(28)))
			if r.IntN(10) == 0 {
				day = ""
			}
			list = append(list, ruling(from+i, courts[r.IntN(len(courts))], day))
		}
		return list
	}
	var before []*moment
	check := func(what string) {
		t.Helper()
		now, err := s.(*pebbleStore).moment(ctx)
		if err != nil {
			t.Fatal(err)
		}
		before = append(before, now)
		for _, v := range []*moment{now, before[0], now} {
			sameAsRows(t, what, v)
		}
		if c := now.s.columns.columns; c == nil || c.seq != s.Seq() {
			t.Fatalf("%s: no columns of this state were read", what)
		}
	}
	defer func() {
		for _, v := range before {
			_ = v.Close()
		}
	}()
	put := func(list []*corpus.Decision) {
		t.Helper()
		if _, err := s.Put(ctx, list); err != nil {
			t.Fatal(err)
		}
	}
	put(some(0, 2*columnLeast))
	check("read")
	put(some(2*columnLeast, 20))
	check("more")
	put(some(10, 30)) // otherwise than before
	check("changed")
	if _, err := s.Remove(ctx, "dila:000003", "dila:000012"); err != nil {
		t.Fatal(err)
	}
	check("removed")
	put(some(3, 1))
	check("come back")
	put(some(0, columnLeast))
	check("changed in part")
}

// sameAsRows compares the columns of a moment with what stands in its rows.
func sameAsRows(t *testing.T, what string, v *moment) {
	t.Helper()
	ctx := context.Background()
	set, err := v.Citers(ctx, CitersRequest{Keys: []corpus.Key{"code-civil/9"}})
	if err != nil || set.Len() < columnLeast {
		t.Fatalf("%s: %d citers, %v", what, set.Len(), err)
	}
	days, err := v.Days(ctx, set)
	if err != nil {
		t.Fatal(err)
	}
	courts, err := v.Courts(ctx, set)
	if err != nil {
		t.Fatal(err)
	}
	nodes, err := v.Nodes(ctx, set)
	if err != nil {
		t.Fatal(err)
	}
	for i, node := range nodes {
		d, err := v.s.decision(v.q.Reader(), node)
		if err != nil {
			t.Fatal(err)
		}
		court := ""
		if d.Court.Kind != "" {
			court = string(CourtNode(d.Court))[len(courtPrefix):]
		}
		if days[i] != d.Date || courts[i] != court {
			t.Errorf("%s: %s is of %q, %q; the columns say %q, %q", what, node, d.Date, court, days[i], courts[i])
		}
	}
}
