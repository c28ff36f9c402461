package pdf

import (
	"bytes"
	"io"
	"iter"
	"strings"
	"unicode"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/prose"
	"github.com/attendu/attendu/corpus/source/record"
)

// Name is the format of the documents read here.
const Name corpus.Format = "pdf"

// Reader reads PDFs.
type Reader struct{ compounds *compoundTable }

// Load makes a reader. Its error is that of a bad table. It starts nothing:
// PDFium is started by the first PDF.
func Load() (*Reader, error) {
	t, err := parseCompounds(compoundsTSV)
	if err != nil {
		return nil, err
	}
	return &Reader{compounds: t}, nil
}

// Name is the format of the documents.
func (r *Reader) Name() corpus.Format { return Name }

// Sniff recognises the signature, before which mail and web servers sometimes
// leave a line end.
func (r *Reader) Sniff(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("%PDF-"))
}

// Read yields the one document of a file.
func (r *Reader) Read(name string, in io.Reader, max int64) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		data, err := record.ReadAll(in, max)
		var text string
		if err == nil {
			text, err = r.text(data, max)
		}
		if err != nil {
			yield(record.Failed(name, record.Malformed(err)))
			return
		}
		yield(record.Of(name, Name, &corpus.Document{Text: text}))
	}
}

// text reads a PDF whose text has at most max bytes.
func (r *Reader) text(data []byte, max int64) (string, error) {
	d, err := open(shared, data)
	if err != nil {
		return "", err
	}
	defer d.close()
	lines, err := d.allLines(max)
	if err != nil {
		return "", err
	}
	shared.note(d.pages)
	lines, heads := runningHeads(lines, d.pages)
	text := r.write(lines, heads)
	if strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return "", record.Unknown("PDF without text (scanned?)")
	}
	return text, nil
}

// write makes paragraphs of lines.
func (r *Reader) write(lines []line, heads []string) string {
	layout, words := newLayout(lines), newVocabulary(lines, r.compounds)
	b := &prose.Builder{Flow: true}
	for _, h := range heads {
		b.Text(h)
		b.Apart(1)
	}
	b.Apart(2)
	if len(lines) == 0 {
		return b.String()
	}
	pending := lines[0].text
	for i := 1; i < len(lines); i++ {
		switch next := lines[i].text; layout.gap(i) {
		case nothing:
			pending += next
		case aBlank:
			pending = words.joined(pending, next)
		case lineEnd:
			b.Text(pending)
			b.Apart(1)
			pending = next
		case emptyLine:
			b.Text(pending)
			b.Apart(2)
			pending = next
		}
	}
	b.Text(pending)
	return b.String()
}
