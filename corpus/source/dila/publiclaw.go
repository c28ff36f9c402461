package dila

import (
	"encoding/xml"
	"regexp"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/source/markup"
)

// administrative completes the metadata of a decision of JADE. Its NATURE, which
// is "Texte", says nothing.
func (r *Reader) administrative(f *fields, m *corpus.Metadata) {
	m.Court, _ = r.courts.Parse(f.values["JURIDICTION"])
	if m.Court.Kind == "" {
		m.Court, _ = r.courts.Parse(m.Title)
	}
	m.Court.Chamber = m.Formation
	m.Numbers = court.Numbers(m.Court.Kind, f.values["NUMERO"])
	m.Recours = f.values["TYPE_REC"]
	if w := r.courts.Publication(f.values["PUBLI_RECUEIL"]); w != "" {
		m.Publication = []string{w}
	}
	if strings.EqualFold(m.Nature, "texte") {
		m.Nature = ""
	}
}

// constitNature is a nature of the decisions of the Conseil constitutionnel:
// "QPC", "DC". That of NATURE_QUALIFIEE may bear a count: "DC05".
var constitNature = regexp.MustCompile(`^([A-Z]{1,4})\d*$`)

// constitutional completes the metadata of a decision of CONSTIT. Its number and
// its nature make its name: 2010-14 QPC.
func (r *Reader) constitutional(f *fields, m *corpus.Metadata) {
	m.Court.Kind = corpus.CC
	for _, nature := range []string{f.values["NATURE"], f.values["NATURE_QUALIFIEE"]} {
		if n := constitNature.FindStringSubmatch(nature); n != nil {
			m.Nature = n[1]
			break
		}
	}
	number := f.values["NUMERO"]
	if number != "" && constitNature.MatchString(m.Nature) && !strings.HasSuffix(number, m.Nature) {
		number += " " + m.Nature
	}
	m.Numbers = distinct(number)
	if jo := f.values["TITRE_JO"]; jo != "" {
		m.Publication = []string{jo}
	}
}

// referred writes the law under review (LOI_DEF), whose number and day stand in
// attributes, "" when nothing names it. 2999-01-01 is no day.
func referred(t xml.StartElement, text string) string {
	name := ""
	if num := markup.Attr(t, "num"); num != "" && !strings.Contains(text, num) {
		name = " n° " + num
	}
	if date := day(markup.Attr(t, "date")); date != "" {
		name += " du " + date.Long()
	}
	switch {
	case name == "":
		return text
	case text == "":
		return "Loi" + name
	}
	return text + "," + name
}

// deliberation completes the metadata of a deliberation of the CNIL. TITREFULL
// says what TITRE says, and of whom.
func (r *Reader) deliberation(f *fields, m *corpus.Metadata) {
	m.Court.Kind = corpus.CNIL
	if full := f.values["TITREFULL"]; full != "" {
		m.Title = full
	}
	if strings.Contains(fold.New(m.Title).Folded, "formation restreinte") {
		m.Court.Chamber = "formation restreinte"
	}
	m.Date = day(f.values["DATE_TEXTE"])
	m.Numbers = distinct(f.values["NUMERO"])
	if kind := f.values["NATURE_DELIB"]; kind != "" {
		m.Themes = append(m.Themes[:len(m.Themes):len(m.Themes)], kind)
	}
	if d := day(f.values["DATE_PUBLI"]); d != "" {
		m.Publication = append(m.Publication, "publiée le "+d.Long())
	}
	if state := f.values["ETAT_JURIDIQUE"]; state != "" {
		m.Publication = append(m.Publication, "état juridique : "+state)
	}
}
