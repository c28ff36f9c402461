package index

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

//go:embed abbreviation.tsv
var abbreviationTable string

// abbreviations are the words after whose point a sentence goes on.
var abbreviations = readAbbreviations(abbreviationTable)

func readAbbreviations(table string) map[string]bool {
	out := map[string]bool{}
	for i, line := range strings.Split(table, "\n") {
		word, _, ok := strings.Cut(line, "\t")
		if ok && i > 1 {
			out[word] = true
		}
	}
	return out
}

// sentences is the whole sentences around a span, and false when they have more than so
// many characters. A sentence ends with a point, a semicolon, an exclamation or question
// mark before a capital or the end of a line, and at an empty line; the lines of one may
// be wrapped.
func sentences(text string, span corpus.Span, most int) (corpus.Span, bool) {
	room := most * utf8.UTFMax // bytes
	start, end := span.Start, span.End
	for !sentenceEnds(text, start) {
		if start--; span.End-start > room {
			return span, false
		}
	}
	for !sentenceEnds(text, end) {
		if end++; end-start > room {
			return span, false
		}
	}
	for start < span.Start && (text[start] <= ' ' || strings.HasPrefix(text[start:], "\u00a0")) {
		_, n := utf8.DecodeRuneInString(text[start:])
		start += n
	}
	return corpus.Span{Start: start, End: end}, utf8.RuneCountInString(text[start:end]) <= most
}

// sentenceEnds reports whether a sentence ends just before a byte.
func sentenceEnds(text string, at int) bool {
	if at <= 0 || at >= len(text) {
		return true
	}
	if !utf8.RuneStart(text[at]) {
		return false
	}
	before := strings.TrimRight(text[:at], "»\"”) \u00a0\u202f")
	if strings.HasPrefix(text[at:], "\n") && strings.TrimLeft(firstLine(text[at+1:]), " \t\u00a0") == "" {
		return true
	}
	sign, size := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune(".;!?…", sign) || size == 0 {
		return false
	}
	after := strings.TrimLeft(text[at:], " \t\u00a0\u202f")
	if after == text[at:] && !strings.HasPrefix(after, "\n") {
		return false // 17-21.434
	}
	if strings.HasPrefix(after, "\n") {
		return true
	}
	if sign == '.' && abbreviated(before[:len(before)-size]) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(after)
	return sign == ';' || unicode.IsUpper(r) || strings.ContainsRune("«\"“-–—", r)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// abbreviated reports whether a text ends with an abbreviation, or an initial.
func abbreviated(text string) bool {
	const longest = 16 // bytes
	cut := max(0, len(text)-longest)
	for cut > 0 && !utf8.RuneStart(text[cut]) {
		cut++
	}
	word := text[cut:]
	if i := strings.LastIndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		_, n := utf8.DecodeRuneInString(word[i:])
		word = word[i+n:]
	}
	first, n := utf8.DecodeRuneInString(word)
	return n > 0 && n == len(word) && unicode.IsUpper(first) || abbreviations[fold.New(word).Folded]
}
