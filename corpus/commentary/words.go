package commentary

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
)

// words are the named pieces of patterns, {name} in a rule.
type words map[string]string

// loadWords reads words.tsv. A piece may use those above it.
func loadWords() (words, error) {
	all, err := rows("words.tsv")
	if err != nil {
		return nil, err
	}
	m := words{}
	for _, w := range all {
		piece, err := m.expand(w.Get("words"))
		if err != nil {
			return nil, w.Errorf("%w", err)
		}
		m[w.Get("name")] = "(?:" + piece + ")"
	}
	return m, nil
}

var macro = regexp.MustCompile(`\{([a-z]+)\}`)

// expand folds a pattern and replaces every {name} by its piece.
func (m words) expand(s string) (string, error) {
	var err error
	s = fold.New(s).Folded
	s = macro.ReplaceAllStringFunc(s, func(name string) string {
		piece, ok := m[name[1:len(name)-1]]
		if !ok {
			err = fmt.Errorf("no word %s", name)
		}
		return piece
	})
	return s, err
}

// sets are the entries of words.tsv that are read as sets of words.
func (r *Reader) sets() map[string]*map[string]bool {
	return map[string]*map[string]bool{"articles": &r.articles, "prepositions": &r.prepositions,
		"epithetes": &r.epithets, "autres": &r.others, "particules": &r.particles, "parente": &r.kin,
		"outils": &r.tools, "abreviations": &r.abbreviations}
}

// pieces are the entries of words.tsv that are patterns by themselves.
func (r *Reader) pieces() map[string]**re2.Regexp {
	return map[string]**re2.Regexp{"motif": &r.reasons, "reste": &r.dangling, "anterieur": &r.earlier,
		"horsdate": &r.undated, "auxiliaire": &r.auxiliary, "avant": &r.before, "propos": &r.topic,
		"sdepens": &r.sideCosts, "sfrais": &r.sideFees, "frais": &r.fees}
}

// loadWords takes the sets and the patterns out of words.tsv.
func (r *Reader) loadWords(w words) error {
	sets, pieces := r.sets(), r.pieces()
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		list, ok := w[name]
		if !ok {
			return fmt.Errorf("commentary: rules/words.tsv: no %q", name)
		}
		set := map[string]bool{}
		for _, s := range strings.Split(strings.TrimSuffix(strings.TrimPrefix(list, "(?:"), ")"), "|") {
			set[s] = true
		}
		*sets[name] = set
	}
	for _, name := range slices.Sorted(maps.Keys(pieces)) {
		piece, ok := w[name]
		if !ok {
			return fmt.Errorf("commentary: rules/words.tsv: no %q", name)
		}
		re, err := re2.Compile(piece)
		if err != nil {
			return fmt.Errorf("commentary: rules/words.tsv: %s: %w", name, err)
		}
		*pieces[name] = re
	}
	return nil
}
