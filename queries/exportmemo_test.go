package queries

import "testing"

// TestMemo: what is asked for often stays, what was asked for once goes, and there are never
// more than two generations.
func TestMemo(t *testing.T) {
	m := memo[int, int]{most: 10}
	if _, ok := m.get(0); ok {
		t.Error("an empty memo knows something")
	}
	m.put(-1, 1)
	for i := range 1000 {
		m.put(i, i*i)
		if v, ok := m.get(i); !ok || v != i*i {
			t.Fatalf("%d: %d, %t", i, v, ok)
		}
		if v, ok := m.get(-1); !ok || v != 1 {
			t.Fatalf("what is asked for often is gone after %d", i)
		}
		if n := len(m.young) + len(m.old); n > 20 {
			t.Fatalf("%d are remembered", n)
		}
	}
	if _, ok := m.get(900); ok {
		t.Error("what was asked for once stays")
	}
}
