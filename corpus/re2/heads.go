package re2

// heads are the literals with which the matches of an expression start. Each is in
// one of eight buckets, a bit each: a match may start at a place when the buckets of
// its first three bytes have one in common. So a few lines of memory do for hundreds
// of literals; what is let through wrongly, the automaton turns away in a few steps.
type heads struct {
	first, second, third [256]uint8 // the buckets of a byte
	border               bool       // a match starts at the border of a word
}

// newHeads makes the table of sorted literals of at least so many bytes; nil when
// there is none, or a shorter one.
func newHeads(all []string, least int, border bool) *heads {
	if len(all) == 0 {
		return nil
	}
	h := &heads{border: border}
	for i, lit := range all {
		if len(lit) < least {
			return nil
		}
		bucket := uint8(1) << (i * 8 / len(all)) // neighbours share letters
		for n, row := range []*[256]uint8{&h.first, &h.second, &h.third} {
			for c := range row {
				if n >= len(lit) || lit[n] == byte(c) {
					row[c] |= bucket
				}
			}
		}
	}
	return h
}

// stand reports whether s may start with one of the literals.
func (h *heads) stand(s string) bool {
	switch len(s) {
	case 0:
		return false
	case 1:
		return h.first[s[0]] != 0
	case 2:
		return h.first[s[0]]&h.second[s[1]] != 0
	}
	return h.first[s[0]]&h.second[s[1]]&h.third[s[2]] != 0
}

// next gives the first place at or after at at which a match may start, or -1.
func (h *heads) next(s string, at int) int {
	for i := at; i < len(s); i++ {
		if h.first[s[i]] == 0 || h.border && i > 0 && word(s[i]) == word(s[i-1]) {
			continue
		}
		if h.stand(s[i:]) {
			return i
		}
	}
	return -1
}

// anywhere reports whether one of the literals may stand in s.
func (h *heads) anywhere(s string) bool { return h.next(s, 0) >= 0 }

// word reports whether a byte is of a word for \b.
func word(c byte) bool { return isWord[c] }

var isWord = func() (is [256]bool) {
	for c := range is {
		is[c] = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '_'
	}
	return is
}()
