package dila

import (
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/record"
)

// idShape is the form of an identifier; its letters are those of the dataset.
var idShape = regexp.MustCompile(`^(JURI|CETA|CONS|CNIL)TEXT\d{12}$`)

// pages are the folders of legifrance.gouv.fr that show the texts of a dataset.
var pages = map[string]string{"JURI": "juri", "CETA": "ceta", "CONS": "cons", "CNIL": "cnil"}

// document makes a Document of what was collected.
func (r *Reader) document(f *fields) *corpus.Document {
	d := &corpus.Document{Title: f.values["TITRE"], Text: strings.Join(f.body, "\n\n")}
	d.ID = f.values["ID"]
	if m := idShape.FindStringSubmatch(d.ID); m != nil {
		d.URL = "https://www.legifrance.gouv.fr/" + pages[m[1]] + "/id/" + d.ID
	}
	d.Official = corpus.Metadata{
		Date: day(f.values["DATE_DEC"]), ECLI: f.values["ECLI"], Title: d.Title, Nature: f.values["NATURE"],
		Solution: f.values["SOLUTION"], Formation: f.values["FORMATION"],
		Themes: f.themes.List(), Summaries: f.summaries, Visa: f.links.List(),
	}
	for _, c := range f.citations {
		d.Official.Rapprochements = append(d.Official.Rapprochements, corpus.Reference{Title: c})
	}
	roots[f.root](r, f, &d.Official)
	d.Title = d.Official.Title
	return d
}

// roots are the root elements of decisions, and what completes the metadata that
// all have.
var roots = map[string]func(*Reader, *fields, *corpus.Metadata){
	judicial: (*Reader).judicial, "TEXTE_JURI_ADMIN": (*Reader).administrative,
	"TEXTE_JURI_CONSTIT": (*Reader).constitutional, "TEXTE_CNIL": (*Reader).deliberation,
}

// distinct is a list of numbers, each once and none empty.
func distinct(numbers ...string) []string {
	var out record.Distinct
	for _, n := range numbers {
		out.Add(n)
	}
	return out.List()
}

// day reads an ISO day; 2999-01-01 is how the DILA writes that there is none.
func day(s string) corpus.Date {
	d, err := corpus.ParseDate(s)
	if err != nil || d >= "2900" {
		return ""
	}
	return d
}
