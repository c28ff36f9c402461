package dila

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/fold"
)

// judicial completes the metadata of a decision of a judicial court.
func (r *Reader) judicial(f *fields, m *corpus.Metadata) {
	of, _ := r.courts.Parse(f.values["JURIDICTION"])
	if of.Kind == corpus.CA && of.Place == "" {
		titled, _ := r.courts.Parse(m.Title)
		of.Place = titled.Place
	}
	of.Chamber = chamber(m.Title, m.Formation)
	m.Court, m.Numbers, m.Contested = of, numbers(f, of.Kind), r.contested(f)
	if f.published {
		m.Publication = []string{"publié au bulletin"}
	}
}

// numbers are those of the case, as printed. NUMERO counts the rulings of the
// Cour de cassation; in CAPP it is the RG number when no other is given.
func numbers(f *fields, kind corpus.CourtKind) []string {
	list := f.numbers.List()
	if len(list) == 0 && kind != corpus.Cass {
		list = []string{f.values["NUMERO"]}
	}
	for i, n := range list {
		list[i] = court.Number(kind, n)
	}
	return distinct(list...)
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
