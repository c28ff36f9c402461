package law

import (
	"cmp"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// joined adds to a list the moves between numbers that it does not have.
func joined(list, more []Move) []Move {
	for _, m := range more {
		if !slices.ContainsFunc(list, func(x Move) bool { return x.Old == m.Old && x.New == m.New }) {
			list = append(list, m)
		}
	}
	slices.SortFunc(list, compareMoves)
	return list
}

func compareMoves(a, b Move) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), a.New.Compare(b.New), a.Old.Compare(b.Old))
}

// sieve tells most keys that were not added from those that were, without looking
// them up: nearly every number that a decision cites has borne one rule only.
type sieve [1 << 14]uint64

func (s *sieve) bit(k corpus.Key) (word int, mask uint64) {
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(k) {
		h = (h ^ uint64(k[i])) * 1099511628211
	}
	h ^= h >> 32
	return int(h>>6) % len(s), 1 << (h & 63)
}

func (s *sieve) add(k corpus.Key) { w, m := s.bit(k); s[w] |= m }

func (s *sieve) passes(k corpus.Key) bool { w, m := s.bit(k); return s[w]&m != 0 }

// side finds the moves by the key of one of their ends. Building it costs one
// step for each move, which every start of the program pays.
type side struct {
	moves []Move
	first map[corpus.Key]int32 // the last move of a key, and its place plus one
	next  []int32              // the move before it of the same key; 0 is none
}

func newSide(moves []Move, key func(*Move) corpus.Key) side {
	s := side{moves: moves, first: make(map[corpus.Key]int32, len(moves)), next: make([]int32, len(moves))}
	for i := range moves {
		k := key(&moves[i])
		s.next[i] = s.first[k]
		s.first[k] = int32(i + 1)
	}
	return s
}

// of lists the moves of a key, in the order of time.
func (s side) of(key corpus.Key) (list []Move) {
	for i := s.first[key]; i > 0; i = s.next[i-1] {
		list = append(list, s.moves[i-1])
	}
	slices.SortFunc(list, compareMoves)
	return list
}
