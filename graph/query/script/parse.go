package script

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// MaxSource is how long a script may be, in bytes.
const MaxSource = 64 << 10

// Error is a fault in a script: where, and what.
type Error struct {
	Line, Column int // from 1; the column counts characters
	Message      string
	Err          error // what the host said; may be nil
}

func (e *Error) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Message)
}

func (e *Error) Unwrap() error { return e.Err }

// placed is an error at a place of the source.
func placed(source string, at file.Idx, message string) *Error {
	before := source[:max(0, min(int(at)-1, len(source)))]
	start := strings.LastIndexByte(before, '\n') + 1
	return &Error{
		Line:    1 + strings.Count(before, "\n"),
		Column:  1 + utf8.RuneCountInString(before[start:]),
		Message: message,
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// parser reads a script into the tree of goja, in one pass that ends at the first
// fault. Goja's own parser collects faults and counts the lines before each again,
// which takes a minute for 64 KiB of brackets, and opens the files that a comment
// names as a source map.
type parser struct {
	lexer
	tok   lexeme
	depth int
	decls *[]ast.Declaration // of the function that is being read
}

// parse reads a script.
func parse(source string) (p *ast.Program, err error) {
	if len(source) > MaxSource {
		return nil, &Error{1, 1, fmt.Sprintf("the query is longer than %d bytes", MaxSource), nil}
	}
	if !utf8.ValidString(source) {
		return nil, &Error{1, 1, "the query is not UTF-8", nil}
	}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Error:
			p, err = nil, r
		default:
			panic(r)
		}
	}()
	p = &ast.Program{}
	x := &parser{lexer: lexer{source: source}, decls: &p.DeclarationList}
	x.advance()
	for x.tok.kind != end {
		p.Body = append(p.Body, x.statement())
	}
	return p, nil
}

func (p *parser) advance() lexeme {
	was := p.tok
	p.tok = p.next()
	return was
}

// fail ends the reading.
func (p *parser) fail(at file.Idx, format string, args ...any) {
	panic(placed(p.source, at, fmt.Sprintf(format, args...)))
}

func (p *parser) unexpected() { p.fail(p.tok.at, "unexpected %v", p.tok) }

// is says whether a sign or keyword is next.
func (p *parser) is(text string) bool {
	return (p.tok.kind == sign || p.tok.kind == keyword) && p.tok.text == text
}

// accept passes over a sign or keyword if it is next.
func (p *parser) accept(text string) bool {
	if p.is(text) {
		p.advance()
		return true
	}
	return false
}

func (p *parser) expect(text string) file.Idx {
	if !p.is(text) {
		p.fail(p.tok.at, "unexpected %v, %s is wanted", p.tok, text)
	}
	return p.advance().at
}

func (p *parser) name() *ast.Identifier {
	if p.tok.kind != word {
		p.fail(p.tok.at, "unexpected %v, a name is wanted", p.tok)
	}
	l := p.advance()
	return &ast.Identifier{Name: l.text, Idx: l.at}
}

// semicolon ends a statement: by itself, before }, at the end, or where a line ends.
func (p *parser) semicolon() {
	if !p.accept(";") && !p.is("}") && p.tok.kind != end && !p.tok.fresh {
		p.unexpected()
	}
}

// deeper is called where the grammar comes back to itself, shallower after it.
func (p *parser) deeper() {
	if p.depth++; p.depth > maxDepth/2 {
		p.fail(p.tok.at, "nested more than %d deep", maxDepth/2)
	}
}

func (p *parser) shallower() { p.depth-- }
