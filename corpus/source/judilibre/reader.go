package judilibre

import (
	"bytes"
	"errors"
	"io"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/source/record"
)

// Name is the format of the documents read here.
const Name corpus.Format = "judilibre"

// Reader reads the JSON of the API Judilibre.
type Reader struct {
	courts *court.Courts
	terms  taxonomy
}

// Load makes a reader. Its error is that of a bad table.
func Load() (*Reader, error) {
	courts, err := court.Load()
	if err != nil {
		return nil, err
	}
	terms, err := parseTaxonomy(taxonomyTSV)
	if err != nil {
		return nil, err
	}
	return &Reader{courts: courts, terms: terms}, nil
}

// Name is the format of the documents.
func (r *Reader) Name() corpus.Format { return Name }

// Sniff recognises the beginning of a JSON object or of an array of objects.
// Text may begin with a bracket too ("[Localité 1]"), but not like that.
func (r *Reader) Sniff(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' && head[0] != '[' {
		return false
	}
	next := bytes.TrimLeft(head[1:], " \t\r\n")
	if len(next) == 0 {
		return head[0] == '{'
	}
	if head[0] == '{' {
		return next[0] == '"' || next[0] == '}'
	}
	return next[0] == '{' || next[0] == ']'
}

// Read yields the records of a stream. A line of JSONL that is malformed or too
// large is a record of its own, and the next line is read; in other shapes
// nothing can be read behind a fault.
func (r *Reader) Read(name string, in io.Reader, max int64) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		lines := newLines(in, max)
		first, err := lines.next()
		if err == io.EOF {
			yield(record.Failed(name, record.Unknown("empty")))
			return
		}
		switch lines.shape(first, err) {
		case single:
			r.line(name, first, yield)
		case rows:
			r.jsonl(name, first, err, lines, yield)
		default:
			r.values(name, io.MultiReader(bytes.NewReader(first), lines.in), max, yield)
		}
	}
}

// jsonl reads line by line, from the first that is given; no more than one line
// is held. Behind a fault of the stream itself nothing is read.
func (r *Reader) jsonl(name string, line []byte, err error, lines *lines, yield func(record.Record) bool) {
	for ; err != io.EOF; line, err = lines.next() {
		path := record.Nth(name, lines.n)
		switch {
		case err == nil:
			if !r.line(path, line, yield) {
				return
			}
		case !yield(record.Failed(path, record.Malformed(err))) || !errors.Is(err, record.ErrTooLarge):
			return
		}
		lines.skip()
	}
}

// line reads one line: nearly always one decision, and else what a stream can
// hold.
func (r *Reader) line(path string, line []byte, yield func(record.Record) bool) bool {
	doc, err := r.decode(line)
	if err == errPage {
		return r.values(path, bytes.NewReader(line), int64(len(line)), yield)
	}
	return yield(r.record(path, doc, err))
}

func (r *Reader) record(path string, doc *corpus.Document, err error) record.Record {
	if err != nil {
		return record.Failed(path, record.Malformed(err))
	}
	return record.Of(path, Name, doc)
}
