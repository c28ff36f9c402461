package bm25

import "github.com/RoaringBitmap/roaring/v2"

// Node is a condition on documents: And, Or and Not join the others.
type Node interface{ node() }

// And holds when each of its conditions does; an empty one always.
type And []Node

// Or holds when one of its conditions does; an empty one never.
type Or []Node

// Not holds when its condition does not, and gives no score.
type Not struct{ Node }

// Term holds where a word stands in a field, and is scored. Boost multiplies its
// score; 0 is 1. In a field that is no Field of this package the score is the idf.
type Term struct {
	Field, Word string
	Boost       float64
}

// Near holds where there are places of its parts, one of each, of which each is at
// most so many words from that of the part before, on either side: Within[0] between
// the first two. Two places do not overlap. A Near of one part is a phrase, or a word
// of some zones. It is scored by the places of its last part that suit, unless Plain.
type Near struct {
	Field  string
	Parts  []Part
	Within []int
	Zones  Zones // 0 is any
	Plain  bool  // not scored
}

// Part is one of several phrases.
type Part []Phrase

// Phrase is words at their places.
type Phrase []Slot

// Slot is a place in a phrase, counted from 0, and the words that may stand there.
type Slot struct {
	At  int
	Any []string
}

// Values holds where a field has one of the values. It gives no score.
type Values struct {
	Field string
	Any   []string
}

// Between holds where a field has a value from First to Last, both included, in the
// order of their bytes. It gives no score.
type Between struct {
	Field       string
	First, Last string
}

// Set holds for the documents that it gives for a segment; those deleted may be among
// them. Score, if not 0, is the score of each.
type Set struct {
	Docs  func(*Segment) (*roaring.Bitmap, error)
	Score float64
}

func (And) node()     {}
func (Or) node()      {}
func (Not) node()     {}
func (Term) node()    {}
func (Near) node()    {}
func (Values) node()  {}
func (Between) node() {}
func (Set) node()     {}

// Scores reports whether a condition gives scores.
func Scores(n Node) bool {
	any := func(list []Node) bool {
		for _, n := range list {
			if Scores(n) {
				return true
			}
		}
		return false
	}
	switch n := n.(type) {
	case And:
		return any(n)
	case Or:
		return any(n)
	case Near:
		return !n.Plain
	case Set:
		return n.Score != 0
	case Term:
		return true
	}
	return false
}
