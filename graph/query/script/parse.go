package script

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
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

// parse reads a script. The parser follows a comment in the last line that names a
// file of source maps; the line break keeps it from reading any.
func parse(source string) (p *ast.Program, err error) {
	if len(source) > MaxSource {
		return nil, &Error{1, 1, fmt.Sprintf("the query is longer than %d bytes", MaxSource), nil}
	}
	if !utf8.ValidString(source) {
		return nil, &Error{1, 1, "the query is not UTF-8", nil}
	}
	defer func() {
		if r := recover(); r != nil { // the parser trips over some broken input
			p, err = nil, &Error{1, 1, "the query cannot be read", nil}
		}
	}()
	p, err = parser.ParseFile(nil, "", source+"\n", parser.IgnoreRegExpErrors)
	var list parser.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		at := list[0].Position
		return nil, placed(source, file.Idx(offset(source, at.Line, at.Column)+1), plainMessage(list[0].Message))
	}
	if err != nil {
		return nil, &Error{1, 1, oneLine(err.Error()), nil}
	}
	return p, nil
}

func plainMessage(s string) string {
	s = oneLine(s)
	if first, size := utf8.DecodeRuneInString(s); size == 1 {
		s = strings.ToLower(string(first)) + s[size:]
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// offset is the byte at a line and a column that the parser counts in bytes.
func offset(source string, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		i := strings.IndexByte(source[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	return min(len(source), at+max(0, column-1))
}

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
