package justadmin

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/source/markup"
	"github.com/attendu/attendu/corpus/source/record"
)

// Name is the format of the documents read here.
const Name corpus.Format = "justice-administrative"

// root is the root element of a decision. Others use the name too: the elements
// of marks tell this one apart.
const root = "Document"

var marks = []string{"<Donnees_Techniques", "<Code_Juridiction", "<Texte_Integral"}

// Reader reads the open data of the administrative courts.
type Reader struct{ courts *court.Courts }

// Load makes a reader. Its error is that of a bad table.
func Load() (*Reader, error) {
	courts, err := court.Load()
	if err != nil {
		return nil, err
	}
	return &Reader{courts: courts}, nil
}

// Name is the format of the documents.
func (r *Reader) Name() corpus.Format { return Name }

// Sniff recognises the root with one of the elements that only these files have.
func (r *Reader) Sniff(head []byte) bool {
	if record.RootElement(head) != root {
		return false
	}
	for _, m := range marks {
		if bytes.Contains(head, []byte(m)) {
			return true
		}
	}
	return false
}

// Read yields the one decision of a file.
func (r *Reader) Read(name string, in io.Reader, max int64) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		data, err := record.ReadAll(in, max)
		var doc *corpus.Document
		if err == nil {
			doc, err = r.decision(data)
		}
		if err != nil {
			yield(record.Failed(name, record.Malformed(err)))
			return
		}
		yield(record.Of(name, Name, doc))
	}
}

// fields are the elements that are kept, by the elements in which they stand.
var fields = map[string]string{
	"Identification": "Donnees_Techniques", "Date_Mise_Jour": "Donnees_Techniques",
	"Code_Juridiction": "Dossier", "Nom_Juridiction": "Dossier", "Date_Lecture": "Dossier",
	"Type_Decision": "Dossier", "Type_Recours": "Dossier", "Code_Publication": "Dossier", "Solution": "Dossier",
	"Date_Audience": "Audience", "Numero_Role": "Audience", "Formation_Jugement": "Audience",
}

// values are the texts of the elements of one decision.
type values struct {
	one     map[string]string
	numbers []string // Numero_Dossier
	body    []string // Texte_Integral
}

// decision reads one XML document.
func (r *Reader) decision(data []byte) (*corpus.Document, error) {
	x := markup.New(data)
	name, err := x.Root()
	if err != nil {
		return nil, err
	}
	if name != root {
		return nil, record.Unknown("XML with the root element <%s>", name)
	}
	v := values{one: map[string]string{}}
	if err := x.Walk(v.begin); err != nil {
		return nil, err
	}
	if len(v.one) == 0 && v.numbers == nil && v.body == nil {
		return nil, errors.New("neither identifier, number, date nor text")
	}
	return r.document(&v), nil
}

// begin says what becomes of the text of an element.
func (v *values) begin(parent string, t xml.StartElement) func(text string) {
	switch name := t.Name.Local; {
	case fields[name] == parent && parent != "":
		return func(s string) {
			if s = markup.Line(s); s != "" {
				v.one[name] = s
			}
		}
	case name == "Numero_Dossier" && parent == "Dossier":
		return func(s string) {
			if s = markup.Line(s); s != "" {
				v.numbers = append(v.numbers, s)
			}
		}
	case name == "Texte_Integral":
		return func(s string) {
			if strings.TrimSpace(s) != "" {
				v.body = append(v.body, s)
			}
		}
	}
	return nil
}
