package corpus

import "strings"

// Version says which rule a number meant, where a number has borne several: the
// one that left it on a day ("before:2016-10-01"), the one that came to it on a
// day ("from:2016-10-01"), or the only one ("unchanged"). "" is not known.
type Version string

// Unchanged is the version of a number that has only ever borne one rule.
const Unchanged Version = "unchanged"

// Before is the version of the rule that left its number on a day.
func Before(day Date) Version { return Version("before:" + day) }

// From is the version of the rule that came to its number on a day.
func From(day Date) Version { return Version("from:" + day) }

// Day is the day of a version of either kind; "" for Unchanged.
func (v Version) Day() Date {
	_, day, _ := strings.Cut(string(v), ":")
	return Date(day)
}

// Old reports whether the rule has left its number.
func (v Version) Old() bool { return strings.HasPrefix(string(v), "before:") }

// ParseVersion reads what Version prints.
func ParseVersion(s string) (Version, bool) {
	v := Version(s)
	if v == Unchanged {
		return v, true
	}
	d, err := ParseDate(string(v.Day()))
	return v, err == nil && (v == Before(d) || v == From(d))
}
