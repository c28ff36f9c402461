package cite

import "strings"

// arena holds the strings that are made for one text, many in one allocation.
type arena struct {
	b    strings.Builder
	size int // what it asks for at once, in bytes
}

// join is strings.Join with nothing between.
func (a *arena) join(parts ...string) string {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	from := a.room(n)
	for _, p := range parts {
		a.b.WriteString(p)
	}
	return a.b.String()[from:]
}

// bytes is a copy of b.
func (a *arena) bytes(b []byte) string {
	from := a.room(len(b))
	a.b.Write(b)
	return a.b.String()[from:]
}

// room makes room for n bytes, and says where they will stand.
func (a *arena) room(n int) (from int) {
	if a.b.Cap()-a.b.Len() < n { // what was made before keeps its memory
		a.b = strings.Builder{}
		a.b.Grow(max(n, a.size))
	}
	return a.b.Len()
}
