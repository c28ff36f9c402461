package cite

import (
	"strings"
)

// actAdjectives skips the words between the noun of an act and its number or
// day: "organique", "ministériel", "de finances pour 2010".
func (r *reader) actAdjectives(i int) int {
	j := i
	for range 4 {
		j = r.blank(j)
		if r.at(j) == 'd' && r.at(j+1) == '\'' {
			j += 2
		}
		_, e, ok := r.phrase(adjectiveWord, j)
		if !ok {
			break
		}
		j = e
	}
	if e, ok := r.lit(j, "de", "des"); ok {
		if e, ok := r.lit(r.blank(e), "finances", "finance", "financement", "programmation", "programme"); ok {
			j = r.blank(e)
			if strings.HasPrefix(r.s[j:], "de la securite sociale") {
				j = r.blank(j + len("de la securite sociale"))
			}
			if e, ok := r.lit(j, "rectificative"); ok {
				j = r.blank(e)
			}
			if e, ok := r.lit(j, "pour"); ok {
				if k := r.digits(r.blank(e)); k-r.blank(e) == 4 {
					j = r.any(k, ",(")
				}
			}
			return j
		}
	}
	if k := r.actTitle(r.blank(i)); k > r.blank(i) {
		return k
	}
	return j
}

// actTitle skips the title of an act before its number, "loi d'orientation et de
// programmation n° 98-657"; i when no number of an act follows it.
func (r *reader) actTitle(i int) int {
	j := i
	switch r.word(j) {
	case "de", "d", "des", "pour", "sur", "portant", "relative", "relatif":
	default:
		return i
	}
	for range 14 {
		r.steps++
		if k := r.number(j); k > j {
			if _, _, ok := r.actNumber(k); ok {
				return j
			}
			return i
		}
		w := r.word(j)
		if w == "" || r.is(titleEndWord, j) {
			return i
		}
		j = r.any(j+len(w), "'-\"")
	}
	return i
}

// orderObject skips what an order is about, "arrêté de péril du …", when its day
// follows.
func (r *reader) orderObject(i int) int {
	j := i
	if k, ok := r.of(r.blank(j)); ok {
		if r.is(officialWord, k) {
			return r.ofOfficial(i, k)
		}
	}
	for range 5 {
		if _, _, ok := r.ofDate(j); ok {
			return j
		}
		w := r.word(j)
		if w == "" || w == "du" || w == "que" || w == "a" {
			return i
		}
		j = r.any(j+len(w), "'")
	}
	return i
}

// ofOfficial skips who took an order, "du préfet du Cantal", from k on, when its
// day follows; i when it does not.
func (r *reader) ofOfficial(i, k int) int {
	j := k
	for range 14 {
		w := r.word(j)
		if w == "" || r.is(titleEndWord, j) && w != "en" {
			return i
		}
		j = r.any(j+len(w), "'-,")
		if _, _, ok := r.ofDate(j); ok {
			return j
		}
	}
	return i
}

// namedAs takes ", dite loi Badinter" after an act into the mention, when the
// catalogue knows the name for the same act.
func (r *reader) namedAs(in instrument) instrument {
	j := r.any(in.end, ",(")
	e, ok := r.lit(j, "dite", "dit")
	if !ok && r.at(j-1) != '(' {
		return in
	}
	n, e, ok := r.f.law.Match(r.s, r.any(e, "\""))
	if ok && n.Instrument != "" && (r.f.law.Canonical(in.key) == n.Instrument || len(in.also) > 0 && r.f.law.Canonical(in.also[0]) == n.Instrument) {
		in.end = e
		if r.at(e) == '"' {
			in.end++
		} else if k := r.blank(e); r.at(k) == '"' {
			in.end = k + 1
		}
		if r.at(in.end) == ')' && r.at(j-1) == '(' {
			in.end++
		}
	}
	return in
}
