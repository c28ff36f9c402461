package corpus

import (
	"encoding/json"
	"strings"
)

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

// Designation says which rule a citation meant: not which text bears the number
// today, nor which bore it on the day of the ruling.
type Designation struct {
	// Version is the rule meant; "" (null in JSON) when nothing shows which.
	Version Version `json:"version"`
	// Today is the key of that rule today; "" (null in JSON) when it has no
	// successor, when it has several and nothing shows which, or when Version is
	// not known.
	Today Key `json:"today"`
	// TodayCandidates are the successors between which nothing decides.
	TodayCandidates []Key `json:"today_candidates"`
	// Because is the evidence, or the reason why nothing is said; "" for what is
	// no article of a code.
	Because string `json:"because,omitempty"`
	// Certainty is from 0 to 1; 0 when Version is not known.
	Certainty float64 `json:"certainty,omitempty"`
}

// MarshalJSON writes "" as null.
func (v Version) MarshalJSON() ([]byte, error) {
	if v == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(v))
}
