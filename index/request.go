package index

import (
	"time"

	"github.com/attendu/attendu/corpus"
)

// Request is a question to the index. Every part that is given must hold; the
// zero Request finds every decision.
type Request struct {
	// Text is what a user types. All words must occur, in the text, the title
	// or the abstracts; "words in quotes" must follow one another, as must the
	// parts of l'avant-dire or 17-21.434; a word after - must not occur; OR (or
	// OU) between two words asks for either. A word with digits also finds the
	// decision whose own number, ECLI or key it is. Any other sign is a space
	// and an open quotation mark runs to the end: nothing typed is an error.
	Text string
	// NoSynonyms looks for the words of Text alone. Otherwise words outside quotation
	// marks also stand for what lawyers write in their place, see Result.Synonyms.
	NoSynonyms bool
	// Where is a condition; nil holds always. Its words count in the score as those of
	// Text do.
	Where Expr
	// Courts are kinds ("ca") or single courts ("ca/paris"); any one of them.
	Courts []string
	// From and To are the first and the last day wanted. A decision without a
	// date is on no side of either.
	From, To corpus.Date
	// Party holds words that stand together in the name of one party.
	Party string
	// Nodes, when not nil, are the only decisions wanted.
	Nodes []corpus.Node
	// Limit is the number of hits wanted; 0 is DefaultLimit, and less than 0
	// asks for Total alone. Offset is the number of hits passed over.
	Limit, Offset int
	// After, when not "", goes on after the hit at which Result.Next was given to the
	// same request, however deep; Offset does not count then.
	After string
	// Sort is the order of the hits. A request without a word that may score has no
	// scores: instead of the best score the latest day comes first.
	Sort Sorting
	// SortByDate is Sort ByDate.
	SortByDate bool
	// Authority gives the weight of decisions, for Sort ByAuthority and for Prior.
	Authority *Authority
	// Prior lets authority count in scores; 0 does not, 0.1 is moderate. See prior.
	Prior float64
	// Facets are what the whole result is counted by; FacetLimit is how many values of
	// each are given, 0 being DefaultFacetLimit.
	Facets     []Facet
	FacetLimit int
	// Explain takes the scores of the hits apart.
	Explain bool
	// Timeout, when not 0, is how long the search may take; what was not searched by
	// then is told.
	Timeout time.Duration
}

// order is the order that is asked for in either way.
func (r Request) order() Sorting {
	if r.SortByDate && r.Sort == ByScore {
		return ByDate
	}
	return r.Sort
}

// Ranked reports whether the condition of a request gives scores, so that the best match
// comes first.
func (r Request) Ranked() bool { return scores(r.Where) }

// The limits of a request that gives none.
const (
	DefaultLimit      = 20
	DefaultFacetLimit = 10
)

// maxPage bounds Limit and Offset, far beyond any library.
const maxPage = 1 << 28

// Hit is a decision found.
type Hit struct {
	Node      corpus.Node
	Score     float64     // comparable within one result only; 0 when no word must occur
	Date      corpus.Date // "" when it is not known
	Authority float64     // as Request.Authority has it: how many cite it
	// Court and Publication are what these give beside the citations: see Standing.
	Court, Publication float64
	// Pieces are the parts of the score, and Prior what their sum was multiplied by;
	// only with Request.Explain.
	Pieces []Piece
	Prior  float64
}

// Piece is the part of a score that comes from a word or a phrase; see package bm25 for
// the formula.
type Piece struct {
	What   string         // as it stands in the index
	Field  string         // "text", or "number", "ecli" or "key" of the decision itself; "" for what was named
	Zones  map[string]int // how often it stands in each zone
	TF     float64        // the same, weighted
	Length float64        // weighted words of the decision
	Mean   float64        // weighted words of a decision
	IDF    float64
	Score  float64
}

// Result is the answer to a request.
type Result struct {
	Total uint64 // decisions that answer, of which Hits is a part
	Hits  []Hit  // never nil
	// Next continues after the last hit, in Request.After; "" when nothing follows.
	Next string
	// Facets are in the order of Request.Facets; never nil.
	Facets []FacetResult
	// Cut says that Text was longer than is asked for (see maxText, maxTerms),
	// and that its end was not.
	Cut bool
	// Synonyms are what was also looked for; never nil.
	Synonyms []Synonym
	// Unsearched is how many decisions were not looked at when the time was over.
	Unsearched int
	// WithoutText is how many decisions of the index have no text, and can only be
	// found by what is said of them; counted when words must or must not occur.
	WithoutText int
	// Moved says that decisions were added or removed since the cursor of After was
	// given: scores are others now, so that a hit may come twice or not at all.
	Moved bool
}
