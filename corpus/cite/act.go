package cite

import (
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// actHead is the head of the keys of a kind of act, "" when the word is none.
func actHead(w string) string {
	switch w {
	case "loi", "lois":
		return "loi"
	case "ordonnance", "ordonnances":
		return "ordonnance"
	case "decret", "decrets":
		return "decret"
	case "arrete", "arretes":
		return "arrete"
	}
	return ""
}

// act reads a statute, ordonnance, decree or order by number or by day: "loi n°
// 78-17 du 6 janvier 1978", "décret du 17 mars 1967", "ordonnance 2016-131".
func (r *reader) act(i int, beside bool) (instrument, bool) {
	w := r.word(i)
	head := actHead(w)
	in := instrument{start: i, whole: true}
	if head == "" {
		if head = r.shortAct(i, w); head == "" {
			return instrument{}, false
		}
		return r.actName(in, head, r.any(i+len(w), ".- "), beside)
	}
	j := i + len(w)
	if head == "decret" && r.at(j) == '-' {
		if e, ok := r.lit(j+1, "loi", "lois"); ok {
			j = e
		}
	}
	j = r.actAdjectives(j)
	if _, e, ok := r.phrase(namedWord, r.blank(j)); ok { // "la loi précitée du 24 mars 2014"
		j = e
	}
	if head == "arrete" {
		if k, ok := r.of(r.blank(j)); ok && (r.word(k) == "compte" || r.word(k) == "comptes" || r.word(k) == "caisse") {
			return instrument{}, false // accounting
		}
		j = r.orderObject(j)
	}
	return r.actName(in, head, j, beside)
}

// shortAct is the head of an abbreviated act, "L. n° 2018-217", "Ord. n°
// 2016-131", "Décr. n° 67-223"; the number must follow.
func (r *reader) shortAct(i int, w string) string {
	head := ""
	switch w {
	case "l":
		head = "loi"
	case "ord":
		head = "ordonnance"
	case "d", "decr":
		head = "decret"
	case "arr":
		head = "arrete"
	}
	j := r.any(i+len(w), ".")
	if head == "" || !r.upper(i) || r.at(i+len(w)) == '\'' {
		return ""
	}
	if _, _, dated := r.date(j); r.number(j) == j && !(dated && r.at(i+len(w)) == '.') { // "L. 29 juill. 1881"
		return ""
	}
	return head
}

// actName reads "n° 78-17 du 6 janvier 1978" or "du 6 janvier 1978" at j.
func (r *reader) actName(in instrument, head string, j int, beside bool) (instrument, bool) {
	if e, ok := r.lit(j, "du"); ok { // "loi du n° 2024-346"
		if k := r.number(r.blank(e)); k > r.blank(e) {
			j = r.blank(e)
		}
	}
	k := r.number(j)
	if id, e, ok := r.actNumber(k); ok && (k > j || strings.IndexByte(id, '-') > 0) {
		in.key, in.end, in.rule = r.actKey(head, id), e, "act-number"
		d, e, ok := r.ofDate(e)
		if !ok {
			d, e, ok = r.sameDayAct(in.end)
		}
		if !ok && r.at(in.end) == ',' { // "L. n° 2008-561, 17 juin 2008"
			d, e, ok = r.date(r.blank(in.end + 1))
		}
		if ok {
			r.mem.actDay = d
			in.date, in.end = d, e
			in.also = r.one(r.actKey(head, string(d)))
			r.teach(in.also[0], in.key)
		}
		return r.namedAs(in), true
	}
	d, e, ok := r.ofDate(j)
	if !ok && actHead(r.word(in.start)) == "" {
		d, e, ok = r.date(j)
	}
	if !ok {
		return instrument{}, false
	}
	in.key, in.end, in.date, in.rule = r.actKey(head, string(d)), e, d, "act-date"
	r.mem.actDay = d
	if k := r.number(r.any(e, ",(")); k > r.any(e, ",(") { // "décret du 27 juillet 2005 n° 2005-850"
		if id, x, ok := r.actNumber(k); ok && strings.HasPrefix(id, string(d)[:4]) || ok && len(id) > 3 && id[2] == '-' && id[:2] == string(d)[2:4] {
			in.also = r.one(in.key)
			in.key, in.end, in.rule = r.actKey(head, id), x, "act-number"
			r.teach(in.also[0], in.key)
			return in, true
		}
	}
	if head == "ordonnance" && !beside && r.f.law.Canonical(in.key) == in.key && r.taught[in.key] == "" {
		return instrument{}, false // an order of a judge, unless a text is known by this day
	}
	return r.namedAs(in), true
}

// sameDayAct reads "du même jour" behind the number of an act: the day of the act named
// just before.
func (r *reader) sameDayAct(i int) (corpus.Date, int, bool) {
	e, ok := r.lit(r.blank(i), "du")
	if !ok {
		return "", i, false
	}
	if e, ok = r.lit(r.blank(e), "meme"); !ok {
		return "", i, false
	}
	if e, ok = r.lit(r.blank(e), "jour"); !ok || r.mem.actDay == "" {
		return "", i, false
	}
	return r.mem.actDay, e, true
}

// actKey is the key of an act by its number or day.
func (r *reader) actKey(head, id string) corpus.Key {
	return corpus.Key(r.made.join(head, "/", id))
}

// actNumber reads the number of an act: "78-17", "2016 - 131".
func (r *reader) actNumber(i int) (id string, end int, ok bool) {
	j := r.digits(i)
	if n := j - i; n != 2 && n != 4 {
		return "", i, false
	}
	k := r.blank(j)
	if r.at(k) != '-' || k-j > 1 {
		return "", i, false
	}
	l := r.blank(k + 1)
	e := r.digits(l)
	if e == l || e-l > 5 || l-k > 2 || isWord(r.at(e)) || r.at(e) == '.' && isDigit(r.at(e+1)) || r.at(e) == '-' && isDigit(r.at(e+1)) {
		return "", i, false
	}
	if l == j+1 {
		return r.s[i:e], e, true
	}
	return r.made.join(r.s[i:j], "-", r.s[l:e]), e, true
}

// ofDate reads "du 6 janvier 1978", "en date du", "des 16-24 août 1790".
func (r *reader) ofDate(i int) (corpus.Date, int, bool) {
	j := r.any(i, ",(")
	if e, ok := r.lit(j, "en"); ok {
		if e, ok := r.lit(r.blank(e), "date"); ok {
			j = r.blank(e)
		}
	}
	e, ok := r.lit(j, "du", "des")
	if !ok {
		return "", i, false
	}
	j = r.blank(e)
	if r.s[e-1] == 's' { // the first of two days gives the act its key
		k := r.digits(j)
		l := k
		if r.at(l) == '-' {
			l++
		} else if e, ok := r.lit(r.blank(l), "et"); ok {
			l = r.blank(e)
		}
		if l > k {
			if d, e, ok := r.date(l); ok && k-j <= 2 && k > j {
				day := string(d)[:8] + strings.Repeat("0", 2-(k-j)) + r.s[j:k]
				if first, err := corpus.ParseDate(day); err == nil {
					return first, e, true
				}
			}
		}
		if d, e, ok := r.twoDays(j); ok {
			return d, e, true
		}
	}
	return r.date(j)
}

// twoDays reads "4 mars et 12 juin 2018": the first of two days, which has the year of the
// second, and where both end.
func (r *reader) twoDays(i int) (corpus.Date, int, bool) {
	k := r.digits(i)
	if k == i || k-i > 2 {
		return "", i, false
	}
	if e, ok := r.lit(k, "er"); ok {
		k = e
	}
	m, e, ok := r.phrase(monthWord, r.blank(k))
	if !ok {
		return "", i, false
	}
	if e, ok = r.lit(r.blank(e), "et"); !ok {
		return "", i, false
	}
	second, end, ok := r.date(r.blank(e))
	if !ok {
		return "", i, false
	}
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(r.s[i:r.digits(i)])
	year, _ := strconv.Atoi(string(second)[:4])
	first := r.day(year, month, day)
	return first, end, first != ""
}

// secondDay reads the second of the two days of a plural, "les arrêtés des 8 et 12 juin
// 2018", that in ends with.
func (r *reader) secondDay(in instrument) (corpus.Date, int, bool) {
	k := strings.Index(r.s[in.start:in.end], " et ")
	if k < 0 {
		return "", 0, false
	}
	at := r.blank(in.start + k + len(" et "))
	d, e, ok := r.date(at)
	return d, at, ok && e == in.end && d != in.date
}

// more reads the next act of an enumeration, "des lois n° 1 … et n° 2 …", after
// in.
func (r *reader) more(in instrument) (instrument, bool) {
	j := r.any(in.end, ",")
	if e, ok := r.lit(j, "et", "ou"); ok {
		j = r.any(e, "")
	}
	next := instrument{start: j, whole: true}
	head, _, _ := strings.Cut(string(in.key), "/")
	w := r.word(in.start)
	plural := in.plural || actHead(w) != "" && w[len(w)-1] == 's'
	next.plural = plural
	if plural && in.rule == "act-date" {
		if d, at, ok := r.secondDay(in); ok {
			next.start, next.key, next.end, next.date, next.rule = at, corpus.Key(head+"/"+string(d)), in.end, d, "act-date"
			return next, true
		}
	}
	if j == in.end {
		return instrument{}, false
	}
	if d, e, ok := r.date(j); ok && plural && in.rule == "act-date" { // "les lois des 6 juillet 1989 et 24 mars 2014"
		next.key, next.end, next.date, next.rule = corpus.Key(head+"/"+string(d)), e, d, "act-date"
		return next, true
	}
	if id, e, ok := r.euNumber(r.number(j)); ok && in.rule == "eu-act" && w[len(w)-1] == 's' { // "directives 2000/43/CE et 2000/78/CE"
		next.key, next.end, next.rule = corpus.Key(head+"/"+id), e, "eu-act"
		return next, true
	}
	if k := r.number(j); k == j && !(r.word(j) == "du" && plural) {
		if _, _, ok := r.actNumber(j); !ok || !plural || in.rule != "act-number" { // "ordonnances n° 2017-1385, 2017-1386"
			return instrument{}, false
		}
	}
	return r.actName(next, head, j, true)
}

// ambiguous is what is taught of a day on which two acts were made: it names
// neither.
const ambiguous corpus.Key = "-"

// teach notes that the text itself proves two keys to name one act.
func (r *reader) teach(alias, key corpus.Key) {
	if old, ok := r.taught[alias]; ok && old != key {
		r.taught[alias] = ambiguous
		return
	}
	r.taught[alias] = key
}
