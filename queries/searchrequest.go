package queries

import (
	"github.com/attendu/attendu/corpus"
)

// SearchRequest asks for decisions. All that is given must hold; an empty
// request gives every decision, the latest first.
type SearchRequest struct {
	// Text is a query: words, "exact phrases", ET, OU, SAUF, PROCHE/10, fields such
	// as motifs:, cite: and date:, references. docs/search.md describes the language.
	Text string `json:"text"`
	// Courts are kinds ("ca"), courts ("ca/paris") or their names ("cour d'appel
	// de Paris", "TGI Laval"); any of them.
	Courts []string    `json:"courts"`
	From   corpus.Date `json:"from"` // first day
	To     corpus.Date `json:"to"`   // last day
	// Cites are provisions or decisions in any usual writing; all of them must
	// be cited. A reference to several provisions ("CPC 808/809") wants each.
	// A rule is followed through all the numbers that it bears or bore.
	Cites []string `json:"cites"`
	// Exact takes the numbers of Cites as they are printed, whatever rule was
	// meant by them; At takes the rule that each bore on this day.
	Exact bool        `json:"exact"`
	At    corpus.Date `json:"at"`
	Party string      `json:"party"` // words of a party's name
	// Limit is how many hits to give at most; 0 means 10.
	Limit  int `json:"limit"`
	Offset int `json:"offset"`
	// After goes on where an answer to the same request ended: it is its Next. Offset
	// must be 0 then. Any depth costs the same.
	After string `json:"after"`
	// ByDate puts the latest first instead of the best match: Sort "date".
	ByDate bool `json:"by_date"`
	// NoSynonyms looks for the words of Text alone, not for what lawyers write in their
	// place; see SearchAnswer.Synonyms.
	NoSynonyms bool `json:"no_synonyms"`
	// Sort is "relevance", the default where words are asked for; "date", the latest
	// first, the default elsewhere; or "authority", the greatest first: see Prior.
	Sort string `json:"sort"`
	// Prior lets authority count in scores: each is multiplied by 1 + Prior · authority,
	// which is ln(1 + decisions that cite it) + the weights of its court and publication
	// (authority.tsv). 0 does not, 0.1 is moderate: a decision that 100 cite counts 1.46
	// times as much.
	Prior float64 `json:"prior"`
	// Facets count the whole result by court, year, solution, matter, publication, cites
	// or party; "all" is each. FacetLimit is how many values of each to give, 0 being 10.
	Facets     []string `json:"facets"`
	FacetLimit int      `json:"facet_limit"`
	// TimeoutMS is how many milliseconds the search may take, 0 being without bound;
	// LeftOut tells what was not searched by then.
	TimeoutMS int `json:"timeout_ms"`
	// Explain wants the answer to say how the query was understood, in what order it
	// was answered, and what each score is made of.
	Explain bool `json:"explain"`
}

// SearchAnswer is one page of hits.
type SearchAnswer struct {
	Total int      `json:"total"`
	Cites []string `json:"cites"` // how the references were understood
	// Rules are, of each reference whose number has borne several rules, those
	// rules; empty with Exact.
	Rules []FollowedRule `json:"rules"`
	// Direct are the provisions and decisions that the query names by themselves.
	Direct []Direct `json:"direct"`
	// Notes say what does not occur in the library.
	Notes []string `json:"notes"`
	// Synonyms are what was also looked for. Suggestions are, where nothing answers, for
	// the words that no decision holds.
	Synonyms    []Synonym    `json:"synonyms"`
	Suggestions []Suggestion `json:"suggestions"`

	Hits []SearchHit `json:"hits"`
	// Next goes on after the last hit, as After of the same request; "" at the end.
	Next    string  `json:"next"`
	Facets  []Facet `json:"facets"`
	LeftOut LeftOut `json:"left_out"`
	// Query, Outline and Steps say, with Explain, how the query is written in one way,
	// how it was understood, and what was done in which order.
	Query   string   `json:"query,omitempty"`
	Outline string   `json:"outline,omitempty"`
	Steps   []string `json:"steps,omitempty"`
}

// Direct is a provision or decision that a query names.
type Direct struct {
	Key   corpus.Key `json:"key"`
	Title string     `json:"title"`
	Held  bool       `json:"held"` // a decision of this library
}

// SearchHit is one decision that answers.
type SearchHit struct {
	DecisionRef
	Score float64 `json:"score"`
	// CitedBy is how many decisions cite it, where authority was asked for.
	CitedBy  int       `json:"cited_by,omitempty"`
	Snippets []Snippet `json:"snippets"`
	// Parts are, with Explain, what the score is made of: their sum times Prior.
	Parts []ScorePart `json:"parts,omitempty"`
	Prior float64     `json:"prior,omitempty"`
	// CourtWeight and PublicationWeight are, with Explain, what these add to authority.
	CourtWeight       float64 `json:"court_weight,omitempty"`
	PublicationWeight float64 `json:"publication_weight,omitempty"`
}

// Snippet is a passage of a decision's text. Span is where it stands, Hits are
// where the words of the request stand, both in bytes of the decision's text.
type Snippet struct {
	corpus.Span
	Text string          `json:"text"`
	Zone corpus.ZoneKind `json:"zone"`
	Hits []corpus.Span   `json:"hits"`
}
