package re2

import (
	"slices"
	"strings"
)

// heads are the literals with which the matches of an expression start.
type heads struct {
	start  [256]bool           // their first bytes
	short  [256]bool           // those of one byte
	pairs  [1 << 10]uint64     // their first two bytes, a bit each
	rest   map[uint16][]string // by their first two bytes; sorted
	border bool                // a match starts at the border of a word
}

// newHeads makes the table of sorted literals of at least so many bytes, none of
// which starts with another; nil when there is none, or a shorter one.
func newHeads(all []string, least int, border bool) *heads {
	if len(all) == 0 {
		return nil
	}
	h := &heads{rest: map[uint16][]string{}, border: border}
	for _, lit := range all {
		if len(lit) < least {
			return nil
		}
		h.start[lit[0]] = true
		if len(lit) == 1 {
			h.short[lit[0]] = true
			continue
		}
		k := pair(lit)
		h.pairs[k>>6] |= 1 << (k & 63)
		h.rest[k] = append(h.rest[k], lit)
	}
	return h
}

func pair(s string) uint16 { return uint16(s[0])<<8 | uint16(s[1]) }

// stand reports whether s starts with one of the literals.
func (h *heads) stand(s string) bool {
	if s == "" || h.short[s[0]] {
		return s != ""
	}
	if len(s) < 2 {
		return false
	}
	k := pair(s)
	if h.pairs[k>>6]&(1<<(k&63)) == 0 {
		return false
	}
	// None starts with another one, so that only the last one up to s can stand
	// there.
	lits := h.rest[k]
	n, found := slices.BinarySearch(lits, s)
	return found || n > 0 && strings.HasPrefix(s, lits[n-1])
}

// next gives the first place at or after at at which a match may start, or -1.
func (h *heads) next(s string, at int) int {
	for i := at; i+1 < len(s); i++ {
		if !h.start[s[i]] || h.border && i > 0 && word(s[i]) == word(s[i-1]) {
			continue
		}
		if h.stand(s[i:]) {
			return i
		}
	}
	return -1
}

// anywhere reports whether s holds one of the literals.
func (h *heads) anywhere(s string) bool {
	for i := range len(s) {
		if h.start[s[i]] && h.stand(s[i:]) {
			return true
		}
	}
	return false
}

// word reports whether a byte is of a word for \b.
func word(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '_'
}
