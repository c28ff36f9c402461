package cite

import (
	"github.com/attendu/attendu/corpus"
)

// anchor reads the reference that begins at i, and returns where reading goes
// on, or i when nothing begins there.
func (r *reader) anchor(i int, may uint8) int {
	if may&startsArticle != 0 {
		if n, e, ok := r.phrase(articleWord, i); ok {
			r.single = n == "one"
			return r.articleAt(i, e)
		}
	}
	if may&startsLettered != 0 {
		if e := r.lettered(i); e > i {
			return e
		}
	}
	if may&startsNoun != 0 {
		if e := r.decisionAt(i); e > i {
			return e
		}
	}
	if may&startsNumber != 0 {
		if e := r.numberAt(i); e > i {
			return e
		}
	}
	if may&startsCNIL != 0 {
		if e := r.deliberationAt(i); e > i {
			return e
		}
	}
	if e := r.instrumentOf(i, may); e > i {
		return e
	}
	if may&startsPrivate != 0 {
		if scope, e, ok := r.f.rules.private.at(r.s, i); ok && scope == "both" {
			r.mem.private, r.mem.privateEnd = i, e
			return e
		}
	}
	return i
}

// instrumentOf reads a court or an instrument that begins at i.
func (r *reader) instrumentOf(i int, may uint8) int {
	if may&startsName != 0 {
		if w := r.word(i); w == "preambule" && r.mem.last["preambule-1946"].key != "" {
			if start, ok := r.pointsBack(i); ok {
				return r.preamble(instrument{key: "preambule-1946", start: start, end: i + len(w)})
			}
		}
		if e := r.courtAt(i); e > i {
			return e
		}
		if in, ok := r.instrument(i, false); ok {
			return r.instrumentAt(in)
		}
		return r.abbreviationAt(i)
	}
	if may&startsAct != 0 {
		if in, ok := r.unnamed(i, false); ok {
			return r.instrumentAt(in)
		}
	}
	return i
}

// lettered reads articles that need no word before them: "L. 1235-3 du code du
// travail", "et R. 142-6".
func (r *reader) lettered(i int) int {
	switch r.at(i) {
	case 'l', 'r', 'd', 'a':
	default:
		return i
	}
	if !r.upper(i) || r.at(i+1) == '\'' || isLetter(r.at(i+1)) && r.at(i+1) != 'o' && r.at(i+1) != 'p' {
		return i
	}
	r.single = false
	items, end := r.list(i, false)
	if len(items) == 0 || !items[0].lettered {
		return i
	}
	g := group{start: i, end: end, items: items}
	in, ok := r.after(end)
	if !ok {
		if in, ok = r.leading(i); !ok && !r.typed && !r.citedBefore(items) {
			return end
		}
	}
	if ok && in.private {
		return in.end
	}
	return r.bind(g)
}

// citedBefore reports whether the text has cited one of the articles before.
func (r *reader) citedBefore(items []item) bool {
	for _, it := range items {
		if r.mem.articles[it.num] != "" {
			return true
		}
	}
	return false
}

// instrumentAt records an instrument that is named by itself, and holds it
// ready for an article that follows.
func (r *reader) instrumentAt(in instrument) int {
	if in.private || in.key == "" {
		return in.end
	}
	if in.key == "preambule-1946" {
		return r.preamble(in)
	}
	if g, ok := r.numberBefore(in); ok {
		return r.emit(&g)
	}
	r.amending(in)
	r.mem.note(in.key, in.start)
	if r.renames(in) {
		if r.lead.key == "" {
			return in.end
		}
		if r.lead.end = in.end; r.at(in.end) == ')' || r.at(in.end) == '"' {
			r.lead.end = r.any(in.end, "\")")
		}
		return r.lead.end
	}
	r.lead = in
	if in.whole || r.typed {
		f := found{start: in.start, end: in.end, whole: true}
		f.c = corpus.Citation{Key: in.key, Date: in.date, AlsoNamed: in.also, Rule: in.rule, Confidence: 0.95}
		f.c.Sub, _ = r.subsBefore(in.start)
		if j := r.any(in.end, ","); (r.at(j) == 'd' || r.at(j) == 'e') && !r.enacting(in.start) {
			if v, e, ok := r.qualifier(afterQualifier, j); ok && v == string(corpus.Redaction) {
				f.c.Qualifier, f.qualStart, f.qualEnd = corpus.Redaction, j, r.clauseEnd(e, corpus.Redaction)
			}
		}
		r.out = append(r.out, f)
	}
	end := in.end
	for range maxItems {
		next, ok := r.more(in)
		if !ok {
			break
		}
		in = next
		end = in.end
		r.mem.note(in.key, in.start)
		r.out = append(r.out, found{start: in.start, end: in.end, whole: true,
			c: corpus.Citation{Key: in.key, Date: in.date, AlsoNamed: in.also, Rule: in.rule, Confidence: 0.95}})
	}
	if in.short && !in.whole || r.typed {
		if items, e := r.list(r.any(end, ",:"), false); len(items) > 0 && r.shortList(items) {
			g := group{start: in.start, end: e, items: items, in: in, bound: true}
			g.in.rule, g.in.end = "code-number", 0
			g.items[0].start = in.start
			if r.typed {
				r.out[len(r.out)-1].dropped = true
			}
			return r.emit(&g)
		}
	}
	return end
}

// shortList reports whether numbers directly after an abbreviation are articles.
func (r *reader) shortList(items []item) bool {
	return items[0].lettered || r.mayEnd(items[len(items)-1].end)
}

// pointsBack reports whether "ce" or "même" stands before i, and where.
func (r *reader) pointsBack(i int) (start int, ok bool) {
	start = r.wordBefore(r.back(i))
	_, ok = r.lit(start, "ce", "meme")
	return start, ok
}

// preamble reads the paragraphs of the Preamble of 1946, which are its articles.
func (r *reader) preamble(in instrument) int {
	r.mem.note(in.key, in.start)
	sub, start := r.subsBefore(in.start)
	nums := preambleNumbers(sub)
	if len(nums) == 0 {
		r.lead = in
		return in.end
	}
	for _, num := range nums {
		f := found{start: start, end: in.end}
		f.c = corpus.Citation{Key: r.articleKey(in.key, num, &f.c), Rule: "preamble", Confidence: 0.95}
		r.out = append(r.out, f)
	}
	return in.end
}

// preambleNumbers are the numbers of "al. 8", "al. 10 et 11"; none when there is
// none.
func preambleNumbers(sub string) (nums []string) {
	for i := 0; i < len(sub); i++ {
		j := i
		for j < len(sub) && isDigit(sub[j]) {
			j++
		}
		if j > i {
			nums = append(nums, sub[i:j])
			i = j
		}
	}
	return nums
}

// abbreviationAt reads a short name that other things share, which counts when
// the word "article" follows: "CC, art. 1382".
func (r *reader) abbreviationAt(i int) int {
	n, e, ok := r.f.law.Match(r.s, i)
	if !ok || n.Instrument == "" || !n.WeakInstrument || !r.upper(i) {
		return i
	}
	if n.Instrument == "preambule-1946" {
		return r.preamble(instrument{key: n.Instrument, start: i, end: e})
	}
	k := r.any(e, ".,: (")
	for range 4 {
		_, x, ok := r.phrase(leadWord, k)
		if !ok {
			break
		}
		k = r.any(x, ",:('")
	}
	if _, _, ok := r.phrase(articleWord, k); !ok {
		return i
	}
	r.lead = instrument{key: n.Instrument, start: i, end: e, short: true}
	return e
}
