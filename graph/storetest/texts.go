package storetest

import (
	"context"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

const reform = corpus.Date("2016-10-01")

// tortMeant designates the rule on torts by its old number, which took over that of
// presumptions on the same day.
func tortMeant() *corpus.Designation {
	return &corpus.Designation{Version: corpus.Before(reform), Today: "code-civil/1240", TodayCandidates: []corpus.Key{}, Because: "test", Certainty: 1,
		Went: []corpus.Text{{Key: "code-civil/1240", Version: corpus.From(reform)}}}
}

// presumption designates the rule that came to the number of that on torts.
func presumption() *corpus.Designation {
	reuses := corpus.Text{Key: "code-civil/1382", Version: corpus.Before(reform)}
	return &corpus.Designation{Version: corpus.From(reform), Today: "code-civil/1382", TodayCandidates: []corpus.Key{}, Because: "test", Certainty: 1,
		Came: []corpus.Text{{Key: "code-civil/1353", Version: corpus.Before(reform)}}, Reuses: &reuses}
}

// designated is a decision that cites article 1382 of the code civil and means
// something by it; nil is not known.
func designated(node, number string, date corpus.Date, meant *corpus.Designation) *corpus.Decision {
	d := Decision(node, number, date, "code-civil/1382")
	d.Citations[0].Meant = meant
	return d
}

// texts: a decision cites the text that it meant, prints its number, and the
// graph knows from where the rule came and where it went.
func texts(t *testing.T, s graph.Store) {
	open := &corpus.Designation{TodayCandidates: []corpus.Key{}, Because: "nothing shows it"}
	only := &corpus.Designation{Version: corpus.Unchanged, Today: "code-civil/1382", TodayCandidates: []corpus.Key{}, Because: "test", Certainty: 1}
	put(t, s, graph.Added, designated("dila:old", "16-10.001", "2016-10-04", tortMeant()), designated("dila:new", "18-10.002", "2019-03-14", presumption()),
		designated("dila:open", "18-10.003", "2019-03-15", open), designated("dila:only", "18-10.004", "2019-03-16", only))
	for key, want := range map[corpus.Key][]string{
		"code-civil/1382@before:2016-10-01": {"dila:old"},
		"code-civil/1382@from:2016-10-01":   {"dila:new"},
		"code-civil/1382":                   {"dila:only", "dila:open"},
		"code-civil/1240@from:2016-10-01":   nil,
		"code-civil/1240":                   nil,
	} {
		same(t, "citers of "+string(key), citers(t, s, key), want)
		same(t, "who applies "+string(key), citers(t, s, key, corpus.Applied), want)
	}
	const old, now = quad.IRI("code-civil/1382@before:2016-10-01"), quad.IRI("code-civil/1382@from:2016-10-01")
	for _, c := range []struct {
		from, by quad.IRI
		to       []quad.IRI
	}{
		{"dila:old", graph.Cites, []quad.IRI{old}},
		{"dila:old", graph.Prints, []quad.IRI{"code-civil/1382"}},
		{"dila:new", graph.Cites, []quad.IRI{now}},
		{"dila:new", graph.Prints, []quad.IRI{"code-civil/1382"}},
		{"dila:open", graph.Cites, []quad.IRI{"code-civil/1382"}},
		{"dila:open", graph.Prints, nil},
		{"dila:only", graph.Prints, nil},
		{old, graph.TextOf, []quad.IRI{"code-civil/1382"}},
		{now, graph.TextOf, []quad.IRI{"code-civil/1382"}},
		{old, graph.RenumberedAs, []quad.IRI{"code-civil/1240@from:2016-10-01"}},
		{"code-civil/1240@from:2016-10-01", graph.TextOf, []quad.IRI{"code-civil/1240"}},
		{"code-civil/1353@before:2016-10-01", graph.RenumberedAs, []quad.IRI{now}},
		{"code-civil/1353@before:2016-10-01", graph.TextOf, []quad.IRI{"code-civil/1353"}},
		{now, graph.ReusesNumberOf, []quad.IRI{old}},
		{old, graph.ReusesNumberOf, nil},
		{"code-civil/1382", graph.RenumberedAs, nil},
	} {
		same(t, string(c.from)+" "+string(c.by), leads(t, s, c.from, c.by), c.to)
	}
	textStats(t, s)
	if gone, err := s.Remove(context.Background(), "dila:old"); err != nil || gone != 1 {
		t.Fatalf("removed %d, %v", gone, err)
	}
	same(t, "the line after the decision that showed it is gone", leads(t, s, old, graph.RenumberedAs), []quad.IRI(nil))
}

// leads lists what a predicate leads to.
func leads(t *testing.T, s graph.Store, from, by quad.IRI) (got []quad.IRI) {
	t.Helper()
	values, err := path.StartPath(s.Quads(), from).Out(by).Unique().Iterate(context.Background()).AllValues(s.Quads())
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range values {
		got = append(got, v.(quad.IRI))
	}
	slices.Sort(got)
	return got
}

// textStats: the texts of one number are one provision.
func textStats(t *testing.T, s graph.Store) {
	t.Helper()
	st, err := s.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if st.Provisions != 1 || st.PendingDecisions != 0 || st.Decisions != 4 || st.Citations != 4 {
		t.Errorf("stats %+v, want 4 decisions that cite 1 provision", st)
	}
}

// day: the day of a decision, from the graph alone.
func day(t *testing.T, s graph.Store) {
	put(t, s, graph.Added, Decision("dila:A", "17-21.434", "2018-03-14", "code-civil/9"), Decision("dila:B", "17-21.435", "1804-03-21"),
		Decision("dila:C", "17-21.436", ""))
	for node, want := range map[corpus.Node]corpus.Date{"dila:A": "2018-03-14", "dila:B": "1804-03-21", "dila:C": "", "dila:nobody": "", "code-civil/9": ""} {
		if got, err := s.Day(context.Background(), node); err != nil || got != want {
			t.Errorf("day of %s: %q, %v; want %q", node, got, err, want)
		}
	}
}
