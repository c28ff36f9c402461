package pack

import (
	"errors"
	"sync"
)

// words are the strings of the parts of a record, each once and numbered from 1 as they
// first come: most come again. Zero is "".
type words struct {
	list    []string
	numbers map[string]int
}

// pads are words to be filled anew.
var pads = sync.Pool{New: func() any { return &words{numbers: make(map[string]int, 128)} }}

// clear forgets all words. What was packed with them must have been written.
func (w *words) clear() {
	clear(w.list)
	w.list = w.list[:0]
	clear(w.numbers)
}

// ErrWord says that a record names a word that it does not have.
var ErrWord = errors.New("pack: a word that the record does not have")

// put is the number of a word, a new one when it has not come before.
func put[S ~string](w *words, s S) int {
	if s == "" {
		return 0
	}
	n, ok := w.numbers[string(s)]
	if !ok {
		w.list = append(w.list, string(s))
		n = len(w.list)
		w.numbers[string(s)] = n
	}
	return n
}

func putAll[S ~string](w *words, list []S) []int {
	out := make([]int, len(list))
	for i, s := range list {
		out[i] = put(w, s)
	}
	return out
}

// known are the words of a record that is read.
type known struct {
	list []string
	err  error
}

func get[S ~string](k *known, n int) S {
	switch {
	case n == 0:
		return ""
	case n < 0 || n > len(k.list):
		k.err = ErrWord
		return ""
	}
	return S(k.list[n-1])
}

// getAll is never nil.
func getAll[S ~string](k *known, list []int) []S {
	out := make([]S, len(list))
	for i, n := range list {
		out[i] = get[S](k, n)
	}
	return out
}

// getSome is nil for none.
func getSome[S ~string](k *known, list []int) []S {
	if len(list) == 0 {
		return nil
	}
	return getAll[S](k, list)
}
