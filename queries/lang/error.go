package lang

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error says what is wrong with a query, and where.
type Error struct {
	Pos    int    // byte of the query where it begins
	Column int    // the same in characters, the first is 1
	Msg    string // what is wrong, in plain words
	Hint   string // what to write instead; may be ""
}

// Error is one line.
func (e *Error) Error() string {
	s := fmt.Sprintf("in the query, character %d: %s", e.Column, e.Msg)
	if e.Hint != "" {
		s += "; " + e.Hint
	}
	return s
}

// Errorf makes an error about a place in a query. The hint may be "".
func Errorf(query string, at Span, hint, format string, args ...any) *Error {
	pos := min(max(at.Start, 0), len(query))
	return &Error{Pos: pos, Column: utf8.RuneCountInString(query[:pos]) + 1, Msg: fmt.Sprintf(format, args...), Hint: hint}
}

// around is how many characters Pointer shows on either side.
const around = 35

// Pointer shows the place of an error: the query, or the part around it, and below it
// a caret under the character meant. Both lines end with a line feed.
func (e *Error) Pointer(query string) string {
	pos := min(max(e.Pos, 0), len(query))
	before, left := lastRunes(query[:pos], around)
	after, right := firstRunes(query[pos:], around)
	line := "…"
	if !left {
		line = ""
	}
	indent := strings.Repeat(" ", utf8.RuneCountInString(line+before))
	line += before + after
	if right {
		line += "…"
	}
	return strings.Map(shown, line) + "\n" + indent + "^\n"
}

// shown writes what moves the columns as a blank.
func shown(r rune) rune {
	if !unicode.IsPrint(r) {
		return ' '
	}
	return r
}

// firstRunes are the first n characters, and whether there are more.
func firstRunes(s string, n int) (string, bool) {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at], at < len(s)
}

// lastRunes are the last n characters, and whether there are more.
func lastRunes(s string, n int) (string, bool) {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:], at > 0
}
