package graph

import (
	"sync"

	"github.com/attendu/attendu/corpus"
)

// lastWrite keeps the decisions of the last write until they are asked for: who follows
// the journal wants them at once, and reading them back takes as long as it took to pack
// them. The zero value is ready; it is safe for concurrent use.
type lastWrite struct {
	mu        sync.Mutex
	seq       uint64
	decisions map[corpus.Node]*corpus.Decision
}

// keep keeps the decisions of a write in place of those before. Of a record that was read
// without its text the decision is not kept.
func (l *lastWrite) keep(seq uint64, records map[corpus.Node]*record) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seq, l.decisions = seq, make(map[corpus.Node]*corpus.Decision, len(records))
	for node, r := range records {
		if r != nil && r.Decision.Text != "" {
			l.decisions[node] = r.Decision
		}
	}
}

// take gives a decision as a write left it, once; nil when it is not there any more.
func (l *lastWrite) take(seq uint64, node corpus.Node) *corpus.Decision {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.seq != seq {
		return nil
	}
	d := l.decisions[node]
	delete(l.decisions, node)
	return d
}
