package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// links: the questions by number give what a look at every decision gives, also
// after decisions were replaced and removed.
func links(t *testing.T, s graph.Store) {
	ctx, list := context.Background(), linked(400)
	put(t, s, graph.Added, list...)
	ask := func() {
		t.Helper()
		for _, req := range linkRequests {
			askLinks(t, s, list, req)
		}
	}
	ask()
	for i := 0; i < 400; i += 7 { // the citations of another
		d := Decision(string(list[i].Node), list[i].Numbers[0], "2011-11-11", "code-civil/13", "code-civil/9")
		put(t, s, graph.Replaced, d)
		list[i] = d
	}
	if n, err := s.Remove(ctx, list[1].Node, list[2].Node); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	list = slices.Delete(list, 1, 3)
	ask()
	if wrong, err := s.Repair(ctx); wrong != 0 || err != nil {
		t.Errorf("repair found %d wrong, %v", wrong, err)
	}
	if err := s.Compact(ctx); err != nil {
		t.Fatal(err)
	}
	ask()
}

func askLinks(t *testing.T, s graph.Store, list []*corpus.Decision, req graph.CitersRequest) {
	t.Helper()
	ctx, what := context.Background(), fmt.Sprintf("%+v", req)
	want := matching(list, req)
	set, err := s.Citers(ctx, req)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	got, err := s.Nodes(ctx, set)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	days, err := s.Days(ctx, set)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	courts, err := s.Courts(ctx, set)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	for i, node := range got {
		at := slices.IndexFunc(list, func(d *corpus.Decision) bool { return d.Node == node })
		if at < 0 || list[at].Date != days[i] || courtOf(list[at]) != courts[i] {
			t.Errorf("%s: the day of %s is %q, its court %q", what, node, days[i], courts[i])
		}
	}
	slices.Sort(got)
	same(t, what, got, want)
	if n, err := s.CountCiters(ctx, req); n != len(want) || err != nil {
		t.Errorf("%s: counted %d, %v, want %d", what, n, err, len(want))
	}
	if b := set.Bitmap(); b.GetCardinality() != uint64(set.Len()) || graph.NodeSetOf(b).And(set).Len() != set.Len() {
		t.Errorf("%s: a bitmap of %d nodes for %d", what, b.GetCardinality(), set.Len())
	}
	for _, req.Limit = range []int{0, 1 + len(want)/3} {
		same(t, what+" in pages", pages(t, s, req), want)
	}
	req.Limit = 0
	for _, limit := range []int{0, 2} {
		got, err := s.CoCited(ctx, req, limit)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		same(t, what+" cited with", got, together(list, req, limit))
	}
}

func sharedCitations(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9", "code-civil/16", "code-civil/10"),
		Decision("dila:B", "18-21.434", "2019-03-14", "code-civil/16", "code-civil/9"), Decision("dila:C", "19-21.434", "2020-03-14", "code-civil/9"))
	for _, c := range []struct {
		nodes []corpus.Node
		want  []corpus.Key
	}{
		{[]corpus.Node{}, []corpus.Key{}},
		{[]corpus.Node{"dila:A"}, []corpus.Key{"code-civil/10", "code-civil/16", "code-civil/9"}},
		{[]corpus.Node{"dila:A", "dila:B"}, []corpus.Key{"code-civil/16", "code-civil/9"}},
		{[]corpus.Node{"dila:A", "dila:B", "dila:C"}, []corpus.Key{"code-civil/9"}},
		{[]corpus.Node{"dila:A", "dila:Z"}, []corpus.Key{}},
	} {
		got, err := s.SharedCitations(context.Background(), c.nodes...)
		if err != nil {
			t.Fatal(err)
		}
		same(t, fmt.Sprint(c.nodes), got, c.want)
	}
}

// frozen: a moment stays as it was, whatever is written meanwhile; a page cursor
// lives through it.
func frozen(t *testing.T, s graph.Store) {
	ctx, list := context.Background(), linked(60)
	put(t, s, graph.Added, list...)
	v, err := s.Moment(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	req := graph.CitersRequest{Keys: []corpus.Key{"code-civil/9"}, Limit: 25}
	first, next, err := s.CitersPage(ctx, req, "")
	if err != nil || first.Len() != 25 {
		t.Fatal(first.Len(), err)
	}
	if _, err := s.Remove(ctx, list[3].Node, list[24].Node, list[25].Node); err != nil {
		t.Fatal(err)
	}
	put(t, s, graph.Replaced, Decision("dila:00030", "17-00030", "2018-03-14", "code-civil/16"))
	put(t, s, graph.Added, Decision("dila:new", "19-21.434", "2020-03-14", "code-civil/9"))
	set, err := v.Citers(ctx, req)
	if err != nil || set.Len() != 60 {
		t.Errorf("the moment has %d citers, %v", set.Len(), err)
	}
	nodes, err := v.Nodes(ctx, set)
	if err != nil || slices.Contains(nodes, "") || slices.Contains(nodes, "dila:new") {
		t.Errorf("the moment names %v, %v", nodes, err)
	}
	if n, err := v.CountCiters(ctx, req); n != 60 || err != nil {
		t.Errorf("the moment counts %d, %v", n, err)
	}
	if n, err := s.CountCiters(ctx, req); n != 57 || err != nil {
		t.Errorf("the store counts %d, %v", n, err)
	}
	second, _, err := s.CitersPage(ctx, graph.CitersRequest{Keys: req.Keys}, next)
	if err != nil || first.And(second).Len() != 0 || second.Len() != 60-25-2+1 {
		t.Errorf("the second page has %d, %d of the first, %v", second.Len(), first.And(second).Len(), err)
	}
	if _, _, err := s.CitersPage(ctx, req, "no cursor"); !errors.Is(err, corpus.ErrKey) {
		t.Errorf("a cursor that is none: %v", err)
	}
}

// linksEnd: no question outlives its context or the store.
func linksEnd(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, linked(30)...)
	v, err := s.Moment(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	req := graph.CitersRequest{Keys: []corpus.Key{"code-civil/9"}, From: "2001-01-01"}
	set, err := s.Citers(context.Background(), req)
	if err != nil || set.Len() == 0 {
		t.Fatal(set.Len(), err)
	}
	questions := func(ctx context.Context, l graph.Links) map[string]error {
		_, citers := l.Citers(ctx, req)
		_, count := l.CountCiters(ctx, req)
		_, one := l.CountCiters(ctx, graph.CitersRequest{Keys: req.Keys})
		_, _, page := l.CitersPage(ctx, req, "")
		_, co := l.CoCited(ctx, req, 3)
		_, shared := l.SharedCitations(ctx, "dila:00001")
		_, nodes := l.Nodes(ctx, set)
		_, days := l.Days(ctx, set)
		_, courts := l.Courts(ctx, set)
		return map[string]error{"citers": citers, "count": count, "count of one": one, "page": page, "co-cited": co,
			"shared": shared, "nodes": nodes, "days": days, "courts": courts}
	}
	expect := func(ctx context.Context, want error) {
		t.Helper()
		for of, l := range map[string]graph.Links{"store": s, "moment": v} {
			for name, err := range questions(ctx, l) {
				if !errors.Is(err, want) {
					t.Errorf("%s of the %s: %v, want %v", name, of, err, want)
				}
			}
		}
	}
	canceled, stop := context.WithCancel(context.Background())
	stop()
	expect(canceled, context.Canceled)
	late, stop := context.WithTimeout(context.Background(), -1)
	defer stop()
	expect(late, context.DeadlineExceeded)
	if _, err := s.Moment(canceled); !errors.Is(err, context.Canceled) {
		t.Errorf("moment: %v", err)
	}
	if err := s.Compact(canceled); !errors.Is(err, context.Canceled) {
		t.Errorf("compact: %v", err)
	}
	expect(context.Background(), nil)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	expect(context.Background(), graph.ErrClosed)
	if err := s.Compact(context.Background()); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("compact: %v", err)
	}
}
