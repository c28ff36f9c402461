package synth

import (
	"bytes"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// escape makes text fit for XML.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// dilaWriter writes the elements of a document of the DILA.
type dilaWriter struct{ bytes.Buffer }

// words writes text as it stands.
func (w *dilaWriter) words(all ...string) {
	for _, s := range all {
		w.WriteString(s)
	}
}

// value writes an element with one value; an empty one as the DILA writes it.
func (w *dilaWriter) value(name, s string) {
	if s == "" {
		w.words("<", name, "/>\n")
		return
	}
	w.words("<", name, ">")
	escape.WriteString(w, s)
	w.words("</", name, ">\n")
}

// dataset is what the datasets of the DILA differ in.
type dataset struct{ root, meta, origin, folder string }

var (
	judicial = dataset{"TEXTE_JURI_JUDI", "META_JURI_JUDI", "JURI", "judi"}
	jade     = dataset{"TEXTE_JURI_ADMIN", "META_JURI_ADMIN", "CETAT", "admin"}
)

// dataset is where the DILA publishes the decision.
func (d *Decision) dataset() dataset {
	if d.head.administrative() {
		return jade
	}
	return judicial
}

// DILA is the decision in the XML of the DILA: a document with the root
// TEXTE_JURI_JUDI, as in the datasets CASS and CAPP, or TEXTE_JURI_ADMIN, as in
// JADE.
func (d *Decision) DILA() []byte {
	var w dilaWriter
	w.Grow(len(d.Text)*9/8 + 3000)
	set := d.dataset()
	w.words("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<", set.root, ">\n<META>\n<META_COMMUN>\n")
	w.value("ID", d.ID)
	w.value("ANCIEN_ID", "")
	w.value("ORIGINE", set.origin)
	w.value("URL", "texte/juri/"+set.folder+"/"+d.folder()+d.ID+".xml")
	w.value("NATURE", d.nature())
	w.words("</META_COMMUN>\n<META_SPEC>\n<META_JURI>\n")
	w.value("TITRE", d.Title)
	w.value("DATE_DEC", string(d.Date))
	w.value("JURIDICTION", d.jurisdiction())
	w.value("NUMERO", d.serial())
	w.value("SOLUTION", d.Solution)
	w.words("</META_JURI>\n<", set.meta, ">\n")
	if set == jade {
		d.administrative(&w)
	} else {
		d.judicial(&w)
	}
	w.words("</", set.meta, ">\n</META_SPEC>\n</META>\n<TEXTE>\n<BLOC_TEXTUEL>\n<CONTENU>")
	for i, line := range strings.Split(d.Text, "\n") {
		if i > 0 {
			w.words("<br/>\n")
		}
		escape.WriteString(&w, line)
	}
	w.words("\n</CONTENU>\n</BLOC_TEXTUEL>\n")
	d.abstract(&w)
	w.words("</TEXTE>\n<LIENS>\n")
	for _, v := range d.Visa {
		w.words(`<LIEN cidtexte="" datesignatexte="" id="" naturetexte="" nortexte="" num="" numtexte="" sens="source" typelien="CITATION">`)
		escape.WriteString(&w, v)
		w.words("</LIEN>\n")
	}
	w.words("</LIENS>\n</", set.root, ">\n")
	return w.Bytes()
}

// nature is the kind of decision; JADE calls all of them texts.
func (d *Decision) nature() string {
	if d.Nature == "" {
		return "Texte"
	}
	return d.Nature
}

// jurisdiction is the court as the DILA names it.
func (d *Decision) jurisdiction() string {
	if d.head.administrative() {
		return jadeCourt(d.Court)
	}
	court := d.Court.Kind.Name()
	if d.Court.Place != "" {
		court += " " + corpus.OfPlace(d.Court.Place)
	}
	return strings.ToUpper(court[:1]) + court[1:]
}

// serial is the number that the DILA gives a ruling: chamber, year, number.
func (d *Decision) serial() string {
	if d.Court.Kind != corpus.Cass {
		return strings.Join(d.Numbers, "")
	}
	return d.ECLI[len("ECLI:FR:CCASS:YYYY:"):][:2] + string(d.Date[2:4]) + digits(d.head.arret, 5)
}

// judicial writes META_JURI_JUDI.
func (d *Decision) judicial(w *dilaWriter) {
	w.words("<NUMEROS_AFFAIRES>\n")
	for _, n := range d.Numbers {
		if d.Court.Kind == corpus.Cass {
			n = strings.ReplaceAll(n, ".", "")
		}
		w.value("NUMERO_AFFAIRE", n)
	}
	w.words("</NUMEROS_AFFAIRES>\n")
	published := "non"
	if len(d.Publication) > 0 {
		published = "oui"
	}
	w.words(`<PUBLI_BULL publie="`, published, "\"/>\n")
	w.value("FORMATION", d.Formation)
	var title, day string
	if d.Contested != nil {
		title, day = d.Contested.Title, string(d.Contested.Date)
	}
	w.value("FORM_DEC_ATT", title)
	w.value("DATE_DEC_ATT", day)
	for _, empty := range []string{"SIEGE_APPEL", "JURI_PREM", "LIEU_PREM", "DEMANDEUR", "DEFENDEUR", "PRESIDENT", "AVOCAT_GL", "AVOCATS", "RAPPORTEUR"} {
		w.value(empty, "")
	}
	w.value("ECLI", d.ECLI)
}

// abstract writes SOMMAIRE, when there is one.
func (d *Decision) abstract(w *dilaWriter) {
	if len(d.Summaries) == 0 {
		return
	}
	w.words("<SOMMAIRE>\n")
	for i, s := range d.Summaries {
		id := digits(i+1, 1)
		w.words(`<SCT ID="`, id, `" TYPE="PRINCIPAL">`)
		escape.WriteString(w, strings.Join(s.Titles, " - "))
		w.words("</SCT>\n<ANA ID=\"", id, "\">")
		escape.WriteString(w, s.Text)
		w.words("</ANA>\n")
	}
	w.words("</SOMMAIRE>\n")
}

// folder is where the DILA keeps a document, below that of its dataset:
// "JURI/TEXT/99/98/00/00/12/", in JADE "CETA/TEXT/…".
func (d *Decision) folder() string {
	n := d.ID[len("JURITEXT"):]
	return d.ID[:len("JURI")] + "/TEXT/" + n[0:2] + "/" + n[2:4] + "/" + n[4:6] + "/" + n[6:8] + "/" + n[8:10] + "/"
}

// Path is the name of the document in an archive of the DILA: dataset cass for
// the Cour de cassation, capp for the courts below, jade for the administrative
// courts.
func (d *Decision) Path() string {
	dataset := "capp"
	switch {
	case d.head.administrative():
		dataset = "jade"
	case d.Court.Kind == corpus.Cass:
		dataset = "cass"
	}
	return "juri/" + dataset + "/" + d.folder() + d.ID + ".xml"
}
