package lang

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/attendu/attendu/corpus"
)

// The ways of writing a day, month or year.
var (
	isoPeriod  = regexp.MustCompile(`^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$`)
	slashDay   = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
	slashMonth = regexp.MustCompile(`^(\d{1,2})/(\d{4})$`)
	longDay    = regexp.MustCompile(`^(?:(\d{1,2})(?:er)? )?([a-z]+) (\d{4})$`)
)

// months are the slugs of the French and English names of the months.
var months = map[string]int{
	"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8,
	"septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
}

// period reads a day, a month or a year, and gives its first and last day.
func period(text string) (first, last corpus.Date, ok bool) {
	var y, m, d string
	slug := strings.ReplaceAll(corpus.Slug(text), "-", " ")
	if f := isoPeriod.FindStringSubmatch(text); f != nil {
		y, m, d = f[1], f[2], f[3]
	} else if f := slashDay.FindStringSubmatch(text); f != nil {
		y, m, d = f[3], f[2], f[1]
	} else if f := slashMonth.FindStringSubmatch(text); f != nil {
		y, m = f[2], f[1]
	} else if f := longDay.FindStringSubmatch(slug); f != nil && months[f[2]] > 0 {
		y, m, d = f[3], strconv.Itoa(months[f[2]]), f[1]
	} else {
		return "", "", false
	}
	year, _ := strconv.Atoi(y)
	switch {
	case d != "":
		month, _ := strconv.Atoi(m)
		day, _ := strconv.Atoi(d)
		first = corpus.NewDate(year, month, day)
		last = first
	case m != "":
		month, _ := strconv.Atoi(m)
		if first = corpus.NewDate(year, month, 1); first != "" {
			last = corpus.Date(first.Time().AddDate(0, 1, -1).Format(time.DateOnly))
		}
	default:
		first, last = corpus.NewDate(year, 1, 1), corpus.NewDate(year, 12, 31)
	}
	return first, last, first != ""
}

// shift is the day so many days later.
func shift(d corpus.Date, days int) corpus.Date {
	return corpus.Date(d.Time().AddDate(0, 0, days).Format(time.DateOnly))
}

// sum is an amount without its currency: at most 12 digits before the cents.
var sum = regexp.MustCompile(`^(\d{1,12})(?:[.,](\d{1,2}))?$`)

// thousands are groups of three digits, set apart by blanks or dots.
var thousands = regexp.MustCompile(`^\d{1,3}(?:[ .']\d{3})+(?:,\d{1,2})?$`)

// parseEuros reads an amount in euros, as cents.
func parseEuros(text string) (int64, bool) {
	text = strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "€", "").Replace(text))
	for _, unit := range []string{"euros", "euro", "EUR"} {
		text = strings.TrimSpace(strings.TrimSuffix(text, unit))
	}
	if thousands.MatchString(text) {
		text = strings.NewReplacer(" ", "", ".", "", "'", "").Replace(text)
	}
	m := sum.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	cents, err := strconv.ParseInt(m[1]+(m[2] + "00")[:2], 10, 64)
	return cents, err == nil
}
