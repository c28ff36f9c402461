package queries

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// twoArrivals are two libraries of the same decisions, which came in one order and in the
// other: the examples, and thirty rulings that are cited alike.
func twoArrivals(t *testing.T) (forth, back *Library) {
	t.Helper()
	ctx := context.Background()
	from, err := Memory()
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	if _, err := from.Add(ctx, []string{"../corpus/examples"}, AddOptions{}); err != nil {
		t.Fatal(err)
	}
	shelf := func() (list []*corpus.Decision) {
		for d, err := range from.store.Decisions(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, d)
		}
		for i := range 30 {
			text := fmt.Sprintf("Vu [code-civil/%d] et [code-civil/9].", 100+i%4)
			for _, step := range []int{1, 2, 7} {
				if i >= step {
					text += fmt.Sprintf(" Voir [cass/15-40%03d].", i-step)
				}
			}
			list = append(list, ruling(fmt.Sprintf("15-40.%03d", i), corpus.Date(fmt.Sprintf("2015-%02d-%02d", 1+i/10, 1+i%10)), text))
		}
		return list
	}
	put := func(list []*corpus.Decision) *Library {
		l, err := Memory()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { l.Close() })
		for _, d := range list {
			if _, err := l.store.Put(ctx, []*corpus.Decision{d}); err != nil {
				t.Fatal(err)
			}
		}
		if err := l.follow(ctx); err != nil {
			t.Fatal(err)
		}
		return l
	}
	turned := shelf()
	slices.Reverse(turned)
	return put(shelf()), put(turned)
}

// TestArrival: what is measured does not depend on the order in which decisions came.
func TestArrival(t *testing.T) {
	forth, back := twoArrivals(t)
	ctx := context.Background()
	asks := map[string]func(l *Library) (any, error){}
	for _, by := range rankings {
		asks["rank by "+by] = func(l *Library) (any, error) { return l.Rank(ctx, RankRequest{By: by, Limit: 200}) }
	}
	asks["rank of a provision"] = func(l *Library) (any, error) {
		return l.Rank(ctx, RankRequest{Provision: "C. civ. 9", Limit: 200})
	}
	asks["line of a provision"] = func(l *Library) (any, error) { return l.Lineage(ctx, LineageRequest{Reference: "C. civ. 9"}) }
	for seed := range uint64(5) {
		asks[fmt.Sprintf("communities %d", seed)] = func(l *Library) (any, error) {
			return l.Communities(ctx, CommunitiesRequest{Seed: seed, Least: 2, Limit: 100})
		}
	}
	for d, err := range forth.store.Decisions(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(d.Node), "dila:15-40.0") {
			continue
		}
		asks["similar to "+string(d.Key)] = func(l *Library) (any, error) {
			return l.Similar(ctx, SimilarRequest{Reference: string(d.Key), Limit: 50})
		}
		asks["line of "+string(d.Key)] = func(l *Library) (any, error) {
			return l.Lineage(ctx, LineageRequest{Reference: string(d.Key)})
		}
	}
	for what, ask := range asks {
		var said [2]string
		for i, l := range []*Library{forth, back} {
			ans, err := ask(l)
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			b, err := json.Marshal(ans)
			if err != nil {
				t.Fatal(err)
			}
			said[i] = string(b)
		}
		if said[0] != said[1] {
			t.Errorf("%s:\n%s\nand, of decisions that came the other way round,\n%s", what, said[0], said[1])
		}
	}
}
