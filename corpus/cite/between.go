package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// maxTitle bounds the words between the noun of an agreement and its day, in bytes.
const maxTitle = 260

// between reads a treaty that is named by its parties and its day, in either order:
// "accord entre la Confédération suisse et la Communauté européenne …, du 21 juin
// 1999". Later the day alone names it. e is where the noun ends.
func (r *reader) between(i, e int) (instrument, bool) {
	j := r.blank(e)
	day, end, dated := r.ofDate(j)
	if dated {
		j = r.blank(end)
	}
	for n := 0; r.word(j) != "entre"; n++ {
		if d, x, ok := r.concluded(j); ok && !dated { // "convention fiscale conclue le 21 juillet 1959 entre la France et l'Allemagne"
			day, end, dated = d, x, true
			if j = r.blank(end); r.word(j) != "entre" {
				return instrument{}, false
			}
			break
		}
		w := r.wordEnd(j)
		if n == 3 || w == j || !isBlank(r.at(w)) || dated {
			return instrument{}, false
		}
		j = r.blank(w)
	}
	j = r.blank(j + len("entre"))
	if x, ok := r.lit(j, "la", "le", "les", "l", "le gouvernement"); ok {
		j = r.any(x, "'")
	}
	if !r.is(stateWord, j) || !r.upper(j) {
		return instrument{}, false
	}
	if !dated {
		if day, end, dated = r.dayOfTitle(j); !dated {
			return instrument{}, false
		}
	}
	key := corpus.Key("convention/" + r.word(i) + "-" + string(day))
	r.treaties[day] = key
	return instrument{key: key, start: i, end: end, date: day, whole: true, rule: "treaty-parties"}, true
}

// dayOfTitle finds the day behind the title of an agreement that begins at i: "du",
// "en date du", "signé le". Another text that is named first ends the title.
func (r *reader) dayOfTitle(i int) (corpus.Date, int, bool) {
	for j := i; j < len(r.s) && j-i < maxTitle; j++ {
		r.steps++
		switch c := r.s[j]; {
		case c == ';' || c == '(' || c == '\n' && r.at(j+1) == '\n' || c == '.' && isBlank(r.at(j+1)):
			return "", i, false
		case !r.wordStart(j):
			continue
		}
		if r.is(articleWord, j) || r.is(nounWord, j) {
			return "", i, false
		}
		if d, e, ok := r.ofDate(j); ok {
			return d, e, true
		}
		switch r.word(j) {
		case "loi", "decret", "ordonnance", "code", "directive", "reglement":
			return "", i, false
		}
		if d, e, ok := r.concluded(j); ok {
			return d, e, true
		}
	}
	return "", i, false
}

// concluded reads "signé le 21 juin 1999", "conclue le", "datée du".
func (r *reader) concluded(i int) (corpus.Date, int, bool) {
	e, ok := r.lit(i, "signe", "signee", "conclu", "conclue", "date", "datee")
	if !ok {
		return "", i, false
	}
	if e, ok = r.lit(r.blank(e), "le", "du"); !ok {
		return "", i, false
	}
	return r.date(r.blank(e))
}

// titledAccord reads a collective accord with a title before its day: "accord relatif au
// dialogue social du 13 juillet 2018". The title must speak of work. j is where it
// may begin.
func (r *reader) titledAccord(i, j int) (instrument, bool) {
	for range 4 {
		e, ok := r.lit(j, "collectif", "national", "entreprise", "branche", "groupe", "etablissement", "de", "d")
		if !ok {
			break
		}
		j = r.any(e, "'")
	}
	if _, ok := r.lit(j, "relatif", "portant", "sur", "concernant"); !ok {
		return instrument{}, false
	}
	d, e, ok := r.dayOfTitle(j)
	if !ok || !r.ofWork(j, e) || r.amended(i) {
		return instrument{}, false
	}
	return instrument{key: corpus.Key("convention-collective/accord-" + string(d)), start: i, end: e, date: d, whole: true, rule: "agreement-title"}, true
}

// amended reports whether the accord at i is but the complement of the avenant
// before it: "l'avenant du 16 juin 2023 à l'accord relatif à …".
func (r *reader) amended(i int) bool {
	j := r.ofBefore(i)
	if j == i && r.at(i-1) == '\'' { // "à l'accord"
		j = r.back(i - 2)
		b := r.wordBefore(j)
		if r.s[b:j] != "a" {
			return false
		}
		j = r.back(b)
	}
	if j == i {
		return false
	}
	for n := 0; n < 60 && j-n > 0; n++ {
		if k := j - n; r.wordStart(k) && r.word(k) == "avenant" {
			_, e, ok := r.dayOfTitle(r.blank(k + len("avenant")))
			return ok && e == j
		}
	}
	return false
}

// ofWork reports whether the words from i to end speak of what collective accords
// are about.
func (r *reader) ofWork(i, end int) bool {
	for ; i < end; i++ {
		if r.is(workWord, i) {
			return true
		}
	}
	return false
}

// annexed is the anaphora behind the annex of an agreement, "de l'annexe 2 de cet
// accord"; k is where the words after the annex begin.
func (r *reader) annexed(k int) (instrument, bool) {
	p := r.wordBefore(r.back(k))
	if r.at(k-1) == '\'' {
		p = r.wordBefore(r.back(r.wordBefore(k - 1)))
	}
	if !strings.HasPrefix(r.s[p:], "d") {
		return instrument{}, false
	}
	return r.anaphora(p, k)
}

// workTitle reports whether the title behind the day of an accord, "relatif à …",
// speaks of work.
func (r *reader) workTitle(i int) bool {
	if _, ok := r.lit(i, "relatif", "portant", "sur"); !ok {
		return false
	}
	e := i
	for ; e < len(r.s) && e-i < 90; e++ {
		if c := r.s[e]; c == ',' || c == ';' || c == '.' || c == '(' || c == '\n' && r.at(e+1) == '\n' {
			break
		}
	}
	return r.ofWork(i, e)
}
