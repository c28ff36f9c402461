package segment

import (
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/fold"
)

func load(t testing.TB) *Segmenter {
	t.Helper()
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// words gives what a rule of headings sees of a line.
func words(s string) string {
	f := fold.New(s).Folded
	return f[body(f, 0, len(f)):]
}

// TestHeadings proves that every heading matches its examples and not its
// counter-examples.
func TestHeadings(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range load(t).headings.rules {
		if ids[r.id] {
			t.Errorf("%s: two rows have this id", r.id)
		}
		ids[r.id] = true
		if err := r.row.Check(func(e string) bool { return r.matches(openingOf(words(e))) }); err != nil {
			t.Error(err)
		}
	}
}

// TestSpeakers proves that every formula matches its examples, from one of its
// first words on, and not its counter-examples.
func TestSpeakers(t *testing.T) {
	s := load(t).speakers
	ids := map[string]bool{}
	for i := range s.rules {
		r := &s.rules[i]
		if ids[r.id] {
			t.Errorf("%s: two rows have this id", r.id)
		}
		ids[r.id] = true
		if err := r.row.Check(func(e string) bool { return s.found(r, e) }); err != nil {
			t.Error(err)
		}
	}
}

// found says whether a rule fires anywhere in a sentence.
func (s *speakerRules) found(r *speakerRule, sentence string) bool {
	w := &teller{speakerRules: s, t: fold.New(sentence)}
	f := w.t.Folded
	for i := range f {
		if !isWord(f[i]) || i > 0 && isWord(f[i-1]) {
			continue
		}
		n := i
		for n < len(f) && isLetter(f[n]) {
			n++
		}
		for _, c := range s.byWord[f[i:n]] {
			if c.speakerRule == r && w.accented(c, n) && r.matches(f[:i], f[i:]) >= 0 {
				return true
			}
		}
	}
	return false
}

func TestBadRules(t *testing.T) {
	const head = "id\tfamilies\tfrom\twhere\tzone\tpattern\texamples\tcounters\n"
	for name, data := range map[string]string{
		"cells":   head + "a\t-\t-\tline\tmotifs\tx\n",
		"where":   head + "a\t-\t-\there\tmotifs\tx\tx\t-\n",
		"zone":    head + "a\t-\t-\tline\treasons\tx\tx\t-\n",
		"pattern": head + "a\t-\t-\tline\tmotifs\t(\tx\t-\n",
		"example": head + "a\t-\t-\tline\tmotifs\tx\t-\t-\n",
		"columns": "id\n",
	} {
		if _, err := loadHeadings(data); err == nil {
			t.Errorf("%s: a bad rule was loaded", name)
		}
	}
	row := strings.Split(speakersTSV, "\nid\t")[1]
	header := "id\t" + row[:strings.IndexByte(row, '\n')+1]
	for name, line := range map[string]string{
		"at":      "a\t-\t-\tend\tword\topen\tcour\tx\tx\t-\t-\tx\t-\n",
		"from":    "a\t-\t-\tword\tend\topen\tcour\tx\tx\t-\t-\tx\t-\n",
		"to":      "a\t-\t-\tword\tword\tend\tcour\tx\tx\t-\t-\tx\t-\n",
		"speaker": "a\t-\t-\tword\tword\topen\tjuge\tx\tx\t-\t-\tx\t-\n",
		"words":   "a\t-\t-\tword\tword\topen\tcour\t-\tx\t-\t-\tx\t-\n",
		"before":  "a\t-\t-\tword\tword\topen\tcour\tx\tx\t(\t-\tx\t-\n",
	} {
		if _, err := loadSpeakers(header+line, wordsTSV); err == nil {
			t.Errorf("%s: a bad rule was loaded", name)
		}
	}
}
