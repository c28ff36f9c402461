package graph

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
)

// cited counts provisions and decisions that are not held as one would by hand: by
// resolving each key that is cited.
func cited(t *testing.T, s Store) (provisions, pending int64) {
	ctx := context.Background()
	v, err := s.Moment(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	seen := map[corpus.Node]bool{}
	for x, err := range v.EachCited(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		names, err := v.Nodes(ctx, NewNodeSet(x.Node))
		if err != nil {
			t.Fatal(err)
		}
		key := corpus.Key(names[0])
		if text, ok := corpus.ParseText(string(names[0])); ok {
			key = text.Key
		}
		if strings.Contains(string(names[0]), ">") {
			continue
		}
		nodes, err := s.Resolve(ctx, key)
		if err != nil {
			t.Fatal(err)
		}
		for _, node := range nodes {
			if seen[node] {
				continue
			}
			seen[node] = true
			_, err := s.Get(ctx, node)
			switch {
			case key.IsProvision():
				provisions++
			case errors.Is(err, ErrNotFound):
				pending++
			case err != nil:
				t.Fatal(err)
			}
		}
	}
	return provisions, pending
}

// TestCountsOfWhatIsCited: what is counted many at a time is what is counted one by one,
// whatever names lead where, before and after decisions go.
func TestCountsOfWhatIsCited(t *testing.T) {
	ctx := context.Background()
	s, err := Memory(Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	batch := invented(t, synth.Options{Decisions: many(300, 90), Seed: 11})
	held := len(batch)
	tangle := &corpus.Decision{Node: "dila:T", Keys: []corpus.Key{"cass/98-10001"}, Text: "…",
		Sources: []corpus.Source{{Path: "t.xml", Format: "dila", ID: "T"}}}
	for _, names := range [][]corpus.Key{
		{"cass/97-10001", "cass/97-10002"}, {"cass/97-10002", "cass/97-10001", "ecli/FR:CCASS:1999:CO00002"}, // a ring, and a way out of it
		{"cass/97-10003@1999-01-05"}, {"ecli/FR:CCASS:1999:CO00001", "cass/97-10001"}, {"cass/98-10001"},
		{"loi/1965-07-10/18"}, {"loi/65-557/18", "loi/1965-07-10/18"},
	} {
		tangle.Citations = append(tangle.Citations, corpus.Citation{Key: names[0], AlsoNamed: names[1:]})
	}
	batch = append(batch, tangle)
	check := func(when string) {
		t.Helper()
		st, err := s.Stats(ctx)
		if err != nil {
			t.Fatal(err)
		}
		provisions, pending := cited(t, s)
		if st.Provisions != provisions || st.PendingDecisions != pending || pending == 0 || provisions == 0 {
			t.Errorf("%s: %d provisions, %d decisions pending; one by one %d and %d", when, st.Provisions, st.PendingDecisions, provisions, pending)
		}
	}
	if _, err := s.Put(ctx, batch); err != nil {
		t.Fatal(err)
	}
	check("when all are held")
	for i := 0; i < held; i += 3 {
		if _, err := s.Remove(ctx, batch[i].Node); err != nil {
			t.Fatal(err)
		}
	}
	check("when a third has gone")
}
