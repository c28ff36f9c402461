package queries

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
)

// otherDay says what is known of a number of which no ruling of the day is held.
//
// One case may have several rulings, so that the day is wrong for certain only where
// the case was not yet registered on it. It is likely wrong where it differs from that of
// the one ruling held as a slip of the pen does, and that ruling ends the case: it would
// be a rare chance for another ruling of the case, which is short of its end or corrects
// it, to stand at just that distance. Anything else proves nothing: a day months before a
// cassation may be that of the QPC, one months before a confirmation that of an interim
// ruling.
func (l *Library) otherDay(ctx context.Context, c *corpus.Citation, held []*corpus.Decision, v *Verified) error {
	if len(held) != 1 {
		return l.anotherRuling(ctx, held, v)
	}
	d := held[0]
	early := tooEarly(c.Date, d)
	if !early && !(l.endings.of(d) && l.chamberMatch(c, d) != court.Different && daySlip(c, d.Date)) {
		return l.anotherRuling(ctx, held, v)
	}
	if !early {
		v.Because = "likely a slip: the ruling held ends the case, and another of it on that day would be a rare chance"
	}
	return l.identified(ctx, c, d, v)
}

// anotherRuling notes that what is held under a number is not the ruling that is cited.
func (l *Library) anotherRuling(ctx context.Context, held []*corpus.Decision, v *Verified) error {
	v.Verdict = AnotherRuling
	return l.candidates(ctx, held, v)
}

// registered is the year, in two digits, in which a case was registered, in the numbers
// of the Cour de cassation and of the judicial courts: 17-21434, 18/04366.
var registered = regexp.MustCompile(`^(\d\d)[-/](\d{2}\.?\d{3}|\d{1,5})$`)

// tooEarly reports whether a day lies before the year in which a case was registered.
func tooEarly(day corpus.Date, d *corpus.Decision) bool {
	if d.Date == "" || d.Court.Kind != corpus.Cass && !d.Court.Kind.HasPlace() || len(d.Numbers) == 0 {
		return false
	}
	ruled := d.Date.Time().Year()
	for _, n := range d.Numbers {
		m := registered.FindStringSubmatch(n)
		if m == nil {
			return false
		}
		yy, _ := strconv.Atoi(m[1])
		if year := ruled - (ruled-yy)%100; day.Time().Year() >= year {
			return false
		}
	}
	return true
}

// inDigits is a day written 03/04/2018.
var inDigits = regexp.MustCompile(`\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b`)

// daySlip reports whether the day of a citation differs from another as a slip of the
// pen or of the eye does: in one digit of the day or of the year, or in two that changed
// places; and, written in digits, in day and month that changed places. Months are
// written out and are not mistyped for each other.
func daySlip(c *corpus.Citation, held corpus.Date) bool {
	a, b := strings.Split(string(c.Date), "-"), strings.Split(string(held), "-")
	if len(a) != 3 || len(b) != 3 {
		return false
	}
	switch {
	case a[1] == b[1] && a[2] == b[2]:
		return likeNumber(a[0], b[0])
	case a[0] == b[0] && a[1] == b[1]:
		return likeNumber(a[2], b[2])
	}
	return a[0] == b[0] && a[1] == b[2] && a[2] == b[1] && inDigits.MatchString(c.Text)
}
