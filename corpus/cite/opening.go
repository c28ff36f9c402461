package cite

import "github.com/attendu/attendu/corpus/law"

// openings tells at the first letters of a word which parsers are worth a call.
// Nine words out of ten begin nothing, and a look at a table of their first three
// letters says so of most; an automaton of first words, with two letters of the
// second, of most others. Both may say yes to what begins nothing, never no to
// what begins something.
type openings struct {
	first []uint8 // by the first three letters
	nodes []openNode
}

// openNode is a place in the automaton of first words.
type openNode struct {
	next  [openGap + 1]uint16 // 0: no edge
	whole uint8               // what begins here when the word ends
	open  uint8               // what begins here whatever follows
}

// openGap stands for what parts two words: the alphabet is that of law.Lexicon.
const openGap = law.Gap

func newOpenings() openings {
	return openings{first: make([]uint8, (openGap+1)*(openGap+1)*(openGap+1)), nodes: make([]openNode, 1, 2048)}
}

// add enters an opening, as law.Lexicon.Openings gives it, of what may begins.
func (o *openings) add(opening string, whole bool, may uint8) {
	node := 0
	for i := range len(opening) {
		c := law.Class(opening[i])
		to := int(o.nodes[node].next[c])
		if to == 0 {
			to = len(o.nodes)
			o.nodes = append(o.nodes, openNode{})
			o.nodes[node].next[c] = uint16(to)
		}
		node = to
	}
	o.first[firstLetters(opening, 0)] |= may
	if whole {
		o.nodes[node].whole |= may
		return
	}
	o.nodes[node].open |= may
	if len(opening) == 2 { // any third letter
		for c := range openGap {
			o.first[firstLetters(opening, 0)-openGap+c] |= may
		}
	}
}

// firstLetters is the place of the first three letters of the word at i in
// openings.first. A gap stands for what follows a word of one or two letters.
func firstLetters(s string, i int) int {
	key, ended := 0, false
	for n := range 3 {
		v := openGap
		if !ended && i+n < len(s) {
			if c := law.Class(s[i+n]); c < openGap {
				v = int(c)
			}
		}
		ended = v == openGap
		key = key*(openGap+1) + v
	}
	return key
}

// elidable are the parsers of single letters, which leave "l'" and "d'" alone.
const elidable = startsLettered | startsAct

// at is what may begin with the word at i.
func (o *openings) at(s string, i int) uint8 {
	may := o.first[firstLetters(s, i)]
	if i+1 < len(s) && s[i+1] == '\'' {
		may &^= elidable
	}
	if may == 0 {
		return 0
	}
	return may & o.from(0, s, i)
}

// maxOpening bounds the marks between two words that at looks over, in bytes; a
// name has fewer.
const maxOpening = 24

// from follows the text from i on. Like law.Lexicon it sees through a word broken
// at the end of a line, and a 1 or an i read for an l; where both may be meant it
// follows both.
func (o *openings) from(node int, s string, i int) (may uint8) {
	for i < len(s) {
		n := &o.nodes[node]
		may |= n.open
		c := law.Class(s[i])
		if c > openGap {
			break
		}
		j := i + 1
		if c == openGap {
			may |= n.whole
			for j < len(s) && j-i < maxOpening && law.Class(s[j]) == openGap {
				j++
			}
			if s[i] == '-' && i+1 < len(s) && s[i+1] == '\n' {
				may |= o.from(node, s, j)
			}
		} else if l := n.next['l'-'a']; l != 0 && (s[i] == '1' || s[i] == 'i') {
			may |= o.from(int(l), s, j)
		}
		next := n.next[c]
		if next == 0 {
			return may
		}
		node, i = int(next), j
	}
	n := &o.nodes[node]
	return may | n.whole | n.open
}
