package justadmin

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/source/record"
)

// document makes a Document of the values.
func (r *Reader) document(v *values) *corpus.Document {
	d := &corpus.Document{Text: strings.Join(v.body, "\n\n")}
	d.ID = id(v.one["Code_Juridiction"], v.one["Identification"])
	if updated := day(v.one["Date_Mise_Jour"]); updated != "" {
		d.Issued = strings.ReplaceAll(string(updated), "-", "") + "-000000"
	}
	of := r.court(v.one["Code_Juridiction"], v.one["Nom_Juridiction"])
	of.Chamber = v.one["Formation_Jugement"]
	var numbers record.Distinct
	for _, field := range v.numbers {
		for _, n := range court.Numbers(of.Kind, field) {
			numbers.Add(n)
		}
	}
	d.Official = corpus.Metadata{
		Court: of, Date: day(v.one["Date_Lecture"]), Numbers: numbers.List(), Nature: v.one["Type_Decision"],
		Solution: v.one["Solution"], Formation: of.Chamber, Recours: v.one["Type_Recours"],
		Audience: day(v.one["Date_Audience"]), NumeroRole: v.one["Numero_Role"],
	}
	if w := r.courts.Publication(v.one["Code_Publication"]); w != "" {
		d.Official.Publication = []string{w}
	}
	return d
}

// court is the court of a code, and where the table does not have it the one of
// the name.
func (r *Reader) court(code, name string) corpus.Court {
	if of, ok := r.courts.Code(code); ok {
		return of
	}
	of, _ := r.courts.Parse(name)
	return of
}

// id joins the code of the court and the Identification, which is the name of a
// file, without its ending: two tribunals may give one number on one day.
func id(code, file string) string {
	if n := len(file) - len(".xml"); n >= 0 && strings.EqualFold(file[n:], ".xml") {
		file = file[:n]
	}
	if file == "" || code == "" {
		return file
	}
	return strings.ToUpper(code) + "-" + file
}

// day reads an ISO day, "" when it is none.
func day(s string) corpus.Date {
	d, err := corpus.ParseDate(s)
	if err != nil {
		return ""
	}
	return d
}
