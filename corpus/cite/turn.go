package cite

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// turn is the word by which a list passes from the old number of a provision to
// the new one, or back.
type turn struct {
	qual       corpus.Qualifier // of what follows: devenu, or ancien after "anciennement"
	all        bool             // "devenus": every article before has a new number
	start, end int              // the word
	sub        string           // printed before the other number
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
		if k, _ := r.otherNumber(e); k > e { // "1382 (nouvel article 1240)"
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
	k, sub := r.otherNumber(e)
	if k == e {
		return i, turn{}
	}
	t.sub = sub
	return k, t
}

// otherNumber is where the other number of a provision begins after "devenu" or
// "(ancien" that end at i, with the subdivision that stands before it; i when none
// follows.
func (r *reader) otherNumber(i int) (int, string) {
	j := r.any(i, ".-")
	sub, k := r.subsAhead(j)
	if k == j {
		k = r.articleAhead(j)
	}
	if _, e, ok := r.phrase(articleWord, k); ok {
		k = r.any(e, ".")
	}
	if _, ok := r.article(k, true); !ok {
		return i, ""
	}
	return k, sub
}

// turnsTo reports whether the other number of a provision follows at i.
func (r *reader) turnsTo(i int) bool {
	k, _ := r.otherNumber(i)
	return k > i
}

// subsAhead reads the subdivisions before the article that follows at i, "le 3° du I de
// l'article", and where the word "article" stands; i when there is none.
func (r *reader) subsAhead(i int) (sub string, at int) {
	parts := make([]string, 0, maxSubs)
	j := i
	for len(parts) < maxSubs {
		if e, ok := r.lit(j, "le", "la", "les", "au", "aux", "du", "des", "l"); ok {
			j = r.any(e, "'")
		}
		s, e, ok := r.sub(j)
		if !ok {
			return "", i
		}
		parts = append(parts, s)
		k, prep := r.of(r.blank(e))
		if !prep {
			return "", i
		}
		if r.is(articleWord, k) {
			slices.Reverse(parts)
			return strings.Join(parts, ", "), k
		}
		j = k
	}
	return "", i
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
