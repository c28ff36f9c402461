package quadstore

import "testing"

// TestCache: what the write buffers take comes on top of the cache that was asked for, and
// who only reads has none.
func TestCache(t *testing.T) {
	const mib = 1 << 20
	for _, c := range []struct {
		name string
		opt  Options
		want int64
	}{
		{"nothing asked for", Options{}, 192 * mib},
		{"nothing asked for, reading", Options{ReadOnly: true}, 192 * mib},
		{"a writer", Options{CacheBytes: 16 * mib}, 144 * mib},
		{"a writer with small buffers", Options{CacheBytes: 16 * mib, MemTableBytes: 4 * mib}, 24 * mib},
		{"a reader", Options{CacheBytes: 16 * mib, ReadOnly: true}, 16 * mib},
		{"a reader of a log", Options{CacheBytes: 16 * mib, ReadOnly: true, Logged: true}, 144 * mib},
	} {
		p := c.opt.Pebble()
		if got := p.Cache.MaxSize(); got != c.want {
			t.Errorf("%s: %d MiB, want %d", c.name, got/mib, c.want/mib)
		}
		p.Cache.Unref()
	}
}
