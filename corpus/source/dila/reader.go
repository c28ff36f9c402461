package dila

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"regexp"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/source/markup"
	"github.com/attendu/attendu/corpus/source/record"
)

// Name is the format of the documents read here.
const Name corpus.Format = "dila"

// judicial is the root element of a decision of a judicial court; the others are
// those of roots.
const judicial = "TEXTE_JURI_JUDI"

// Reader reads the XML of the DILA.
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

// Sniff recognises the roots of decisions, and the first line of a list of
// suppressions.
func (r *Reader) Sniff(head []byte) bool {
	root := record.RootElement(head)
	return roots[root] != nil || isSuppression(head)
}

// Read yields the one decision of a file.
func (r *Reader) Read(name string, in io.Reader, max int64) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		data, err := record.ReadAll(in, max)
		if err == nil && isSuppression(data) {
			err = record.NotDecision("list of suppressions of a DILA archive (%d entries)", len(bytes.Fields(data)))
		}
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

// suppression is a line of a file liste_suppression_<dataset>.dat: the path of
// a document within the archive, without ".xml".
var suppression = regexp.MustCompile(`^[A-Za-z0-9_./-]+/(JURITEXT|CETATEXT|CONSTEXT|CNILTEXT|LEGI(ARTI|SCTA|TEXT))\d{12}\s*$`)

func isSuppression(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return len(line) < 300 && suppression.Match(line)
}

// decision reads one XML document.
func (r *Reader) decision(data []byte) (*corpus.Document, error) {
	x := markup.New(data)
	root, err := x.Root()
	if err != nil {
		return nil, err
	}
	if roots[root] == nil {
		return nil, record.Unknown("XML with the root element <%s>", root)
	}
	f := fields{root: root}
	if err := x.Walk(f.begin); err != nil {
		return nil, err
	}
	if f.isEmpty() {
		return nil, errors.New("neither identifier, number, date nor text")
	}
	return r.document(&f), nil
}
