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
	fieldDate        = "date"        // the number 20161004, for ranges
	fieldDay         = "day"         // "2016-10-04", for sorting and showing
	fieldSolution    = "solution"    // in small letters
	fieldPublication = "publication" // in small letters
	fieldParties     = "parties"     // one value for each party
	fieldSummary     = "summary"     // title, themes, official abstracts
	fieldText        = "text"        // the whole text, with positions (see document)
	fieldForm        = "form"        // the words of the text as they are written, without positions
	fieldMatter      = "matter"      // official themes
	fieldChamber     = "chamber"     // chamber and formation, in small letters
	fieldSeat        = "seat"        // slug of the place of the court
	fieldSource      = "source"      // format and dataset of each source, in small letters
	fieldOrder       = "order"       // kinds of order
	fieldOutcome     = "outcome"     // kinds of order that decide, where no solution is published
	fieldAmount      = "amount"      // cents of each order that has an amount
	fieldZones       = "zones"       // where the zones begin, for reading only (see reading)
)

// newMapping says how each field is indexed. Nothing is stored and no field is
// made that is not named here: the defaults of Bleve make an index 2.5 times as
// large. Positions, which are two thirds of the size, serve phrases, and in the
// parties the rule that the words asked for stand in one name.
func newMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = frlegal.Name
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	doc := m.DefaultMapping
	doc.Dynamic = false
	for _, name := range []string{fieldKey, fieldNumber, fieldECLI} {
		doc.AddFieldMappingsAt(name, keyword())
	}
	for _, name := range []string{fieldKind, fieldCourt, fieldDay, fieldSolution, fieldPublication,
		fieldChamber, fieldSeat, fieldSource, fieldOrder, fieldOutcome} {
		filter := keyword()
		filter.DocValues, filter.SkipFreqNorm = true, true
		doc.AddFieldMappingsAt(name, filter)
	}
	for _, name := range []string{fieldDate, fieldAmount} {
		number := bleve.NewNumericFieldMapping()
		number.Store, number.IncludeInAll, number.DocValues = false, false, false
		doc.AddFieldMappingsAt(name, number)
	}
	for _, name := range []string{fieldParties, fieldSummary, fieldMatter, fieldText} {
		text := bleve.NewTextFieldMapping()
		text.Analyzer = frlegal.Name
		text.Store, text.IncludeInAll, text.DocValues = false, false, false
		doc.AddFieldMappingsAt(name, text)
	}
	return m
}

// keyword is a field of whole values. It counts in a score; SkipFreqNorm, which
// saves room, makes that score not a number.
func keyword() *mapping.FieldMapping {
	f := bleve.NewKeywordFieldMapping()
	f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues = false, false, false, false
	return f
}
