package corpus

import (
	"encoding/json"
	"fmt"
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

// Text names one rule under one number: the article 1382 of the code civil as it
// was before 1 October 2016. It is written "code-civil/1382@before:2016-10-01",
// and as its key alone when the number has only borne one rule.
type Text struct {
	Key     Key
	Version Version
}

// String is the name of the text.
func (t Text) String() string {
	if t.Version == "" || t.Version == Unchanged {
		return string(t.Key)
	}
	return string(t.Key) + "@" + string(t.Version)
}

// ParseText reads what String prints; a key alone is Unchanged. It reports false
// for anything else.
func ParseText(s string) (Text, bool) {
	key, version, versioned := strings.Cut(s, "@")
	k, err := ParseKey(key)
	if err != nil || !k.IsProvision() {
		return Text{}, false
	}
	if !versioned {
		return Text{k, Unchanged}, true
	}
	v, ok := ParseVersion(version)
	return Text{k, v}, ok && v != Unchanged
}

// MarshalText writes String.
func (t Text) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Text) UnmarshalText(b []byte) error {
	var ok bool
	if *t, ok = ParseText(string(b)); !ok {
		return fmt.Errorf("corpus: %q is no text", b)
	}
	return nil
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
	// Day is the day whose wording of the rule was meant, "" when that is not
	// known; with After, it is the first wording that took effect on that day or
	// after it: the day is that of an act, "dans sa rédaction issue de la loi du …".
	Day   Date `json:"day,omitempty"`
	After bool `json:"after,omitempty"`
	// Came are the texts from which the rule came to its number, Went those into
	// which it went, Reuses the rule that bore the number before it.
	Came   []Text `json:"came,omitempty"`
	Went   []Text `json:"went,omitempty"`
	Reuses *Text  `json:"reuses,omitempty"`
}

// Part names the part of a split rule that a citation of a key meant, by where that
// part is today, "code-civil/1134@before:2016-10-01>code-civil/1104", or "…>?" where
// that is not known. It is "" for a rule that was not split.
func (d *Designation) Part(key Key) string {
	switch {
	case d == nil || !d.Version.Old() || len(d.Went) < 2:
		return ""
	case d.Today == "":
		return d.Text(key).Part("")
	}
	return d.Text(key).Part(d.Today)
}

// Part names a part of the text by the key under which it stands today; "" stands for
// a part of which that is not known.
func (t Text) Part(today Key) string {
	if today == "" {
		today = "?"
	}
	return t.String() + ">" + string(today)
}

// Text is the text that a citation of a key meant; the key alone when that is not
// known.
func (d *Designation) Text(key Key) Text {
	if d == nil || d.Version == "" {
		return Text{Key: key}
	}
	return Text{key, d.Version}
}

// MarshalJSON writes "" as null.
func (v Version) MarshalJSON() ([]byte, error) {
	if v == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(v))
}
