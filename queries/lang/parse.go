package lang

import (
	"strings"
	"unicode/utf8"
)

// The bounds of a query.
const (
	MaxBytes    = 16 << 10 // of the query
	MaxTerms    = 500      // words, phrases, values
	MaxPatterns = 20       // words with *, ? or ~
	MaxNears    = 20       // PROCHE
	MaxDepth    = 40       // brackets in brackets
)

// Parse reads a query. isReference says of some words together, "C. civ. 1382",
// whether they are one reference to provisions or decisions; it must not keep what it
// is given, and nil knows none. An error is an *Error.
//
// Words that stand side by side must all hold, as with ET; OU joins its two neighbours
// before that. ET and OU side by side without brackets are refused, for people differ
// on what that means. Operators are in capitals. A sign that stands alone is passed over.
func (l *Language) Parse(query string, isReference func(string) bool) (Node, error) {
	if len(query) > MaxBytes {
		return nil, Errorf(query, Span{MaxBytes, MaxBytes}, "look for its most telling words",
			"the query is longer than %d bytes", MaxBytes)
	}
	query = readable(query)
	if isReference == nil {
		isReference = func(string) bool { return false }
	}
	p := &parser{scanner: scanner{l: l, query: query, isReference: isReference}}
	if err := p.advance(); err != nil {
		return nil, err
	}
	n, err := p.group(scope{top: true})
	if err != nil {
		return nil, err
	}
	if p.tok.sort == closing {
		return nil, p.errorf(p.tok.Span, "take it away, or open one before it", "this bracket closes none")
	}
	if n == nil {
		return All{}, nil
	}
	return n, nil
}

// readable puts blanks for the bytes of what is no text, so that places stay.
func readable(query string) string {
	if utf8.ValidString(query) && !strings.ContainsFunc(query, isUnseen) {
		return query
	}
	out := []byte(query)
	for i := 0; i < len(out); {
		r, size := utf8.DecodeRune(out[i:])
		if r == utf8.RuneError && size == 1 || isUnseen(r) {
			for j := range size {
				out[i+j] = ' '
			}
		}
		i += size
	}
	return string(out)
}

// isUnseen reports whether a rune is a control character of ASCII, or a blank without width,
// at which words end.
func isUnseen(r rune) bool {
	const zeroWidthSpace, byteOrderMark = '\u200b', '\ufeff'
	return r < ' ' || r == 0x7f || r == zeroWidthSpace || r == byteOrderMark
}

// parser reads tokens, one ahead.
type parser struct {
	scanner
	tok      token
	depth    int
	terms    int
	patterns int
	nears    int
}

func (p *parser) advance() (err error) {
	p.tok, err = p.next()
	return err
}

// scope says what may stand in a group.
type scope struct {
	top   bool       // fields and references too
	field *FieldInfo // whose value it is; nil for none
}

// values reports whether the group holds values, not text.
func (in scope) values() bool { return in.field != nil && in.field.Kind != Text }

// part is one operand of a group with what stands before it.
type part struct {
	op   sort // and, or, or eof for none
	opAt Span
	not  bool
	notAt,
	last Span // of the operand
	node Node // nil while it is a bare word
	text string
}

// group reads operands up to a closing bracket or the end, which it leaves. It gives
// nil when there are none.
func (p *parser) group(in scope) (Node, error) {
	var parts []part
	for {
		x := part{}
		if p.tok.sort == and || p.tok.sort == or {
			x.op, x.opAt = p.tok.sort, p.tok.Span
			if len(parts) == 0 {
				return nil, p.lacks(p.tok.Span, "before")
			}
			if err := p.advance(); err != nil {
				return nil, err
			}
		}
		if p.tok.sort == not {
			x.not, x.notAt = true, p.tok.Span
			if err := p.advance(); err != nil {
				return nil, err
			}
		}
		switch p.tok.sort {
		case eof, closing, and, or, not, near:
			if at := x.operator(); at != (Span{}) {
				return nil, p.lacks(at, "after")
			}
			if p.tok.sort == near {
				return nil, p.lacks(p.tok.Span, "before")
			}
			return p.fold(parts, in)
		}
		if err := p.operand(&x, in); err != nil {
			return nil, err
		}
		parts = append(parts, x)
	}
}

// operator is the last operator of a part.
func (x *part) operator() Span {
	if x.not {
		return x.notAt
	}
	return x.opAt
}

// lacks says of an operator that nothing stands on one side of it.
func (p *parser) lacks(op Span, side string) error {
	name := p.query[op.Start:op.End]
	hint := "in quotation marks it is a word"
	if name[0] == '-' {
		hint = ""
	}
	return p.errorf(op, hint, "%s has nothing %s it", name, side)
}

// primary reads a word, a phrase, a group or a field. A bare word is left in x.
func (p *parser) primary(x *part, in scope) (n Node, err error) {
	t := p.tok
	x.last = t.Span
	switch t.sort {
	case open:
		return p.brackets(x, in)
	case field:
		if !in.top {
			return nil, p.errorf(t.Span, "end it first, then write ET "+t.text+":…", "a field cannot stand here, inside another or beside PROCHE")
		}
		n, err = p.fieldValue()
		if n != nil {
			x.last = n.At()
		}
		return n, err
	}
	if p.terms++; p.terms > MaxTerms {
		return nil, p.errorf(t.Span, "look for the most telling words", "the query has more than %d words", MaxTerms)
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if t.sort == word {
		x.text = t.text
		return nil, nil
	}
	if in.values() {
		return p.value(t.text, t.Span, in)
	}
	return p.term(t)
}

// brackets reads a group in brackets.
func (p *parser) brackets(x *part, in scope) (Node, error) {
	begin := p.tok.Span
	if p.depth++; p.depth > MaxDepth {
		return nil, p.errorf(begin, "", "more than %d brackets stand in one another", MaxDepth)
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	n, err := p.group(in)
	if err != nil {
		return nil, err
	}
	x.last = Span{begin.Start, p.tok.End}
	if p.tok.sort != closing {
		return nil, p.errorf(begin, "put a ) where the group ends", "this bracket is not closed")
	}
	if n == nil {
		return nil, p.errorf(x.last, "", "there is nothing between these brackets")
	}
	p.depth--
	return n, p.advance()
}
