package cite

import (
	"github.com/attendu/attendu/corpus"
)

// farDate looks for the day of a decision behind the names of its parties: "CEDH,
// Kervran c. France, 23 juin 2016", "CEDH, arrêt Kervran c. France du 23 juin".
func (r *reader) farDate(d *decision, from, end int) int {
	if r.at(from) != ',' {
		return end
	}
	versus := false
	for j := from; j < len(r.s) && j-from < 110; j++ {
		r.steps++
		switch c := r.s[j]; {
		case c == ';' || c == '(' || c == '\n':
			return end
		case c == 'c' && r.wordStart(j) && (r.at(j+1) == '.' || r.at(j+1) == '/'):
			versus = true
		case isDigit(c) && r.wordStart(j) && versus:
			if day, e, ok := r.date(j); ok {
				d.date, d.dateEnd = day, e
				return e
			}
		}
	}
	return end
}

// farNumber looks for the number of a decision behind the names of its parties:
// "CEDH, 23 juin 2016, Kervran c. France, req. n° 30010/10".
func (r *reader) farNumber(d *decision, end int) int {
	switch d.court.Kind {
	case corpus.CEDH, corpus.CJUE, corpus.CE, corpus.Cass, corpus.CC, corpus.TC, corpus.CAA, corpus.TA:
	default:
		return end
	}
	for j := end; j < len(r.s) && j-end < 110; j++ {
		r.steps++
		switch r.s[j] {
		case ';', '(', ')', '"':
			return end
		case '\n':
			if r.at(j+1) == '\n' {
				return end
			}
		}
		if !r.wordStart(j) {
			continue
		}
		if n, _, ok := r.f.law.Match(r.s, j); ok && n.Court != "" && r.upper(j) && r.at(j+1) != '-' {
			return end
		}
		if e, ok := r.dockets(d, j); ok {
			return e
		}
	}
	return end
}
