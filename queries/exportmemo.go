package queries

import "sync"

// memo remembers answers, and forgets them all when they are too many. It is safe for
// concurrent use.
type memo[K comparable, V any] struct {
	most int
	mu   sync.RWMutex
	of   map[K]V
}

func (m *memo[K, V]) get(k K) (v V, ok bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	v, ok = m.of[k]
	return v, ok
}

func (m *memo[K, V]) put(k K, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.of == nil {
		m.of = map[K]V{}
	}
	if len(m.of) >= m.most {
		clear(m.of)
	}
	m.of[k] = v
}
