package queries

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
)

// VerifyRequest asks whether citations are right.
type VerifyRequest struct {
	// Text is one citation ("Cass. com., 14 mars 2018, n° 17-21.434", "C. civ. 1382"),
	// or a passage with several.
	Text string `json:"text"`
	// Passage says that Text is a text that may cite, or not: what a person types for a
	// reference counts in it only where a text would cite so, and citing nothing is no
	// error.
	Passage bool `json:"passage"`
	// Quotes are words that are said to stand in what the text cites. Each is looked for
	// in every decision and article that was found.
	Quotes []string `json:"quotes"`
	// Date is the day of the text, on which the meaning of an article may depend; ""
	// is not known.
	Date corpus.Date `json:"date"`
	// Limit is how many citations are looked at, 5,000 at most; 0 means 100.
	Limit int `json:"limit"`
}

// VerifyAnswer says of each citation and quotation what the library knows.
type VerifyAnswer struct {
	Citations []Verified    `json:"citations"`
	Quotes    []QuoteAnswer `json:"quotes"`
	LeftOut   VerifyLeftOut `json:"left_out"`
}

// VerifyLeftOut says what a verification does not cover.
type VerifyLeftOut struct {
	// Complete says that every citation was looked at, and what it cites is held.
	Complete bool `json:"complete"`
	// Later is how many citations were not looked at, since there were more than an
	// answer takes.
	Later int `json:"later"`
	// Notes say in words what else is left out.
	Notes []string `json:"notes"`
}

// leaveOut says what an answer does not cover; later is how many citations it leaves.
func (a *VerifyAnswer) leaveOut(later int) {
	missing := 0
	for i := range a.Citations {
		switch a.Citations[i].Verdict {
		case NotHeld, NotChecked, AnotherRuling, ByDayAlone:
			missing++
		}
	}
	a.LeftOut = VerifyLeftOut{Complete: later == 0 && missing == 0, Later: later, Notes: []string{}}
	if missing > 0 {
		note := "1 citation is of what this library does not hold, or not for certain: it may be right"
		if missing > 1 {
			note = fmt.Sprintf("%d citations are of what this library does not hold, or not for certain: they may be right", missing)
		}
		a.LeftOut.Notes = append(a.LeftOut.Notes, note)
	}
}

func (r *VerifyRequest) check() error {
	switch {
	case len(r.Text) > maxVerifyText:
		return invalid("the text has %d bytes; at most %d are verified at once", len(r.Text), maxVerifyText)
	case r.Limit < 0 || r.Limit > maxVerified:
		return invalid("limit %d: at most %d citations are verified at once", r.Limit, maxVerified)
	case len(r.Quotes) > maxQuotes:
		return invalid("%d quotations; at most %d are verified at once", len(r.Quotes), maxQuotes)
	}
	for _, q := range r.Quotes {
		if len(q) > maxQuote {
			return invalid("a quotation of %d bytes; at most %d are looked for", len(q), maxQuote)
		}
		if len(quoteParts(q, true)) == 0 {
			return invalid("%q holds no word to look for", q)
		}
	}
	return checkDates(r.Date, "")
}
