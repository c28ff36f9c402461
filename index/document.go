package index

import (
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
)

// document lays a decision out for Bleve: its text as words, the rest as the mapping
// says.
func (x *Index) document(d *corpus.Decision) (*document.Document, error) {
	doc := document.NewDocument(string(d.Node))
	if err := x.bleve.Mapping().MapDocument(doc, fields(d)); err != nil {
		return nil, err
	}
	doc.CompositeFields = nil // a field of all others, which nobody asks
	r := &reading{text: d.Text, zones: d.Zones}
	return doc.AddField(&wordField{name: fieldText, options: index.IndexField | index.IncludeTermVectors, words: r.words}).
		AddField(&wordField{name: fieldForm, options: index.IndexField | index.SkipFreqNorm, words: r.forms}).
		AddField(&wordField{name: fieldZones, options: index.IndexField | index.SkipFreqNorm | index.DocValues, words: r.places}), nil
}

// fields lays out for the mapping what is known of a decision beside its text. What
// is empty is left out.
func fields(d *corpus.Decision) map[string]any {
	doc := map[string]any{
		fieldKey:         names(d),
		fieldNumber:      numbers(d),
		fieldECLI:        eclis(d),
		fieldSolution:    small(d.Solution),
		fieldPublication: small(d.Publication...),
		fieldSummary:     summary(d),
		fieldMatter:      matter(d),
		fieldChamber:     small(d.Court.Chamber, d.Formation),
		fieldSeat:        small(corpus.Slug(d.Court.Place)),
		fieldSource:      sources(d),
	}
	orders(d, doc)
	var parties []string
	for _, p := range d.Parties {
		parties = append(parties, p.Name)
	}
	doc[fieldParties] = parties
	if d.Court.Kind != "" {
		doc[fieldKind] = string(d.Court.Kind)
		doc[fieldCourt] = courtName(d.Court)
	}
	if n, err := dayNumber(d.Date); err == nil {
		doc[fieldDay] = string(d.Date)
		doc[fieldDate] = n
	}
	return doc
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
func orders(d *corpus.Decision, doc map[string]any) {
	var kinds, outcome []string
	var amounts []float64
	for _, h := range d.Holdings {
		kinds = append(kinds, string(h.Kind))
		if d.Solution == "" && !slices.Contains(accessory, h.Kind) {
			outcome = append(outcome, string(h.Kind))
		}
		if h.AmountCents > 0 {
			amounts = append(amounts, float64(h.AmountCents))
		}
	}
	doc[fieldOrder], doc[fieldOutcome], doc[fieldAmount] = distinct(kinds), distinct(outcome), amounts
}
