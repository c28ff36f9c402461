package cite

import "strings"

// What may begin with three given letters.
const (
	startsName uint8 = 1 << iota // a name of the catalogue
	startsWord                   // an anchor of the grammar
)

// startGap stands for what follows a word of one or two letters.
const startGap = 36

// startKey is the place of the first three letters of the word at i in
// Finder.starts.
func startKey(s string, i int) int {
	key, ended := 0, false
	for n := range 3 {
		v := startGap
		if !ended && i+n < len(s) {
			switch c := s[i+n]; {
			case isLetter(c):
				v = int(c - 'a')
			case isDigit(c):
				v = int(c-'0') + 26
			}
		}
		ended = v == startGap
		key = key*37 + v
	}
	return key
}

// openers are the first letters of the words, not in the tables, that open a
// parser of their own: acts, treaties, agreements, numbers.
var openers = [...]string{"loi", "ord", "dec", "arr", "reg", "dir", "con", "acc", "tra", "pro", "ave", "ani", "idc",
	"ecl", "cel", "htt", "n", "no", "nos", "num", "l", "r", "d", "a", "lo", "lp", "c", "t", "f"}

// index fills the table of first letters: a word whose three letters begin
// nothing costs no more than one look.
func (f *Finder) index() {
	f.starts = make([]uint8, 37*37*37)
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789 "
	for _, a := range letters[:startGap] {
		for _, b := range letters {
			for _, c := range letters {
				if b == ' ' && c != ' ' {
					continue
				}
				s := string([]rune{a, b, c})
				f.starts[startKey(s, 0)] = f.begins(s)
			}
		}
	}
	for _, w := range openers {
		f.starts[startKey(w+" ", 0)] |= startsWord
	}
}

// begins says what may begin with the letters of prefix.
func (f *Finder) begins(prefix string) (may uint8) {
	if f.law.Starts(prefix) {
		may = startsName
	}
	if strings.IndexByte("lrda", prefix[0]) >= 0 && isDigit(prefix[1]) { // "L1235-3"
		return may | startsWord
	}
	if f.rules.private.lex.Starts(prefix) {
		return may | startsWord
	}
	for _, c := range []class{articleWord, nounWord, docketWord, ordinalWord} {
		if f.rules.by[c].lex.Starts(prefix) {
			return may | startsWord
		}
	}
	return may
}

// scan looks at each word between two places once and lets the parser of its anchor read on.
func (r *reader) scan(from, to int) {
	s := r.s
	inWord := from > 0 && isWord(s[from-1])
	for i := from; i < to; {
		if !isWord(s[i]) {
			inWord = false
			i++
			continue
		}
		if inWord {
			i++
			continue
		}
		inWord = true
		may := r.f.starts[startKey(s, i)]
		if may == 0 {
			i++
			continue
		}
		r.steps++
		if j := r.anchor(i, may); j > i {
			i = j
			inWord = i > 0 && i < len(s) && isWord(s[i-1])
			continue
		}
		i++
	}
}
