// Package storetest is the conformance suite of graph.Store: what every back
// end must keep.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
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
