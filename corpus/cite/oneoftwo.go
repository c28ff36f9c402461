package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// oneOfTwo reads "du premier de ces codes", "du second": one of the two codes that the
// text named last, in their order.
func (r *reader) oneOfTwo(i int) (instrument, bool) {
	e, ok := r.lit(i, "du")
	if !ok || r.mem.pair[0] == "" {
		return instrument{}, false
	}
	k := r.blank(e)
	which := 0
	if e, ok = r.lit(k, "premier"); !ok {
		which = 1
		if e, ok = r.lit(k, "second", "deuxieme"); !ok {
			return instrument{}, false
		}
	}
	in := instrument{key: r.mem.pair[which], start: k, end: e, back: true, rule: "one-of-two"}
	if x, ok := r.ofThese(r.blank(e)); ok {
		in.end = x
		return in, true
	}
	return in, r.mem.oneOfTwo && r.endsHere(e) // "du second", behind "du premier de ces codes"
}

// ofThese reads "de ces codes", "de ces deux codes", "code".
func (r *reader) ofThese(i int) (int, bool) {
	if e, ok := r.lit(i, "code"); ok {
		return e, r.endsHere(e)
	}
	e, ok := r.lit(i, "de", "des")
	if !ok {
		return i, false
	}
	for range 3 {
		x, ok := r.lit(r.blank(e), "ces", "deux", "memes", "dits")
		if !ok {
			break
		}
		e = x
	}
	return r.lit(r.blank(e), "codes")
}

// endsHere reports whether no noun follows at i, which "second" or "code" would belong to.
func (r *reader) endsHere(i int) bool {
	j := r.blank(i)
	if !isLetter(r.at(j)) {
		return !isDigit(r.at(j)) || j > i && r.at(j-1) != ' '
	}
	return r.is(followWord, j) || r.word(j) == "et" || r.word(j) == "que"
}

// pairUp remembers the two codes named last, in their order.
func (m *memory) pairUp(in instrument) {
	switch {
	case kindOf(in.key) != "code":
	case in.rule == "one-of-two":
		m.oneOfTwo = true
	case !in.back && in.key != m.pair[1]:
		m.pair, m.oneOfTwo = [2]corpus.Key{m.pair[1], in.key}, false
	}
}

// annexOfCode reads an annex of the code that the text named last, "de l'annexe III à ce
// code", "de l'annexe II" alone: those of the code général des impôts have articles.
func (r *reader) annexOfCode(k int) (instrument, bool) {
	e, ok := r.lit(k, "annexe")
	code, _, _ := strings.Cut(string(r.mem.last["code"].key), "-annexe-")
	if !ok || code == "" {
		return instrument{}, false
	}
	j := r.blank(e)
	w := r.word(j)
	if _, known := r.f.law.Code(code + "-annexe-" + w); !known || !r.capitals(j, j+len(w)) {
		return instrument{}, false
	}
	in := instrument{key: corpus.Key(r.made.join(code, "-annexe-", w)), start: k, end: j + len(w), back: true, rule: "annex"}
	x := r.blank(in.end)
	l, of := r.of(x)
	if !of {
		return in, true
	}
	if y, ok := r.lit(l, "ce", "meme", "dit", "dernier"); ok {
		l = r.blank(y)
	}
	if y, ok := r.lit(l, "code"); ok && !r.preposition(r.blank(y)) {
		in.end = y
		if _, y, ok := r.phrase(namedWord, r.blank(y)); ok {
			in.end = y
		}
		return in, true
	}
	return instrument{}, false
}
