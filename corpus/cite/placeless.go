package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
)

// seated is where a text names a court of appeal.
type seated struct {
	slug  string // of its place
	at    int
	court corpus.Court
}

// placeless reads a citation of a court of appeal that leaves its place out, for it was
// named just before: "CA, ord., n° 18/04366". The noun and the number must stand there:
// "CA" has other meanings. n is the name of a court that stands from i to e.
func (r *reader) placeless(n law.Name, i, e int) int {
	if n.Court != corpus.CA || !n.WeakCourt {
		return i
	}
	j := r.any(e, ".,")
	noun := "arret"
	k, ok := r.lit(j, "arret", "arr")
	if !ok {
		noun = "ordonnance"
		if k, ok = r.lit(j, "ord", "ordonnance"); !ok {
			return i
		}
	}
	d, end := r.chainOn(decision{noun: noun, court: corpus.Court{Kind: corpus.CA}, named: true, placeless: true}, r.any(k, ".,"))
	if len(d.dockets) == 0 {
		return i
	}
	return r.decided(d, i, end)
}

// passageReach is how far before such a citation its court is named at most, in bytes.
const passageReach = 400

// appealBefore is the one court of appeal that the same paragraph names before i; none
// when it names several, or names none.
func (r *reader) appealBefore(i int) (corpus.Court, bool) {
	from := max(0, i-passageReach, strings.LastIndexByte(r.s[:i], '\n')+1)
	var only *seated
	for k := len(r.appeals) - 1; k >= 0 && r.appeals[k].at >= from; k-- {
		s := &r.appeals[k]
		switch {
		case s.at >= i:
		case only == nil:
			only = s
		case only.slug != s.slug:
			return corpus.Court{}, false
		}
	}
	if only == nil {
		return corpus.Court{}, false
	}
	return only.court, true
}
