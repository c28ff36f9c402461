package re2

// threads is room to work out a step.
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
