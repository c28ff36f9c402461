package cite

import (
	"github.com/attendu/attendu/corpus"
)

// turn is the word by which a list passes from the old number of a provision to
// the new one, or back.
type turn struct {
	qual       corpus.Qualifier // of what follows: devenu, or ancien after "anciennement"
	all        bool             // "devenus": every article before has a new number
	start, end int              // the word
}

// turn reads ", devenu", "(anciennement" after an article, when the other number
// follows at next.
func (r *reader) turn(i int) (next int, t turn) {
	j := r.any(i, ",(")
	v, e, ok := r.qualifier(numberQualifier, j)
	if !ok {
		if v, e, ok = r.qualifier(beforeQualifier, j); !ok || v != string(corpus.Nouveau) || r.at(j-1) != '(' {
			return i, turn{}
		}
		if k := r.otherNumber(e); k > e { // "1382 (nouvel article 1240)"
			return k, turn{qual: corpus.Nouveau, start: j, end: e}
		}
		return i, turn{}
	}
	switch v {
	case "devenu":
		t = turn{qual: corpus.Devenu}
	case "devenus":
		t = turn{qual: corpus.Devenu, all: true}
	case "anciennement":
		t = turn{qual: corpus.Ancien}
	default:
		if v != string(corpus.Ancien) || r.at(j-1) != '(' {
			return i, turn{}
		}
		t = turn{qual: corpus.Ancien} // "1240 (ancien 1382)"
	}
	t.start, t.end = j, e
	k := r.otherNumber(e)
	if k == e {
		return i, turn{}
	}
	return k, t
}

// otherNumber is where the other number of a provision begins after "devenu" or
// "(ancien" that end at i; i when none follows.
func (r *reader) otherNumber(i int) int {
	j := r.any(i, ".-")
	k := r.articleAhead(j)
	if _, e, ok := r.phrase(articleWord, k); ok {
		k = r.any(e, ".")
	}
	if _, ok := r.article(k, true); !ok {
		return i
	}
	return k
}

// bracketed reads the "(" before a number that has its own qualifier, "1382
// ancien (1240 nouveau)".
func (r *reader) bracketed(i int) (int, bool) {
	j := r.blank(i)
	if r.at(j) != '(' {
		return i, false
	}
	a, ok := r.article(j+1, false)
	if !ok {
		return i, false
	}
	k := r.blank(a.end)
	v, e, ok := r.qualifier(numberQualifier, k)
	if !ok || v != string(corpus.Ancien) && v != string(corpus.Nouveau) || r.at(r.any(e, ".")) != ')' {
		return i, false
	}
	return j + 1, true
}

// mark makes the articles before "devenu" old. "Y, anciennement X" leaves Y as
// it is.
func (t turn) mark(items []item) {
	if t.qual != corpus.Devenu {
		return
	}
	from := len(items) - 1
	if t.all {
		from = 0
	}
	for i := from; i < len(items); i++ {
		if items[i].qual == "" {
			items[i].qual, items[i].qualStart, items[i].qualEnd = corpus.Ancien, t.start, t.end
		}
	}
}
