package cite

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// docket is a number of a decision, and where it stands.
type docket struct {
	id         string           // as a key wants it: "17-21434", "C-362-14"
	kind       corpus.CourtKind // the only court that numbers so, or ""
	start, end int
}

// maxDockets bounds the numbers of one mention.
const maxDockets = 64

// dockets reads the numbers of a decision at j, with the words before them:
// "pourvoi n° 17-21.434", "RG : 20/01082", "aff. jointes C-473/13 et C-514/13".
func (r *reader) dockets(d *decision, j int) (int, bool) {
	if e, ok := r.ecli(d, j); ok {
		return e, true
	}
	end, ok, to := j, false, false
	for len(d.dockets) < maxDockets {
		k, rg, marked := r.docketWords(j)
		list, found := r.docket(d.dockets, k, d.court.Kind, rg, marked || ok || r.typed || d.court.Kind == corpus.CE && d.dateEnd > 0 && j == d.dateEnd+2 && r.digits(j) == j+6)
		if !found {
			break
		}
		more := list[len(d.dockets):]
		if more[0].kind == "" && d.court.Kind == "" && rg == "" && d.noun == "" {
			break
		}
		if rg != "" && r.ownNumber(more[0].id, d.court) {
			break
		}
		if ok && rg != "" && more[0].kind == "" && d.dockets[0].kind != "" {
			break
		}
		if to && !r.own(corpus.Key("cass/"+more[0].id)) { // the ruling's own pourvois are none
			list = slices.Insert(list, len(d.dockets), joinedCases(d.dockets[len(d.dockets)-1], more[0])...)
		}
		d.dockets, end, ok = list, list[len(list)-1].end, true
		j, to = r.any(end, ",/"), false
		if w := r.word(j); w == "et" || w == "a" {
			j, to = r.blank(j+len(w)), w == "a" && !r.upper(j) // "A 21-23.429" has a letter of control
		}
		if j == end {
			break
		}
	}
	return end, ok
}

// docketWords skips what announces a number: "pourvoi n°", "RG", "req.", "aff.
// jointes". rg is "rg" or "pourvoi" when the words say so; marked tells whether
// there were any.
func (r *reader) docketWords(i int) (k int, rg string, marked bool) {
	k = i
	for range 6 {
		if n := r.number(k); n > k {
			k, marked = n, true
			continue
		}
		v, e, ok := r.phrase(docketWord, k)
		if !ok {
			break
		}
		if v != "" {
			rg = v
		}
		k, marked = r.any(e, ".:"), true
	}
	return k, rg, marked
}

// docket reads one number, in the way of the court when it is known, and appends
// it to list. A number of several cases gives several.
func (r *reader) docket(list []docket, i int, kind corpus.CourtKind, rg string, marked bool) ([]docket, bool) {
	if rg == "pourvoi" {
		d, ok := r.pourvoi(i, corpus.Cass, kind)
		return r.numbered(list, d, ok)
	}
	if rg == "" {
		if d, ok := r.pourvoi(i, kind, kind); ok {
			return r.numbered(list, d, true)
		}
		if all, ok := r.constitutional(list, i, kind); ok {
			return all, true
		}
		if d, ok := r.union(i, kind); ok {
			return r.numbered(list, d, true)
		}
		if d, ok := r.administrative(i, kind, marked); ok {
			return r.numbered(list, d, true)
		}
	}
	if kind == "" && rg == "" && marked {
		if j := r.digits(i); j-i >= 5 && j-i <= 10 && j == r.wordEnd(i) && r.at(j) != '/' && r.at(j) != '-' && r.at(j) != '.' {
			return r.numbered(list, docket{id: r.s[i:j], start: i, end: j}, true) // the court comes later
		}
		if d, ok := r.generalRole(i); ok && strings.IndexByte(r.s[d.start:d.end], '/') > 0 {
			return r.numbered(list, d, true)
		}
	}
	if kind == "" && rg == "" && marked {
		if d, ok := r.union(i, corpus.CEDH); ok && r.aboutCEDH(i, d.end) {
			return r.numbered(list, d, true)
		}
	}
	if kind == "" && rg == "" || kind != "" && (!kind.HasPlace() || kind == corpus.TA) || !marked {
		return list, false
	}
	if j := r.digits(i); (kind == corpus.TCom || kind == corpus.TAE || kind == corpus.TASS) && j-i >= 8 && j-i <= 10 && j == r.wordEnd(i) { // 2019003456
		return r.numbered(list, docket{id: r.s[i:j], start: i, end: j}, true)
	}
	d, ok := r.generalRole(i)
	return r.numbered(list, d, ok)
}

// numbered appends d to list when it was found. The first of a list, which mostly
// is the only one, needs no allocation of its own.
func (r *reader) numbered(list []docket, d docket, ok bool) ([]docket, bool) {
	switch {
	case !ok:
	case list == nil:
		n := len(r.dockbuf)
		r.dockbuf = append(r.dockbuf, d)
		list = r.dockbuf[n : n+1 : n+1]
	default:
		list = append(list, d)
	}
	return list, ok
}

// aboutCEDH reports whether the words around a number name the Court of Human
// Rights: "requêtes nos 45678/10 et 45679/10, CEDH".
func (r *reader) aboutCEDH(i, end int) bool {
	after := r.s[end:min(end+60, len(r.s))]
	return strings.Contains(after, "cedh") || strings.Contains(after, "cour europeenne") || r.near(i, "cedh") || r.near(i, "cour europeenne")
}

// keys are the keys of the numbers of a decision whose court is known.
func (r *reader) keys(d decision) (keys []corpus.Key, spans []docket) {
	keys, spans = r.keybuf[:0], r.spanbuf[:0]
	defer func() { r.keybuf, r.spanbuf = keys, spans }()
	for _, dk := range d.dockets {
		court := d.court
		if dk.kind != "" {
			court.Kind = dk.kind
		}
		if k := r.decisionKey(court, dk.id); k != "" && !r.ownNumber(dk.id, court) {
			keys, spans = append(keys, k), append(spans, dk)
		}
	}
	if len(keys) == 0 && d.ecli != "" {
		if k := ecliKey(d.ecli); k != "" {
			keys, spans = append(keys, k), append(spans, docket{})
		}
	}
	return keys, spans
}

// numberAt reads a number of a decision that stands by itself and that only one
// court gives: "n° 17-21.434", "C-362/14", "n° 2010-14 QPC", an ECLI.
func (r *reader) numberAt(i int) int {
	var d decision
	if r.is(fileWord, i) && r.number(r.blank(r.wordEnd(i))) > r.blank(r.wordEnd(i)) { // "dossier n° C-362/14 du garage"
		if _, e, ok := r.phrase(docketWord, i); ok {
			j, _, _ := r.docketWords(r.blank(e))
			if x, found := r.docket(nil, j, "", "", true); found && r.commonNoun(x[0].end) {
				return x[0].end
			}
		}
	}
	if b := r.backNumber(r.back(i)); b > 0 {
		if w := r.wordBefore(b); w < b {
			if _, e, ok := r.phrase(fileWord, w); ok && e == b {
				return i
			}
		}
	}
	e, ok := r.dockets(&d, i)
	if !ok {
		return r.celex(i)
	}
	if len(d.dockets) == 0 {
		return r.decided(d, i, e)
	}
	d.court.Kind = d.dockets[0].kind
	if d.court.Kind == "" {
		return i
	}
	if day, x, ok := r.ofDate(e); ok {
		d.date, e = day, x
	} else if k := d.court.Kind; k == corpus.CJUE || k == corpus.CEDH {
		e = r.dayAfter(&d, e)
	}
	d.named = true
	if k := r.gap(e); d.date == "" && k > e {
		if n, _, ok := r.f.law.Match(r.s, k); ok && n.Court == d.court.Kind && r.capital(k) { // "pourvoi n° …, Soc., 4 février 2015"
			if next, x := r.chain(k); next.date != "" && len(next.dockets) == 0 && !next.le {
				d.date, e = next.date, x
			}
		}
	}
	return r.decided(d, i, e)
}

// backNumber is i before "n°", when these end there.
func (r *reader) backNumber(i int) int {
	if b := strings.TrimSuffix(r.s[max(0, i-2):i], "#"); len(b) == 1 && b == "n" {
		return r.back(i - 2)
	}
	return i
}

// commonNoun reports whether "du", "de la" and a common noun follow at i: the
// number before is that of a thing.
func (r *reader) commonNoun(i int) bool {
	j := r.blank(i)
	switch r.word(j) {
	case "du", "des":
		j = r.blank(r.wordEnd(j))
	case "de":
		e, ok := r.lit(r.blank(r.wordEnd(j)), "la", "l")
		if !ok {
			return false
		}
		j = r.any(e, "'")
	default:
		return false
	}
	return isLetter(r.at(j)) && !r.upper(j)
}
