package re2

import (
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
)

// automaton runs a program over a text in one step a byte: what all threads of the
// program may be at together is one state, and the step from it on a byte is worked
// out once, when it is first asked for. It is safe for use by several goroutines.
//
// Threads are kept in the order in which package regexp would prefer them, and those
// behind one that has matched are dropped, so that the match is the same.
type automaton struct {
	*program
	roams bool // a match may start at any place, not only at the first
	every bool // all matches count, not only the one that package regexp prefers
	// steps are those known so far, a row for each state: rows are added, and steps
	// filled in, but never changed.
	steps atomic.Pointer[[]atomic.Uint32]
	first [4]atomic.Uint32 // the states in which a match may start

	mu     sync.Mutex // of what follows
	states []state
	known  map[string]uint32
	work   threads
}

// state is what the threads of a program are at before a byte, in order of
// preference, and what stands before that byte.
type state struct {
	threads []uint16
	before  uint8
}

// A step is the number of the next state and two bits: a match ends before the byte
// that led there; the reader must stop and look. The step 0 is not known.
const (
	matched = 1 << iota
	halt
	shift = iota
)

const (
	dead    = 1               // the state without threads
	unsure  = 0<<shift | halt // the automaton cannot tell
	mayKnow = 1500            // states; beyond them the automaton cannot tell
)

// again stands for the thread that begins a match at the next place.
const again = 1<<16 - 1

func newAutomaton(p *program, roams, every bool) *automaton {
	a := &automaton{program: p, roams: roams, every: every, known: map[string]uint32{}, work: newThreads(len(p.inst))}
	steps := make([]atomic.Uint32, 8*p.row())
	a.steps.Store(&steps)
	a.states = make([]state, 1, 8)
	a.intern(nil, afterOther)
	return a
}

// end gives where the match that starts at at ends, or, when the automaton roams,
// the first one that starts there or later; -1 when there is none. With any it may
// be any place at which it is clear that there is one. known is false when the
// automaton cannot tell.
func (a *automaton) end(s string, at int, any bool) (end int, known bool) {
	end = -1
	from := a.begin(a.program.before(s, at))
	steps, row := *a.steps.Load(), a.row()
	for i := at; i < len(s); i++ {
		k := int(from)*row + int(a.class[s[i]])
		step := uint32(0)
		if k < len(steps) {
			step = steps[k].Load()
		}
		if step == 0 {
			step = a.step(from, int(a.class[s[i]]))
			steps = *a.steps.Load()
		}
		if step&halt != 0 {
			if step == unsure {
				return -1, false
			}
			if step&matched != 0 {
				if end = i; any {
					return end, true
				}
			}
			if step>>shift == dead {
				return end, true
			}
		}
		from = step >> shift
	}
	step := a.step(from, a.program.end())
	if step&matched != 0 {
		end = len(s)
	}
	return end, step != unsure
}

// begin gives the state in which a match may start.
func (a *automaton) begin(before uint8) uint32 {
	if from := a.first[before].Load(); from != 0 {
		return from
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	thread := a.start
	if a.roams {
		thread = again
	}
	from := a.intern([]uint16{thread}, before)
	a.first[before].Store(from)
	return from
}

// step gives the step from a state on a class of bytes.
func (a *automaton) step(from uint32, class int) uint32 {
	k := int(from)*a.row() + class
	if steps := *a.steps.Load(); k < len(steps) {
		if step := steps[k].Load(); step != 0 {
			return step
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	step := a.reckon(from, class)
	(*a.steps.Load())[k].Store(step)
	return step
}

// reckon works a step out.
func (a *automaton) reckon(from uint32, class int) uint32 {
	if class == a.program.foreign() {
		return unsure
	}
	st := a.states[from]
	w := &a.work
	w.clear()
	is := a.between(st.before, class)
	step := uint32(0)
	for _, t := range st.threads {
		start := t
		if t == again {
			start = a.start
		}
		if a.follow(start, is, class) {
			step = matched | halt
			if !a.every {
				break
			}
		}
		if t == again {
			w.out = append(w.out, again)
		}
	}
	if len(w.out) == 0 || class == a.program.end() {
		return dead<<shift | halt | step
	}
	if a.every {
		slices.Sort(w.out)
	}
	next := a.intern(w.out, a.after(a.bytes[class]))
	if next == 0 {
		return unsure
	}
	return next<<shift | step
}

// follow runs a thread up to the bytes that it reads, and notes where it is behind
// them when they are of the class. It reports whether it matches before them.
func (a *automaton) follow(pc uint16, is syntax.EmptyOp, class int) (matches bool) {
	w := &a.work
	w.stack = append(w.stack[:0], pc)
	for n := len(w.stack); n > 0; n = len(w.stack) {
		pc, w.stack = w.stack[n-1], w.stack[:n-1]
		if !w.visit(pc) {
			continue
		}
		in := &a.inst[pc]
		switch in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			w.stack = append(w.stack, uint16(in.Arg), uint16(in.Out))
		case syntax.InstNop, syntax.InstCapture:
			w.stack = append(w.stack, uint16(in.Out))
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(in.Arg)&^is == 0 {
				w.stack = append(w.stack, uint16(in.Out))
			}
		case syntax.InstMatch:
			if matches = true; !a.every {
				return true
			}
		case syntax.InstFail:
		default:
			if class < len(a.bytes) && reads(in, a.bytes[class]) {
				w.add(uint16(in.Out))
			}
		}
	}
	return matches
}

// reads reports whether an instruction takes a byte.
func reads(in *syntax.Inst, c byte) bool {
	switch in.Op {
	case syntax.InstRuneAny:
		return true
	case syntax.InstRuneAnyNotNL:
		return c != '\n'
	case syntax.InstRune1:
		return rune(c) == in.Rune[0]
	}
	return in.MatchRune(rune(c))
}

// intern gives the number of a state, the same for the same threads; 0 when there
// are too many.
func (a *automaton) intern(list []uint16, before uint8) uint32 {
	name := append(a.work.name[:0], before)
	for _, t := range list {
		name = append(name, byte(t), byte(t>>8))
	}
	a.work.name = name
	if n := a.known[string(name)]; n != 0 {
		return n
	}
	if len(a.states) >= mayKnow {
		return 0
	}
	n := uint32(len(a.states))
	a.states = append(a.states, state{append([]uint16(nil), list...), before})
	a.known[string(name)] = n
	if old := *a.steps.Load(); (len(a.states))*a.row() > len(old) {
		more := make([]atomic.Uint32, 2*len(old))
		for i := range old {
			more[i].Store(old[i].Load())
		}
		a.steps.Store(&more)
	}
	return n
}
