package storetest

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func resolve(t *testing.T, s graph.Store) {
	ctx := context.Background()
	d := Decision("dila:A", "17-21.434", "2018-03-14")
	d.Keys = append(d.Keys, "ecli/FR:CCASS:2018:CO00182")
	put(t, s, graph.Added, d)
	for _, k := range []corpus.Key{"cass/17-21434", "cass/2018-03-14", "ecli/FR:CCASS:2018:CO00182", "cass/17-21434@2018-03-14"} {
		same(t, string(k), nodes(t, s, k), []corpus.Node{"dila:A"})
	}
	same(t, "another day", nodes(t, s, "cass/17-21434@2018-03-15"), []corpus.Node{"cass/17-21434@2018-03-15"})
	same(t, "a provision nobody cites", nodes(t, s, "code-civil/9"), []corpus.Node{"code-civil/9"})
	keys, err := s.Aliases(ctx, "dila:A")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "aliases", keys, []corpus.Key{"cass/17-21434", "cass/2018-03-14", "ecli/FR:CCASS:2018:CO00182"})
	if _, err := s.Resolve(ctx, "no key"); err == nil {
		t.Error("what is no key was resolved")
	}
}

// homonyms: a QPC and the ruling of the same case share their number.
func homonyms(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, Decision("dila:QPC", "23-17.506", "2024-01-10"), Decision("dila:A", "23-17.506", "2024-06-12"),
		Decision("dila:B", "23-17.506", "2024-06-12"))
	same(t, "the number", nodes(t, s, "cass/23-17506"), []corpus.Node{"dila:A", "dila:B", "dila:QPC"})
	same(t, "number and day", nodes(t, s, "cass/23-17506@2024-01-10"), []corpus.Node{"dila:QPC"})
	same(t, "two on one day", nodes(t, s, "cass/23-17506@2024-06-12"), []corpus.Node{"dila:A", "dila:B"})
	same(t, "told apart", nodes(t, s, corpus.Key("cass/23-17506").At("2024-06-12", graph.Tie("dila:B"))), []corpus.Node{"dila:B"})
}

// instrumentAlias: one text gives number and date of a statute, another the
// date alone.
func instrumentAlias(t *testing.T, s graph.Store) {
	full := Decision("dila:A", "17-21.434", "2018-03-14", "loi/65-557/18")
	full.Citations[0].AlsoNamed = []corpus.Key{"loi/1965-07-10/18"}
	put(t, s, graph.Added, Decision("dila:B", "18-21.434", "2019-03-14", "loi/1965-07-10/18"))
	same(t, "before it is learnt", nodes(t, s, "loi/1965-07-10/18"), []corpus.Node{"loi/1965-07-10/18"})
	put(t, s, graph.Added, full)
	same(t, "the same article", nodes(t, s, "loi/1965-07-10/18"), []corpus.Node{"loi/65-557/18"})
	same(t, "another article", nodes(t, s, "loi/1965-07-10/9"), []corpus.Node{"loi/65-557/9"})
	keys, err := s.Aliases(context.Background(), "loi/65-557/18")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "aliases of the article", keys, []corpus.Key{"loi/1965-07-10/18"})
	st, _ := s.Stats(context.Background())
	if st.Provisions != 1 {
		t.Errorf("%d provisions, want one under two names", st.Provisions)
	}
	other := Decision("dila:C", "19-21.434", "2020-03-14", "loi/65-999")
	other.Citations[0].AlsoNamed = []corpus.Key{"loi/1965-07-10"}
	put(t, s, graph.Added, other)
	same(t, "a date that fits two statutes", nodes(t, s, "loi/1965-07-10/18"), []corpus.Node{"loi/65-557/18", "loi/65-999/18"})
}

// commentary: a text that speaks of a decision, before and after the decision
// itself.
func commentary(t *testing.T, s graph.Store) {
	ctx := context.Background()
	note := func(path string) *corpus.Decision {
		d := Decision("cass/17-21434", "17-21.434", "2018-03-14", "code-civil/9")
		d.Sources = []corpus.Source{{Path: path, Format: "page", Secondary: true}}
		return d
	}
	put(t, s, graph.Added, note("news.html"))
	same(t, "known from the commentary", nodes(t, s, "cass/17-21434"), []corpus.Node{"cass/17-21434"})
	d := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/16")
	put(t, s, graph.Added, d)
	same(t, "the decision itself", nodes(t, s, "cass/17-21434"), []corpus.Node{"dila:A"})
	put(t, s, graph.Attached, note("other.html"))
	put(t, s, graph.Unchanged, note("other.html"), note("news.html"), d)
	got, err := s.Get(ctx, "dila:A")
	if err != nil || len(got.Sources) != 3 || got.Secondary() || got.Text != d.Text {
		t.Errorf("got %+v, %v: a commentary must be noted and change nothing else", got, err)
	}
	same(t, "what only the commentary cites", citers(t, s, "code-civil/9"), []string(nil))
	st, _ := s.Stats(ctx)
	if st.Decisions != 1 || st.SecondaryDecisions != 0 {
		t.Errorf("stats %+v", st)
	}
}

func citing(t *testing.T, s graph.Store) {
	a, b := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9", "code-civil/9"), Decision("dila:B", "18-21.434", "2019-03-14", "code-civil/9")
	b.Citations[0].Speaker, b.Citations[0].Zone = corpus.Partie, corpus.Moyens
	a.Citations[1].Speaker = corpus.Partie
	put(t, s, graph.Added, a, b)
	same(t, "all", citers(t, s, "code-civil/9"), []string{"dila:A", "dila:B"})
	same(t, "applied", citers(t, s, "code-civil/9", corpus.Applied), []string{"dila:A"})
	same(t, "invoked", citers(t, s, "code-civil/9", corpus.Invoked), []string{"dila:A", "dila:B"})
	same(t, "either", citers(t, s, "code-civil/9", corpus.Applied, corpus.Invoked), []string{"dila:A", "dila:B"})
	same(t, "quoted", citers(t, s, "code-civil/9", corpus.Quoted), []string(nil))
	c := Decision("dila:C", "20-21.434", "2021-03-14", "ca/paris/18-04366")
	c.Citations[0].UnderAppeal = true
	put(t, s, graph.Added, c)
	for n, err := range s.Reviewing(context.Background(), "ca/paris/18-04366") {
		if err != nil || n != "dila:C" {
			t.Errorf("reviewing: %s, %v", n, err)
		}
	}
	for k, err := range s.Reviewed(context.Background(), "dila:C") {
		if err != nil || k != "ca/paris/18-04366" {
			t.Errorf("reviewed: %s, %v", k, err)
		}
	}
}

func journal(t *testing.T, s graph.Store) {
	ctx := context.Background()
	list := func(after uint64) (got []string) {
		for c, err := range s.Changes(ctx, after) {
			if err != nil {
				t.Fatal(err)
			}
			state := "held"
			if c.Decision == nil {
				state = "removed"
			} else if d, err := s.Get(ctx, c.Node); err != nil || !cmp.Equal(d, c.Decision, cmpopts.EquateEmpty()) {
				t.Errorf("%s in the journal is not what is held (%v):\n%s", c.Node, err, cmp.Diff(d, c.Decision, cmpopts.EquateEmpty()))
			}
			got = append(got, string(c.Node)+" "+state)
		}
		return got
	}
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14"), Decision("dila:B", "18-21.434", "2018-03-14"))
	first := s.Seq()
	put(t, s, graph.Replaced, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"))
	same(t, "from the start", list(0), []string{"dila:B held", "dila:A held"})
	same(t, "after the first batch", list(first), []string{"dila:A held"})
	if _, err := s.Remove(ctx, "dila:B"); err != nil {
		t.Fatal(err)
	}
	same(t, "with a removal", list(first), []string{"dila:A held", "dila:B removed"})
	same(t, "at the end", list(s.Seq()), []string(nil))
}

func stats(t *testing.T, s graph.Store) {
	d := Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9", "code-civil/9", "cass/16-11111", "ca/paris/2015-03-12")
	d.Citations = append(d.Citations, corpus.Citation{Text: "article 5", Unresolved: "no instrument"})
	d.Parties = []corpus.Party{{Name: "Kirsch", Side: corpus.Defendeur, Kind: corpus.Morale}}
	d.Holdings = []corpus.Holding{{Text: "REJETTE", Kind: corpus.Rejet}, {Text: "CONDAMNE", Kind: corpus.Depens}}
	put(t, s, graph.Added, d)
	got, err := s.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	quads := got.Quads
	if quads != int64(len(graph.Quads(d))) {
		t.Errorf("%d quads, the decision has %d", quads, len(graph.Quads(d)))
	}
	same(t, "stats", got, graph.Stats{Decisions: 1, PendingDecisions: 2, Provisions: 1, Citations: 5,
		UnresolvedCitations: 1, Parties: 1, Holdings: 2, Quads: quads})
}
