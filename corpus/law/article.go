package law

import (
	"strings"

	"github.com/attendu/attendu/corpus"
)

// ArticleVersion is one version of one article, as a LEGI record gives it.
type ArticleVersion struct {
	ID   string     `json:"id"`   // LEGIARTI…
	Key  corpus.Key `json:"key"`  // "code-civil/1382"
	Text string     `json:"text"` // plain text, UTF-8; may be empty
	// State is the ETAT of the record: VIGUEUR, MODIFIE, ABROGE, TRANSFERE, …
	State string `json:"state"`
	// Start is the first day in force, End the first day no longer in force; ""
	// where LEGI gives none (2999-01-01).
	Start corpus.Date `json:"start"`
	End   corpus.Date `json:"end,omitempty"`
	// Titles are the headings above the article, outermost first.
	Titles []string `json:"titles"`
	// Moves are its official concordances.
	Moves []ArticleLink `json:"moves"`
}

// ArticleLink is an official concordance between two versions: this article and
// another, of which the rule was taken over, or which took it over.
type ArticleLink struct {
	Type string     `json:"type"` // CONCORDANCE, CONCORDE, TRANSFERT, CODIFICATION, …
	From bool       `json:"from"` // the rule came from the other article (else it went there)
	ID   string     `json:"id"`   // LEGIARTI… of the other
	Key  corpus.Key `json:"key"`  // its key, "" when the link names none that is known
}

// InForce reports whether the version is in force on a day.
func (a *ArticleVersion) InForce(day corpus.Date) bool {
	return a.Start <= day && (a.End == "" || day < a.End)
}

// Version says which rule a number meant, where a number has borne several: the
// one that left it on a day ("before:2016-10-01"), the one that came to it on a
// day ("from:2016-10-01"), or the only one ("unchanged"). "" is not known.
type Version string

// Unchanged is the version of a number that has only ever borne one rule.
const Unchanged Version = "unchanged"

// Before is the version of the rule that left its number on a day.
func Before(day corpus.Date) Version { return Version("before:" + day) }

// From is the version of the rule that came to its number on a day.
func From(day corpus.Date) Version { return Version("from:" + day) }

// Day is the day of a version of either kind; "" for Unchanged.
func (v Version) Day() corpus.Date {
	_, day, _ := strings.Cut(string(v), ":")
	return corpus.Date(day)
}

// Old reports whether the rule has left its number.
func (v Version) Old() bool { return strings.HasPrefix(string(v), "before:") }

// ParseVersion reads what Version prints.
func ParseVersion(s string) (Version, bool) {
	v := Version(s)
	if v == Unchanged {
		return v, true
	}
	d, err := corpus.ParseDate(string(v.Day()))
	return v, err == nil && (v == Before(d) || v == From(d))
}
