package cite

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// farDate looks for the day of a decision behind the names of its parties: "CEDH,
// Kervran c. France, 23 juin 2016", "CEDH, arrêt Kervran c. France du 23 juin".
func (r *reader) farDate(d *decision, from, end int) int {
	if e := r.bracketedCase(from); e > from && d.court.Kind == corpus.CEDH {
		from = e
	} else if r.at(from) != ',' && !(d.court.Kind == corpus.CEDH && r.at(from) == ' ' && r.upper(from+1)) {
		return end
	}
	versus := false
	for j := from; j < len(r.s) && j-from < 110; j++ {
		r.steps++
		switch c := r.s[j]; {
		case c == ';' || c == '(' || c == '\n':
			return end
		case c == 'c' && r.wordStart(j) && (r.at(j+1) == '.' || r.at(j+1) == '/' || r.word(j) == "contre"):
			versus = true
		case isDigit(c) && r.wordStart(j) && versus:
			if day, e, ok := r.date(j); ok {
				d.date, d.dateEnd = day, e
				return e
			}
		case versus && r.wordStart(j) && len(d.dockets) == 0:
			if _, _, marked := r.docketWords(j); !marked {
				continue
			}
			if e, ok := r.dockets(d, j); ok { // "Kervran c. France, n° 30010/10, 23 juin 2016"
				return r.dayAfter(d, e)
			}
		}
	}
	return end
}

// bracketedCase is where the name of a case in brackets begins behind its court, "(Kervran
// c. France, …)", "(arrêt Kervran c. France, …)"; i when there is none.
func (r *reader) bracketedCase(i int) int {
	if r.at(i) != ' ' || r.at(i+1) != '(' || i+2 >= len(r.s) {
		return i
	}
	if e, ok := r.lit(i+2, "arret", "arrets"); ok {
		return e
	}
	if r.upper(i + 2) {
		return i + 2
	}
	return i
}

// dayAfter reads the day behind the number of a decision, perhaps after a
// paragraph: ", § 45, 23 juin 2016".
func (r *reader) dayAfter(d *decision, end int) int {
	sub, e := r.pinpoint(end)
	j := r.any(e, ",(")
	if x, ok := r.lit(j, "du", "arret"); ok {
		j = r.blank(x)
		if x, ok := r.lit(j, "du"); ok {
			j = r.blank(x)
		}
	}
	day, x, ok := r.date(j)
	if !ok {
		return end
	}
	d.date, d.dateEnd, d.sub = day, x, sub
	return x
}

// unionCase looks for the number of a judgment of the Court of Justice behind its day and
// the name of its case, as that Court cites: "arrêt du 4 mai 2031, Brennan e.a., C-44/28".
func (r *reader) unionCase(d *decision, end int) int {
	j := r.blank(end + 1)
	if r.at(end) != ',' || !r.upper(j) {
		return end
	}
	for ; j < len(r.s) && j-end < 110; j++ {
		r.steps++
		switch c := r.s[j]; {
		case c == ';' || c == '\n' && r.at(j+1) == '\n':
			return end
		case c != 'c' && c != 't' || !r.wordStart(j) || !r.upper(j):
			continue
		}
		if _, ok := r.union(j, ""); ok {
			e, _ := r.dockets(d, j)
			d.court.Kind, d.named = corpus.CJUE, true
			if r.at(e) == ')' && strings.IndexByte(r.s[end:j], '(') >= 0 {
				e++
			}
			return e
		}
	}
	return end
}

// maxCases bounds the cases of one list of judgments.
const maxCases = 40

// nextCases reads further judgments of the Court of Human Rights that follow one
// by the names of their parties: "… et Labassee c. France, req. n° 65941/11".
func (r *reader) nextCases(kind corpus.CourtKind, end int) int {
	if kind != corpus.CEDH {
		return end
	}
	for range maxCases {
		j := r.any(end, ",;")
		if e, ok := r.lit(j, "et", "puis", "ainsi"); ok {
			j = r.blank(e)
			if e, ok := r.lit(j, "que"); ok {
				j = r.blank(e)
			}
		}
		if j == end || !r.wordStart(j) || !r.upper(j) {
			return end
		}
		d := decision{court: corpus.Court{Kind: kind}, named: true}
		e := r.caseOf(&d, j)
		if len(d.dockets) == 0 {
			return end
		}
		end = r.decided(d, j, e)
	}
	return end
}

// caseOf reads "NAME c. STATE", the number and the day of a judgment into d.
func (r *reader) caseOf(d *decision, i int) int {
	versus := false
	for j := i; j < len(r.s) && j-i < 110; j++ {
		r.steps++
		switch c := r.s[j]; {
		case c == ';' || c == '\n' && r.at(j+1) == '\n':
			return i
		case !r.wordStart(j):
			continue
		case c == 'c' && (r.at(j+1) == '.' || r.at(j+1) == '/') || r.word(j) == "contre":
			versus = true
			continue
		case !versus:
			if n, _, ok := r.f.law.Match(r.s, j); ok && n.Court != "" && r.upper(j) {
				return i
			}
			continue
		}
		if day, e, ok := r.date(j); ok && d.date == "" {
			d.date, d.dateEnd = day, e
			j = e
			continue
		}
		if _, _, marked := r.docketWords(j); !marked {
			continue
		}
		e, ok := r.dockets(d, j)
		if ok && d.date == "" {
			e = r.dayAfter(d, e)
		}
		return e
	}
	return i
}

// farNumber looks for the number of a decision behind the names of its parties:
// "CEDH, 23 juin 2016, Kervran c. France, req. n° 30010/10".
func (r *reader) farNumber(d *decision, end int) int {
	switch d.court.Kind {
	case corpus.CEDH, corpus.CJUE, corpus.CE, corpus.Cass, corpus.CC, corpus.TC, corpus.CAA, corpus.TA:
	default:
		return end
	}
	// The names of the parties to a European case often stand in brackets.
	open, bracketed := 0, d.court.Kind == corpus.CEDH || d.court.Kind == corpus.CJUE
	for j := end; j < len(r.s) && j-end < 110; j++ {
		r.steps++
		switch r.s[j] {
		case '(':
			if open++; !bracketed {
				return end
			}
		case ')':
			if open--; open < 0 {
				return end
			}
		case ';', '"':
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
