package markup

import (
	"encoding/xml"
	"strings"

	"github.com/attendu/attendu/corpus/source/prose"
)

// Begin is shown an element and its parent; where it returns a function, that is
// given the text within, with line ends for its markup, and the elements within are
// not shown. The attributes are good until it returns.
type Begin func(parent string, t xml.StartElement) func(text string)

// collector follows the elements of a document and hands out the texts that are
// wanted.
type collector struct {
	path []string // names of the open elements

	// The element being collected: where its text goes, how deep it stands,
	// and who wants it.
	text  *prose.Builder // nil: none
	depth int
	want  func(text string)

	builder prose.Builder // the one that serves for all
}

// open begins an element: one to collect, or markup within one.
func (c *collector) open(t xml.StartElement, begin Begin) {
	if c.text != nil {
		breaks(c.text, t.Name.Local)
	} else if c.want = begin(c.path[len(c.path)-1], t); c.want != nil {
		c.builder.Reset()
		c.text, c.depth = &c.builder, len(c.path)
	}
	c.path = append(c.path, t.Name.Local)
}

// close ends an element, and hands out what was collected of it.
func (c *collector) close(name string) {
	c.path = c.path[:len(c.path)-1]
	switch {
	case c.text == nil:
	case len(c.path) == c.depth:
		c.want(c.text.String())
		c.text = nil
	case !strings.EqualFold(name, "br"):
		breaks(c.text, name)
	}
}

// chars adds a piece of text.
func (c *collector) chars(s string) {
	if c.text != nil {
		c.text.Text(s)
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
