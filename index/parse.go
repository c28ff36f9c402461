package index

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
	"github.com/attendu/attendu/index/frlegal"
)

// What is asked for of a long text, so that no request runs away.
const (
	maxText  = 4096 // bytes
	maxTerms = 64   // words, those inside phrases included
)

// item is a word or a phrase: terms that follow one another.
type item struct {
	terms []string
	// name is the word as typed when it may be a number, an ECLI or a key of
	// the decision itself; "" otherwise.
	name string
	// typed is the word as typed; "" in quotation marks.
	typed string
	// grammar says that the item is a word that is not looked for by itself.
	grammar bool
	// zones are the only ones in which it is shown; nil shows it everywhere.
	zones []corpus.ZoneKind
	// form is how its one word must be written to be shown; "" is any way.
	form string
}

// question is a text request understood: each clause of must holds when one of
// its items occurs, and no item of not occurs.
type question struct {
	must [][]item
	not  []item
	cut  bool // the end of the text was left out
	// synonyms are those that were added to must and not.
	synonyms []Synonym
}

// token is a word or a phrase as typed.
type token struct {
	text          string
	quoted, minus bool
}

// parse reads what a user types; see Request.Text. It accepts any bytes.
func parse(text string) question {
	q := question{cut: len(text) > maxText}
	text = cut(text)
	var either bool // an OR stands before the next word
	room := maxTerms
	for _, t := range tokens(text) {
		if !t.quoted && !t.minus && len(q.must) > 0 && (t.text == "OR" || t.text == "OU") {
			either = true
			continue
		}
		it := newItem(t)
		if len(it.terms) == 0 {
			continue
		}
		if len(it.terms) > room {
			q.cut = true
			it.terms = it.terms[:room]
		}
		if room -= len(it.terms); len(it.terms) > 0 {
			q.add(it, t.minus, either)
		}
		either = false
	}
	return q
}

// cut leaves out what is beyond maxText, on the edge of a character.
func cut(text string) string {
	if len(text) <= maxText {
		return text
	}
	n := maxText
	for n > maxText-utf8.UTFMax && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// add puts an item into its place.
func (q *question) add(it item, minus, either bool) {
	switch last := len(q.must) - 1; {
	case minus:
		q.not = append(q.not, it)
	case either:
		q.must[last] = append(q.must[last], it)
	default:
		q.must = append(q.must, []item{it})
	}
}

// newItem analyses a token. It has no terms when the token is only signs.
func newItem(t token) item {
	it := item{terms: terms(t.text)}
	if !t.quoted {
		it.typed = t.text
	}
	it.grammar = !t.quoted && !strings.Contains(t.text, ".") && len(it.terms) == 1 && !frlegal.Asked(it.terms[0])
	if name := strings.Trim(t.text, ".,;:!?()[]{}"); !t.quoted && strings.ContainsAny(name, "0123456789") {
		it.name = name
	}
	return it
}

// Searched reports whether a text has a word that is searched: "le" and "de" are in
// every text, and in no index.
func Searched(text string) bool { return slices.ContainsFunc(terms(cut(text)), frlegal.Asked) }

// terms analyses a text as decisions are.
func terms(text string) []string {
	return slices.Collect(frlegal.Terms(text))
}

// slots are terms at their places in a phrase.
func slots(terms []string) (p bm25.Phrase) {
	for i, t := range terms {
		p = append(p, bm25.Slot{At: i, Any: []string{t}})
	}
	return p
}

// numbered is what belongs to a number that a blank parts from it: "al. 2", "L. 1235-3",
// "L 1235-3", "L.O. 6313-1", "1 500", "18 / 04366".
var numbered = regexp.MustCompile(`^(?:\pL{1,2}\.\*?[\s\pZ]+|(?:\pL\.){2}[\s\pZ]+|(?i:lo|lp|[lrda])\*?[\s\pZ]+(?:\d{3}|\d+[-‐‑‒–]\d))\d?` +
	`|^[1-9]\d{0,2}(?:[\s\pZ]\d{3}\b)+|^\d\d[\s\pZ]/[\s\pZ]\d{4,5}\b`)

// tokens cuts a text at spaces and quotation marks. A quotation mark that is
// not closed runs to the end.
func tokens(text string) []token {
	var out []token
	for text != "" {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
		t := token{minus: strings.HasPrefix(text, "-")}
		text = strings.TrimPrefix(text, "-")
		if r, size := utf8.DecodeRuneInString(text); isQuote(r) {
			t.quoted = true
			text = text[size:]
			end := until(text, isQuote)
			t.text, text = text[:end], text[end:]
			_, size = utf8.DecodeRuneInString(text)
			text = text[size:]
		} else {
			end := len(numbered.FindString(text))
			end += until(text[end:], func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) })
			t.text, text = text[:end], text[end:]
		}
		out = append(out, t)
	}
	return out
}

// isQuote reports whether a sign opens or closes a phrase.
func isQuote(r rune) bool { return strings.ContainsRune("\"“”„‟«»″", r) }

// until is the offset of the first character that satisfies is, or the end.
func until(s string, is func(rune) bool) int {
	if i := strings.IndexFunc(s, is); i >= 0 {
		return i
	}
	return len(s)
}
