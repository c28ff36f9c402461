package quadstore

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestLexicon(t *testing.T) {
	l := newLexicon()
	for round := range 3 { // the memory of a round is used again by the next
		var words []string
		r := newRand(uint64(round))
		for i := range 20_000 {
			words = append(words, fmt.Sprint(r.IntN(50_000), strings.Repeat("x", i%(maxWord-8))))
		}
		numbers := map[string]uint32{}
		for _, w := range words {
			n, fresh := l.number([]byte(w))
			before, known := numbers[w]
			if fresh == known || known && before != n || n == 0 {
				t.Fatalf("round %d: %.20q gets %d, fresh %v; before %d", round, w, n, fresh, before)
			}
			numbers[w] = n
		}
		if l.len() != len(numbers) || l.bytes() <= 0 {
			t.Errorf("%d words, want %d", l.len(), len(numbers))
		}
		for w, n := range numbers {
			if string(l.word(n)) != w {
				t.Fatalf("number %d is %.20q, want %.20q", n, l.word(n), w)
			}
		}
		sorted := l.sorted()
		if len(sorted) != len(numbers) || !slices.IsSortedFunc(sorted, func(a, b uint32) int { return bytes.Compare(l.word(a), l.word(b)) }) {
			t.Errorf("round %d: %d words are not sorted", round, len(sorted))
		}
		l.reset()
		if l.len() != 0 || l.extra != 0 {
			t.Error("not empty after a reset")
		}
	}
}
