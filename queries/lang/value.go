package lang

import (
	"regexp"
	"strings"
)

// fieldValue reads a field from its name on.
func (p *parser) fieldValue() (Node, error) {
	name := p.tok
	in := scope{field: p.l.field(name.text)}
	p.signs, p.noField = in.ranges(), in.field.Kind == Name || in.field.Kind == Reference
	defer func() { p.signs = false }()
	err := p.advance()
	p.noField = false
	if err != nil {
		return nil, err
	}
	var n Node
	switch p.tok.sort {
	case open:
		x := part{}
		n, err = p.brackets(&x, in)
		if err == nil {
			name.End = x.last.End
		}
	case word, phrase:
		n, err = p.oneValue(in)
		if err == nil {
			name.End = n.At().End
		}
	case not:
		return nil, p.errorf(p.tok.Span, "write -"+in.field.Examples[0]+", or within brackets "+in.field.Name+":(a SAUF b)", "what is left out stands before the field")
	default:
		return nil, p.errorf(name.Span, "write "+in.field.Examples[0], "%s has no value", p.query[name.Start:name.End])
	}
	if err != nil {
		return nil, err
	}
	if p.tok.sort == near {
		return nil, p.errorf(p.tok.Span, "write "+in.field.Name+":(a PROCHE/5 b)", "PROCHE joins words, not fields")
	}
	f := in.field.Name
	if in.field.Kind == Before || in.field.Kind == After {
		f = string(Date)
	}
	return Field{name.Span, f, n}, nil
}

// ranges reports whether the values of a field are ranges.
func (in scope) ranges() bool {
	switch in.field.Kind {
	case Date, Before, After, Amount:
		return true
	}
	return false
}

// oneValue reads a value that has no brackets: a word or phrase, and the words after it
// that belong to it.
func (p *parser) oneValue(in scope) (Node, error) {
	t := p.tok
	if p.terms++; p.terms > MaxTerms {
		return nil, p.errorf(t.Span, "look for the most telling words", "the query has more than %d words", MaxTerms)
	}
	if t.sort == word {
		var err error
		if t.Span, err = p.further(t, in); err != nil {
			return nil, err
		}
		if in.values() {
			return p.value(p.words(t.Span), t.Span, in)
		}
		return p.term(t)
	}
	if !in.ranges() {
		p.signs = false
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if in.values() {
		return p.value(t.text, t.Span, in)
	}
	return p.term(t)
}

// maxReference is how many words a reference without brackets may have.
const maxReference = 12

// further reads the first word of a value and those that follow it as part of it: of a
// reference as many as make the longest one, of a range its other end, of an amount
// the groups of three digits. It gives the span of them all.
func (p *parser) further(first token, in scope) (Span, error) {
	whole, best, back := first.Span, first.Span, p.scanner
	last := first.text
	var after token
	for n := 1; ; n++ {
		if err := p.advance(); err != nil {
			return whole, err
		}
		if n == 1 {
			back, after = p.scanner, p.tok
		}
		t := p.tok
		if t.sort != word || n > maxReference {
			break
		}
		if in.ranges() {
			if !joins(last, t.text, in.field.Kind) {
				break
			}
			last, whole.End = t.text, t.End
			best, back, after = whole, p.scanner, token{}
			continue
		}
		if in.field.Kind != Reference {
			break
		}
		whole.End = t.End
		if p.isReference(p.words(whole)) {
			best, back, after = whole, p.scanner, token{}
		}
	}
	p.scanner = back
	if after != (token{}) {
		p.tok = after
		return best, nil
	}
	return best, p.advance()
}

// joins reports whether two words of a range belong together.
func joins(last, next string, kind Kind) bool {
	if strings.Trim(last, ".<>=") == "" || strings.HasSuffix(last, "..") || strings.HasPrefix(next, "..") {
		return true
	}
	return kind == Amount && restOfAmount.MatchString(next)
}

// restOfAmount is what may follow a blank in an amount or a range of them.
var restOfAmount = regexp.MustCompile(`^(?:\d{3}(?:,\d{1,2})?(?:\.\..*)?€?|€(?:\.\..*)?|(?i:euros?))$`)

// value makes a node of a value of a field.
func (p *parser) value(text string, at Span, in scope) (Node, error) {
	switch in.field.Kind {
	case Date, Before, After:
		return p.dates(text, at, in.field.Kind)
	case Amount:
		return p.amounts(text, at)
	}
	if strings.ContainsAny(text, "*~") {
		return nil, p.errorf(at, "patterns are for words of the text", "%s takes no pattern", in.field.Name)
	}
	text = strings.TrimFunc(text, func(r rune) bool { return isQuote(r) || r == ' ' })
	if !says(text) {
		return nil, p.errorf(at, "write "+in.field.Examples[0], "%q is no value of %s", text, in.field.Name)
	}
	return Value{at, text}, nil
}
