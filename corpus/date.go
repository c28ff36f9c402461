package corpus

import (
	"fmt"
	"time"
)

// Date is a day in ISO form, "2016-10-04", or "" when it is not known. It has
// no time zone: the day that a court prints is the day in France.
type Date string

// ParseDate accepts an ISO day that exists in the calendar.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("corpus: %q is not a day written YYYY-MM-DD", s)
	}
	return Date(s), nil
}

// NewDate builds a date from its numbers, and returns "" when there is no such
// day (31 June) or when the year is not one in which a French text can have
// been written (1500 to 2200).
func NewDate(year, month, day int) Date {
	if year < 1500 || year > 2200 || month < 1 || month > 12 || day < 1 {
		return ""
	}
	if day > 31 || time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Day() != day {
		return ""
	}
	iso := [10]byte{4: '-', 7: '-'}
	for _, n := range [...]struct{ at, of int }{{3, year}, {6, month}, {9, day}} {
		for i, v := n.at, n.of; i >= 0 && iso[i] != '-'; i-- {
			iso[i], v = byte('0'+v%10), v/10
		}
	}
	return Date(iso[:])
}

// Time is midnight UTC of the day; the zero time when the date is unknown.
func (d Date) Time() time.Time {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t
}

// months are the names of the months as French decisions write them.
var months = [...]string{"janvier", "février", "mars", "avril", "mai", "juin",
	"juillet", "août", "septembre", "octobre", "novembre", "décembre"}

// Long writes the day as a French decision does: "4 octobre 2016", "1er mars
// 2018"; "date inconnue" when it is not known.
func (d Date) Long() string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return "date inconnue"
	}
	day := fmt.Sprint(t.Day())
	if t.Day() == 1 {
		day = "1er"
	}
	return fmt.Sprintf("%s %s %d", day, months[t.Month()-1], t.Year())
}
