package index

import (
	"errors"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// Expr is a condition on decisions: All, Any and Not join Words, Near and the others
// below.
type Expr interface{ expr() }

// All holds when each of its conditions does; an empty one always.
type All []Expr

// Any holds when one of its conditions does; an empty one never.
type Any []Expr

// Not holds when its condition does not.
type Not struct{ Expr }

// Words are words that follow one another, brought to their stems. They may stand in
// the text, the title or the abstracts. Words that only are signs hold always.
type Words struct {
	Text string
	// In is where they must stand; InAll when it is zero.
	In Where
	// Name says that a word with digits may also be a number, ECLI or key of the
	// decision itself.
	Name bool
	// Written says that one word is looked for as it is written, accents and capitals
	// apart; of several it says nothing.
	Written bool
}

// Pattern is a word as it is written, accents and capitals apart: * stands for any
// letters, ? for one. It begins with a letter, and takes no part in scores.
type Pattern struct {
	Pattern string
	In      Where
}

// Like is a word with at most Edits letters wrong, not the first. It takes no part in
// scores.
type Like struct {
	Word  string
	Edits int
	In    Where
}

// Near holds when there are places of its parts, one of each, of which each is at most
// so many words from that of the part before: Within[0] between the first two. Parts are
// Words, Pattern, Like, or Any of these, and stand in the text; their own In does not count.
type Near struct {
	Parts  []Expr
	Within []int
	In     Where
}

// Where says in which part of a decision words must stand.
type Where struct {
	// Zones are parts of the text, any one of them; nil is no zone.
	Zones []corpus.ZoneKind
	// Field is InAll, InSummary or InMatter; it does not count beside Zones.
	Field Place
}

// Place is a part of what is said of a decision.
type Place int

// The places of words.
const (
	InAll     Place = iota // the text, title and abstracts
	InSummary              // title, themes, abstracts
	InMatter               // the official themes
)

// Is holds when a field has one of the values, in small letters; see Index.Values.
type Is struct {
	Field  Field
	Values []string
}

// Field is a field of whole values.
type Field string

// The fields of Is.
const (
	Solution    Field = fieldSolution    // as published
	Publication Field = fieldPublication //
	Chamber     Field = fieldChamber     // chamber and formation
	Seat        Field = fieldSeat        // slug of the place of the court: "aix-en-provence"
	SourceOf    Field = fieldSource      // format and dataset
	Order       Field = fieldOrder       // corpus.HoldingKind
	Outcome     Field = fieldOutcome     // kinds of the orders that decide, where no solution is published, or one that leaves out that it is in part
	Number      Field = fieldNumber      // any way of writing it
	ECLI        Field = fieldECLI        // with or without ECLI:
	CourtOf     Field = fieldCourt       // "ca/paris"
	PartyOf     Field = fieldOrg         // legal persons
)

// Court is a kind ("ca") or a single court ("ca/paris").
type Court string

// Days are the first and the last day; "" is no bound.
type Days struct{ From, To corpus.Date }

// Cents are the bounds of the amount of an order, both included.
type Cents struct{ From, To int64 }

// Party holds words that stand together in the name of one party.
type Party string

// Nodes are the only decisions that hold. Best puts them before all others in the order
// of scores.
type Nodes struct {
	Nodes []corpus.Node
	Best  bool
}

func (All) expr()     {}
func (Any) expr()     {}
func (Not) expr()     {}
func (Words) expr()   {}
func (Pattern) expr() {}
func (Like) expr()    {}
func (Near) expr()    {}
func (Is) expr()      {}
func (Court) expr()   {}
func (Days) expr()    {}
func (Cents) expr()   {}
func (Party) expr()   {}
func (Nodes) expr()   {}

// ErrBroad says that a pattern fits more words than are looked for.
var ErrBroad = errors.New("fits too many words")

// BroadError is an ErrBroad that names the pattern.
type BroadError struct{ Pattern string }

func (e *BroadError) Error() string { return e.Pattern + " " + ErrBroad.Error() }
func (e *BroadError) Unwrap() error { return ErrBroad }

// scores reports whether a condition gives scores.
func scores(e Expr) bool {
	switch e := e.(type) {
	case All:
		return slices.ContainsFunc(e, scores)
	case Any:
		return slices.ContainsFunc(e, scores)
	case Words:
		return len(terms(cut(e.Text))) > 0
	case Near:
		return true
	case Nodes:
		return e.Best
	}
	return false
}
