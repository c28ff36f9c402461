package synth

import (
	"strconv"
	"strings"
	"time"

	"github.com/attendu/attendu/corpus"
)

// day counts the days since 1 January 1970.
type day int

func newDay(year, month, d int) day {
	return day(time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d day) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// open is d, or the Monday after it: courts do not rule at weekends.
func (d day) open() day {
	switch d.time().Weekday() {
	case time.Saturday:
		return d + 2
	case time.Sunday:
		return d + 1
	}
	return d
}

// iso is the day as corpus writes it.
func (d day) iso() corpus.Date { return corpus.Date(d.time().Format(time.DateOnly)) }

var months = [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
	"septembre", "octobre", "novembre", "décembre"}

// long appends the day in words: "1er mars 2018".
func (d day) long(out []byte) []byte {
	year, month, n := d.time().Date()
	out = strconv.AppendInt(out, int64(n), 10)
	if n == 1 {
		out = append(out, "er"...)
	}
	out = append(out, ' ')
	out = append(out, months[month-1]...)
	out = append(out, ' ')
	return strconv.AppendInt(out, int64(year), 10)
}

// spelled is the day without figures: "premier mars deux mille dix-huit".
func (d day) spelled() string {
	year, month, n := d.time().Date()
	first := "premier"
	if n > 1 {
		first = cardinal(n)
	}
	century := "deux mille"
	if year < 2000 {
		century = "mille neuf cent"
	}
	if year%100 == 0 {
		return first + " " + months[month-1] + " " + century
	}
	return first + " " + months[month-1] + " " + century + " " + cardinal(year%100)
}

var (
	units = strings.Fields("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")
	tens  = strings.Fields("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
)

// cardinal writes a number below 100 in words: "soixante et onze".
func cardinal(n int) string {
	if n < 20 {
		return units[n]
	}
	unit := n % 10
	if n/10 == 7 || n/10 == 9 {
		unit += 10
	}
	switch {
	case n == 80:
		return "quatre-vingts"
	case unit == 0:
		return tens[n/10]
	case unit%10 == 1 && n < 80:
		return tens[n/10] + " et " + units[unit]
	}
	return tens[n/10] + "-" + units[unit]
}

// yy is the year in two digits, as in the numbers of cases.
func yy(year int) string { return string([]byte{byte('0' + year/10%10), byte('0' + year%10)}) }

// digits writes n with at least width digits.
func digits(n, width int) string {
	s := strconv.Itoa(n)
	if len(s) >= width {
		return s
	}
	return strings.Repeat("0", width-len(s)) + s
}
