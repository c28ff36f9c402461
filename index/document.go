package index

import (
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/frlegal"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
)

// How the fields are indexed. Nothing is stored. A whole value counts in a score;
// SkipFreqNorm, which saves room, makes that score not a number.
const (
	scoredValue = index.IndexField
	filterValue = index.IndexField | index.SkipFreqNorm | index.DocValues
	formOptions = index.IndexField | index.SkipFreqNorm
	textOptions = index.IndexField | index.IncludeTermVectors
)

// layout builds the document of a decision.
type layout struct{ *document.Document }

// decisionDocument lays a decision out. What is empty is left out.
func decisionDocument(d *corpus.Decision) *document.Document {
	l := layout{document.NewDocument(string(d.Node))}
	l.values(fieldKey, scoredValue, names(d)...)
	l.values(fieldNumber, scoredValue, numbers(d)...)
	l.values(fieldECLI, scoredValue, eclis(d)...)
	l.values(fieldSolution, filterValue, small(d.Solution)...)
	l.values(fieldPublication, filterValue, small(d.Publication...)...)
	l.values(fieldChamber, filterValue, small(d.Court.Chamber, d.Formation)...)
	l.values(fieldSeat, filterValue, small(corpus.Slug(d.Court.Place))...)
	l.values(fieldSource, filterValue, sources(d)...)
	if d.Court.Kind != "" {
		l.values(fieldKind, filterValue, string(d.Court.Kind))
		l.values(fieldCourt, filterValue, courtName(d.Court))
	}
	if n, err := dayNumber(d.Date); err == nil {
		l.values(fieldDay, filterValue, string(d.Date))
		l.number(fieldDate, n)
	}
	l.orders(d)
	var parties []string
	for _, p := range d.Parties {
		parties = append(parties, p.Name)
	}
	l.texts(fieldParties, parties)
	l.texts(fieldSummary, summary(d))
	l.texts(fieldMatter, matter(d))
	l.text(d)
	return l.Document
}

// values adds whole values; "" is none.
func (l layout) values(field string, o index.FieldIndexingOptions, values ...string) {
	for _, v := range values {
		l.AddField(document.NewTextFieldCustom(field, nil, []byte(v), o, asItIs{}))
	}
}

// asItIs leaves a value as one term; an empty one has none.
type asItIs struct{}

// Analyze implements analysis.Analyzer.
func (asItIs) Analyze(value []byte) analysis.TokenStream {
	if len(value) == 0 {
		return nil
	}
	return analysis.TokenStream{{Term: value, End: len(value), Position: 1, Type: analysis.AlphaNumeric}}
}

// text reads the words of the text once, and adds their stems with places, their forms
// and the zones.
func (l layout) text(d *corpus.Decision) {
	var forms []string
	var starts []int
	l.words(fieldText, textOptions, func(word func(string, int)) {
		place := 1
		for w := range frlegal.Words(d.Text) {
			word(w.Term, place)
			if !noForm(w.Form) {
				forms = append(forms, w.Form)
			}
			if len(d.Zones) > 0 {
				starts = append(starts, w.Start)
			}
			place++
		}
	})
	l.words(fieldForm, formOptions, func(word func(string, int)) {
		for _, f := range forms {
			word(f, 1)
		}
	})
	l.values(fieldZones, filterValue, zoneMap(inPlaces(d.Zones, starts)))
}

// words adds a field of words, and reads them.
func (l layout) words(field string, o index.FieldIndexingOptions, words func(func(string, int))) {
	f := &wordField{name: field, options: o, words: words}
	f.Analyze()
	l.AddField(f)
}

// texts adds values of words, of which each keeps its words together.
func (l layout) texts(field string, values []string) {
	for i, v := range values {
		l.AddField(document.NewTextFieldCustom(field, []uint64{uint64(i)}, []byte(v), textOptions, frlegal.Analyzer{}))
	}
}

func (l layout) number(field string, n float64) {
	l.AddField(document.NewNumericFieldWithIndexingOptions(field, nil, n, index.IndexField))
}

// courtName names a court as requests do: "ca/paris", "cass".
func courtName(c corpus.Court) string {
	if place := corpus.Slug(c.Place); place != "" {
		return string(c.Kind) + "/" + place
	}
	return string(c.Kind)
}

// dayNumber writes a day as the number 20161004. It reports an error for what
// is no day.
func dayNumber(d corpus.Date) (float64, error) {
	if _, err := corpus.ParseDate(string(d)); err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.ReplaceAll(string(d), "-", ""), 64)
}

// summary gathers what others say of the decision, one value each.
func summary(d *corpus.Decision) []string {
	out := append([]string{d.Title}, d.Themes...)
	for _, s := range d.Summaries {
		out = append(append(out, s.Titles...), s.Text)
	}
	return out
}

// matter gathers the official themes, one value each.
func matter(d *corpus.Decision) []string {
	out := slices.Clone(d.Themes)
	for _, s := range d.Summaries {
		out = append(out, s.Titles...)
	}
	return out
}

// sources are the formats and datasets of the sources.
func sources(d *corpus.Decision) []string {
	var out []string
	for _, s := range d.Sources {
		publisher, _, _ := strings.Cut(string(s.Format), "-")
		out = append(out, string(s.Format), publisher, s.Dataset)
	}
	return small(out...)
}

// accessory are the orders that decide nothing of the dispute.
var accessory = []corpus.HoldingKind{corpus.Depens, corpus.FraisIrrepetibles, corpus.Dit, corpus.Constate,
	corpus.Fixe, corpus.Ordonne, corpus.Recevabilite, corpus.Autre}

// orders lays out what was ordered.
func (l layout) orders(d *corpus.Decision) {
	var kinds, outcome []string
	for _, h := range d.Holdings {
		kinds = append(kinds, string(h.Kind))
		if d.Solution == "" && !slices.Contains(accessory, h.Kind) {
			outcome = append(outcome, string(h.Kind))
		}
		if h.AmountCents > 0 {
			l.number(fieldAmount, float64(h.AmountCents))
		}
	}
	l.values(fieldOrder, filterValue, distinct(kinds)...)
	l.values(fieldOutcome, filterValue, distinct(outcome)...)
}
