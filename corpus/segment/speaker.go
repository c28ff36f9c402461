package segment

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed speakers.tsv
var speakersTSV string

// reach says how far the words of a speaker go.
type reach string

const (
	sentence  reach = "sentence"  // to the end of the sentence
	paragraph reach = "paragraph" // to the end of the paragraph
	listing   reach = "list"      // and of the list that the paragraph announces
	open      reach = "open"      // until another rule, or the end of the part
)

// speakerRule is one row of speakers.tsv.
type speakerRule struct {
	id       string
	families map[string]bool // nil: all
	zones    map[string]bool // nil: all
	lead     bool            // only first in a paragraph, or in capitals
	again    bool            // only after a sentence of the same speaker
	from     string          // word, sentence, paragraph or after
	to       reach
	speaker  corpus.Speaker
	re       *re2.Regexp
	before   *re2.Regexp // the words before must match; nil: any
	never    *re2.Regexp // the words before must not match; nil: none
	row      table.Row
}

// speakerRules finds the rules that may begin with a word, and the words of
// words.tsv by their use.
type speakerRules struct {
	rules  []speakerRule
	byWord map[string][]wordRule
	hold   map[family]map[corpus.ZoneKind]*speaking
	roles  map[string]corpus.Side
	cross  []string
	texts  map[string]bool

	abbreviations map[string]bool
}

// wordRule is a rule under one of its first words. Folding makes one word of
// "reproche" and "reproché", of "a" and "à"; last is the final letter of the one
// that the rule means.
type wordRule struct {
	*speakerRule
	last rune
}

func loadSpeakers(data, words string) (*speakerRules, error) {
	rows, err := table.Read("speakers.tsv", data, "id", "families", "zones", "at", "from", "to", "speaker", "words", "pattern",
		"before", "never", "examples", "counters")
	if err != nil {
		return nil, err
	}
	s := &speakerRules{rules: make([]speakerRule, len(rows)), byWord: map[string][]wordRule{},
		hold: map[family]map[corpus.ZoneKind]*speaking{}}
	for i, row := range rows {
		if s.rules[i], err = newSpeaker(row); err != nil {
			return nil, row.Errorf("%w", err)
		}
		for _, w := range row.List("words") {
			plain := fold.New(w).Folded
			last, _ := utf8.DecodeLastRuneInString(w)
			if strings.ContainsFunc(plain, func(c rune) bool { return !isLetter(byte(c)) }) {
				return nil, row.Errorf("first word %q: want letters", w)
			}
			s.byWord[plain] = append(s.byWord[plain], wordRule{&s.rules[i], last})
		}
	}
	for _, fam := range families {
		s.hold[fam] = map[corpus.ZoneKind]*speaking{}
		for _, zone := range corpus.ZoneKinds() {
			s.hold[fam][zone] = s.speaking(fam, zone)
		}
	}
	return s, s.loadWords(words)
}

// speaking are the rules that may fire in a part of a text of a family, by their
// first words.
type speaking struct {
	brief  brief
	byWord map[string][]wordRule
}

// speaking gathers the rules that may fire in a part.
func (s *speakerRules) speaking(fam family, zone corpus.ZoneKind) *speaking {
	out := &speaking{byWord: map[string][]wordRule{}}
	for word, rules := range s.byWord {
		for _, r := range rules {
			if r.applies(fam, zone) {
				out.byWord[word] = append(out.byWord[word], r)
				out.brief.add(word)
			}
		}
	}
	return out
}

func newSpeaker(row table.Row) (speakerRule, error) {
	r := speakerRule{id: row.Get("id"), families: row.Set("families"), zones: row.Set("zones"),
		lead: row.Get("at") == "lead", again: row.Get("at") == "again", from: row.Get("from"), to: reach(row.Get("to")), speaker: corpus.Speaker(row.Get("speaker")),
		row: row}
	switch {
	case !slices.Contains([]string{"word", "lead", "again"}, row.Get("at")):
		return r, fmt.Errorf("at %q is neither word, lead nor again", row.Get("at"))
	case !slices.Contains([]string{"word", "sentence", "paragraph", "after"}, r.from):
		return r, fmt.Errorf("from %q is unknown", r.from)
	case !slices.Contains([]reach{sentence, paragraph, listing, open}, r.to):
		return r, fmt.Errorf("to %q is unknown", r.to)
	case !slices.Contains([]corpus.Speaker{corpus.Cour, corpus.Partie, corpus.JugeAttaque, corpus.Quote}, r.speaker):
		return r, fmt.Errorf("unknown speaker %q", r.speaker)
	case row.Get("words") == "" || row.Get("examples") == "":
		return r, errors.New("no first word or no example")
	}
	var err error
	if r.re, err = anchored(row.Get("pattern")); err != nil {
		return r, err
	}
	if r.before, err = trailing(row.Get("before")); err != nil {
		return r, err
	}
	r.never, err = trailing(row.Get("never"))
	return r, err
}

// trailing compiles a pattern that must match up to the end of its window.
func trailing(pattern string) (*re2.Regexp, error) {
	if pattern == "" {
		return nil, nil
	}
	return re2.Compile(`(?:^|[^a-z])(?:` + pattern + `)$`)
}

// applies says whether the rule may fire in a part of a text of the family.
func (r *speakerRule) applies(fam family, zone corpus.ZoneKind) bool {
	return (r.families == nil || r.families[string(fam)]) && (r.zones == nil || r.zones[string(zone)])
}

// matches tries the rule on the words from a place on, with the words before it
// in the same paragraph. It returns the length of the match, -1 when none.
func (r *speakerRule) matches(before, words string) int {
	m := r.re.FindStringIndex(clip(words))
	if m == nil {
		return -1
	}
	tail := func(n int) string { return before[max(0, len(before)-n):] }
	if r.never != nil && r.never.MatchString(tail(neverReach)) || r.before != nil && !r.before.MatchString(tail(beforeReach)) {
		return -1
	}
	return m[1]
}

// How many bytes before a word a rule may look at: for the words that it needs,
// and for those that it must not find.
const (
	beforeReach = 180
	neverReach  = 90
)
