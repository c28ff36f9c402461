package dila

import (
	"encoding/xml"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/prose"
	"github.com/attendu/attendu/corpus/source/record"
)

// fields is what is collected from a decision.
type fields struct {
	values    map[string]string // single values by the name of their element
	numbers   record.Distinct   // NUMERO_AFFAIRE
	published bool
	body      []string
	summaries []corpus.Summary
	byID      map[string]int // index of the summary of an ID of SCT and ANA
	themes    record.Distinct
	citations []string        // CITATION_JP
	links     record.Distinct // LIENS

	// The element being read: where its text goes, how deep it stands, and
	// what becomes of it at its end.
	text  *prose.Builder
	depth int
	end   func(text string)
}

// single are the elements that hold one value, by the element they stand in.
// What is not here is not kept: PRESIDENT, RAPPORTEUR, AVOCAT_GL and AVOCATS
// name people whom nothing may count or rank.
var single = map[string]string{
	"ID": "META_COMMUN", "NATURE": "META_COMMUN",
	"TITRE": "META_JURI", "DATE_DEC": "META_JURI", "JURIDICTION": "META_JURI", "NUMERO": "META_JURI", "SOLUTION": "META_JURI",
	"FORMATION": "META_JURI_JUDI", "FORM_DEC_ATT": "META_JURI_JUDI", "DATE_DEC_ATT": "META_JURI_JUDI",
	"SIEGE_APPEL": "META_JURI_JUDI", "ECLI": "META_JURI_JUDI",
}

// begin looks at an element within parent and, if it is one to keep, sets text
// and end.
func (f *fields) begin(parent string, t xml.StartElement) {
	name := t.Name.Local
	switch {
	case single[name] == parent && parent != "":
		f.collect(func(s string) { f.set(name, line(s)) })
	case name == "NUMERO_AFFAIRE":
		f.collect(func(s string) { f.numbers.Add(line(s)) })
	case name == "PUBLI_BULL":
		f.published = attr(t, "publie") == "oui"
	case name == "CONTENU" && parent == "BLOC_TEXTUEL":
		f.collect(f.block)
	case name == "SCT" && parent == "SOMMAIRE":
		f.collect(func(s string) { f.titles(attr(t, "ID"), attr(t, "TYPE"), s) })
	case name == "ANA" && parent == "SOMMAIRE":
		f.collect(func(s string) { f.analysis(attr(t, "ID"), s) })
	case name == "CONTENU" && parent == "CITATION_JP":
		f.collect(func(s string) { f.citations = append(f.citations, lines(s)...) })
	case name == "LIEN" && parent == "LIENS":
		f.collect(func(s string) { f.links.Add(line(s)) })
	}
}

func (f *fields) collect(end func(string)) { f.text, f.end = &prose.Builder{}, end }

// set keeps the first value that is not empty.
func (f *fields) set(name, value string) {
	if f.values == nil {
		f.values = make(map[string]string, len(single))
	}
	if value != "" && f.values[name] == "" {
		f.values[name] = value
	}
}

// isEmpty reports whether nothing was found by which a decision could be told
// from another.
func (f *fields) isEmpty() bool {
	return len(f.body) == 0 && f.numbers.List() == nil && f.values["ID"] == "" && f.values["DATE_DEC"] == "" && f.values["ECLI"] == ""
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// block takes one block of text; there is nearly always one.
func (f *fields) block(s string) {
	if s != "" {
		f.body = append(f.body, s)
	}
}

// line writes a value on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// lines cuts a text into its lines, without the empty ones.
func lines(s string) (out []string) {
	for l := range strings.Lines(s) {
		if l = line(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
