package commentary

import "github.com/attendu/attendu/corpus"

// Report is what a commentary says of one decision. Spans are bytes of the
// commentary's own text; nothing is added that the commentary does not say.
type Report struct {
	// Decision holds the court, the date, the nature ("ORDONNANCE", "ARRET",
	// "JUGEMENT", "QPC") and the numbers when they are printed.
	Decision corpus.Metadata
	// Parties are those with a side in the present instance, in the order in
	// which they are named. A company merely mentioned is not a party.
	Parties []corpus.Party
	// Holdings are the things that the court is told to have ordered or decided,
	// once each, however often they are told. A span has at most 200 runes.
	Holdings []corpus.Holding
	// Speeches and Zones are ordered, contiguous and cover the text; both are
	// empty for an empty text.
	Speeches []corpus.Speech
	Zones    []corpus.Zone
}
