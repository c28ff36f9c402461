package dila

import (
	"encoding/xml"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/markup"
	"github.com/attendu/attendu/corpus/source/record"
)

// fields is what is collected from a decision.
type fields struct {
	root      string
	values    map[string]string // single values by the name of their element
	numbers   record.Distinct   // NUMERO_AFFAIRE
	published bool
	body      []string
	summaries []corpus.Summary
	byID      map[string]int // index of the summary of an ID of SCT and ANA
	themes    record.Distinct
	citations []string        // CITATION_JP
	links     record.Distinct // LIENS, and the law under review
}

// single are the elements that hold one value, by the elements in which they
// may stand. What is not here is not kept: PRESIDENT, RAPPORTEUR, AVOCAT_GL,
// COMMISSAIRE_GVT and AVOCATS name people whom nothing may count or rank.
var single = map[string]string{
	"ID": "META_COMMUN", "NATURE": "META_COMMUN",
	"TITRE": "META_JURI META_CNIL", "DATE_DEC": "META_JURI", "JURIDICTION": "META_JURI", "NUMERO": "META_JURI META_CNIL",
	"SOLUTION": "META_JURI", "FORMATION": "META_JURI_JUDI META_JURI_ADMIN", "ECLI": "META_JURI_JUDI META_JURI_ADMIN META_JURI_CONSTIT",
	"FORM_DEC_ATT": "META_JURI_JUDI", "DATE_DEC_ATT": "META_JURI_JUDI", "SIEGE_APPEL": "META_JURI_JUDI",
	"TYPE_REC": "META_JURI_ADMIN", "PUBLI_RECUEIL": "META_JURI_ADMIN",
	"NATURE_QUALIFIEE": "META_JURI_CONSTIT", "TITRE_JO": "META_JURI_CONSTIT",
	"TITREFULL": "META_CNIL", "NATURE_DELIB": "META_CNIL", "DATE_TEXTE": "META_CNIL", "DATE_PUBLI": "META_CNIL", "ETAT_JURIDIQUE": "META_CNIL",
}

// stands reports whether an element holds a single value within parent.
func stands(name, parent string) bool {
	for p := range strings.FieldsSeq(single[name]) {
		if p == parent {
			return true
		}
	}
	return false
}

// begin looks at an element within parent and, if it is one to keep, says what
// becomes of its text.
func (f *fields) begin(parent string, t xml.StartElement) func(text string) {
	name := t.Name.Local
	switch {
	case stands(name, parent):
		return func(s string) { f.set(name, markup.Line(s)) }
	case name == "NUMERO_AFFAIRE":
		return func(s string) { f.numbers.Add(markup.Line(s)) }
	case name == "PUBLI_BULL":
		f.published = markup.Attr(t, "publie") == "oui"
	case name == "CONTENU" && (parent == "BLOC_TEXTUEL" || parent == f.root):
		return f.block
	case name == "SCT" && parent == "SOMMAIRE":
		return func(s string) { f.titles(markup.Attr(t, "ID"), markup.Attr(t, "TYPE"), s) }
	case name == "ANA" && parent == "SOMMAIRE":
		return func(s string) { f.analysis(markup.Attr(t, "ID"), s) }
	case name == "CONTENU" && parent == "CITATION_JP":
		return func(s string) { f.citations = append(f.citations, markup.Lines(s)...) }
	case name == "LOI_DEF" && parent == "META_JURI_CONSTIT":
		return func(s string) { f.links.Add(referred(t, markup.Line(s))) }
	case name == "LIEN" && parent == "LIENS":
		return func(s string) { f.links.Add(markup.Line(s)) }
	}
	return nil
}

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
	for _, name := range []string{"ID", "DATE_DEC", "DATE_TEXTE", "ECLI"} {
		if f.values[name] != "" {
			return false
		}
	}
	return len(f.body) == 0 && f.numbers.List() == nil && (f.root == judicial || f.values["NUMERO"] == "")
}

// block takes one block of text; there is nearly always one.
func (f *fields) block(s string) {
	if s != "" {
		f.body = append(f.body, s)
	}
}
