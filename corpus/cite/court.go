package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// court reads the name of a court with its place into d: "cour d'appel
// d'Aix-en-Provence", "TGI Laval", "(Paris, " after "arrêt attaqué".
func (r *reader) court(d *decision, j int) (int, bool) {
	n, e, ok := r.f.law.Match(r.s, j)
	if !ok || n.Court == "" || n.WeakCourt && !r.capital(j) {
		if d.attacked && d.noun == "arret" && d.date == "" && r.at(j-1) == '(' {
			if place, e, ok := r.place(j, false); ok && r.at(r.blank(e)) == ',' {
				d.court, d.named = corpus.Court{Kind: corpus.CA, Place: place}, true
				return e, true
			}
		}
		return j, false
	}
	c := corpus.Court{Kind: n.Court}
	if n.Court.HasPlace() || n.Court == corpus.CAA {
		place, x, ok := r.place(e, true)
		if n.Court == corpus.Assises {
			place, x, ok = r.departement(e)
		}
		switch {
		case ok:
			c.Place, e = place, x
			if n.Court == corpus.TI {
				c.Place, e = r.district(place, x)
			}
		case n.Court == corpus.CA && r.at(e) == ',' && r.seatAfter(e) != "": // "Cour d'appel, Nîmes, …"
			c.Place, e, _ = r.place(r.blank(e+1), false)
		case r.s[j:e] == "tc" && r.at(e) == ',': // a tribunal de commerce has a place
			c.Kind = corpus.TC
		case n.WeakCourt:
			return j, false
		}
	}
	d.court, d.named = c, true
	if r.at(e) == '.' && e-j <= 12 && (r.at(e+1) == ',' || isWord(r.at(r.blank(e+1)))) {
		e++
	}
	return e, true
}

// seatAfter is the seat between the comma at i and another, "" when there is none.
func (r *reader) seatAfter(i int) string {
	j := r.blank(i + 1)
	place, e, ok := r.f.law.Place(r.s, j)
	if !ok || !r.upper(j) || r.at(e) != ',' {
		return ""
	}
	return place
}

// articleEnd skips "la" and "l'" before a name; i when there is none.
func (r *reader) articleEnd(i int) int {
	if e, ok := r.lit(i, "la", "l"); ok {
		return r.any(e, "'")
	}
	return i
}

// departement reads the département of a cour d'assises, "du Rhône", "de la
// Loire-Atlantique", without its article.
func (r *reader) departement(i int) (string, int, bool) {
	j := r.blank(i)
	if e, ok := r.lit(j, "des"); ok && r.word(r.blank(e)) == "mineurs" {
		j = r.blank(r.blank(e) + len("mineurs"))
	}
	if e, ok := r.lit(j, "de", "du", "des", "d"); ok {
		j = r.any(e, "'")
		if e, ok := r.lit(j, "la", "l", "les"); ok {
			j = r.any(e, "'")
		}
	}
	return r.place(j, false)
}

// district takes the arrondissement after the place of a tribunal d'instance into
// the place: "Paris 10e" had a court of its own.
func (r *reader) district(place string, i int) (string, int) {
	j := r.any(i, "(")
	k := r.digits(j)
	if _, _, ok := r.date(j); ok || k == j || k-j > 2 {
		return place, i
	}
	e, ok := r.lit(k, "e", "eme", "er")
	if !ok || r.is(formationWord, r.blank(e)) {
		return place, i
	}
	place += " " + r.s[j:k] + "e"
	if x, ok := r.lit(r.blank(e), "arrondissement"); ok {
		e = x
	}
	if r.at(e) == ')' && r.at(j-1) == '(' {
		e++
	}
	return place, e
}

// place reads the place of a court at i: a seat that the catalogue knows, or
// words with capitals. of says that "de" may come first.
func (r *reader) place(i int, of bool) (place string, end int, ok bool) {
	j := i
	if of {
		short := i-r.wordBefore(i) <= 5
		for n := 0; n < 6 && (isBlank(r.at(j)) || r.at(j) == '.' && short || r.at(j) == '-'); n++ {
			j++
		}
	}
	article := ""
	if of {
		j, article = r.ofPlace(r.formationBefore(j))
	}
	if p, e, ok := r.f.law.Place(r.s, j); ok && r.upper(j) {
		return p, e, true
	}
	if k := r.articleEnd(j); of && k > j && r.upper(k) && r.is(departementWord, k) { // "de la Haute-Garonne"
		j = k
	}
	e := r.capitalised(j)
	if e-j < 3 || r.is(noPlaceWord, j) {
		return "", i, false
	}
	p := r.t.Span(j, e).Of(r.t.Original)
	if article != "" && !r.is(departementWord, j) { // "des Yvelines"
		p = article + p
	}
	if corpus.Slug(p) == "" {
		return "", i, false
	}
	return p, e, true
}

// formationBefore skips "formation paritaire", "section commerce" between a court
// and "de" its place.
func (r *reader) formationBefore(i int) int {
	j, ok := r.lit(i, "formation", "section", "pole", "chambre")
	if !ok {
		return i
	}
	for range 4 {
		j = r.any(j, "-,")
		k := j
		if r.word(j) == "de" {
			k = r.blank(j + 2)
		}
		e, ok := r.lit(k, "paritaire", "departage", "refere", "referes", "commerce", "encadrement", "industrie", "agriculture", "activites", "diverses", "sociale", "social", "civile")
		if !ok {
			break
		}
		j = e
	}
	k := r.any(j, "-,")
	switch r.word(k) {
	case "de", "d", "du", "des":
		return k
	}
	return i
}

// ofPlace skips "de", "d'", "du", "des" before a place. "du Mans" is Le Mans.
func (r *reader) ofPlace(j int) (int, string) {
	switch w := r.word(j); w {
	case "de":
		return r.blank(j + 2), ""
	case "du":
		return r.blank(j + 2), "Le "
	case "des":
		return r.blank(j + 3), "Les "
	case "d":
		if r.at(j+1) == '\'' {
			return r.blank(j + 2), ""
		}
	}
	return j, ""
}

// capitalised is the end of a name of place that begins with a capital: words
// joined by hyphens, and particles between capitals.
func (r *reader) capitalised(i int) int {
	if !r.wordStart(i) || !r.upper(i) || !isLetter(r.at(i)) {
		return i
	}
	end := r.wordEnd(i)
	for range 6 {
		switch c := r.at(end); {
		case c == '-' && isLetter(r.at(end+1)):
			end = r.wordEnd(end + 1)
		case c == '\'' && end-i >= 3 && isLetter(r.at(end+1)):
			end = r.wordEnd(end + 1)
		case c == ' ':
			w := r.word(end + 1)
			switch w {
			case "sur", "en", "de", "la", "le", "les", "lez", "sous":
			default:
				return end
			}
			k := end + 1 + len(w)
			if w == "de" && strings.HasPrefix(r.s[k:], " la ") {
				k += 3
			}
			if r.at(k) != ' ' && r.at(k) != '-' || !r.upper(k+1) || r.upper(end+1) && w != "la" {
				return end
			}
			end = r.wordEnd(k + 1)
		default:
			return end
		}
	}
	return end
}
