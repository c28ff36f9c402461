package segment

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

//go:embed words.tsv
var wordsTSV string

// sides that a role may tell. The prosecutor speaks for himself.
var sides = []corpus.Side{corpus.Demandeur, corpus.Defendeur, corpus.Intervenant, corpus.Prevenu, corpus.MinisterePublic}

// loadWords reads the words that name the role of a party, under its side; of a
// cross-appeal, in whose presence a moyen has no known side; of a text that a
// party may quote; and the abbreviations, whose full stop ends no sentence.
func (s *speakerRules) loadWords(data string) error {
	rows, err := table.Read("words.tsv", data, "word", "use")
	if err != nil {
		return err
	}
	s.roles = map[string]corpus.Side{}
	s.texts, s.abbreviations = map[string]bool{}, map[string]bool{}
	for _, row := range rows {
		word, use := row.Get("word"), row.Get("use")
		switch use {
		case "cross":
			s.cross = append(s.cross, word)
		case "text":
			s.texts[word] = true
		case "abbreviation":
			s.abbreviations[word] = true
		default:
			if !slices.Contains(sides, corpus.Side(use)) {
				return row.Errorf("unknown use %q", use)
			}
			s.roles[word] = corpus.Side(use)
		}
	}
	return nil
}

// sideIn gives the side of the last role that the words name, "" when none does.
func (s *speakerRules) sideIn(words string) corpus.Side {
	for end := len(words); end > 0; {
		start, stop := lastWord(words[:end])
		if side, ok := s.roles[words[start:stop]]; ok {
			return side
		}
		end = start
	}
	return ""
}

// namesText says whether the words name a text that may be quoted.
func (s *speakerRules) namesText(words string) bool {
	for end := len(words); end > 0; {
		start, stop := lastWord(words[:end])
		if s.texts[words[start:stop]] {
			return true
		}
		end = start
	}
	return false
}

// lastWord finds the last run of letters; at the start, an empty one.
func lastWord(s string) (start, end int) {
	end = len(s)
	for end > 0 && !isLetter(s[end-1]) {
		end--
	}
	start = end
	for start > 0 && isLetter(s[start-1]) {
		start--
	}
	return start, end
}

// moyenSide is the side that raises the moyens of a pourvoi: the demandeur, but
// unknown when the decision also answers a cross-appeal.
func (s *speakerRules) moyenSide(folded string, fam family) corpus.Side {
	if fam != cassOld && fam != cassNew {
		return ""
	}
	for stem := common(s.cross); folded != ""; folded = folded[1:] {
		i := strings.Index(folded, stem)
		if i < 0 {
			break
		}
		folded = folded[i:]
		if slices.ContainsFunc(s.cross, func(w string) bool { return strings.HasPrefix(folded, w) }) {
			return ""
		}
	}
	return corpus.Demandeur
}

// common is what all words begin with.
func common(words []string) string {
	if len(words) == 0 {
		return ""
	}
	stem := words[0]
	for _, w := range words {
		for !strings.HasPrefix(w, stem) {
			stem = stem[:len(stem)-1]
		}
	}
	return stem
}
