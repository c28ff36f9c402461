package script

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dop251/goja/file"
)

// kind is what a lexeme is.
type kind int

const (
	end kind = iota
	word
	keyword
	numeral
	literal
	sign
)

// lexeme is one word or sign of a script.
type lexeme struct {
	kind  kind
	text  string
	value any // of a number or text
	at    file.Idx
	fresh bool // a line begins before it
}

func (l lexeme) String() string {
	if l.kind == end {
		return "end of input"
	}
	return l.text
}

var keywords = set("break case catch class const continue debugger default delete do else enum export extends false finally " +
	"for function if import in instanceof new null return super switch this throw true try typeof var void while with")

// signs are the operators and brackets, the longest first.
var signs = strings.Fields(">>>= === !== >>> <<= >>= == != <= >= && || ++ -- << >> += -= *= /= %= &= |= ^= { } ( ) [ ] ; , < > + - * / % & | ^ ! ~ ? : = .")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// lexer cuts a script into lexemes.
type lexer struct {
	source string
	pos    int
}

// next is the next lexeme.
func (x *lexer) next() lexeme {
	fresh := x.blank()
	l := lexeme{at: file.Idx(x.pos + 1), fresh: fresh}
	if x.pos >= len(x.source) {
		return l
	}
	rest := x.source[x.pos:]
	switch c := rest[0]; {
	case c == '"' || c == '\'':
		l.kind = literal
		l.value = x.quoted(c)
		l.text = "text"
		return l
	case c >= '0' && c <= '9' || c == '.' && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9':
		l.kind, l.value = numeral, x.number()
		l.text = x.source[int(l.at)-1 : x.pos]
		return l
	}
	if n := nameLength(rest); n > 0 {
		l.kind, l.text = word, rest[:n]
		if keywords[l.text] {
			l.kind = keyword
		}
		x.pos += n
		return l
	}
	for _, s := range signs {
		if strings.HasPrefix(rest, s) {
			l.kind, l.text = sign, s
			x.pos += len(s)
			return l
		}
	}
	r, _ := utf8.DecodeRuneInString(rest)
	panic(placed(x.source, l.at, fmt.Sprintf("unexpected %q", r)))
}

// blank passes over blanks and comments, and says whether a line ended.
func (x *lexer) blank() (fresh bool) {
	for x.pos < len(x.source) {
		rest := x.source[x.pos:]
		r, n := utf8.DecodeRuneInString(rest)
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			fresh = true
		case unicode.IsSpace(r) || r == '\ufeff':
		case strings.HasPrefix(rest, "//"):
			if n = strings.IndexByte(rest, '\n'); n < 0 {
				n = len(rest)
			}
		case strings.HasPrefix(rest, "/*"):
			i := strings.Index(rest[2:], "*/")
			if i < 0 {
				panic(placed(x.source, file.Idx(x.pos+1), "a comment without end"))
			}
			n = i + 4
			fresh = fresh || strings.Contains(rest[:n], "\n")
		default:
			return fresh
		}
		x.pos += n
	}
	return fresh
}

// nameLength is how long the name is that s begins with.
func nameLength(s string) int {
	for i, r := range s {
		if r == '$' || r == '_' || unicode.IsLetter(r) || i > 0 && unicode.IsDigit(r) {
			continue
		}
		return i
	}
	return len(s)
}

func (x *lexer) number() float64 {
	start := x.pos
	rest := x.source[start:]
	if len(rest) > 1 && rest[0] == '0' && (rest[1] == 'x' || rest[1] == 'X') {
		n := 2
		for n < len(rest) && strings.IndexByte("0123456789abcdefABCDEF", rest[n]) >= 0 {
			n++
		}
		x.pos += n
		if f, err := strconv.ParseUint(rest[2:n], 16, 53); err == nil {
			return float64(f)
		}
		panic(placed(x.source, file.Idx(start+1), "this is no number"))
	}
	n := 0
	for n < len(rest) && (rest[n] >= '0' && rest[n] <= '9' || rest[n] == '.' || rest[n] == 'e' || rest[n] == 'E' ||
		(rest[n] == '+' || rest[n] == '-') && n > 0 && (rest[n-1] == 'e' || rest[n-1] == 'E')) {
		n++
	}
	x.pos += n
	f, err := strconv.ParseFloat(rest[:n], 64)
	if err != nil && !math.IsInf(f, 0) || nameLength(rest[n:]) > 0 {
		panic(placed(x.source, file.Idx(start+1), "this is no number"))
	}
	return f
}

// escapes are what stands after \ for one character.
var escapes = map[byte]string{'n': "\n", 't': "\t", 'r': "\r", 'b': "\b", 'f': "\f", 'v': "\v", '0': "\x00", '\n': ""}

// quoted reads a text in quotes.
func (x *lexer) quoted(quote byte) string {
	start := x.pos
	var b strings.Builder
	for x.pos++; x.pos < len(x.source); x.pos++ {
		c := x.source[x.pos]
		switch {
		case c == quote:
			x.pos++
			return b.String()
		case c == '\n':
			panic(placed(x.source, file.Idx(start+1), "a text without end"))
		case c != '\\':
			b.WriteByte(c)
		case x.pos+1 < len(x.source):
			x.pos++
			x.escape(&b)
		}
	}
	panic(placed(x.source, file.Idx(start+1), "a text without end"))
}

// escape reads what stands after \.
func (x *lexer) escape(b *strings.Builder) {
	c := x.source[x.pos]
	digits := map[byte]int{'x': 2, 'u': 4}[c]
	if digits > 0 && x.pos+digits < len(x.source) {
		if n, err := strconv.ParseUint(x.source[x.pos+1:x.pos+1+digits], 16, 32); err == nil {
			b.WriteRune(rune(n))
			x.pos += digits
			return
		}
	}
	if s, ok := escapes[c]; ok {
		b.WriteString(s)
		return
	}
	b.WriteByte(c)
}
