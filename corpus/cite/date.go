package cite

import (
	"strconv"

	"github.com/attendu/attendu/corpus"
)

// date reads a day: "4 octobre 2016", "1er févr. 2012", "19'novembre 1986",
// "04/10/2016", "23 11 2023". A day that no calendar has is not read.
func (r *reader) date(i int) (d corpus.Date, end int, ok bool) {
	j := r.digits(i)
	if j == i || j-i > 2 {
		return r.dateWords(i)
	}
	day, _ := strconv.Atoi(r.s[i:j])
	if e, ok := r.lit(j, "er", "e"); ok {
		j = e
	}
	k := j
	for n := 0; n < 3 && k < len(r.s) && (isBlank(r.s[k]) || r.s[k] == '\'' || r.s[k] == '-' || r.s[k] == '.'); n++ {
		k++
	}
	if m, e, ok := r.phrase(monthWord, k); ok {
		month, _ := strconv.Atoi(m)
		return r.year(e, month, day)
	}
	return r.numericDate(i, j, day)
}

// dateWords reads "1er mars 2018", "premier mars 2018", "ler mars 2018".
func (r *reader) dateWords(i int) (d corpus.Date, end int, ok bool) {
	e, ok := r.lit(i, "1er", "ler", "premier")
	if !ok {
		return "", i, false
	}
	m, e, ok := r.phrase(monthWord, r.blank(e))
	if !ok {
		return "", i, false
	}
	month, _ := strconv.Atoi(m)
	return r.year(e, month, 1)
}

// year reads the year after the month, and builds the day.
func (r *reader) year(i, month, day int) (corpus.Date, int, bool) {
	j := r.any(i, ".'")
	k := r.digits(j)
	if k-j != 4 || isWord(r.at(k)) {
		return "", i, false
	}
	y, _ := strconv.Atoi(r.s[j:k])
	d := r.day(y, month, day)
	return d, k, d != ""
}

// numericDate reads the month and year of "04/10/2016", "4.10.2016" or "23 11
// 2023", whose day stands from i to j.
func (r *reader) numericDate(i, j, day int) (corpus.Date, int, bool) {
	sep := r.at(j)
	if sep != '/' && sep != '.' && sep != ' ' && sep != '-' {
		return "", i, false
	}
	k := r.digits(j + 1)
	if k-j-1 < 1 || k-j-1 > 2 || r.at(k) != sep {
		return "", i, false
	}
	month, _ := strconv.Atoi(r.s[j+1 : k])
	e := r.digits(k + 1)
	if e-k-1 != 4 || isWord(r.at(e)) {
		return "", i, false
	}
	y, _ := strconv.Atoi(r.s[k+1 : e])
	d := r.day(y, month, day)
	return d, e, d != ""
}

// days are the days read last, by a few bits of each: one day is read again and
// again, by every parser that looks at its place and wherever a text repeats it.
type days [64]struct {
	year, month, day int
	d                corpus.Date
}

// day is corpus.NewDate, remembered.
func (r *reader) day(year, month, day int) corpus.Date {
	e := &r.calendar[(year*31+month*7+day)%len(r.calendar)]
	if e.year != year || e.month != month || e.day != day {
		e.year, e.month, e.day, e.d = year, month, day, corpus.NewDate(year, month, day)
	}
	return e.d
}
