package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// seized reports whether the words before a court say that someone went to it:
// the day behind "statuant en référé le" is that of the step.
func (r *reader) seized(i int) bool {
	before := r.s[max(0, i-60):i]
	for _, w := range []string{"saisi", "devant", "assign", "attrai", "convoqu", "introdui", "demande"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// plenary reads a formation that only the Cour de cassation has, when it ruled on
// the day that follows: "close par l'assemblée plénière le 25 juin 2014".
func (r *reader) plenary(i int) int {
	_, e, _ := r.phrase(plenaryWord, i)
	j, ok := r.lit(r.blank(e), "le", "du")
	day, end, dated := r.date(r.blank(j))
	if !ok || !dated || !r.ruledBy(i) {
		return i
	}
	d := decision{court: corpus.Court{Kind: corpus.Cass}, named: true, date: day, dateEnd: end}
	return r.decided(d, i, end)
}

// ruledThatDay reads the day of a ruling between a court and its verb: "la cour
// d'appel de Metz a, le 3 mai 2012, confirmé". It returns end when there is none.
func (r *reader) ruledThatDay(d *decision, end int) int {
	j, ok := r.lit(r.any(d.courtEnd, ","), "a", "avait", "ayant")
	if !ok {
		return end
	}
	_, after, ruled := r.phrase(ruledWord, r.blank(j))
	if ruled { // "a prononcé, le 3 mai 2012, la liquidation"
		if j = after; r.at(j) != ',' {
			return end
		}
	}
	if j, ok = r.lit(r.any(j, ","), "le"); !ok {
		return end
	}
	day, e, ok := r.date(r.blank(j))
	if !ok || !ruled && !r.is(ruledWord, r.any(e, ",")) {
		return end
	}
	d.date, d.dateEnd, d.ruling = day, e, true
	return e
}
