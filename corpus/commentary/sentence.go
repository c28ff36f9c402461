package commentary

import (
	"unicode/utf8"

	"github.com/attendu/attendu/corpus/fold"
)

// sentence is a range of the folded text; block is the paragraph it stands in.
type sentence struct {
	start, end int
	block      int
}

// maxSentence is the length in bytes at which a sentence is cut, so that what
// is done within one sentence stays bounded.
const maxSentence = 1500

// sentences cuts the prose paragraphs into sentences.
func (r *Reader) sentences(t *fold.Text, blocks []block) []sentence {
	var out []sentence
	for n, b := range blocks {
		if b.kind != prose {
			continue
		}
		for at := b.start; at < b.end; {
			end := r.sentenceEnd(t, at, b.end)
			out = append(out, sentence{at, end, n})
			for at = end; at < b.end && (t.Folded[at] == ' ' || t.Folded[at] == '\n'); {
				at++
			}
		}
	}
	return out
}

// sentenceEnd finds where the sentence that starts at at ends.
func (r *Reader) sentenceEnd(t *fold.Text, at, end int) int {
	s := t.Folded
	for i := at; i < end; i++ {
		if i-at >= maxSentence && s[i] == ' ' {
			return i
		}
		if s[i] != '.' && s[i] != '!' && s[i] != '?' {
			continue
		}
		j := i + 1
		for j < end && (s[j] == '"' || s[j] == ')' || s[j] == '.' || s[j] == ' ' && j+1 < end && s[j+1] == '"' && closing(t, j+1)) {
			j++
		}
		if j == end {
			return end
		}
		if (s[j] == ' ' || s[j] == '\n') && !r.abbreviated(s, at, i) && opens(t, j+1, end) {
			return j
		}
	}
	return end
}

// abbreviated reports whether the full stop at i ends an abbreviation or an
// initial rather than a sentence.
func (r *Reader) abbreviated(s string, at, i int) bool {
	if s[i] != '.' {
		return false
	}
	a := i
	for a > at && wordByte(s[a-1]) {
		a--
	}
	n := i - a
	return n == 1 && (s[a] < '0' || s[a] > '9') || n > 0 && n <= 6 && r.abbreviations[s[a:i]]
}

// opens reports whether a sentence may start after the blanks at j: with a
// capital, a digit or an opening quotation mark.
func opens(t *fold.Text, j, end int) bool {
	for j < end && (t.Folded[j] == ' ' || t.Folded[j] == '\n') {
		j++
	}
	if j >= end {
		return true
	}
	c := t.Folded[j]
	return c == '"' || c == '-' || c >= '0' && c <= '9' || t.Capital(j)
}

// closing reports whether the quotation mark at i is a closing one.
func closing(t *fold.Text, i int) bool {
	c, _ := utf8.DecodeRuneInString(t.Original[t.Start(i):])
	return c == '»' || c == '”'
}
