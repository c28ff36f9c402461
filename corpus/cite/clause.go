package cite

import (
	"github.com/attendu/attendu/corpus"
)

// maxClause bounds a clause about the version of an article, in bytes.
const maxClause = 240

// clause reads ", dans sa rédaction antérieure à celle issue de …," between an
// article and the rest of its reference, which is another article or the
// instrument. What the clause names is read for itself. end is the comma that
// closes it.
func (r *reader) clause(it *item, i int) (end int, ok bool) {
	j := r.any(i, ",")
	v, e, ok := r.qualifier(afterQualifier, j)
	if !ok || r.depth > 0 || v != string(corpus.Redaction) {
		return i, false
	}
	for k := e; k < len(r.s) && k-i < maxClause; k++ {
		r.steps++
		switch r.s[k] {
		case ';', '(', '.':
			return i, false
		case ',':
			if r.otherArticle(k + 1) {
				return i, false
			}
			if !r.resumes(k + 1) {
				continue
			}
			it.qual, it.qualStart, it.qualEnd = corpus.Redaction, j, k
			r.within(e, k)
			return k, true
		}
	}
	return i, false
}

// otherArticle reports whether another article follows at i, ", et l'article 223 L", which
// ends the clause.
func (r *reader) otherArticle(i int) bool {
	e, ok := r.lit(r.blank(i), "et", "ou", "ensemble")
	if !ok {
		return false
	}
	j := r.blank(e)
	return r.articleAhead(j) > j
}

// resumes reports whether a reference goes on at i: "et 1241", "du code civil".
func (r *reader) resumes(i int) bool {
	j := r.blank(i)
	if k, ok := r.of(j); ok {
		n, _, ok := r.f.law.Match(r.s, k)
		return ok && n.Instrument.Family() == corpus.CodeArticle
	}
	if e, ok := r.lit(j, "et", "ou"); ok {
		j = r.blank(e)
	}
	a, ok := r.article(j, false)
	return ok && !(a.plain && r.unitAfter(a.end)) && (a.lettered || r.mayEnd(a.end))
}
