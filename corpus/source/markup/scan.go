package dila

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/attendu/attendu/corpus/source/prose"
	"golang.org/x/net/html/charset"
)

// scan reads the tokens of one XML document.
type scan struct {
	dec  *xml.Decoder
	path []string // names of the open elements
}

func newScan(data []byte) *scan {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Entity = xml.HTMLEntity // texts come with &nbsp; and &euro; that no DTD declares
	dec.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return in, nil // decoded by its byte order mark before it came here
		}
		return charset.NewReaderLabel(label, in)
	}
	return &scan{dec: dec}
}

// root moves to the first element and returns its name.
func (x *scan) root() (string, error) {
	for {
		tok, err := x.dec.Token()
		if err != nil {
			return "", unexpected(err)
		}
		if start, ok := tok.(xml.StartElement); ok {
			x.path = append(x.path, start.Name.Local)
			return start.Name.Local, nil
		}
	}
}

// firstID gives the text of the first element ID.
func (x *scan) firstID() (string, error) {
	for {
		tok, err := x.dec.Token()
		if err != nil {
			return "", unexpected(err)
		}
		if start, ok := tok.(xml.StartElement); ok && start.Name.Local == "ID" {
			var id string
			err := x.dec.DecodeElement(&id, &start)
			return line(id), err
		}
	}
}

// walk reads what is within the root and collects its fields.
func (x *scan) walk(f *fields) error {
	for len(x.path) > 0 {
		tok, err := x.dec.Token()
		if err != nil {
			return unexpected(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			x.open(t, f)
		case xml.EndElement:
			x.close(t.Name.Local, f)
		case xml.CharData:
			if f.text != nil {
				f.text.Text(string(t))
			}
		}
	}
	return nil
}

// open begins an element: a field to collect, or markup within one.
func (x *scan) open(t xml.StartElement, f *fields) {
	name := t.Name.Local
	if f.text == nil {
		f.begin(x.path[len(x.path)-1], t)
		if f.text != nil {
			f.depth = len(x.path)
		}
	} else {
		breaks(f.text, name)
	}
	x.path = append(x.path, name)
}

// close ends an element, and with it the field that it began.
func (x *scan) close(name string, f *fields) {
	x.path = x.path[:len(x.path)-1]
	if f.text == nil {
		return
	}
	if len(x.path) == f.depth {
		f.end(f.text.String())
		f.text = nil
		return
	}
	if !strings.EqualFold(name, "br") {
		breaks(f.text, name)
	}
}

// breaks writes the line ends that an element stands for.
func breaks(b *prose.Builder, name string) {
	switch strings.ToLower(name) {
	case "br":
		b.Break()
	case "p", "div", "blockquote", "table", "ul", "ol":
		b.Apart(2)
	case "li", "tr":
		b.Apart(1)
	}
}

// unexpected turns the end of the file within an element into an error.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
