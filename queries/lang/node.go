package lang

import "github.com/attendu/attendu/corpus"

// Node is a part of a query that was understood.
type Node interface {
	// String writes the node in the one way that Parse reads back as the same tree.
	String() string
	// At is where it stands in the query.
	At() Span
	node()
}

// Span is where something stands in a query, in bytes.
type Span struct{ Start, End int }

// At is the span itself, for the nodes that embed it.
func (s Span) At() Span { return s }

// All is the empty query: every decision.
type All struct{ Span }

// And wants all of its nodes; there are at least two, and none is an And.
type And struct {
	Span
	Nodes []Node
}

// Or wants one of its nodes; there are at least two, and none is an Or or a bare Not.
type Or struct {
	Span
	Nodes []Node
}

// Not wants its node not to hold.
type Not struct {
	Span
	Node Node
}

// Near wants Right at most Within words before or after the last part of Left, which
// may be a Near itself: a PROCHE/3 b PROCHE/5 c. The other parts are words, phrases,
// patterns, or an Or of these.
type Near struct {
	Span
	Left   Node
	Within int
	Right  Node
}

// Word is a word as typed, with its accents and signs; a number or a compound is one
// word, and its parts follow one another: 17-21.434, L. 1235-3, l'avant-dire.
type Word struct {
	Span
	Text string
}

// Phrase is words that follow one another.
type Phrase struct {
	Span
	Text string // without quotation marks, one blank between words
}

// Wildcard is a pattern of a word: * stands for any letters, ? for one.
type Wildcard struct {
	Span
	Pattern string
}

// Fuzzy is a word with at most Edits letters wrong, 1 or 2.
type Fuzzy struct {
	Span
	Text  string
	Edits int
}

// Ref is a provision or decision that stands by itself: C. civ. 1382, 17-21.434.
type Ref struct {
	Span
	Text string
}

// Field is a condition on one field. Node is made of Word, Phrase, Wildcard, Fuzzy and
// Near in a field of kind Text, else of Value, Dates or Amounts; And, Or and Not
// join them.
type Field struct {
	Span
	Name string
	Node Node
}

// Value is a name, a word or a reference in a field.
type Value struct {
	Span
	Text string
}

// Dates are the days from From to To, both included; "" is no bound.
type Dates struct {
	Span
	From, To corpus.Date
}

// Amounts are cents of euro, both bounds included; To is NoLimit when there is none.
type Amounts struct {
	Span
	From, To int64
}

// NoLimit is the bound of an Amounts that has none.
const NoLimit int64 = 1<<63 - 1

func (All) node()      {}
func (And) node()      {}
func (Or) node()       {}
func (Not) node()      {}
func (Near) node()     {}
func (Word) node()     {}
func (Phrase) node()   {}
func (Wildcard) node() {}
func (Fuzzy) node()    {}
func (Ref) node()      {}
func (Field) node()    {}
func (Value) node()    {}
func (Dates) node()    {}
func (Amounts) node()  {}
