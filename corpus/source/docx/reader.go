package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"
	"unicode"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/archive"
	"github.com/attendu/attendu/corpus/source/record"
)

// Name is the format of the documents read here.
const Name corpus.Format = "docx"

// Reader reads Word documents. The zero value is ready to use.
type Reader struct{}

// Name is the format of the documents.
func (Reader) Name() corpus.Format { return Name }

// Sniff takes a zip that holds the parts of an Office document. Whether these
// are those of a text is seen when it is read.
func (Reader) Sniff(head []byte) bool {
	zipped := bytes.HasPrefix(head, []byte("PK\x03\x04")) && archive.Sniff(head) == archive.None
	return zipped && !bytes.HasPrefix(head[min(len(head), 30):], []byte("mimetype"))
}

// Read yields the one document of a file.
func (Reader) Read(name string, in io.Reader, max int64) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		data, err := record.ReadAll(in, max)
		var text string
		if err == nil {
			text, err = read(data, max)
		}
		if err != nil {
			yield(record.Failed(name, record.Malformed(err)))
			return
		}
		yield(record.Of(name, Name, &corpus.Document{Text: text}))
	}
}

func read(data []byte, max int64) (string, error) {
	dir, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return "", err
	}
	p := &parts{dir: dir, max: max}
	d, err := p.document()
	if err != nil {
		return "", err
	}
	text := d.text()
	if strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return "", record.Unknown("docx without text (pictures only?)")
	}
	return text, nil
}
