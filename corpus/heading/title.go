package heading

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/re2"
	"github.com/attendu/attendu/corpus/segment"
)

// maxTitle is how long the first line of a text is at most, in bytes, that is its title.
const maxTitle = 250

// readTitle reads the day and the number of a decision that has them in its first line
// alone, as databases of case law print it: "CAA de Nantes, 4ème chambre, 18/11/2022,
// 21NT02876, Inédit au recueil Lebon". The line begins with the court that rules, and a
// ruling must follow: a case note begins so, too.
func (w *reading) readTitle(layout segment.Layout) {
	if w.out.Date != "" || len(w.out.Numbers) > 0 || !slices.ContainsFunc(layout.Zones, rules) {
		return
	}
	line, _, _ := strings.Cut(w.head.s, "\n")
	if len(line) > maxTitle {
		return
	}
	c, at, ok := w.courts.Find(w.head, 0, len(line))
	if !ok || at.Start > len("la ") || c.Kind != w.out.Court.Kind || !sameSeat(c, w.out.Court) {
		return
	}
	day, number := corpus.Span{}, corpus.Span{}
	var date corpus.Date
	for i := at.End; i < len(line); i++ {
		if !wordStart(line, i) || !listed.MatchString(line[:i]) {
			continue
		}
		if d, end, ok := dateAt(line, i); ok && date == "" {
			date, day = d, corpus.Span{Start: i, End: end}
			i = end
		} else if m := caseNumber.FindStringIndex(line[i:]); m != nil && m[0] == 0 && number.Len() == 0 {
			number = corpus.Span{Start: i, End: i + m[1]}
		}
	}
	if date == "" || number.Len() == 0 {
		return
	}
	w.out.Date, w.out.Spans.Date = date, w.head.span(day.Start, day.End)
	w.addNumbers(number.Start, number.End)
	if i := strings.IndexByte(w.out.Court.Chamber, ','); i >= 0 && w.out.Court.Kind != corpus.Cass {
		w.out.Court.Chamber = w.out.Court.Chamber[:i]
	}
}

// listed ends the words before a day or a number of a title.
var listed = re2.MustCompile(`, (?:n ?#s? ?|rg ?(?:n ?#)? ?)?$`)

// rules reports whether a zone holds the ruling.
func rules(z corpus.Zone) bool { return z.Zone == corpus.Dispositif }

// sameSeat reports whether two courts of one kind may be one.
func sameSeat(a, b corpus.Court) bool {
	return a.Place == "" || b.Place == "" || corpus.Slug(a.Place) == corpus.Slug(b.Place)
}
