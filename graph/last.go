package graph

import (
	"sync"

	"github.com/attendu/attendu/corpus"
)

// lastWrites keeps the decisions of the last two writes until they are asked for: who
// follows the journal wants them soon, be it while the next write goes on, and reading them
// back takes as long as it took to pack them. The zero value is ready; it is safe for
// concurrent use.
type lastWrites struct {
	mu     sync.Mutex
	writes [2]written // the last one first
}

// written are the decisions of one write.
type written struct {
	seq       uint64
	decisions map[corpus.Node]*corpus.Decision
}

// keep keeps the decisions of a write, and of the one before it. Of a record that was read
// without its text the decision is not kept.
func (l *lastWrites) keep(seq uint64, records map[corpus.Node]*record) {
	if len(records) == 0 { // a write of articles has no number in this journal
		return
	}
	w := written{seq, make(map[corpus.Node]*corpus.Decision, len(records))}
	for node, r := range records {
		if r != nil && r.Decision.Text != "" {
			w.decisions[node] = r.Decision
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.writes = [2]written{w, l.writes[0]}
}

// take gives a decision as a write left it, once; nil when it is not there any more.
func (l *lastWrites) take(seq uint64, node corpus.Node) *corpus.Decision {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, w := range l.writes {
		if w.seq == seq {
			d := w.decisions[node]
			delete(w.decisions, node)
			return d
		}
	}
	return nil
}
