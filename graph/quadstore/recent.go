package quadstore

// recent remembers what the writer has written: the most used of the last two
// generations. The zero value is empty.
type recent[K comparable, V any] struct{ young, old map[K]V }

// recentGeneration entries: the counts and postings of as many pairs take less than
// 20 MB together, for but few postings are long.
const recentGeneration = 60_000

func (c *recent[K, V]) get(k K) (v V, ok bool) {
	if v, ok = c.young[k]; ok {
		return v, true
	}
	if v, ok = c.old[k]; ok {
		c.put(k, v)
	}
	return v, ok
}

func (c *recent[K, V]) put(k K, v V) {
	if c.young == nil || len(c.young) >= recentGeneration {
		c.young, c.old = make(map[K]V, recentGeneration/8), c.young
	}
	c.young[k] = v
}
