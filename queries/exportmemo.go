package queries

import "sync"

// memo remembers answers, those that were asked for last: what is asked for often stays,
// whatever comes between. It is safe for concurrent use.
type memo[K comparable, V any] struct {
	most       int // in each of the two generations
	mu         sync.RWMutex
	young, old map[K]V
}

func (m *memo[K, V]) get(k K) (v V, ok bool) {
	m.mu.RLock()
	v, ok = m.young[k]
	var was bool
	if !ok {
		v, was = m.old[k]
	}
	m.mu.RUnlock()
	if was {
		m.put(k, v)
	}
	return v, ok || was
}

func (m *memo[K, V]) put(k K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.young == nil || len(m.young) >= m.most {
		clear(m.old)
		m.young, m.old = m.old, m.young
	}
	if m.young == nil {
		m.young = make(map[K]V)
	}
	m.young[k] = v
}
