package lang

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sort is what a token is.
type sort int

const (
	eof sort = iota
	word
	phrase
	open
	closing
	and
	or
	not
	near
	field
)

// token is a piece of a query.
type token struct {
	sort sort
	Span
	text   string // of a word or phrase, or the name of a field
	within int    // of a near
	minus  bool   // a not written as -
}

// scanner cuts a query into tokens. A token of signs alone is passed over.
type scanner struct {
	l     *Language
	query string
	at    int
	// isReference is asked for a word with a colon: an ECLI is no field.
	isReference func(string) bool
	// signs wants the signs of ranges, too: .. and >=.
	signs bool
	// noField takes a word with a colon as it is, right after the name of a field.
	noField bool
}

// errorf is an error at a place in the query.
func (s *scanner) errorf(at Span, hint, format string, args ...any) error {
	return Errorf(s.query, at, hint, format, args...)
}

// next gives the next token.
func (s *scanner) next() (token, error) {
	for {
		s.at += blanks(s.query[s.at:])
		start, rest := s.at, s.query[s.at:]
		if rest == "" {
			return token{Span: Span{start, start}}, nil
		}
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == '(':
			s.at += size
			return token{sort: open, Span: Span{start, s.at}}, nil
		case r == ')':
			s.at += size
			return token{sort: closing, Span: Span{start, s.at}}, nil
		case isQuote(r):
			return s.phrase(r, size)
		case r == '-' && len(rest) > 1 && blanks(rest[1:]) == 0:
			s.at += len(rest) - len(strings.TrimLeft(rest, "-"))
			return token{sort: not, minus: true, Span: Span{start, s.at}}, nil
		}
		if t, ok, err := s.word(); ok || err != nil {
			return t, err
		}
	}
}

// blanks counts the bytes of white space before anything else.
func blanks(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

// closers are the marks that close a quotation, by the mark that opens it; those that
// word processors put in place of " close and open one another.
var closers = map[rune]string{'"': `"”`, '”': `”"`, '“': `”"`, '„': `“”"`, '‟': `”"`, '″': `″"`, '«': "»"}

// isQuote reports whether a sign is a quotation mark.
func isQuote(r rune) bool { return r == '»' || closers[r] != "" }

// phrase reads a quotation from the mark that opens it.
func (s *scanner) phrase(mark rune, size int) (token, error) {
	start := s.at
	inside := s.query[start+size:]
	end := strings.IndexAny(inside, closers[mark])
	if end < 0 || mark == '»' {
		return token{}, s.errorf(Span{start, start + size}, "put a \" at the end of the phrase, or take this one away",
			"this quotation mark has no other one")
	}
	_, closed := utf8.DecodeRuneInString(inside[end:])
	s.at = start + size + end + closed
	text := strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if isQuote(r) {
			return ' '
		}
		return r
	}, inside[:end])), " ")
	t := token{sort: phrase, Span: Span{start, s.at}, text: text}
	if !says(text) {
		return t, s.errorf(t.Span, "", "there is no word between these quotation marks")
	}
	return t, nil
}

// says reports whether a text has a letter or digit.
func says(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// numbered is what stands before a number as part of it: L. 1235-3, al. 2.
var numbered = regexp.MustCompile(`^\pL{1,2}\.[\s\pZ]+\d`)

// named is the name of a field with its colon, which French typists set apart.
var named = regexp.MustCompile(`^(\pL[\pL_-]{0,39})([ \t\x{a0}\x{202f}]?):`)

// operators are those that are one word.
var operators = map[string]sort{"ET": and, "AND": and, "OU": or, "OR": or, "SAUF": not, "NOT": not, "PROCHE": near, "NEAR": near}

// word reads a run of other signs: a word, an operator or the name of a field. It is
// false when nothing in it is a letter or digit.
func (s *scanner) word() (token, bool, error) {
	start, rest := s.at, s.query[s.at:]
	if t, ok, err := s.field(rest); ok || err != nil {
		return t, ok, err
	}
	end := len(numbered.FindString(rest))
	end += upTo(rest[end:])
	text := strings.Join(strings.Fields(rest[:end]), " ")
	s.at += end
	t := token{sort: word, Span: Span{start, s.at}, text: strings.TrimRight(text, ":")}
	if op, ok := operators[text]; ok {
		t.sort, t.within = op, defaultWithin
		return t, true, nil
	}
	if name, n, ok := strings.Cut(text, "/"); ok && operators[strings.ToUpper(name)] == near {
		return s.nearness(t, name, n)
	}
	keep := says(text) || strings.Contains(text, "*") || s.signs && strings.Trim(text, ".<>=") == ""
	return t, keep, nil
}

// nearness reads PROCHE/n. In small letters it would be a word that no text has.
func (s *scanner) nearness(t token, name, n string) (token, bool, error) {
	if operators[name] != near {
		return t, true, s.errorf(t.Span, "write "+strings.ToUpper(name)+"/"+n, "operators are in capitals")
	}
	t.sort = near
	var err error
	if t.within, err = strconv.Atoi(n); err != nil || t.within < 1 || t.within > maxWithin {
		return t, true, s.errorf(t.Span, "write "+name+"/10 for at most 10 words", "%s takes a number of words from 1 to %d", name, maxWithin)
	}
	return t, true, nil
}

const (
	defaultWithin = 10
	maxWithin     = 1000
)

// upTo is the offset of the first sign that ends a word.
func upTo(s string) int {
	i := strings.IndexFunc(s, func(r rune) bool {
		return r == '(' || r == ')' || isQuote(r) || unicode.IsSpace(r)
	})
	if i < 0 {
		return len(s)
	}
	return i
}

// field reads the name of a field and its colon.
func (s *scanner) field(rest string) (t token, ok bool, err error) {
	m := named.FindStringSubmatch(rest)
	if m == nil || s.noField && s.at > 0 && s.query[s.at-1] == ':' {
		return t, false, nil
	}
	name, after := m[1], rest[len(m[0]):]
	t = token{sort: field, Span: Span{s.at, s.at + len(m[0])}, text: name}
	f := s.l.field(name)
	whole := rest[:upTo(rest)]
	switch {
	case m[2] == "" && s.isReference != nil && strings.Contains(whole, ":") && s.isReference(whole):
		return t, false, nil
	case f != nil:
		t.text = f.Name
	case m[2] != "" || after == "" || blanks(after) > 0 || after[0] == ')' || strings.HasPrefix(after, "//"):
		return t, false, nil // a colon of the sentence, or an address
	default:
		hint := "docs/search.md lists the fields; words with a colon go between quotation marks"
		if near := s.l.suggest(name); near != "" {
			hint = "did you mean " + near + ":?"
		}
		return t, true, s.errorf(t.Span, hint, "no field is called %q", name)
	}
	s.at = t.End
	return t, true, nil
}

// plain reports whether a text is one word to the scanner.
func plain(text string) bool {
	s := scanner{l: noFields, query: text}
	t, err := s.next()
	return err == nil && t.sort == word && t.text == text && t.Span == Span{0, len(text)} && !named.MatchString(text)
}

// noFields is a language without fields.
var noFields = &Language{}
