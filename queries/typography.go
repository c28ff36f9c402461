package queries

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

// typography is a text with one kind of blank, apostrophe and hyphen, and without
// quotation marks, and the way back to its bytes.
type typography struct {
	text  string
	plain string
	at    []int // where the character of each byte of plain begins in text
}

func newTypography(text string) typography {
	t := typography{text: text, at: make([]int, 0, len(text))}
	b := make([]byte, 0, len(text))
	blank := true
	for i, r := range text {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\ufeff' || strings.ContainsRune(`«»"“”„`, r):
			continue
		case unicode.IsSpace(r):
			if blank {
				continue
			}
			r = ' '
		case strings.ContainsRune("’‘ʼ´`", r):
			r = '\''
		case strings.ContainsRune("‐‑–—", r):
			r = '-'
		}
		blank = r == ' '
		b = utf8.AppendRune(b, r)
		for len(t.at) < len(b) {
			t.at = append(t.at, i)
		}
	}
	t.plain = string(b)
	return t
}

// index finds words from an offset on that begin and end where words do.
func (t *typography) index(words string, from int) int {
	for from <= len(t.plain) {
		i := strings.Index(t.plain[from:], words)
		if i < 0 {
			return -1
		}
		i += from
		if t.wordsAt(i, i+len(words)) {
			return i
		}
		from = i + 1
	}
	return -1
}

// wordsAt reports whether bytes of the plain text begin and end where words do.
func (t *typography) wordsAt(start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(t.plain[:start])
	after, _ := utf8.DecodeRuneInString(t.plain[end:])
	return !wordRune(before) && !wordRune(after)
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// span is the place in the text of bytes of the plain one, at least one.
func (t *typography) span(from, to int) corpus.Span {
	last := t.at[to-1]
	_, size := utf8.DecodeRuneInString(t.text[last:])
	return corpus.Span{Start: t.at[from], End: last + size}
}
