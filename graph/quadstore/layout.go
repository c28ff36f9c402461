package quadstore

import (
	"math/bits"

	"github.com/cayleygraph/quad"
)

// KeySpace is the first byte of every key of a store. The owner of a shared
// database may use all other first bytes.
const KeySpace byte = 'q'

// The second byte of a key names its table:
//
//	q s S P O L  ->  -      every quad, by subject
//	q p P O S L  ->  -      every quad, by predicate and value: a range of dates is one scan
//	q o O S P L  ->  -      every quad, by object
//	q l L S P O  ->  -      every quad, by named graph
//	q n ID       ->  VALUE  the value of a node; empty when the id holds the value itself
//	q v VALUE'   ->  ID     the id of a value, in the order of values
//	q c D ID     ->  COUNT  how many quads have node ID as D (predicate or label); absent for 0
//	q k P O      ->  COUNT  how many quads have P and O, for predicates that are counted; absent for 0
//	q r P O C    ->  LIST   the subjects of such a P and O whose ids, without the low 16 bits, are C
//	q h          ->  HEAD   format version, next id, number of quads, number of nodes
//	q h k        ->  the predicates that are counted, each behind its length
//
//	ID      a length byte and the number in that many bytes, big endian: bytes
//	        sort like numbers. 0, "no label", is one zero byte.
//	VALUE   a type byte and a payload that sorts like the values of the type
//	VALUE'  VALUE cut at 256 bytes, then 0 when it is whole, or 1 and 16 bytes
//	        of SHA-256 of the whole
//	LIST    the low bits, two bytes each, or a bitmap of them: see posting.go
//	COUNT   8 bytes, big endian; HEAD is four of them
//
// S, P, O and L are ids. Small integers, dates and booleans are ids too
// (see inline.go), so that table p sorts by date without reading a node.
const (
	tableSubject   byte = 's'
	tablePredicate byte = 'p'
	tableObject    byte = 'o'
	tableLabel     byte = 'l'
	tableNode      byte = 'n'
	tableValue     byte = 'v'
	tableCount     byte = 'c'
	tablePair      byte = 'k'
	tablePosting   byte = 'r'
	tableHead      byte = 'h'
)

var (
	headKey    = []byte{KeySpace, tableHead}
	countedKey = []byte{KeySpace, tableHead, tablePair}
)

// index is one order in which all quads are kept.
type index struct {
	table byte
	order [4]quad.Direction
}

var (
	bySubject   = &index{tableSubject, [4]quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}}
	byPredicate = &index{tablePredicate, [4]quad.Direction{quad.Predicate, quad.Object, quad.Subject, quad.Label}}
	byObject    = &index{tableObject, [4]quad.Direction{quad.Object, quad.Subject, quad.Predicate, quad.Label}}
	byLabel     = &index{tableLabel, [4]quad.Direction{quad.Label, quad.Subject, quad.Predicate, quad.Object}}

	indexes = [4]*index{bySubject, byPredicate, byObject, byLabel}
)

// key appends the entry of q.
func (ix *index) key(b []byte, q *quadRef) []byte {
	b = append(b, KeySpace, ix.table)
	for _, d := range ix.order {
		b = appendID(b, q[d])
	}
	return b
}

// split reads the ids of the directions from the n-th on out of rest, which is
// an entry without its table and first n ids. It is false for a malformed entry.
func (ix *index) split(rest []byte, n int, q *quadRef) bool {
	var ok bool
	for _, d := range ix.order[n:] {
		if q[d], rest, ok = readID(rest); !ok {
			return false
		}
	}
	return len(rest) == 0
}

// compare orders quads as the index does.
func (ix *index) compare(a, b quadRef) int {
	for _, d := range ix.order {
		switch {
		case a[d] < b[d]:
			return -1
		case a[d] > b[d]:
			return 1
		}
	}
	return 0
}

func tableStart(table byte) []byte { return []byte{KeySpace, table} }
func tableEnd(table byte) []byte   { return []byte{KeySpace, table + 1} }

func nodeKey(b []byte, id uint64) []byte {
	return appendID(append(b, KeySpace, tableNode), id)
}

func countKey(b []byte, d quad.Direction, id uint64) []byte {
	return appendID(append(b, KeySpace, tableCount, byte(d)), id)
}

func pairKey(b []byte, p pair) []byte {
	return appendID(appendID(append(b, KeySpace, tablePair), p.predicate), p.object)
}

// appendID appends the key form of an id.
func appendID(b []byte, id uint64) []byte {
	n := (bits.Len64(id) + 7) / 8
	b = append(b, byte(n))
	for i := n - 1; i >= 0; i-- {
		b = append(b, byte(id>>(8*i)))
	}
	return b
}

// readID takes an id off the front of b. Only what appendID writes is accepted.
func readID(b []byte) (id uint64, rest []byte, ok bool) {
	if len(b) == 0 || b[0] > 8 || len(b) < 1+int(b[0]) {
		return 0, nil, false
	}
	n := 1 + int(b[0])
	if n > 1 && b[1] == 0 {
		return 0, nil, false
	}
	for _, c := range b[1:n] {
		id = id<<8 | uint64(c)
	}
	return id, b[n:], true
}

// after turns a prefix into the first key behind all keys that have it.
func after(prefix []byte) []byte {
	for i := len(prefix) - 1; i >= 0; i-- {
		if prefix[i]++; prefix[i] != 0 {
			return prefix[:i+1]
		}
	}
	return nil
}
