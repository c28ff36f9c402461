package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// group is a reference to one or more articles of one instrument.
type group struct {
	start, end int // folded
	items      []item
	in         instrument
	bound      bool // in is set
	sub        string
	qual       corpus.Qualifier
	qualStart  int
	qualEnd    int
}

// articleAt reads the reference that the word "article" at i opens; e is where
// the word ends. It returns where reading goes on.
func (r *reader) articleAt(i, e int) int {
	j := r.any(e, ".:,")
	if x, ok := r.lit(j, "allant"); ok {
		if x, ok := r.lit(r.blank(x), "de", "du"); ok {
			j = r.any(x, "'")
		}
	}
	items, end := r.list(j, true)
	if len(items) == 0 {
		if items, end = r.romanArticles(j); len(items) == 0 {
			return e
		}
	}
	items[0].start = i
	if r.ofContract(i, end, items) {
		if items = afterArticleWord(items); len(items) == 0 {
			return end
		}
		i = items[0].start
	}
	g := group{start: i, end: end, items: items}
	g.sub, g.start = r.subsBefore(i)
	g.qual, g.qualStart, g.qualEnd = r.qualifierBefore(g.start)
	if g.qual == "" {
		g.qual, g.qualStart, g.qualEnd = r.versionBefore(g.start)
	}
	return r.bind(g)
}

// ofContract reports whether the articles at i belong to the contract or the like
// that was named just before: "les statuts, article 12". One in a paragraph of
// its own does not, nor one that names its own instrument.
func (r *reader) ofContract(i, end int, items []item) bool {
	if r.mem.private < 0 || !r.led(r.mem.privateEnd, i) || strings.Contains(r.s[r.mem.privateEnd:i], "\n\n") {
		return false
	}
	in, named := r.after(end)
	return !named || in.private || len(items) > 1
}

// bind finds the instrument of a group, emits it, and reads on through an
// enumeration over several instruments: "articles 6 de la Convention …, 199 et
// 593 du code de procédure pénale".
func (r *reader) bind(g group) int {
	for range maxItems {
		in, ok := r.after(g.end)
		switch {
		case ok && in.private:
			r.mem.private = in.start
			return in.end
		case ok:
			in = r.fitting(in, g.items)
			if base, old := strings.CutSuffix(string(in.key), "-ancien"); old && g.items[0].lettered && !r.fits(in.key, g.items[0].num, true) {
				in.key, in.old = corpus.Key(base), true // "L. 621-1 du code de commerce (ancien)"
			}
			if n := r.ownHead(in, g); n > 0 { // "le décret du …, en son article 23-6, devenu l'article L. 145-33 du code de commerce"
				head := g
				head.items, head.end = g.items[:n:n], g.items[n-1].end
				head.in, head.bound = r.leading(g.start)
				r.emit(&head)
				g.items, g.start, g.sub = g.items[n:], g.items[n].start, ""
			}
			if n := foreignTail(in, g.items); n > 0 {
				head := g
				head.items, head.end = g.items[:n:n], g.items[n-1].end
				r.emit(&head)
				g.items, g.start, g.sub = g.items[n:], g.items[n].start, ""
			}
			in = r.renewed(in, g.items)
			g.in, g.bound = in, true
			g.end = max(in.end, g.end)
		case r.otherText(g.end): // "la loi du …, les articles 2 et 5 de la Convention relative à …"
		default:
			g.in, g.bound = r.leading(g.start)
		}
		end := r.emit(&g)
		if !ok {
			return end
		}
		next, ok := r.next(g, end)
		if !ok && g.qual == corpus.Redaction && g.qualEnd > end && r.depth == 0 { // "du code de la consommation, dans leur version antérieure à …, et 1109 du code civil"
			if next, ok = r.next(g, g.qualEnd); ok {
				r.within(end, g.qualEnd)
			}
		}
		if !ok {
			return end
		}
		g = next
	}
	return g.end
}

// otherText reports whether a text that is not known follows the articles that end
// at i: "de la Convention relative à …".
func (r *reader) otherText(i int) bool {
	k, ok := r.of(r.any(i, ","))
	if !ok {
		return false
	}
	switch nounClass(r.word(k)) {
	case "", "code", "texte":
		return false
	}
	return true
}

// ownHead is where the articles of in begin in a list whose first ones, behind "son
// article", are of the instrument that was named before and became those of in. It is 0
// when all are of in.
func (r *reader) ownHead(in instrument, g group) int {
	if !r.possessive(g.start) {
		return 0
	}
	for n := 1; n < len(g.items); n++ {
		if g.items[n].qual == corpus.Devenu {
			own, ok := r.leading(g.start)
			if !ok || own.key == in.key {
				return 0
			}
			return n
		}
	}
	return 0
}

// foreignTail is where the articles of in begin in a list whose lettered articles
// belong to a code: "articles L. 2121-1, 4° et 3 de la convention n° 87". It is 0
// when all are of in.
func foreignTail(in instrument, items []item) int {
	if kindOf(in.key) == "code" || kindOf(in.key) == "" {
		return 0
	}
	n := len(items)
	for n > 0 && !items[n-1].lettered {
		n--
	}
	if n == len(items) {
		return 0
	}
	return n
}

// next reads the articles of another instrument that follow a bound group; it
// wants an instrument after them.
func (r *reader) next(g group, end int) (group, bool) {
	j, like, ok := r.joiner(end)
	if !ok || like.to || like.slash {
		return group{}, false
	}
	first := false
	start := j
	if _, e, ok := r.phrase(articleWord, j); ok {
		j, first = r.any(e, "."), true
	}
	items, e := r.list(j, first)
	if len(items) == 0 {
		return group{}, false
	}
	in, ok := r.after(e)
	if !ok || in.private {
		return group{}, false
	}
	if items[0].sub == "" {
		items[0].sub = like.before
	}
	n := group{start: start, end: e, items: items, qual: g.qual, qualStart: g.qualStart, qualEnd: g.qualEnd}
	if first {
		n.items[0].start = start
		n.qual = ""
	}
	if n.qual == corpus.Redaction {
		n.qual = ""
	}
	return n, true
}
