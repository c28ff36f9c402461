package re2

import (
	"regexp/syntax"
	"sync"
	"sync/atomic"
)

// automaton runs a program over a text in one step a byte: what all threads of the
// program may be at together is one state, and the state that follows it on a byte is
// worked out once, when it is first asked for. It is safe for use by several
// goroutines.
//
// Threads are kept in the order in which package regexp would prefer them, and those
// behind one that has matched are dropped, so that the match is the same.
type automaton struct {
	*program
	roams bool // a match may start at any place, not only at the first
	first [4]atomic.Pointer[state]
	mu    sync.Mutex // of what follows
	known map[string]*state
	work  threads
	drops int // how often the known states were forgotten
}

const (
	maxStates = 3000 // that are known at a time
	maxDrops  = 16   // after which package regexp takes over
)

// state is what the threads of a program are at before a byte.
type state struct {
	threads []uint16 // in order of preference
	before  uint8    // what stands before the byte
	matched bool     // a match ends before the byte that led here
	stop    bool     // matched, or without threads, or foreign
	foreign bool     // the automaton cannot tell
	next    []atomic.Pointer[state]
}

var foreign = &state{stop: true, foreign: true}

// again stands for the thread that begins a match at the next place.
const again = 1<<16 - 1

func newAutomaton(p *program, roams bool) *automaton {
	return &automaton{program: p, roams: roams, known: map[string]*state{}, work: newThreads(len(p.inst))}
}

// end gives where the match that starts at at ends, or, when the automaton roams,
// the first one that starts there or later; -1 when there is none. With any it may
// be any place at which it is clear that there is one. known is false when the
// automaton cannot tell.
func (a *automaton) end(s string, at int, any bool) (end int, known bool) {
	end = -1
	st := a.begin(a.program.before(s, at))
	for i := at; i < len(s); i++ {
		next := st.next[a.class[s[i]]].Load()
		if next == nil {
			next = a.step(st, int(a.class[s[i]]))
		}
		if next.stop {
			if next.foreign {
				return -1, false
			}
			if next.matched {
				if end = i; any {
					return end, true
				}
			}
			if len(next.threads) == 0 {
				return end, true
			}
		}
		st = next
	}
	next := st.next[a.program.end()].Load()
	if next == nil {
		next = a.step(st, a.program.end())
	}
	if next.matched {
		end = len(s)
	}
	return end, !next.foreign
}

// begin gives the state in which a match may start.
func (a *automaton) begin(before uint8) *state {
	if st := a.first[before].Load(); st != nil {
		return st
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	thread := a.start
	if a.roams {
		thread = again
	}
	st := a.intern([]uint16{thread}, before, false)
	a.first[before].Store(st)
	return st
}

// step works out the state that follows on a class of bytes.
func (a *automaton) step(st *state, class int) *state {
	if class == a.program.foreign() {
		return foreign
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.drops > maxDrops {
		return foreign
	}
	w := &a.work
	w.clear()
	is := a.between(st.before, class)
	matched := false
	for _, t := range st.threads {
		start := t
		if t == again {
			start = a.start
		}
		if matched = a.follow(start, is, class); matched {
			break
		}
		if t == again {
			w.out = append(w.out, again)
		}
	}
	before := afterOther
	if class < len(a.bytes) {
		before = a.after(a.bytes[class])
	}
	next := a.intern(w.out, before, matched)
	st.next[class].Store(next)
	return next
}

// follow runs a thread up to the bytes that it reads, and notes where it is behind
// them when they are of the class. It reports whether it matches before them.
func (a *automaton) follow(pc uint16, is syntax.EmptyOp, class int) (matched bool) {
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
			return true
		case syntax.InstFail:
		default:
			if class < len(a.bytes) && reads(in, a.bytes[class]) {
				w.add(uint16(in.Out))
			}
		}
	}
	return false
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

// intern gives the state of threads, the same for the same ones.
func (a *automaton) intern(list []uint16, before uint8, matched bool) *state {
	name := a.work.name[:0]
	flag := before << 1
	if matched {
		flag |= 1
	}
	name = append(name, flag)
	for _, t := range list {
		name = append(name, byte(t), byte(t>>8))
	}
	a.work.name = name
	if st := a.known[string(name)]; st != nil {
		return st
	}
	if len(a.known) >= maxStates {
		a.known = map[string]*state{}
		for i := range a.first {
			a.first[i].Store(nil)
		}
		a.drops++
	}
	st := &state{threads: append([]uint16(nil), list...), before: before, matched: matched,
		stop: matched || len(list) == 0, next: make([]atomic.Pointer[state], len(a.bytes)+2)}
	a.known[string(name)] = st
	return st
}

// threads is room to work out a state.
type threads struct {
	out    []uint16 // behind the byte, in order
	stack  []uint16
	name   []byte
	seen   []uint32 // by thread: the round in which it was run
	added  []uint32 // the same, for those in out
	rounds uint32
}

func newThreads(size int) threads {
	return threads{seen: make([]uint32, size), added: make([]uint32, size)}
}

func (w *threads) clear() {
	w.out = w.out[:0]
	w.rounds++
}

// visit reports whether a thread was not run before in this round.
func (w *threads) visit(pc uint16) bool {
	if w.seen[pc] == w.rounds {
		return false
	}
	w.seen[pc] = w.rounds
	return true
}

// add appends a thread to out once.
func (w *threads) add(pc uint16) {
	if w.added[pc] != w.rounds {
		w.added[pc] = w.rounds
		w.out = append(w.out, pc)
	}
}
