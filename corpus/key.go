package corpus

import (
	"encoding/json"
	"errors"
	"strings"
)

// ErrKey is wrapped by every error of ParseKey.
var ErrKey = errors.New("not a key")

// Key is the canonical, human-readable name of a provision or a decision:
// "code-civil/1382", "loi/78-17/32", "cass/17-21434", "tgi/laval/2016-10-04".
//
// A key is what a mention prints, not the thing itself: two decisions may share
// one number. Such a pair is told apart by a suffix, "cass/23-17506@2024-03-13",
// and on one day by a hash, "…@2024-03-13~4f1c09ab".
//
// Keys come from ParseKey or from the constructors below, which write them in
// one canonical form, so that equal keys are equal strings. The zero Key is ""
// and is null in JSON.
type Key string

// Family is the first part of a key's meaning.
type Family string

// The families of keys.
const (
	CodeArticle Family = "code article" // code-civil/1382
	Statute     Family = "statute"      // loi, ordonnance, decret, arrete, and the Constitution block
	EUTreaty    Family = "EU and treaty"
	Agreement   Family = "collective agreement"
	CaseLaw     Family = "case law"
)

// Parts are the components of a key.
type Parts struct {
	Head    string // "code-civil", "loi", "cass", "tgi"
	Place   string // slug, for the courts told apart by place
	Chamber string // slug of a chamber of the Cour de cassation, before a day: "1re-civ"
	ID      string // number or ISO date of an act or a decision; slug of a convention
	Article string // article of a provision; "" for a whole instrument
	At      Date   // suffix that tells homonyms apart
	Tie     string // suffix for homonyms of one day
	Family  Family
}

// Parts takes the key apart. It reports ErrKey for a key that ParseKey would
// refuse.
func (k Key) Parts() (Parts, error) { return splitKey(string(k)) }

// parts is Parts for keys known to be sound.
func (k Key) parts() Parts { p, _ := splitKey(string(k)); return p }

// Family is the family of the key, "" when it is not sound.
func (k Key) Family() Family { return k.parts().Family }

// IsDecision reports whether the key names a court decision.
func (k Key) IsDecision() bool { return k.Family() == CaseLaw }

// IsProvision reports whether the key names a text of law, whole or in part.
func (k Key) IsProvision() bool { f := k.Family(); return f != "" && f != CaseLaw }

// Instrument is the key without its article: "code-civil" for
// "code-civil/1382". A decision is its own instrument.
func (k Key) Instrument() Key {
	p := k.parts()
	if p.Article == "" {
		return k.Base()
	}
	if p.spells(string(k)) {
		return k[:len(k)-len("/")-len(p.Article)]
	}
	p.Article = ""
	return p.Key()
}

// Base is the key without the suffix that tells homonyms apart.
func (k Key) Base() Key {
	s, _, _ := strings.Cut(string(k), "@")
	s, _, _ = strings.Cut(s, "~")
	return Key(s)
}

// At returns the key with a date, and when tie is not "" a hash, that tell it
// apart from its homonyms.
func (k Key) At(date Date, tie string) Key {
	s := string(k.Base())
	if date != "" {
		s += "@" + string(date)
	}
	if tie != "" {
		s += "~" + tie
	}
	return Key(s)
}

// spells reports whether s is the key of the parts. It says no to one that tells
// homonyms apart.
func (p Parts) spells(s string) bool {
	s, ok := strings.CutPrefix(s, p.Head)
	for _, part := range [...]string{p.Place, p.Chamber, p.ID, p.Article} {
		if part == "" {
			continue
		}
		if !ok || s == "" || s[0] != '/' {
			return false
		}
		s, ok = strings.CutPrefix(s[1:], part)
	}
	return ok && s == "" && p.At == "" && p.Tie == ""
}

// Key writes the parts as a key.
func (p Parts) Key() Key {
	s := p.Head
	for _, part := range [...]string{p.Place, p.Chamber, p.ID, p.Article} {
		if part != "" {
			s += "/" + part
		}
	}
	if p.At == "" && p.Tie == "" {
		return Key(s)
	}
	return Key(s).At(p.At, p.Tie)
}

// MarshalJSON writes "" as null.
func (k Key) MarshalJSON() ([]byte, error) {
	if k == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(k))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (k *Key) UnmarshalJSON(b []byte) error {
	if plain(b) { // a record holds hundreds
		*k = Key(b[1 : len(b)-1])
		return nil
	}
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*k = ""
	if s != nil {
		*k = Key(*s)
	}
	return nil
}

// plain reports whether a JSON value is a string of ASCII without escapes.
func plain(b []byte) bool {
	last := len(b) - 1
	if last < 1 || b[0] != '"' || b[last] != '"' {
		return false
	}
	for _, c := range b[1:last] {
		if c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// Compare orders keys as a reader expects: by their letters, and runs of digits
// by their value, so that article 9 comes before article 10. Letter case does
// not count unless all else is equal.
func (k Key) Compare(o Key) int {
	a, b := string(k), string(o)
	for a != "" && b != "" {
		da, db := digits(a), digits(b)
		if da > 0 && db > 0 {
			if c := compareDigits(a[:da], b[:db]); c != 0 {
				return c
			}
			a, b = a[da:], b[db:]
			continue
		}
		ca, cb := lower(a[0]), lower(b[0])
		if ca != cb {
			return int(ca) - int(cb)
		}
		a, b = a[1:], b[1:]
	}
	if c := len(a) - len(b); c != 0 {
		return c
	}
	return strings.Compare(string(k), string(o))
}

func compareDigits(a, b string) int {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// digits counts the decimal digits at the start of s.
func digits(s string) (n int) {
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
