package cite

import "strings"

// What may begin with three given letters: each names the parsers that are worth
// a call.
const (
	startsName     uint8 = 1 << iota // a name of the catalogue
	startsArticle                    // the word "article"
	startsLettered                   // "L. 1235-3"
	startsNoun                       // the noun of a decision
	startsNumber                     // a number of a decision, an identifier
	startsAct                        // an act, a treaty, an agreement
	startsPrivate                    // a contract or the like
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
// parser of their own.
var openers = map[string]uint8{
	"l": startsLettered | startsNumber | startsAct, "d": startsLettered | startsNumber | startsAct,
	"r": startsLettered | startsNumber, "a": startsLettered | startsNumber,
	"lo": startsLettered, "lp": startsLettered,
	"n": startsNumber, "no": startsNumber, "nos": startsNumber, "num": startsNumber,
	"ecl": startsNumber, "cel": startsNumber, "htt": startsNumber,
	"c": startsNumber, "t": startsNumber, "f": startsNumber,
	"loi": startsAct, "ord": startsAct, "dec": startsAct, "arr": startsAct, "reg": startsAct, "dir": startsAct,
	"con": startsAct, "acc": startsAct, "tra": startsAct, "pro": startsAct, "ave": startsAct, "ani": startsAct,
	"ccn": startsAct, "cnt": startsAct, "idc": startsAct,
}

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
	for w, may := range openers {
		f.starts[startKey(w+"  ", 0)] |= may
	}
}

// begins says what may begin with the letters of prefix.
func (f *Finder) begins(prefix string) (may uint8) {
	if f.law.Starts(prefix) {
		may = startsName
	}
	switch first, second := prefix[0], prefix[1]; {
	case strings.IndexByte("lrda", first) >= 0 && isDigit(second), // "L1235-3"
		first == 'l' && (second == 'o' || second == 'p') && isDigit(prefix[2]):
		may |= startsLettered
	case first == 'n' && second == 'o' && isDigit(prefix[2]): // "no17-21.434"
		may |= startsNumber
	}
	if f.rules.private.lex.Starts(prefix) {
		may |= startsPrivate
	}
	for c, bit := range map[class]uint8{articleWord: startsArticle, nounWord: startsNoun, measureWord: startsNoun,
		docketWord: startsNumber, ordinalWord: startsAct} {
		if f.rules.by[c].lex.Starts(prefix) {
			may |= bit
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
