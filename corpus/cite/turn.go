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
		return i, turn{}
	}
	t.start, t.end = j, e
	k := r.articleAhead(r.blank(e))
	if _, e, ok := r.phrase(articleWord, k); ok {
		k = r.any(e, ".")
	}
	if _, ok := r.article(k, true); !ok {
		return i, turn{}
	}
	return k, t
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
