package heading

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/re2"
)

// maxContested is how many bytes after its formula the decision under review is
// looked for.
const maxContested = 420

// readContested finds the decision under review: in the heading, else in the
// first lines after it, else where the procedure is told.
func (w *reading) readContested(first view, exposed func() view) {
	if w.contestedIn(w.head, "head", 0) || w.contestedIn(first, "first", 0) {
		return
	}
	expose := exposed()
	for rank := 1; rank <= 2; rank++ {
		if w.contestedIn(expose, "expose", rank) {
			return
		}
	}
}

// contestedIn looks for the formulas of a region that have a rank; 0 is any.
func (w *reading) contestedIn(v view, region string, rank int) bool {
	formulas := w.those("contested", func(f *formula) bool { return f.region == region && (rank == 0 || f.rank == rank) })
	for i := range v.s {
		if v.s[i] != '(' && !wordStart(v.s, i) && v.s[i] != '\n' {
			continue
		}
		for _, f := range formulas {
			m := f.re.FindStringIndex(v.s[i:min(len(v.s), i+200)])
			if m == nil || w.out.Spans.Court.Contains(v.span(i, i+1).Start) {
				continue
			}
			at := i
			if v.s[at] == '\n' {
				at++
			}
			from, end := i+m[1], w.contestedEnd(v, i+m[1])
			if n := strings.IndexByte(v.s[from:end], '\n'); n >= 0 && region == "expose" {
				end = from + n
			}
			if f.value == "self" {
				from = at
			}
			if w.reference(v, at, from, end, region == "head") {
				return true
			}
		}
	}
	return false
}

// reference reads court, day and number of the decision under review, from its
// formula at i on: the words from from to end.
func (w *reading) reference(v view, i, from, end int, inHead bool) bool {
	ref, last := corpus.Reference{}, from
	if c, at, ok := w.courts.Find(v, from, end); ok {
		ref.Court, last = c, at.End
		if own := w.out.Court; own.Kind == corpus.CA {
			ref.Court.Place = w.courts.Near(c.Place, own.Place)
		}
	} else if place, to := w.courts.SeatAt(v, from); place != "" && from > 0 && v.s[from-1] == '(' {
		// "l'arrêt attaqué (Paris, 6 janvier 2017)": only courts of appeal are
		// named by their seat alone.
		ref.Court, last = corpus.Court{Kind: corpus.CA, Place: place}, to
	}
	for k := from; k < end; k++ {
		if wordStart(v.s, k) {
			if d, to, ok := dateAt(v.s, k); ok && to <= end {
				ref.Date, last = d, max(last, to)
				break
			}
		}
	}
	for _, n := range caseNumber.FindAllStringIndex(v.s[from:end], -1) {
		if s := v.Printed(from+n[0], from+n[1]); !strings.Contains(string(ref.Date), s) && w.docket(v, from+n[0]) &&
			(ref.Court.Kind == corpus.Cass || !ofPourvoi(v, from+n[0], from+n[1])) {
			ref.Numbers = append(ref.Numbers, s)
			last = max(last, from+n[1])
		}
	}
	if ref.Court.Kind == "" && ref.Date == "" && ref.Numbers == nil {
		return false
	}
	w.out.Contested = &ref
	w.out.Spans.Contested = v.span(i, last)
	if inHead {
		w.contested = corpus.Span{Start: i, End: last}
	}
	return true
}

// announced ends the words before a number of a docket.
var announced = re2.MustCompile(`(?:\n|\bn ?#s? ?:? ?|r\.?g\.?[ :.n#]*|instance ?:? ?|general ?:? ?|role ?:? ?)(?:[a-z] ?)?$`)

// docket says whether the number at i is announced as one of a docket, or stands
// first on its line.
func (w *reading) docket(v view, i int) bool {
	return announced.MatchString(v.s[max(0, i-24):i])
}

// The form of the number of a pourvoi, and what stands before one: "pourvoi n°", or the
// Cour de cassation in the same line.
var (
	pourvoiForm  = re2.MustCompile(`^[0-9]{2}-[0-9]{2}\.?[0-9]{3}$`)
	pourvoiWords = re2.MustCompile(`(?:\bpourvois?\b|\bcour de cassation\b|\bcass\.)[^\n]*$`)
)

// pourvoiReach is how many bytes before a number such words stand.
const pourvoiReach = 160

// ofPourvoi says whether the number from i to end is that of a pourvoi: only the Cour de
// cassation numbers by them, so that it is not the number of
// what a court of appeal reviews.
func ofPourvoi(v view, i, end int) bool {
	return pourvoiForm.MatchString(v.s[i:end]) && pourvoiWords.MatchString(v.s[max(0, i-pourvoiReach):i])
}

// rgLine begins a line with the number of a case. Where the own number of the ruling stands
// before the decision under review, such a line behind that gives its number.
var rgLine = re2.MustCompile(`(?:^|\n)n ?# ?r\.?g\b`)

// contestedEnd gives the end of the lines that may speak of the decision under
// review: the closing bracket after a formula that opens one, else the next
// formula of kind stop, on a later line or after a comma.
func (w *reading) contestedEnd(v view, from int) int {
	end := min(len(v.s), from+maxContested)
	if v.s[from-1] == '(' {
		if n := strings.IndexByte(v.s[from:end], ')'); n >= 0 {
			return from + n
		}
	}
	for i := from; i < end; i++ {
		if !wordStart(v.s, i) {
			continue
		}
		atLine := i > 0 && (v.s[i-1] == '\n' || strings.HasSuffix(v.s[:i], ", "))
		if !atLine {
			continue
		}
		if v.s[i] == 'n' && rgLine.MatchString(v.s[i:min(len(v.s), i+12)]) && rgLine.MatchString(v.s[:from]) {
			continue
		}
		for _, f := range w.of("stop") {
			if f.re.MatchString(v.s[i:min(len(v.s), i+80)]) {
				return i
			}
		}
	}
	return end
}
