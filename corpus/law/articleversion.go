package law

import "github.com/attendu/attendu/corpus"

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
