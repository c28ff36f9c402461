package queries

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// said is a citation of a decision with what the words before it say of the same one:
// "CE, 13 novembre 2019, n° 18-29.417" is read as two citations, for no such number is
// one of the Conseil d'État, and "30 février 2019, n° 18-29.417" as a number alone.
type said struct {
	corpus.Citation
	court corpus.Key // names the court that the words before name; "" for none
	day   string     // a day that is none; "" else
	// number is what is printed as its number right behind and is none that a court gives; ""
	// else.
	number string
}

var (
	// between is all that may stand between a court with its day and the number.
	between = regexp.MustCompile(`^[\s,;]*(?:pourvoi|req\.|requête|arrêt)?[\s,]*$`)
	// bareNumbered is a citation that is a number and no more.
	bareNumbered = regexp.MustCompile(`(?i)^(?:pourvois?|req\.|requête)?\s*(?:n[°os]*\s*)?\d[\d\s./-]*\d$`)
	// numberBehind is a number right behind a court with its day.
	numberBehind = regexp.MustCompile(`(?i)^[\s,;(]*(?:pourvoi|req\.|requête|RG)?[\s,:]*n[°os]*\s*(\d[\pL\d]*[./-][\pL\d./-]*\d)`)
	// dayBefore is a day, written out, right before a number.
	dayBefore = regexp.MustCompile(`(?i)\b(\d{1,2}(?:er)?\s+(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre)\s+\d{4})[\s,]*(?:pourvoi|req\.|requête)?[\s,]*$`)
)

// sayings joins a number with the citation right before it, where that names a court and
// a day only, and notes a day before it that is none.
func sayings(text string, list []corpus.Citation) (out []said) {
	for i := range list {
		c := said{Citation: list[i]}
		if !c.Node.IsDecision() || !bareNumbered.MatchString(c.Text) {
			end := len(text)
			if i+1 < len(list) {
				end = max(c.End, list[i+1].Start)
			}
			c.noteNumber(text[:end])
			out = append(out, c)
			continue
		}
		from := 0
		if i > 0 {
			from = list[i-1].End
		}
		if n := len(out); n > 0 && from <= c.Start && out[n-1].Node.IsDecision() && namesDay(out[n-1].Key) && between.MatchString(text[from:c.Start]) {
			p := out[n-1]
			c.court, c.Date = p.Key, p.Date
			c.Span, c.Text = corpus.Span{Start: p.Start, End: c.End}, text[p.Start:c.End]
			out[n-1] = c
			continue
		}
		c.note(text, min(from, c.Start))
		out = append(out, c)
	}
	return out
}

// note looks for a day right before a number that the calendar does not have.
func (c *said) note(text string, from int) {
	before := text[max(from, c.Start-60):c.Start]
	m := dayBefore.FindStringSubmatchIndex(before)
	if m == nil || c.Date != "" {
		return
	}
	c.day = strings.Join(strings.Fields(before[m[2]:m[3]]), " ")
	if day, ok := calendarDay(c.day); ok {
		c.Date, c.day = day, ""
	}
	start := c.Start - len(before) + m[2]
	c.Span, c.Text = corpus.Span{Start: start, End: c.End}, text[start:c.End]
}

// noteNumber looks for a number right behind a court with its day that was read as none, in
// the text up to the next citation.
func (c *said) noteNumber(text string) {
	if !c.Node.IsDecision() || !namesDay(c.Key) {
		return
	}
	if m := numberBehind.FindStringSubmatchIndex(text[c.End:]); m != nil {
		c.number = text[c.End+m[2] : c.End+m[3]]
		c.Span.End += m[1]
		c.Text = text[c.Start:c.End]
	}
}

// calendarDay reads a day written out, if the calendar has it.
func calendarDay(written string) (corpus.Date, bool) {
	part := strings.Fields(fold.New(written).Folded)
	day, _ := strconv.Atoi(strings.TrimSuffix(part[0], "er"))
	year, _ := strconv.Atoi(part[2])
	d := corpus.NewDate(year, 1+slices.Index(months, part[1]), day)
	_, err := corpus.ParseDate(string(d))
	return d, err == nil
}

// months are the months as fold writes them.
var months = []string{"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"}

// more adds what the words before a number say otherwise than the decision.
func (l *Library) more(c *said, v *Verified) {
	if v.Decision == nil {
		return
	}
	if c.day != "" {
		v.Differences = append(v.Differences, Difference{Field: "date", Said: c.day, Found: string(v.Decision.Date)})
		v.Verdict = OtherDate
	}
	if c.number != "" && len(v.Decision.Numbers) > 0 {
		v.Differences = append(v.Differences, Difference{Field: "number", Said: c.number, Found: strings.Join(v.Decision.Numbers, ", ")})
		v.Verdict, v.Because = OtherNumber, "no such number is given by a court"
	}
	if c.court == "" {
		return
	}
	if named := l.courtOfKey(c.court); named != "" && named != v.Decision.Court {
		v.Differences = append(v.Differences, Difference{Field: "court", Said: named, Found: v.Decision.Court})
		v.Verdict = OtherCourt
	}
}
