package re2

import (
	"regexp/syntax"
	"sync"
)

// program is an expression made ready to be run over ASCII, byte by byte. Bytes
// that no part of the expression tells apart are of one class.
type program struct {
	inst  []syntax.Inst
	start uint16
	class [256]uint8 // of each byte
	bytes []byte     // one byte of each class
	asks  syntax.EmptyOp
	rooms sync.Pool // of *grouping: room to look for groups
}

// The two classes after those of ASCII.
func (p *program) end() int     { return len(p.bytes) }     // the end of the text
func (p *program) foreign() int { return len(p.bytes) + 1 } // a byte outside ASCII
func (p *program) row() int     { return len(p.bytes) + 2 } // how many there are

// maxInst bounds the length of a program: threads are numbered in two bytes.
const maxInst = 1 << 15

// newProgram compiles an expression; nil when it is too long.
func newProgram(tree *syntax.Regexp) *program {
	prog, err := syntax.Compile(tree)
	if err != nil || len(prog.Inst) > maxInst {
		return nil
	}
	p := &program{inst: prog.Inst, start: uint16(prog.Start)}
	p.classes()
	return p
}

// classes puts the bytes of ASCII that no part of the expression tells apart into one
// class.
func (p *program) classes() {
	class, n := [128]uint8{}, 1
	tell := func(is func(c byte) bool) { // splits each class in two
		var of [2][128]uint8 // the new class of an old one, plus one
		count := 0
		for c := range class {
			k := 0
			if is(byte(c)) {
				k = 1
			}
			if of[k][class[c]] == 0 {
				count++
				of[k][class[c]] = uint8(count)
			}
			class[c] = of[k][class[c]] - 1
		}
		n = count
	}
	told := map[string]bool{}
	for i := range p.inst {
		in := &p.inst[i]
		switch in.Op {
		case syntax.InstEmptyWidth:
			p.asks |= syntax.EmptyOp(in.Arg)
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAnyNotNL:
			name := string(append([]rune{rune(in.Op), rune(in.Arg)}, in.Rune...))
			if !told[name] && n < 128 {
				told[name] = true
				tell(func(c byte) bool { return reads(in, c) })
			}
		}
	}
	if p.asks&(syntax.EmptyBeginLine|syntax.EmptyEndLine) != 0 {
		tell(func(c byte) bool { return c == '\n' })
	}
	if p.asks&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) != 0 {
		tell(word)
	}
	p.bytes = make([]byte, n)
	for c := 127; c >= 0; c-- {
		p.class[c] = class[c]
		p.bytes[class[c]] = byte(c)
	}
	for c := 128; c < 256; c++ {
		p.class[c] = uint8(p.foreign())
	}
}

// What stands before a place, as far as an expression asks.
const (
	afterOther uint8 = iota
	afterWord
	afterLine
	afterNothing // the start of the text
)

// before tells what stands before the place i of s.
func (p *program) before(s string, i int) uint8 {
	if i == 0 {
		return p.asked(afterNothing)
	}
	return p.after(s[i-1])
}

// after tells what stands before the place behind a byte.
func (p *program) after(c byte) uint8 {
	switch {
	case c == '\n':
		return p.asked(afterLine)
	case word(c):
		return p.asked(afterWord)
	}
	return afterOther
}

// asked leaves out the differences that the expression does not ask for.
func (p *program) asked(before uint8) uint8 {
	if before == afterNothing && p.asks&syntax.EmptyBeginText == 0 {
		before = afterLine
	}
	if before == afterLine && p.asks&syntax.EmptyBeginLine == 0 ||
		before == afterWord && p.asks&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) == 0 {
		before = afterOther
	}
	return before
}

// between gives what is true of the place between what stands before and a byte of
// a class, or the end.
func (p *program) between(before uint8, class int) syntax.EmptyOp {
	var is syntax.EmptyOp
	switch before {
	case afterNothing:
		is |= syntax.EmptyBeginText | syntax.EmptyBeginLine
	case afterLine:
		is |= syntax.EmptyBeginLine
	}
	next := false
	switch {
	case class == p.end():
		is |= syntax.EmptyEndText | syntax.EmptyEndLine
	case p.bytes[class] == '\n':
		is |= syntax.EmptyEndLine
	default:
		next = word(p.bytes[class])
	}
	if (before == afterWord) != next {
		return is | syntax.EmptyWordBoundary
	}
	return is | syntax.EmptyNoWordBoundary
}
