package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// collective reads a collective agreement: "convention collective nationale des
// transports routiers", "accord national interprofessionnel du 11 janvier 2008".
func (r *reader) collective(i int, beside bool) (instrument, bool) {
	switch w := r.word(i); w {
	case "convention", "conventions":
		j := r.blank(i + len(w))
		if e, ok := r.lit(j, "collective", "collectives"); ok {
			return r.agreement(i, e)
		}
	case "accord", "avenant", "ani":
		return r.accord(i, beside)
	case "ccn", "ccnt", "ccnu", "ccntu", "cnt", "ccne":
		if in, ok := r.agreement(i, i+len(w)); ok {
			return in, true
		}
		// "CCN" alone names the agreement that the text has named in full.
		if key := r.mem.last["convention-collective"].key; key != "" && beside {
			return instrument{key: key, start: i, end: i + len(w), back: true, rule: "same-agreement"}, true
		}
	case "idcc":
		k := r.number(r.blank(i + 4))
		if m := r.digits(k); m > k && m-k <= 4 {
			return instrument{key: corpus.Key("convention-collective/idcc-" + r.s[k:m]), start: i, end: m, whole: true, rule: "agreement-idcc"}, true
		}
	}
	return instrument{}, false
}

// agreement reads what names a convention collective after these two words.
func (r *reader) agreement(i, e int) (instrument, bool) {
	j := r.blank(e)
	for range 3 {
		if x, ok := r.lit(j, "du"); ok && r.word(r.blank(x)) == "travail" { // "convention collective nationale du travail du personnel"
			j = r.blank(r.blank(x) + len("travail"))
			break
		}
		x, ok := r.lit(j, "nationale", "departementale", "regionale", "interregionale", "unique", "inter", "de", "travail", "etendue", "locale")
		if !ok || r.word(j) == "de" && r.word(r.blank(x)) != "travail" {
			break
		}
		j = r.any(x, "-")
	}
	in := instrument{start: i, end: j, whole: true, rule: "agreement"}
	k, _ := r.of(j)
	if r.word(j) == "de" && k == r.blank(j+2) && infinitive(r.word(k)) {
		return instrument{}, false // "faute pour la convention collective de satisfaire"
	}
	name, end := r.agreementName(k)
	if d, x, ok := r.ofDate(end); ok {
		in.date = d
		if name == "" {
			name, end = string(d), x
		} else {
			end = x
		}
	}
	if name == "" {
		return instrument{}, false
	}
	in.key, in.end = corpus.Key("convention-collective/"+name), end
	if x := r.register(end); x > end {
		n := r.number(r.any(x+4, ":"))
		if m := r.digits(n); m > n {
			in.end = m
			if r.at(m) == ')' && strings.Contains(r.s[end:x], "(") {
				in.end++
			}
			in.also = append(in.also, corpus.Key("convention-collective/idcc-"+r.s[n:m]))
		}
	}
	return in, true
}

// maxRegister is how far the number of an agreement in the register stands behind
// its name, in bytes: "des ouvriers employés par les entreprises du bâtiment visées
// par le décret du 1er mars 1962 (IDCC 1596)".
const maxRegister = 130

// register finds the word IDCC behind the name of an agreement: beside it, or in
// brackets later in the same clause. It returns i when there is none.
func (r *reader) register(i int) int {
	if x := r.any(i, "(,"); r.word(x) == "idcc" {
		return x
	}
	for j := i; j < len(r.s) && j-i < maxRegister; j++ {
		r.steps++
		switch c := r.s[j]; {
		case c == ';' || c == ')' || c == '\n' && r.at(j+1) == '\n' || c == '.' && isBlank(r.at(j+1)):
			return i
		case c == '(' || c == ',':
			if x := r.blank(j + 1); r.word(x) == "idcc" {
				return x
			}
			if c == '(' {
				return i
			}
		case c == 'c' && r.wordStart(j) && strings.HasPrefix(r.s[j:], "convention"):
			return i
		}
	}
	return i
}

// agreementName reads at most eight words of a name, up to a mark or a word that
// cannot stand in one, and makes a slug of them; "" when they name nothing.
func (r *reader) agreementName(i int) (slug string, end int) {
	var words []string
	j := i
	end = i
	for range 8 {
		w := r.word(j)
		if w == "" || len(words) > 0 && r.is(agreementEndWord, j) && !(w == "et" && len(words) < 4) {
			break
		}
		if len(words) == 0 && r.is(genericWord, j) {
			return "", i
		}
		j += len(w)
		switch w {
		case "de", "des", "du", "d", "l", "la", "le", "les":
		default:
			if len(words) == 0 && r.is(agreementEndWord, j-len(w)) {
				return "", i
			}
			words = append(words, w)
			end = j
		}
		if r.at(j) == ',' && r.enumerates(j+1) {
			j++
		}
		if c := r.at(j); !isBlank(c) && c != '-' && c != '\'' {
			break
		}
		j = r.any(j, "-'")
	}
	return strings.Join(words, "-"), end
}

// enumerates reports whether the word after a comma goes on with the trades that
// name an agreement, "des hôtels, cafés, restaurants": a plural that a comma, "et"
// or a bracket follows.
func (r *reader) enumerates(i int) bool {
	j := r.blank(i)
	e := r.wordEnd(j)
	if e-j < 4 || r.s[e-1] != 's' || r.is(agreementEndWord, j) {
		return false
	}
	k := r.blank(e)
	w := r.word(k)
	return r.at(k) == ',' || r.at(k) == '(' || w == "et" || w == "du"
}

// accord reads a collective accord by its day.
func (r *reader) accord(i int, beside bool) (instrument, bool) {
	w := r.word(i)
	j := r.any(i+len(w), "-")
	kind := "accord"
	if w == "ani" {
		kind = "ani"
	}
	if in, ok := r.titledAccord(i, j); ok && w == "accord" {
		return in, true
	}
	social := beside || w == "ani"
	d, e, ok := r.ofDate(j)
	for range 16 {
		if ok {
			break
		}
		if x, signed := r.lit(j, "conclu", "signe", "negocie"); signed {
			if x, le := r.lit(r.blank(x), "le"); le {
				if d, e, ok = r.date(r.blank(x)); ok {
					break
				}
			}
		}
		if n := r.number(j); n > j && isDigit(r.at(n)) {
			j = r.blank(r.digits(n))
		} else if w := r.word(j); w == "" || r.is(accordEndWord, j) {
			return instrument{}, false
		} else {
			switch w {
			case "interprofessionnel":
				kind, social = "ani", true
			case "national", "collectif", "entreprise", "branche", "groupe", "etablissement", "professionnel", "cadre", "revision":
				social = true
			case "de", "d", "du", "des", "la", "l", "le":
			default:
				if !beside {
					return instrument{}, false
				}
			}
			j = r.any(j+len(w), "'-")
		}
		d, e, ok = r.ofDate(j)
	}
	if k, of := r.of(r.any(e, ",")); ok && of { // "avenant du 4 mars 2019 au contrat de travail"
		if _, _, contract := r.f.rules.private.at(r.s, k); contract {
			return instrument{}, false
		}
	}
	if ok && !social {
		k := r.any(e, ",")
		if x, ok := r.lit(k, "modifie", "etendu", "conclu"); ok {
			k = r.any(x, ",")
		}
		social = r.is(socialWord, k) || r.workTitle(k)
	}
	if !ok || !social {
		return instrument{}, false
	}
	return instrument{key: corpus.Key("convention-collective/" + kind + "-" + string(d)), start: i, end: e, date: d, whole: true, rule: "agreement-date"}, true
}

// infinitive reports whether a word after "de" looks like the infinitive of a verb.
func infinitive(w string) bool {
	return len(w) > 4 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ir") || strings.HasSuffix(w, "re"))
}
