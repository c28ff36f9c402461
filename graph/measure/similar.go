package measure

import (
	"context"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// SimilarRequest asks for the decisions that are like one.
type SimilarRequest struct {
	Node corpus.Node
	// Things are what it cites, each under all its names: a rule under all its numbers is
	// one thing.
	Things [][]corpus.Key
	// Names are those of the decision itself: who cites it cites these.
	Names []corpus.Key
	// Not are decisions to leave out, such as those of the same case.
	Not []corpus.Node
	// Resolve gives the held decision that a key names; ok is false where there is none
	// or there are several.
	Resolve func(ctx context.Context, key corpus.Key) (node corpus.Node, ok bool, err error)
	// NamesOf gives the names of a decision that are its alone.
	NamesOf func(ctx context.Context, node corpus.Node) ([]corpus.Key, error)
}

// Similar is a decision that is like another, and why.
type Similar struct {
	Node  corpus.Node
	Score float64 // 1 - (1 - Coupling)(1 - CoCitation)
	// Coupling is the cosine of what the two cite, each thing weighing ln(N/n): N
	// decisions are held, and n cite it.
	Coupling float64
	Shared   []int // places in Things of what both cite, the rarest first
	// CoCitation is how many cite both, over the geometric mean of how many cite each.
	CoCitation float64
	Together   int // decisions that cite both
}

// SimilarAnswer is what Similar found. Each of its lists may be empty.
type SimilarAnswer struct {
	List []Similar // all that were compared, the most similar first
	// Citing is how many decisions cite each of Things, under any of its names.
	Citing []int
	// Common are the places in Things of what is cited so often that decisions which share
	// only this were not compared.
	Common []int
	// Cut says that one thing alone is cited by more decisions than were compared.
	Cut bool
}

// The bounds of a comparison, so that what it costs does not grow with the library
// (docs/measures.md has what it takes).
const (
	maxPostings = 60_000 // citers looked at, the rarest things first
	maxCompared = 200    // decisions that are compared in full
	maxTogether = 1_000  // decisions citing it whose other citations are counted
	maxCited    = 500    // things cited with it that are looked at, those cited most with it first
	maxTied     = 1_024  // of equal weight, among which names decide; else the order of arrival does
)

// FindSimilar compares a decision with those that share what it cites, and with those
// that are cited with it. Decisions are found by the rarest things, and compared in full
// then: bibliographic coupling (M. Kessler, 1963) and co-citation (H. Small, 1973).
func FindSimilar(ctx context.Context, v graph.Moment, req SimilarRequest) (*SimilarAnswer, error) {
	f := &finder{ctx: ctx, v: v, req: req, degree: map[uint64]int{}, ans: &SimilarAnswer{}}
	for _, step := range []func() error{f.weigh, f.exclude, f.gather, f.cited, f.compare} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("measure: similar to %s: %w", req.Node, err)
		}
	}
	return f.ans, nil
}
