package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// term makes a node of a word or phrase of text.
func (p *parser) term(t token) (Node, error) {
	if t.sort == phrase {
		if i := strings.IndexByte(t.text, '*'); i > 0 && isLetter(lastRune(t.text[:i])) {
			return nil, p.errorf(t.Span, "join the words by PROCHE: mot PROCHE/2 pass*", "* has no meaning between quotation marks")
		}
		return Phrase{t.Span, t.text}, nil
	}
	text := t.text
	if pattern := strings.ContainsAny(text, "*?~"); pattern {
		if p.patterns++; p.patterns > MaxPatterns {
			return nil, p.errorf(t.Span, "write some of the words in full", "the query has more than %d words with *, ? or ~", MaxPatterns)
		}
	}
	if body, edits, ok := strings.Cut(text, "~"); ok && (edits == "" || strings.Trim(edits, "0123456789") == "") {
		return p.fuzzy(t, body, edits)
	}
	if strings.ContainsAny(text, "*?") && says(text) || strings.Contains(text, "*") {
		return p.wildcard(t)
	}
	if !plain(text) || !says(text) {
		return p.odd(t)
	}
	return Word{t.Span, text}, nil
}

// odd makes a phrase of a word that would be read as something else if it stood alone.
func (p *parser) odd(t token) (Node, error) {
	text := strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if isQuote(r) {
			return ' '
		}
		return r
	}, t.text)), " ")
	if !says(text) {
		return nil, p.errorf(t.Span, "", "%q is no word", t.text)
	}
	return Phrase{t.Span, text}, nil
}

// fuzzy reads word~ and word~2.
func (p *parser) fuzzy(t token, word, edits string) (Node, error) {
	n := Fuzzy{t.Span, word, 1}
	switch edits {
	case "", "1":
	case "2":
		n.Edits = 2
	default:
		return nil, p.errorf(t.Span, "write "+word+"~1 or "+word+"~2", "after ~ stands how many letters may be wrong, 1 or 2")
	}
	switch {
	case !letters(word):
		return nil, p.errorf(t.Span, "", "~ follows one word of letters")
	case utf8.RuneCountInString(word) < minFuzzy:
		return nil, p.errorf(t.Span, "", "~ wants a word of at least %d letters", minFuzzy)
	case utf8.RuneCountInString(word) > longestName:
		return nil, p.errorf(t.Span, "", "~ wants a word of at most %d letters", longestName)
	}
	return n, nil
}

const (
	minFuzzy   = 4 // letters of a word that may be wrong
	minPattern = 2 // letters before a *
)

// wildcard reads a pattern of a word.
func (p *parser) wildcard(t token) (Node, error) {
	pattern := t.text
	for strings.Contains(pattern, "**") {
		pattern = strings.ReplaceAll(pattern, "**", "*")
	}
	first := strings.IndexAny(pattern, "*?")
	switch {
	case first == 0:
		return nil, p.errorf(t.Span, "give the letters with which the word begins: rétent*", "a word cannot begin with %c", pattern[0])
	case !letters(strings.Map(noWild, pattern)):
		return nil, p.errorf(t.Span, "", "* and ? stand in one word, of letters and digits")
	case pattern[first] == '*' && utf8.RuneCountInString(pattern[:first]) < minPattern:
		return nil, p.errorf(t.Span, "give more letters: rétent*", "%s fits too many words", pattern)
	case utf8.RuneCountInString(pattern) > longestName:
		return nil, p.errorf(t.Span, "", "a pattern has at most %d signs", longestName)
	}
	return Wildcard{t.Span, pattern}, nil
}

func noWild(r rune) rune {
	if r == '*' || r == '?' {
		return -1
	}
	return r
}

// letters reports whether a text is letters and digits only, and not empty.
func letters(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !isLetter(r) })
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
