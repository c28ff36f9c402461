package dila

import (
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/source/record"
)

var juriText = regexp.MustCompile(`^JURITEXT\d{12}$`)

// document makes a Document of what was collected.
func (r *Reader) document(f *fields) *corpus.Document {
	d := &corpus.Document{Title: f.values["TITRE"], Text: strings.Join(f.body, "\n\n")}
	d.ID = f.values["ID"]
	if juriText.MatchString(d.ID) {
		d.URL = "https://www.legifrance.gouv.fr/juri/id/" + d.ID
	}
	of, _ := r.courts.Parse(f.values["JURIDICTION"])
	if of.Kind == corpus.CA && of.Place == "" {
		titled, _ := r.courts.Parse(d.Title)
		of.Place = titled.Place
	}
	of.Chamber = chamber(d.Title, f.values["FORMATION"])
	d.Official = corpus.Metadata{
		Court: of, Date: day(f.values["DATE_DEC"]), Numbers: numbers(f, of.Kind),
		ECLI: f.values["ECLI"], Title: d.Title, Nature: f.values["NATURE"],
		Solution: f.values["SOLUTION"], Formation: f.values["FORMATION"],
		Themes: f.themes.List(), Summaries: f.summaries, Visa: f.links.List(), Contested: r.contested(f),
	}
	if f.published {
		d.Official.Publication = []string{"publié au bulletin"}
	}
	for _, c := range f.citations {
		d.Official.Rapprochements = append(d.Official.Rapprochements, corpus.Reference{Title: c})
	}
	return d
}

// numbers are those of the case, as printed. NUMERO counts the rulings of the
// Cour de cassation; in CAPP it is the RG number when no other is given.
func numbers(f *fields, kind corpus.CourtKind) []string {
	list := f.numbers.List()
	if len(list) == 0 && kind != corpus.Cass {
		list = []string{f.values["NUMERO"]}
	}
	var out record.Distinct
	for _, n := range list {
		out.Add(court.Number(kind, n))
	}
	return out.List()
}

// chamber is the part of the title that names one: "Cour de cassation, civile,
// Chambre sociale, 14 mars 2018, …". Without one it is the code of the formation
// in words: CHAMBRE_CIVILE_2.
func chamber(title, formation string) string {
	for _, part := range strings.Split(title, ",") {
		part = strings.TrimSpace(part)
		switch p := fold.New(part).Folded; {
		case strings.HasPrefix(p, "chambre"), strings.HasPrefix(p, "assemblee pleniere"), strings.HasSuffix(p, " chambre"):
			return part
		}
	}
	if rest, ok := strings.CutPrefix(formation, "CHAMBRE_"); ok {
		return "Chambre " + strings.ToLower(strings.ReplaceAll(rest, "_", " "))
	}
	return ""
}

// contested is the decision under review, nil when nothing names it.
func (r *Reader) contested(f *fields) *corpus.Reference {
	name := f.values["FORM_DEC_ATT"]
	ref := corpus.Reference{Date: day(f.values["DATE_DEC_ATT"]), Title: name}
	ref.Court, _ = r.courts.Parse(name)
	if ref.Court.Kind == "" && ref.Date == "" && name == "" {
		return nil
	}
	if ref.Court.Place == "" && ref.Court.Kind.HasPlace() {
		ref.Court.Place = r.courts.ParsePlace(f.values["SIEGE_APPEL"])
	}
	return &ref
}

// day reads an ISO day; 2999-01-01 is how the DILA writes that there is none.
func day(s string) corpus.Date {
	d, err := corpus.ParseDate(s)
	if err != nil || d >= "2900" {
		return ""
	}
	return d
}
