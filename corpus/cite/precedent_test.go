package cite

import (
	"strings"
	"testing"
)

// TestPrecedents proves that each name means its decision after a noun, and
// nothing elsewhere.
func TestPrecedents(t *testing.T) {
	f := newFinder(t)
	for _, p := range f.rules.known.all {
		if !strings.Contains(p.example, p.name) {
			t.Errorf("the example of %q does not show it", p.name)
		}
		if c := only(t, f, p.example, Context{}); c.Key != p.key {
			t.Errorf("%q: %s, want %s", p.example, c.Key, p.key)
		}
		for _, c := range find(f, p.counter, Context{}) {
			t.Errorf("%q: %+v", p.counter, c)
		}
	}
}
