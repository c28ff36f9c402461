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
	startsCNIL                       // a deliberation of the CNIL
)

// openers are the words, not in the tables, that open a parser of their own: # is
// a digit, any letters may follow the sign + at the end.
var openers = map[string]uint8{
	"l": startsLettered | startsAct, "d": startsLettered | startsAct, "r": startsLettered, "a": startsLettered,
	"l#+": startsLettered, "d#+": startsLettered, "r#+": startsLettered, "a#+": startsLettered,
	"lo": startsLettered, "lp": startsLettered, "lo#+": startsLettered, "lp#+": startsLettered,

	"l #+": startsNumber, "d #+": startsNumber, "r #+": startsNumber, "a #+": startsNumber, // letter of control of a pourvoi
	"c #+": startsNumber, "t #+": startsNumber, "f #+": startsNumber,
	"n": startsNumber, "no": startsNumber, "nos": startsNumber, "no#+": startsNumber, "num": startsNumber,
	"numero": startsNumber, "numeros": startsNumber,
	"ecli": startsNumber, "celex": startsNumber, "http": startsNumber, "https": startsNumber,

	"loi": startsAct, "lois": startsAct, "ord": startsAct, "ordonnance": startsAct, "ordonnances": startsAct,
	"decr": startsAct, "decret": startsAct, "decrets": startsAct, "arr": startsAct, "arrete": startsAct, "arretes": startsAct,
	"reg": startsAct, "regl": startsAct, "reglement": startsAct, "reglements": startsAct,
	"decision cadre": startsAct, "decisions cadres": startsAct, "decisions cadre": startsAct,
	"dir": startsAct, "directive": startsAct, "directives": startsAct, "protocole": startsAct, "traite": startsAct,
	"convention": startsAct, "conventions": startsAct, "accord": startsAct, "avenant": startsAct, "ani": startsAct,
	"ccn": startsAct, "ccnt": startsAct, "ccnu": startsAct, "ccntu": startsAct, "ccne": startsAct, "cnt": startsAct, "idcc": startsAct,

	"cnil": startsCNIL, "commission nationale": startsCNIL, "deliberation": startsCNIL, "delib": startsCNIL,

	"ancien": startsName, "ancienne": startsName, "anc": startsName, "nouveau": startsName, // before a name
}

// index fills the tables of what words may begin, from the openers, the
// catalogue and the tables of words.
func (f *Finder) index() {
	for w, may := range openers {
		f.opener(w, may)
	}
	for _, l := range []struct {
		openings func(func(string, bool))
		may      uint8
	}{
		{f.law.Openings, startsName},
		{f.rules.private.lex.Openings, startsPrivate},
		{f.rules.by[articleWord].lex.Openings, startsArticle},
		{f.rules.by[nounWord].lex.Openings, startsNoun},
		{f.rules.by[measureWord].lex.Openings, startsNoun},
		{f.rules.by[docketWord].lex.Openings, startsNumber},
		{f.rules.by[ordinalWord].lex.Openings, startsAct},
	} {
		l.openings(func(opening string, whole bool) { f.starts.add(opening, whole, l.may) })
	}
}

// opener enters a row of openers.
func (f *Finder) opener(w string, may uint8) {
	before, after, digit := strings.Cut(w, "#")
	if digit {
		for d := '0'; d <= '9'; d++ {
			f.opener(before+string(d)+after, may)
		}
		return
	}
	w, open := strings.CutSuffix(w, "+")
	f.starts.add(w, !open, may)
}

// scan looks at each word between two places once and lets the parser of its anchor read on.
func (r *reader) scan(from, to int) {
	s := r.s
	i := from
	if i > 0 && i < to && isWord(s[i-1]) {
		i = wordsEnd(s, i, to)
	}
	for i < to {
		if !isWord(s[i]) {
			i++
			continue
		}
		if may := r.f.starts.at(s, i); may != 0 {
			r.steps++
			if r.depth == 0 {
				r.items = r.items[:0]
			}
			if j := r.anchor(i, may); j > i {
				i = j
				if i < len(s) && isWord(s[i-1]) {
					i = wordsEnd(s, i, to)
				}
				continue
			}
		}
		i = wordsEnd(s, i+1, to)
	}
}

// wordsEnd is the end of the letters and digits from i on, before limit.
func wordsEnd(s string, i, limit int) int {
	for i < limit && isWord(s[i]) {
		i++
	}
	return i
}
