package kept

import (
	"container/list"
	"sync"
)

// Event tells what became of one answer, and how full the cache is.
type Event struct {
	Hit     bool // it was kept, or another request was waiting for it already
	Entries int
	Bytes   int64
}

// cache keeps answers up to a number of bytes; those that were used longest ago go
// first. Who asks for what is being made waits for it: it is made once. It is safe for
// concurrent use.
type cache struct {
	limit int64

	mu    sync.Mutex
	bytes int64
	byKey map[string]*list.Element // of *entry
	order *list.List               // the last used first
	open  map[string]*making
}

type entry struct {
	key string
	*answer
}

// making is an answer that is on its way; done is closed when it is there, or will not
// be, and answer is then nil.
type making struct {
	done chan struct{}
	*answer
}

func newCache(limit int64) *cache {
	return &cache{limit: max(limit, 0), byKey: map[string]*list.Element{}, order: list.New(), open: map[string]*making{}}
}

// size is what an answer costs, about.
func (k *entry) size() int64 { return int64(len(k.key)+len(k.body)) + 512 }

// get gives what is kept under a key, or the making that somebody has begun; else it
// begins one, which the caller must end.
func (c *cache) get(key string) (a *answer, m *making, mine bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.byKey[key]; e != nil {
		c.order.MoveToFront(e)
		return e.Value.(*entry).answer, nil, false
	}
	if m := c.open[key]; m != nil {
		return nil, m, false
	}
	m = &making{done: make(chan struct{})}
	c.open[key] = m
	return nil, m, true
}

// end gives the answer of a making to all who wait; keep keeps it. nil says that there
// is none.
func (c *cache) end(key string, m *making, a *answer, keep bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	m.answer = a
	delete(c.open, key)
	close(m.done)
	if k := (&entry{key, a}); keep && a != nil && k.size() <= c.limit/8 {
		c.byKey[key] = c.order.PushFront(k)
		c.bytes += k.size()
		for c.bytes > c.limit {
			last := c.order.Remove(c.order.Back()).(*entry)
			delete(c.byKey, last.key)
			c.bytes -= last.size()
		}
	}
}

// event tells how full the cache is.
func (c *cache) event(hit bool) Event {
	c.mu.Lock()
	defer c.mu.Unlock()
	return Event{Hit: hit, Entries: len(c.byKey), Bytes: c.bytes}
}
