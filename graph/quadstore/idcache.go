package quadstore

// idCache remembers the ids of values for the writer: keys of tableValue to
// ids, the most used of the last two generations.
type idCache struct{ young, old map[string]uint64 }

// idGeneration values of about 60 bytes: the cache stays below 50 MB.
const idGeneration = 150_000

func (c *idCache) get(key []byte) (id uint64, ok bool) {
	if id, ok = c.young[string(key)]; ok {
		return id, true
	}
	if id, ok = c.old[string(key)]; ok {
		c.put(string(key), id)
	}
	return id, ok
}

func (c *idCache) put(key string, id uint64) {
	if c.young == nil || len(c.young) >= idGeneration {
		c.young, c.old = make(map[string]uint64, idGeneration/8), c.young
	}
	c.young[key] = id
}

func (c *idCache) remove(key string) {
	delete(c.young, key)
	delete(c.old, key)
}
