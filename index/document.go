package index

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index/bm25"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
)

// newDocument lays a decision out. What is empty is left out.
func newDocument(d *corpus.Decision) *document.Document {
	doc := document.NewDocument(string(d.Node))
	const filter = index.IndexField | index.SkipFreqNorm
	add := func(name string, o index.FieldIndexingOptions, values ...string) {
		if len(values) > 0 {
			doc.AddField(&wordField{name: name, options: o, words: func(word func(string, int)) {
				for _, v := range values {
					word(v, 1)
				}
			}})
		}
	}
	// Most of these have one decision, which is written shorter with its frequency.
	add(fieldKey, index.IndexField, names(d)...)
	add(fieldNumber, index.IndexField, numbers(d)...)
	add(fieldECLI, index.IndexField, eclis(d)...)
	if d.Court.Kind != "" {
		add(fieldKind, filter, string(d.Court.Kind))
		add(fieldCourt, filter, courtName(d.Court))
	}
	if dayNumber(d.Date) > 0 {
		add(fieldDay, filter, string(d.Date))
	}
	if strings.TrimSpace(d.Text) == "" {
		add(fieldLacks, filter, lacksText)
	}
	add(fieldSolution, filter, small(d.Solution)...)
	add(fieldPublication, filter, small(d.Publication...)...)
	add(fieldTheme, filter, small(matter(d)...)...)
	add(fieldChamber, filter, small(d.Court.Chamber, d.Formation)...)
	add(fieldSeat, filter, small(corpus.Slug(d.Court.Place))...)
	add(fieldSource, filter, sources(d)...)
	add(fieldCites, filter, cited(d, corpus.Key.IsProvision)...)
	add(fieldRulings, filter, small(cited(d, corpus.Key.IsDecision)...)...)
	orders(d, func(name string, values ...string) { add(name, filter, values...) })
	parties(d, doc, func(values ...string) { add(fieldOrg, filter, values...) })
	r := &reading{d: d}
	return doc.AddField(bm25.NewField(fieldText, &weights, r.words)).
		AddField(&wordField{name: fieldForm, options: filter, words: r.forms})
}

// parties lays out the names of the parties, and those of legal persons once more.
func parties(d *corpus.Decision, doc *document.Document, org func(...string)) {
	var all, orgs []string
	for _, p := range d.Parties {
		all = append(all, p.Name)
		if p.Kind == corpus.Morale || p.Kind == corpus.Publique {
			orgs = append(orgs, orgName(p.Name))
		}
	}
	if len(all) > 0 {
		doc.AddField(bm25.NewField(fieldParties, &bm25.Weights{}, func(add func(string, int, bm25.Zone)) {
			place := 1
			for _, name := range all {
				place = part(name, place, zoneOnly, add) + bm25.Gap
			}
		}))
	}
	org(distinct(orgs)...)
}

// cited are the keys of one sort that a decision cites.
func cited(d *corpus.Decision, sort func(corpus.Key) bool) []string {
	var out []string
	for _, c := range d.Citations {
		if sort(c.Node) {
			out = append(out, string(c.Node))
		}
	}
	return distinct(out)
}

// courtName names a court as requests do: "ca/paris", "cass".
func courtName(c corpus.Court) string {
	if place := corpus.Slug(c.Place); place != "" {
		return string(c.Kind) + "/" + place
	}
	return string(c.Kind)
}

// dayNumber writes a day as the number 20161004; 0 for what is no day.
func dayNumber(d corpus.Date) uint32 {
	if _, err := corpus.ParseDate(string(d)); err != nil {
		return 0
	}
	n, err := strconv.ParseUint(strings.ReplaceAll(string(d), "-", ""), 10, 32)
	if err != nil {
		return 0
	}
	return uint32(n)
}

// dayOf is the day of a number; "" for 0.
func dayOf(n uint32) corpus.Date {
	if n == 0 {
		return ""
	}
	return corpus.NewDate(int(n/10000), int(n/100%100), int(n%100))
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
func orders(d *corpus.Decision, add func(string, ...string)) {
	var kinds, outcome, amounts []string
	for _, h := range d.Holdings {
		kinds = append(kinds, string(h.Kind))
		if (d.Solution == "" || onlyInPart(d.Solution, h.Kind)) && !slices.Contains(accessory, h.Kind) {
			outcome = append(outcome, string(h.Kind))
		}
		if h.AmountCents > 0 {
			amounts = append(amounts, centsTerm(h.AmountCents))
		}
		for _, s := range h.Shares {
			amounts = append(amounts, centsTerm(s.AmountCents))
		}
	}
	add(fieldOrder, distinct(kinds)...)
	add(fieldOutcome, distinct(outcome)...)
	add(fieldAmount, distinct(amounts)...)
}

// centsTerm writes an amount so that greater ones come after.
func centsTerm(cents int64) string {
	return string(binary.BigEndian.AppendUint64(nil, uint64(max(cents, 0))))
}

// onlyInPart reports whether an order decides in part what the publisher calls by the
// same name without saying so: "Cassation", and "CASSE ET ANNULE, mais seulement …".
func onlyInPart(solution string, kind corpus.HoldingKind) bool {
	whole, part := strings.CutSuffix(string(kind), "-partielle")
	slug := corpus.Slug(solution)
	return part && strings.HasPrefix(slug, whole[:min(len(whole), 5)]) && !strings.Contains(slug, "partiel")
}
