package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// protocol reads a protocol to the European Convention on Human Rights:
// "premier protocole additionnel à la Convention …", "protocole n° 1".
func (r *reader) protocol(i int, beside bool) (instrument, bool) {
	n, j := "1", i
	if e, ok := r.lit(i, "p1"); ok && beside && r.upper(i) { // "art. 1 P1 CESDH"
		if m, x, ok := r.f.law.Match(r.s, r.any(e, ",-")); ok && m.Instrument == "cesdh" {
			return instrument{key: "cesdh-p1", start: i, end: x, whole: true, rule: "protocol"}, true
		}
	}
	if v, e, ok := r.phrase(ordinalWord, i); ok {
		n, j = v, r.blank(e)
	}
	e, ok := r.lit(j, "protocole")
	if !ok || !isDigit(n[0]) {
		return instrument{}, false
	}
	numbered, additional := j > i, false
	for range 3 {
		k := r.any(e, ",")
		if x, ok := r.lit(k, "additionnel", "addition"); ok {
			e, numbered, additional = x, numbered || r.mem.last["convention"].key == "cesdh", true
			continue
		}
		if m := r.number(k); r.digits(m) > m && r.digits(m)-m <= 2 {
			n, e, numbered = r.s[m:r.digits(m)], r.digits(m), true
			continue
		}
		break
	}
	in := instrument{key: corpus.Key("cesdh-p" + n), start: i, end: e, whole: true, rule: "protocol"}
	if k, ok := r.of(r.any(e, ",")); ok {
		if x := r.thatConvention(k); x > k && r.mem.last["convention"].key == "cesdh" {
			in.end = x
			return in, true
		}
		if m, x, ok := r.f.law.Match(r.s, k); ok {
			in.end = x
			return in, m.Instrument == "cesdh"
		}
	}
	last := r.mem.last["convention"].key
	return in, numbered && (last == "cesdh" || last == "" && (additional || r.conventionAhead(e)))
}

// conventionAhead reports whether the Convention on Human Rights is named shortly behind
// a protocol, "l'article 2 du protocole n° 4 et l'article 14 de la CESDH".
func (r *reader) conventionAhead(i int) bool {
	for j := i; j < len(r.s) && j-i < maxAhead; j++ {
		r.steps++
		if c := r.s[j]; c == ';' || c == '\n' && r.at(j+1) == '\n' {
			return false
		}
		if !r.wordStart(j) || r.s[j] != 'c' {
			continue
		}
		if n, _, ok := r.f.law.Match(r.s, j); ok && n.Instrument == "cesdh" && r.upper(j) {
			return true
		}
	}
	return false
}

// maxAhead is how far behind its protocol the Convention is named at most, in bytes.
const maxAhead = 150

// thatConvention skips "ladite Convention", "cette convention" behind a preposition, with
// what qualifies it; i when a name follows.
func (r *reader) thatConvention(i int) int {
	j := i
	if e, ok := r.lit(j, "cette", "meme", "ladite"); ok {
		j = r.blank(e)
	}
	e, ok := r.lit(j, "convention")
	if !ok {
		return i
	}
	if _, _, named := r.f.law.Match(r.s, j); named && j == i {
		return i
	}
	if _, x, ok := r.phrase(namedWord, r.blank(e)); ok {
		e = x
	}
	switch r.at(r.blank(e)) {
	case ',', ';', '.', ')', 0:
		return e
	}
	switch r.word(r.blank(e)) {
	case "et", "ensemble", "ainsi":
		return e
	}
	return i
}

// convention reads a treaty that the catalogue does not know by name: by its
// place and day, or a convention of the OIT by its number.
func (r *reader) convention(i int, beside bool) (instrument, bool) {
	e, ok := r.lit(i, "convention", "accord", "traite", "conventions", "protocole")
	if !ok {
		return instrument{}, false
	}
	if in, ok := r.labour(i, e); ok {
		return in, true
	}
	if in, ok := r.between(i, e); ok {
		return in, true
	}
	j := r.blank(e)
	words := make([]string, 0, 8)
	international := false
	for range 10 {
		if d, x, ok := r.ofDate(j); ok {
			if key := r.treaties[d]; key != "" {
				return r.namedAs(instrument{key: key, start: i, end: x, date: d, whole: true, rule: "treaty-day"}), true
			}
			if !international {
				return instrument{}, false
			}
			id := corpus.Slug(strings.Join(words, " ")) + "-" + string(d)[:4]
			return instrument{key: corpus.Key("convention/" + strings.Trim(id, "-")), start: i, end: x, date: d, whole: true, rule: "treaty-date"}, true
		}
		w := r.word(j)
		switch w {
		case "":
			return instrument{}, false
		case "de", "la", "d", "du", "le", "l":
		case "collective", "collectif", "entreprise", "branche", "cession", "partenariat", "interprofessionnel":
			return instrument{}, false
		default:
			international = international || r.international(j)
			words = append(words, w)
		}
		j = r.any(j+len(w), "-'")
	}
	return instrument{}, false
}

// international reports whether a word makes a convention one between States: a
// city of treaties, or an adjective of nations.
func (r *reader) international(i int) bool {
	v, _, ok := r.phrase(treatyWord, i)
	return ok && (v != "city" || r.upper(i))
}

// labour reads "convention n° 158 de l'OIT", "convention OIT n° 158".
func (r *reader) labour(i, e int) (instrument, bool) {
	j := r.blank(e)
	if x, ok := r.lit(j, "internationale"); ok {
		j = r.blank(x)
		if x, ok := r.lit(j, "du"); ok {
			if x, ok := r.lit(r.blank(x), "travail"); ok {
				j = r.blank(x)
			}
		}
	}
	if x, ok := r.lit(j, "de"); ok && r.at(r.blank(x)) == 'l' {
		j = r.any(r.blank(x)+1, "'")
	}
	oit := false
	if x, ok := r.lit(j, "oit"); ok {
		j, oit = r.blank(x), true
	}
	k := r.number(j)
	if x, ok := r.lit(k, "oit"); ok && k > j { // "convention n° OIT", the number left out
		key := r.mem.last["convention"].key
		if !strings.HasPrefix(string(key), "convention/oit-") {
			key = "convention/oit"
		}
		return instrument{key: key, start: i, end: x, whole: true, rule: "treaty-oit"}, true
	}
	m := r.digits(k)
	if m == k || m-k > 3 || k == j && !oit {
		return instrument{}, false
	}
	end := m
	if x, ok := r.lit(r.blank(m), "oit"); ok {
		end, oit = x, true
	} else if l, ok := r.of(r.blank(m)); ok {
		if x, ok := r.lit(l, "oit"); ok {
			end, oit = x, true
		} else if strings.HasPrefix(r.s[l:], "organisation internationale du travail") {
			end, oit = l+len("organisation internationale du travail"), true
		}
	}
	return instrument{key: corpus.Key("convention/oit-" + r.s[k:m]), start: i, end: end, whole: true, rule: "treaty-oit"}, oit
}
