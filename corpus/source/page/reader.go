package page

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/record"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// Name is the format of the documents read here.
const Name corpus.Format = "page"

// Reader reads web pages.
type Reader struct{ effects *effectTable }

// Load makes a reader. Its error is that of a bad table.
func Load() (*Reader, error) {
	t, err := parseEffects(elementsTSV)
	if err != nil {
		return nil, err
	}
	return &Reader{effects: t}, nil
}

// Name is the format of the documents.
func (r *Reader) Name() corpus.Format { return Name }

// Sniff recognises a document type of HTML or a first element of HTML.
func (r *Reader) Sniff(head []byte) bool {
	root := strings.ToLower(record.RootElement(head))
	if root == "html" || root == "head" || root == "body" || root == "meta" {
		return true
	}
	e := r.effects.element[root]
	return e != none && e != drop && !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml"))
}

// Read yields the one document of a page.
func (r *Reader) Read(name string, in io.Reader, max int64) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		doc, err := r.page(&record.Limited{R: in, Max: max})
		if err != nil {
			yield(record.Failed(name, record.Malformed(err)))
			return
		}
		yield(record.Of(name, Name, doc))
	}
}

// page parses a page in the character set that it declares, and takes it apart.
func (r *Reader) page(in io.Reader) (*corpus.Document, error) {
	utf8, err := charset.NewReader(in, "")
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(utf8)
	if err != nil {
		return nil, err
	}
	p := r.survey(root)
	main := p.main()
	if main == nil {
		return nil, errors.New("a page without text")
	}
	doc := &corpus.Document{Title: p.title(main), Text: p.text(main)}
	doc.URL = p.address
	return doc, nil
}
