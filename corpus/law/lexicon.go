package law

import "fmt"

// Lexicon finds printed names in folded text. Names are compared by their
// letters and digits: between two words any run of blanks, line ends, dots,
// commas, hyphens, brackets, quotation marks and apostrophes counts as one gap, so that
// "C.P.C." and "C. P. C." are one name, "Aix en Provence" and "Aix-en-Provence"
// another. A word broken at the end of a line ("procé-\ndure") and a 1 or an I read
// for an l ("civi1", "civiIe") are seen through.
//
// It is a dense automaton: a lookup reads each byte once and allocates nothing.
type Lexicon struct {
	nodes []lexNode
}

// Gap is what stands between two words in the alphabet of the automaton: 26
// letters, 10 digits, the gap.
const Gap = lexGap

const (
	lexGap  = 36
	lexSize = 37
)

// Class maps a folded byte to the alphabet; more than Gap for one that stands in
// no name.
func Class(c byte) uint8 { return lexClass[c] }

type lexNode struct {
	next  [lexSize]uint16 // 0: no edge
	value int32           // entry + 1; 0: no name ends here
}

// maxGap bounds the run of separators between two words of a name, in bytes.
const maxGap = 8

// lexClass maps a folded byte to the alphabet, or to lexNone.
const lexNone = 255

var lexClass = func() (a [256]uint8) {
	for i := range a {
		a[i] = lexNone
	}
	for c := byte('a'); c <= 'z'; c++ {
		a[c] = c - 'a'
	}
	for c := byte('0'); c <= '9'; c++ {
		a[c] = 26 + c - '0'
	}
	for _, c := range []byte(" \n.-',\"()") {
		a[c] = lexGap
	}
	return a
}()

// Add enters a folded name with a value that is not negative. It returns the
// value that the name already has, or -1; the first value stays.
func (l *Lexicon) Add(folded string, value int) (int, error) {
	if len(l.nodes) == 0 {
		l.nodes = make([]lexNode, 1, 64)
	}
	at, words := 0, 0
	gap := false
	for i := range len(folded) {
		c := lexClass[folded[i]]
		switch {
		case c == lexNone:
			return -1, fmt.Errorf("law: name %q: %q cannot stand in a name", folded, folded[i])
		case c == lexGap:
			gap = words > 0
			continue
		}
		if gap {
			at = l.edge(at, lexGap)
			gap = false
		}
		at = l.edge(at, c)
		words++
	}
	if words == 0 || len(l.nodes) > 1<<16-1 {
		return -1, fmt.Errorf("law: name %q: empty, or the table is full", folded)
	}
	if v := l.nodes[at].value; v != 0 {
		return int(v) - 1, nil
	}
	l.nodes[at].value = int32(value) + 1
	return -1, nil
}

func (l *Lexicon) edge(at int, c uint8) int {
	if n := l.nodes[at].next[c]; n != 0 {
		return int(n)
	}
	l.nodes = append(l.nodes, lexNode{})
	n := len(l.nodes) - 1
	l.nodes[at].next[c] = uint16(n)
	return n
}

// Longest returns the value of the longest name that begins at the byte at and
// ends at the end of a word, and where it ends; -1 when there is none.
func (l *Lexicon) Longest(text string, at int) (value, end int) {
	value, end = -1, at
	if len(l.nodes) == 0 {
		return value, end
	}
	node := 0
	for i := at; i < len(text); {
		c := lexClass[text[i]]
		if c == lexNone {
			break
		}
		n, width := int(l.nodes[node].next[c]), 1
		if n == 0 || c == lexGap {
			if n, width = l.step(text, i, node, c); n == 0 {
				break
			}
		}
		node, i = n, i+width
		if v := l.nodes[node].value; v != 0 && !wordAt(text, i) {
			value, end = int(v)-1, i
		}
	}
	return value, end
}

// step follows one letter or one gap from node, and says how many bytes that
// took.
func (l *Lexicon) step(text string, i, node int, c uint8) (next, width int) {
	if c != lexGap {
		n := l.nodes[node].next[c]
		if n == 0 && (text[i] == '1' || text[i] == 'i') {
			n = l.nodes[node].next['l'-'a']
		}
		return int(n), 1
	}
	j := i
	for j < len(text) && j-i < maxGap && lexClass[text[j]] == lexGap {
		j++
	}
	if n := l.nodes[node].next[lexGap]; n != 0 {
		return int(n), j - i
	}
	if text[i] == '-' && i+1 < len(text) && text[i+1] == '\n' {
		return node, j - i
	}
	return 0, 0
}

// wordAt reports whether a letter or digit stands at i.
func wordAt(text string, i int) bool { return i < len(text) && lexClass[text[i]] < lexGap }

// Openings yields how the names begin, for those who look for names in a long
// text and want to pass over the words that begin none: each first word, and the
// letters of the second, at most two, behind one blank. whole says that a name
// ends there; otherwise any letters may follow. One opening may come twice.
func (l *Lexicon) Openings(yield func(opening string, whole bool)) {
	if len(l.nodes) > 0 {
		l.openings(0, "", -1, yield)
	}
}

// openings yields what goes on from node, which prefix leads to. second counts the
// letters of the second word, -1 in the first.
func (l *Lexicon) openings(node int, prefix string, second int, yield func(string, bool)) {
	n := &l.nodes[node]
	if n.value != 0 {
		yield(prefix, true)
	}
	if second == 2 || second == 1 && n.next[lexGap] != 0 {
		yield(prefix, false)
		return
	}
	for c, to := range n.next {
		switch {
		case to == 0:
		case c == lexGap:
			l.openings(int(to), prefix+" ", 0, yield)
		case second < 0:
			l.openings(int(to), prefix+lexLetters[c:c+1], -1, yield)
		default:
			l.openings(int(to), prefix+lexLetters[c:c+1], second+1, yield)
		}
	}
}

// lexLetters are the letters of the alphabet in its order.
const lexLetters = "abcdefghijklmnopqrstuvwxyz0123456789"
