// Package storetest is the conformance suite of graph.Store: what every back
// end must keep.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// Run runs the suite on stores made by open, which must be empty. Run closes
// them.
func Run(t *testing.T, open func(t *testing.T) graph.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, graph.Store)
	}{
		{"round trip", roundTrip},
		{"records", records},
		{"records that are asked for", recordsAsked},
		{"replace", replace},
		{"same again", sameAgain},
		{"twice in a batch", twiceInABatch},
		{"copied", copied},
		{"try", try},
		{"restore", restore},
		{"remove", remove},
		{"two sources", twoSources},
		{"contradicted", contradicted},
		{"forget", forget},
		{"withdrawn", withdrawn},
		{"withdrawn undated", withdrawnUndated},
		{"withdrawn partly", withdrawnPartly},
		{"intake", intake},
		{"resolve", resolve},
		{"homonyms", homonyms},
		{"instrument alias", instrumentAlias},
		{"commentary", commentary},
		{"citing", citing},
		{"texts", texts},
		{"day", day},
		{"neighbours", neighbours},
		{"path", pathBetween},
		{"links", links},
		{"shared citations", sharedCitations},
		{"whole", whole},
		{"frozen", frozen},
		{"links end", linksEnd},
		{"journal", journal},
		{"failed batch", failedBatch},
		{"stats", stats},
		{"cayley", cayleyPath},
		{"articles", articles},
		{"article issues", articleIssues},
		{"article order", articleOrder},
		{"article whole", articleWhole},
		{"article journal", articleJournal},
		{"article graph", articleGraph},
		{"article try", articleTry},
		{"canceled", canceled},
		{"closed while reading", closedWhileReading},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			defer func() {
				if err := s.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
				if err := s.Close(); err != nil {
					t.Errorf("second close: %v", err)
				}
			}()
			c.test(t, s)
			if err := s.Check(context.Background()); err != nil && !errors.Is(err, graph.ErrClosed) {
				t.Errorf("check: %v", err)
			}
		})
	}
}

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

func roundTrip(t *testing.T, s graph.Store) {
	d := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/1382", "code-civil/1240")
	d.Text += "été « œuvre » \u00a0fin"
	d.Parties = []corpus.Party{{Name: "société Kœnig", Side: corpus.Demandeur, Kind: corpus.Morale}}
	d.Holdings = []corpus.Holding{{Text: "REJETTE", Kind: corpus.Rejet}}
	put(t, s, graph.Added, d)
	got, err := s.Get(context.Background(), d.Node)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "decision read back", got, d)
	if _, err := s.Get(context.Background(), "dila:B"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a decision that is not held: %v, want ErrNotFound", err)
	}
}

func replace(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/1382", "code-civil/9"))
	put(t, s, graph.Replaced, Decision("dila:A", "17-21.435", "2018-03-15", "code-civil/9"))
	same(t, "citers of what is no longer cited", citers(t, s, "code-civil/1382"), []string(nil))
	same(t, "citers of what still is", citers(t, s, "code-civil/9"), []string{"dila:A"})
	same(t, "the old number", nodes(t, s, "cass/17-21434"), []corpus.Node{"cass/17-21434"})
	same(t, "the new number", nodes(t, s, "cass/17-21435"), []corpus.Node{"dila:A"})
	st, err := s.Stats(context.Background())
	if err != nil || st.Decisions != 1 || st.Citations != 1 || st.Provisions != 1 {
		t.Errorf("stats %+v, %v", st, err)
	}
}

func sameAgain(t *testing.T, s graph.Store) {
	a, b := Decision("dila:A", "17-21.434", "2018-03-14"), Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9")
	b.Sources[0].Path = "other.xml"
	put(t, s, graph.Added, a)
	put(t, s, graph.Unchanged, a)
	put(t, s, graph.Replaced, b) // a second source with more to say
	before, _ := s.Stats(context.Background())
	seq := s.Seq()
	put(t, s, graph.Unchanged, a, b) // both were taken in before
	after, _ := s.Stats(context.Background())
	same(t, "stats after the same again", after, before)
	if s.Seq() != seq {
		t.Errorf("the journal moved from %d to %d", seq, s.Seq())
	}
	got, _ := s.Get(context.Background(), "dila:A")
	if len(got.Sources) != 2 || len(got.Citations) != 1 {
		t.Errorf("sources %v, citations %v", got.Sources, got.Citations)
	}
}

func twiceInABatch(t *testing.T, s graph.Store) {
	a, b := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"), Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/16")
	b.Sources[0].Path = "other.xml"
	out, err := s.Put(context.Background(), []*corpus.Decision{a, b, a})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "outcomes", out, []graph.Outcome{graph.Added, graph.Replaced, graph.Unchanged})
	same(t, "citers of the first version", citers(t, s, "code-civil/9"), []string(nil))
	same(t, "citers of the second", citers(t, s, "code-civil/16"), []string{"dila:A"})
}

// copied: the same content from another path is one more source, and no change; it
// does not bring back what was replaced meanwhile.
func copied(t *testing.T, s graph.Store) {
	at := func(path string, cites corpus.Key) *corpus.Decision {
		d := Decision("dila:A", "17-21.434", "2018-03-14", cites)
		d.Sources[0].Path = path
		return d
	}
	put(t, s, graph.Added, at("a.xml", "code-civil/9"))
	put(t, s, graph.Attached, at("b.xml", "code-civil/9"))
	put(t, s, graph.Replaced, at("c.xml", "code-civil/16"))
	put(t, s, graph.Replaced, at("d.xml", "code-civil/9"))
	got, err := s.Get(context.Background(), "dila:A")
	if err != nil || len(got.Sources) != 4 || got.Text != "Vu code-civil/9; " {
		t.Errorf("%+v, %v", got, err)
	}
}

// try: what would become of a batch, without its becoming.
func try(t *testing.T, s graph.Store) {
	ctx := context.Background()
	a, b := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"), Decision("dila:B", "18-21.434", "2019-03-14")
	put(t, s, graph.Added, a)
	before, _ := s.Stats(ctx)
	seq := s.Seq()
	out, err := s.Try(ctx, []*corpus.Decision{a, b, b})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "outcomes", out, []graph.Outcome{graph.Unchanged, graph.Added, graph.Unchanged})
	after, _ := s.Stats(ctx)
	same(t, "stats after a try", after, before)
	if _, err := s.Get(ctx, "dila:B"); !errors.Is(err, graph.ErrNotFound) || s.Seq() != seq {
		t.Errorf("a try left something: %v, seq %d", err, s.Seq())
	}
}

func remove(t *testing.T, s graph.Store) {
	ctx := context.Background()
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"),
		Decision("dila:B", "18-21.434", "2019-03-14", "cass/17-21434"))
	if n, err := s.Remove(ctx, "dila:A", "dila:Z"); n != 1 || err != nil {
		t.Fatalf("removed %d, %v", n, err)
	}
	same(t, "what it was named by", nodes(t, s, "cass/17-21434"), []corpus.Node{"cass/17-21434"})
	same(t, "what it cited", citers(t, s, "code-civil/9"), []string(nil))
	same(t, "who cites it", citers(t, s, "cass/17-21434"), []string{"dila:B"})
	st, _ := s.Stats(ctx)
	if st.Decisions != 1 || st.PendingDecisions != 1 || st.Provisions != 0 {
		t.Errorf("stats %+v", st)
	}
}

// forget: a forgotten decision does not come back, from no source, until it is
// recalled; its homonym of another day is not concerned.
func forget(t *testing.T, s graph.Store) {
	ctx := context.Background()
	a := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9")
	elsewhere := Decision("judilibre:a", "17-21.434", "2018-03-14", "code-civil/16")
	a.Text += strings.Repeat("Un texte assez long pour n'être que le sien. ", 50)
	copied := Decision("texte:1", "99-99.999", "2018-03-15")
	copied.Text = strings.ReplaceAll(a.Text, ". ", ".\n")
	qpc := Decision("dila:Q", "17-21.434", "2017-11-02")
	put(t, s, graph.Added, a)
	if err := s.Forget(ctx, "dila:A"); err != nil {
		t.Fatal(err)
	}
	put(t, s, graph.Refused, a, elsewhere, copied)
	put(t, s, graph.Added, qpc)
	same(t, "what it cited", citers(t, s, "code-civil/9"), []string(nil))
	if _, err := s.Get(ctx, "dila:A"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a forgotten decision: %v, want ErrNotFound", err)
	}
	n := 0
	for stone, err := range s.Forgotten(ctx) {
		if n++; err != nil || stone.Node != "dila:A" || !slices.Equal(stone.Keys, a.Keys) {
			t.Errorf("tombstone %+v, %v", stone, err)
		}
	}
	if n != 1 {
		t.Errorf("%d tombstones, want 1", n)
	}
	if err := s.Recall(ctx, "dila:A"); err != nil {
		t.Fatal(err)
	}
	if err := s.Recall(ctx, "dila:A"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("recalled twice: %v, want ErrNotFound", err)
	}
	put(t, s, graph.Added, a)
	if err := s.Forget(ctx, "dila:Z"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("forget what is not held: %v, want ErrNotFound", err)
	}
}

func failedBatch(t *testing.T, s graph.Store) {
	ctx := context.Background()
	bad := Decision("dila:C", "19-21.434", "2019-03-14")
	bad.Node = ""
	if _, err := s.Put(ctx, []*corpus.Decision{Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"), bad}); err == nil {
		t.Fatal("a decision without node was taken")
	}
	if _, err := s.Get(ctx, "dila:A"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("half of a failed batch is there: %v", err)
	}
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"))
}

func canceled(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"))
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := s.Put(ctx, []*corpus.Decision{Decision("dila:B", "18-21.434", "2018-03-14")}); !errors.Is(err, context.Canceled) {
		t.Errorf("put after cancel: %v", err)
	}
	for _, err := range s.Citing(ctx, "code-civil/9") {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("citing after cancel: %v", err)
		}
	}
	if _, err := s.Get(ctx, "dila:A"); !errors.Is(err, context.Canceled) {
		t.Errorf("get after cancel: %v", err)
	}
}

// closedWhileReading: a store closed by its own reader ends the stream, and
// everything after it, with ErrClosed.
func closedWhileReading(t *testing.T, s graph.Store) {
	ctx := context.Background()
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"),
		Decision("dila:B", "18-21.434", "2019-03-14", "code-civil/9"))
	var last error
	for _, err := range s.Citing(ctx, "code-civil/9") {
		if last = err; last == nil {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_, get := s.Get(ctx, "dila:A")
	_, write := s.Put(ctx, []*corpus.Decision{Decision("dila:C", "19-21.434", "2020-03-14")})
	_, resolve := s.Resolve(ctx, "cass/17-21434")
	_, stats := s.Stats(ctx)
	for what, err := range map[string]error{"stream": last, "get": get, "put": write, "resolve": resolve, "stats": stats} {
		if !errors.Is(err, graph.ErrClosed) {
			t.Errorf("%s after close: %v, want ErrClosed", what, err)
		}
	}
}

func cayleyPath(t *testing.T, s graph.Store) {
	ctx := context.Background()
	for i := range 5 {
		put(t, s, graph.Added, Decision(fmt.Sprintf("dila:%d", i), fmt.Sprintf("17-2143%d", i), "2018-03-14",
			"code-civil/9", corpus.Key(fmt.Sprintf("code-civil/1%d", i%2))))
	}
	got, err := path.StartPath(s.Quads(), quad.IRI("code-civil/10")).In(graph.Cites).
		Out(graph.Cites).Unique().Iterate(ctx).AllValues(s.Quads())
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(got, func(a, b quad.Value) int { return slices.Compare([]byte(a.String()), []byte(b.String())) })
	same(t, "co-cited with article 10", got, []quad.Value{quad.IRI("code-civil/10"), quad.IRI("code-civil/9")})
}
