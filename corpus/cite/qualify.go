package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// qualifierBefore reads "ancien", "anc." before the words that start at i.
func (r *reader) qualifierBefore(i int) (q corpus.Qualifier, start, end int) {
	j := i
	for j > 0 && (isBlank(r.s[j-1]) || r.s[j-1] == '\'' || r.s[j-1] == '.' || r.s[j-1] == '-') && i-j < 4 {
		j--
	}
	b := r.wordBefore(j)
	for n := 0; n < 4 && b < i; n++ {
		if v, e, ok := r.qualifier(beforeQualifier, b); ok && e >= j {
			return corpus.Qualifier(v), b, e
		}
		p := r.back(b)
		if p > 0 && r.s[p-1] == '\'' {
			p--
		}
		b = r.wordBefore(p)
	}
	return "", 0, 0
}

// maxVersion bounds the clause of versionBefore, in bytes.
const maxVersion = 200

// versionBefore reads a clause about the version that opens the sentence or the
// proposition whose subject is the article at i: "que, dans sa rédaction issue de
// la loi du …, l'article 777".
func (r *reader) versionBefore(i int) (q corpus.Qualifier, start, end int) {
	j := r.back(i)
	for n := 0; n < 3 && j > 0 && (r.s[j-1] == '\'' || isLetter(r.s[j-1])); n++ { // l', les
		j--
	}
	j = r.back(j)
	if j == 0 || r.s[j-1] != ',' {
		return "", 0, 0
	}
	j--
	r.steps += 20
	from := max(0, j-maxVersion)
	for k := j - 1; k >= from; k-- {
		switch r.s[k] {
		case ';', '(', ')', '"':
			return "", 0, 0
		case '\n':
			if r.at(k-1) == '\n' {
				return "", 0, 0
			}
		}
		if r.s[k] != 'd' && r.s[k] != 'e' || !r.wordStart(k) {
			continue
		}
		if v, e, ok := r.qualifier(afterQualifier, k); ok && v == string(corpus.Redaction) && e < j {
			if !r.opens(k) {
				return "", 0, 0
			}
			return corpus.Redaction, k, j
		}
	}
	return "", 0, 0
}

// opens reports whether a proposition opens at i: at the start of a sentence, or
// after "que", "alors que".
func (r *reader) opens(i int) bool {
	j := r.back(i)
	if j > 0 && r.s[j-1] == ',' {
		j = r.back(j - 1)
	}
	if j == 0 || j < i && r.s[j] == '\n' {
		return true
	}
	switch r.s[j-1] {
	case '.', ';', ':', '(', '"', '\n':
		return true
	}
	switch r.s[r.wordBefore(j):j] {
	case "que", "et", "car", "or":
		return true
	}
	return false
}

// qualifierAfter reads "(ancien)", ", dans sa rédaction …" after the instrument.
func (r *reader) qualifierAfter(g *group, end int) int {
	if g.in.old && g.qual == "" {
		g.qual, g.qualStart, g.qualEnd = corpus.Ancien, g.in.start, g.in.end
	}
	j := r.any(end, ",(")
	v, e, ok := r.qualifier(afterQualifier, j)
	if !ok {
		j, v, e, ok = r.laterQualifier(end)
	}
	if !ok {
		j = r.any(end, ",(")
		if v, e, ok = r.qualifier(numberQualifier, j); !ok || strings.HasPrefix(v, "devenu") || v == "anciennement" {
			return end
		}
	}
	if (r.at(j-1) == '(' || v == string(corpus.Ancien) && r.at(r.back(j)-1) == ',') && r.turnsTo(e) { // "1353 du code civil (ancien article 1315)"
		return end
	}
	q := corpus.Qualifier(v)
	if g.qual == "" {
		g.qual, g.qualStart, g.qualEnd = q, j, r.clauseEnd(e, q)
	}
	if strings.HasPrefix(r.s[j:e], "dans leur") || strings.HasPrefix(r.s[j:e], "en leur") {
		r.spread(g, j)
	}
	if q == corpus.Redaction {
		return end
	}
	return e
}

// laterQualifier looks for "dans sa rédaction" later in the clause: "l'article …
// s'applique, dès lors, dans sa rédaction antérieure à …".
func (r *reader) laterQualifier(i int) (start int, v string, end int, ok bool) {
	for j := i; j < len(r.s) && j-i < 90; j++ {
		r.steps++
		switch c := r.s[j]; {
		case c == ';' || c == ')' || c == '.' && isBlank(r.at(j+1)) || c == '\n' && r.at(j+1) == '\n':
			return i, "", i, false
		case !r.wordStart(j) || c != 'd' && c != 'c' && c != 'a':
			continue
		}
		if r.is(articleWord, j) || r.word(j) == "code" { // another reference begins
			return i, "", i, false
		}
		if v, e, ok := r.qualifier(farQualifier, j); ok {
			return j, v, e, true
		}
	}
	return i, "", i, false
}

// clauseEnd is where the words of a qualifier end: at the next mark for a
// clause.
func (r *reader) clauseEnd(e int, q corpus.Qualifier) int {
	if q != corpus.Redaction {
		return e
	}
	numbered := false
	for k := e; k-e < maxClauseEnd; k++ {
		if k >= len(r.s) {
			return r.back(k)
		}
		switch c := r.s[k]; {
		case c == ',' || c == ';' || c == ')' || c == '\n' || c == ':':
			return r.back(k)
		case c == '.' && (k+1 == len(r.s) || r.s[k+1] == '\n' || isBlank(r.s[k+1]) && r.upper(r.blank(k+1))):
			return r.back(k)
		case isDigit(c):
			numbered = true
		case numbered && r.wordStart(k) && r.is(clauseEndWord, k): // "du 30 juin 2000 du code pénal et 593 …"
			return r.back(k)
		}
	}
	return e
}

// maxClauseEnd bounds the words of a clause about the wording, in bytes.
const maxClauseEnd = 260

// spread gives "dans leur rédaction" to the groups of the same enumeration that
// stand before.
func (r *reader) spread(g *group, at int) {
	for n := len(r.out) - 1; n >= 0 && n >= len(r.out)-maxItems; n-- {
		f := &r.out[n]
		if f.num == "" || f.end > g.start || g.start-f.end > 200 || f.c.Qualifier != "" || r.sentenceEnds(f.end, g.start) {
			return
		}
		if k := r.any(f.end, ","); k < g.start && !r.onlyJoin(f.end, g.start) {
			return
		}
		f.c.Qualifier, f.qualStart, f.qualEnd = g.qual, g.qualStart, g.qualEnd
	}
}

// onlyJoin reports whether what stands between two references joins them.
func (r *reader) onlyJoin(i, j int) bool {
	k := r.any(i, ",")
	if _, e, ok := r.phrase(joinWord, k); ok {
		k = r.any(e, "'")
	}
	return k >= j
}

// turnBehindClause reads the turn that stands behind the clause about the wording of a
// group, ", dans sa rédaction antérieure à l'ordonnance du 24 avril 2019, devenu L.
// 442-1". What the clause names is read for itself.
func (r *reader) turnBehindClause(g *group, end int) (next int, t turn) {
	if g.qual != corpus.Redaction || g.qualEnd <= end || r.depth > 0 {
		return end, turn{}
	}
	next, t = r.turn(g.qualEnd)
	if t.qual != "" {
		r.within(end, g.qualEnd)
	}
	return next, t
}

// within reads what a clause between two places names.
func (r *reader) within(from, to int) {
	n := len(r.items)
	r.depth++
	r.scan(from, to)
	r.depth--
	r.items = r.items[:n]
}

// lastWord is the place of the last item that repeats the word "article".
func lastWord(items []item) int {
	for k := len(items) - 1; k > 0; k-- {
		if items[k].word {
			return k
		}
	}
	return 0
}

// turnedAfter reads ", devenu l'article 1240" and "(anciennement 1315)" after
// the instrument of a group, whose citations begin at first in r.out.
func (r *reader) turnedAfter(g *group, first, end int) int {
	j, t := r.turn(end)
	if t.qual == "" {
		if j, t = r.turnBehindClause(g, end); t.qual == "" {
			return end
		}
		first = len(r.out)
	}
	items, e := r.list(j, true)
	if len(items) == 0 {
		return end
	}
	if items[0].sub == "" {
		items[0].sub = t.sub
	}
	next := group{start: j, end: e, items: items, in: g.in, bound: true, qual: t.qual, qualStart: t.start, qualEnd: t.end}
	next.in.end, next.in.rule = 0, "turned"
	if t.qual == corpus.Devenu {
		for n := first; n < len(r.out); n++ {
			if r.out[n].c.Qualifier == "" {
				r.out[n].c.Qualifier, r.out[n].qualStart, r.out[n].qualEnd = corpus.Ancien, t.start, t.end
			}
		}
	}
	if in, ok := r.after(e); ok && !in.private {
		if k := lastWord(items); k > 0 && in.key != g.in.key { // "devenu l'article 1103, ensemble l'article R. 1455-6 du code du travail"
			next.items, next.end = items[:k], items[k-1].end
		} else {
			next.in, next.end = in, in.end
		}
	}
	r.completed(&next)
	r.record(&next)
	r.learn(&next)
	return next.end
}
