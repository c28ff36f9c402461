package queries

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/attendu/attendu/corpus"
)

// quotePart is a part of a quotation between its omissions, in plain typography.
type quotePart struct {
	words string // as quoted
	// adapted finds the words as whoever quotes may adapt them: with another capital at
	// the start, and with letters in brackets, "[C]elui", for others or for none.
	adapted *regexp.Regexp
}

var (
	// omission stands for words that a quotation leaves out.
	omission = regexp.MustCompile(`\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3}|…`)
	// insertion is what whoever quotes puts into it, "[le juge]", or in place of words:
	// in brackets, and no part of a word.
	insertion = regexp.MustCompile(`(^|[^\p{L}\p{N}])\[[^\[\]]{1,100}\]($|[^\p{L}\p{N}])`)
	// bracketed is a letter in brackets that is part of a word, or several.
	bracketed = regexp.MustCompile(`\[(\p{L}{1,10})\]`)
)

// quoteParts are the parts of a quotation. They are those between its omissions; where
// inserted, what stands in brackets is an insertion, too, and no words of the text.
func quoteParts(quote string, inserted bool) (parts []quotePart) {
	quote = norm.NFC.String(strings.ToValidUTF8(quote, " "))
	if inserted {
		for again := ""; again != quote; { // neighbours share the sign between them
			again = quote
			quote = insertion.ReplaceAllString(quote, "$1…$2")
		}
	}
	for _, p := range omission.Split(quote, -1) {
		p = strings.TrimFunc(newTypography(p).plain, func(r rune) bool { return r != '[' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if strings.ContainsFunc(p, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			parts = append(parts, quotePart{p, adapted(p)})
		}
	}
	return parts
}

// adapted is the pattern for the words of a part as they may be adapted.
func adapted(p string) *regexp.Regexp {
	var b strings.Builder
	from := 0
	for _, m := range bracketed.FindAllStringSubmatchIndex(p, -1) {
		letters := p[m[2]:m[3]]
		before, _ := utf8.DecodeLastRuneInString(p[:m[0]])
		after, _ := utf8.DecodeRuneInString(p[m[1]:])
		switch {
		case m[0] < from || !wordRune(before) && !wordRune(after):
			continue
		case !wordRune(before) && utf8.RuneCountInString(letters) == 1: // [C]elui
			letters = "(?i:" + regexp.QuoteMeta(letters) + ")"
		default: // jug[és]
			letters = `\p{L}*`
		}
		b.WriteString(anyCase(p[from:m[0]], from == 0))
		b.WriteString(letters)
		from = m[1]
	}
	b.WriteString(anyCase(p[from:], from == 0))
	return regexp.MustCompile(b.String())
}

// anyCase quotes words for a pattern; at the start of a part the first letter may be a
// capital or none.
func anyCase(words string, start bool) string {
	r, n := utf8.DecodeRuneInString(words)
	if !start || !unicode.IsLetter(r) {
		return regexp.QuoteMeta(words)
	}
	return "(?i:" + string(r) + ")" + regexp.QuoteMeta(words[n:])
}

// indexPart finds a part from an offset on, as quoted or as adapted, and where it ends;
// -1 when it is not there.
func (t *typography) indexPart(p quotePart, from int) (start, end int) {
	if i := t.index(p.words, from); i >= 0 {
		return i, i + len(p.words)
	}
	for from < len(t.plain) {
		m := p.adapted.FindStringIndex(t.plain[from:])
		if m == nil || m[0] == m[1] {
			break
		}
		start, end = from+m[0], from+m[1]
		if t.wordsAt(start, end) {
			return start, end
		}
		_, n := utf8.DecodeRuneInString(t.plain[start:])
		from = start + n
	}
	return -1, -1
}

// findQuote finds the parts of a quotation in a text, one after the other. Where they do
// not stand there, the longest run of their words tells where it was taken from, if it
// is half of it.
func findQuote(text, quote string) ([]corpus.Span, QuoteVerdict) {
	t := newTypography(text)
	literal := quoteParts(quote, false)
	for _, parts := range [][]quotePart{literal, quoteParts(quote, true)} {
		if spans := t.findParts(parts); len(spans) > 0 {
			return spans, Verbatim
		}
	}
	var words []string
	for _, p := range literal {
		words = append(words, p.words)
	}
	return alteredQuote(text, strings.Join(words, " "))
}

// findParts finds all parts, one after the other; none when one is not there.
func (t *typography) findParts(parts []quotePart) (spans []corpus.Span) {
	from := 0
	for _, p := range parts {
		i, end := t.indexPart(p, from)
		if i < 0 {
			return nil
		}
		spans = append(spans, t.span(i, end))
		from = end
	}
	return spans
}
