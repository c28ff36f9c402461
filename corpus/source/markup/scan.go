package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// Scan reads the tokens of one XML document.
type Scan struct {
	dec *xml.Decoder
	collector
}

// New begins to scan a document. HTML entities are known; another encoding is
// taken from the declaration.
func New(data []byte) *Scan {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Entity = xml.HTMLEntity // texts come with &nbsp; and &euro; that no DTD declares
	dec.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return in, nil // decoded by its byte order mark before it came here
		}
		return charset.NewReaderLabel(label, in)
	}
	return &Scan{dec: dec}
}

// Root moves to the first element and returns its name.
func (x *Scan) Root() (string, error) {
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

// First gives the text of the first element of a name, on one line.
func (x *Scan) First(name string) (string, error) {
	for {
		tok, err := x.dec.Token()
		if err != nil {
			return "", unexpected(err)
		}
		if start, ok := tok.(xml.StartElement); ok && start.Name.Local == name {
			var text string
			err := x.dec.DecodeElement(&text, &start)
			return Line(text), err
		}
	}
}

// Walk reads what is within the root, and shows each element to begin.
func (x *Scan) Walk(begin Begin) error {
	for len(x.path) > 0 {
		tok, err := x.dec.Token()
		if err != nil {
			return unexpected(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			x.open(t, begin)
		case xml.EndElement:
			x.close(t.Name.Local)
		case xml.CharData:
			x.chars(string(t))
		}
	}
	return nil
}

// unexpected turns the end of the file within an element into an error.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// Attr is the value of an attribute, "" when it is not there.
func Attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// Line writes a value on one line.
func Line(s string) string { return strings.Join(strings.Fields(s), " ") }

// Lines cuts a text into its lines, without the empty ones.
func Lines(s string) (out []string) {
	for l := range strings.Lines(s) {
		if l = Line(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
