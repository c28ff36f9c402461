package frlegal

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
	"golang.org/x/text/unicode/norm"
)

// one is the term of a word.
func one(t testing.TB, word string) string {
	t.Helper()
	terms := slices.Collect(Terms(word))
	if len(terms) != 1 {
		t.Fatalf("%q is %d words: %q", word, len(terms), terms)
	}
	return terms[0]
}

func TestSuffixTable(t *testing.T) {
	rows, err := table.Read("suffix.tsv", suffixTable, "suffix", "becomes", "over", "examples", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		examples := r.List("examples")
		if len(examples) < 2 || !strings.HasSuffix(strings.TrimSuffix(fold.New(examples[0]).Folded, "s"), r.Get("suffix")) {
			t.Error(r.Errorf("two examples are wanted, of which the first has the ending"))
			continue
		}
		for _, e := range examples[1:] {
			if one(t, e) != one(t, examples[0]) {
				t.Error(r.Errorf("%q gives %q, %q gives %q", e, one(t, e), examples[0], one(t, examples[0])))
			}
		}
		for _, c := range r.List("counters") {
			if one(t, c) == one(t, examples[0]) {
				t.Error(r.Errorf("%q and %q are one word", c, examples[0]))
			}
		}
	}
}

func TestExceptionTable(t *testing.T) {
	rows, err := table.Read("exception.tsv", exceptionTable, "words", "counters")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		words := r.List("words")
		for _, w := range words[1:] {
			if one(t, w) != one(t, words[0]) {
				t.Error(r.Errorf("%q and %q are two words", w, words[0]))
			}
		}
		if len(r.List("counters")) == 0 {
			t.Error(r.Errorf("no counter-example"))
		}
		for _, c := range r.List("counters") {
			if one(t, c) == one(t, words[0]) {
				t.Error(r.Errorf("%q and %q are one word", c, words[0]))
			}
		}
	}
}

// TestExceptionsAreNeeded finds the rows that change nothing: their words would be
// one, and apart from the counter-examples, by the rules alone.
func TestExceptionsAreNeeded(t *testing.T) {
	rule := func(word string) string {
		if word = plainWord(word); len(word) < 4 || stutters(word) {
			return word
		}
		return ending(derived(singular(word)))
	}
	for _, r := range must(table.Read("exception.tsv", exceptionTable, "words", "counters")) {
		words := r.List("words")
		needed := false
		for _, w := range words[1:] {
			needed = needed || rule(w) != rule(words[0])
		}
		for _, c := range r.List("counters") {
			needed = needed || rule(c) == rule(words[0])
		}
		if !needed {
			t.Error(r.Errorf("the rules alone do as well"))
		}
	}
}

// TestNoWordIsLost reads a list of French words, each with and without its accents,
// in capitals and in decomposed letters.
func TestNoWordIsLost(t *testing.T) {
	words := dictionary(t)
	for _, w := range words {
		want := slices.Collect(Terms(w))
		for _, typed := range []string{fold.New(w).Folded, strings.ToUpper(w), decomposed(w)} {
			if got := slices.Collect(Terms(typed)); !slices.Equal(got, want) {
				t.Errorf("%q gives %q, %q gives %q", w, want, typed, got)
			}
		}
	}
}

// dictionary is the list of French words of Debian where it is installed, and else
// the words of the tables.
func dictionary(t testing.TB) (words []string) {
	f, err := os.Open("/usr/share/dict/french")
	if err != nil {
		for _, r := range must(table.Read("exception.tsv", exceptionTable, "words", "counters")) {
			words = append(append(words, r.List("words")...), r.List("counters")...)
		}
		return words
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		words = append(words, lines.Text())
	}
	if len(words) < 100_000 {
		t.Fatalf("the list has only %d words", len(words))
	}
	return words
}

// TestPlurals counts the words of the list whose plural in -s is another word.
func TestPlurals(t *testing.T) {
	words := dictionary(t)
	known := make(map[string]bool, len(words))
	for _, w := range words {
		known[w] = true
	}
	lost := 0
	for _, w := range words {
		if len(w) > 3 && !strings.ContainsAny(w[len(w)-1:], "sxz'.") && known[w+"s"] && !slices.Equal(slices.Collect(Terms(w)), slices.Collect(Terms(w+"s"))) {
			if lost++; lost <= 20 {
				t.Logf("%s and %ss are two words", w, w)
			}
		}
	}
	if lost > 30 {
		t.Errorf("%d words part from their plural", lost)
	}
}

func decomposed(word string) string { return norm.NFD.String(word) }

// TestShortestForm holds what ShortestForm says of the words of the list.
func TestShortestForm(t *testing.T) {
	for _, w := range append(dictionary(t), "12", "1er", "17-21.434", "1 500", "20NT01234") {
		terms, forms := slices.Collect(Terms(w)), slices.Collect(Forms(w))
		for i, f := range forms {
			if (len(f) < ShortestForm || kinds[f[0]] == digit) && terms[i] != f {
				t.Errorf("%q has the form %q and the term %q", w, f, terms[i])
			}
		}
	}
}

// TestStutter: a word that French does not have finds no other, and participles do.
func TestStutter(t *testing.T) {
	for _, w := range []string{"zzzzzz", "aaaaaa", "commme", "llicenciement", "xviii", "creeee"} {
		if got := stem(w); got != w {
			t.Errorf("%s has the stem %s", w, got)
		}
	}
	for _, w := range []string{"creee", "creees", "cree", "crees"} {
		if got, want := stem(w), stem("creer"); got != want {
			t.Errorf("%s has the stem %s, creer has %s", w, got, want)
		}
	}
	if got, want := stem("ragreee"), stem("ragreer"); got != want {
		t.Errorf("ragreee has the stem %s, ragreer has %s", got, want)
	}
}
