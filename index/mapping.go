package index

import (
	"github.com/attendu/attendu/index/frlegal"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
)

// The fields of a decision in the index.
const (
	fieldKey         = "key"         // keys, node and source ids, in small letters
	fieldNumber      = "number"      // numbers, as canonNumber writes them
	fieldECLI        = "ecli"        // as canonECLI writes it
	fieldKind        = "kind"        // "ca"
	fieldCourt       = "court"       // "ca/paris"; "cass"
	fieldDay         = "day"         // "2016-10-04"
	fieldSolution    = "solution"    // in small letters
	fieldPublication = "publication" // in small letters
	fieldParties     = "parties"     // one value for each party
	fieldText        = "text"        // title, themes, abstracts and the whole text, with places and zones
	fieldForm        = "form"        // the words of the text as they are written, without places
	fieldTheme       = "theme"       // official themes, in small letters
	fieldChamber     = "chamber"     // chamber and formation, in small letters
	fieldSeat        = "seat"        // slug of the place of the court
	fieldSource      = "source"      // format and dataset of each source, in small letters
	fieldOrder       = "order"       // kinds of order
	fieldOutcome     = "outcome"     // kinds of order that decide, where no solution is published, or one that leaves out that it is in part
	fieldAmount      = "amount"      // cents of each order that has an amount, as centsTerm writes them
	fieldCites       = "cites"       // keys of the provisions cited
	fieldRulings     = "rulings"     // keys of the decisions cited, in small letters
	fieldOrg         = "org"         // names of the parties that are legal persons, as orgName writes them
	fieldLacks       = "lacks"       // lacksText
)

// lacksText marks a decision of which no text is held.
const lacksText = "text"

// newMapping maps nothing: newDocument and articleDocument make the fields themselves,
// for no mapping knows zones, and one that walks over a map takes longer. Nothing is
// stored, and no field has values by document: what is counted and sorted by is turned
// over from the lists of the values, once for each segment (column).
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = frlegal.Name
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	m.DefaultMapping.Dynamic = false
	return m
}
