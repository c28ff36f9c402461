package docx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/attendu/attendu/corpus/source/record"
	"golang.org/x/net/html/charset"
)

// parts reads the parts of a package (ISO/IEC 29500-2): XML files in a zip that
// relationships lead to.
type parts struct {
	dir *zip.Reader
	max int64 // bytes that may still be unpacked
}

// relation leads from one part to another. Its type ends with what the other is:
// ".../officeDocument", ".../styles".
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// decode hands the XML of a part to read. A part that is not there is none.
func (p *parts) decode(name string, read func(*xml.Decoder) error) (found bool, err error) {
	for _, f := range p.dir.File {
		if !strings.EqualFold(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"), name) {
			continue
		}
		if f.Flags&1 != 0 {
			return true, record.Unknown("encrypted docx")
		}
		r, err := f.Open()
		if err != nil {
			return true, fmt.Errorf("%s: %w", name, err)
		}
		defer r.Close()
		in := &counted{r: record.Limited{R: r, Max: p.max}}
		dec := xml.NewDecoder(in)
		dec.CharsetReader = charset.NewReaderLabel
		if err = read(dec); err == io.EOF {
			err = nil
		}
		if err == nil {
			_, err = io.Copy(io.Discard, in) // the sum of the member is checked at its end
		}
		p.max -= in.n
		if err != nil {
			err = fmt.Errorf("%s: %w", name, err)
		}
		return true, err
	}
	return false, nil
}

// counted counts what is unpacked.
type counted struct {
	r record.Limited
	n int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}

// relations reads where a part leads; "" is the package itself.
func (p *parts) relations(of string) (all []relation, err error) {
	dir, base := path.Split(of)
	var list struct {
		All []relation `xml:"Relationship"`
	}
	_, err = p.decode(dir+"_rels/"+base+".rels", func(d *xml.Decoder) error { return d.Decode(&list) })
	for _, r := range list.All {
		if r.Mode == "External" {
			continue
		}
		if rest, ok := strings.CutPrefix(r.Target, "/"); ok {
			r.Target = rest
		} else {
			r.Target = path.Join(dir, r.Target)
		}
		r.Type = path.Base(r.Type)
		all = append(all, r)
	}
	return all, err
}

var errNoMain = errors.New("no main part in this Office document")

// document reads the main part and all that it leads to.
func (p *parts) document() (*document, error) {
	top, err := p.relations("")
	if err != nil {
		return nil, err
	}
	main := ""
	for _, r := range top {
		if r.Type == "officeDocument" {
			main = r.Target
		}
	}
	if main == "" {
		return nil, errNoMain
	}
	rels, err := p.relations(main)
	if err != nil {
		return nil, err
	}
	d := newDocument()
	if err := p.settings(d, rels); err != nil {
		return nil, err
	}
	found, err := p.decode(main, func(dec *xml.Decoder) error { return d.main.read(dec) })
	switch {
	case err != nil:
		return nil, err
	case !found:
		return nil, errNoMain
	}
	return d, p.beside(d, rels)
}

// settings reads the styles and the numberings, which the text refers to.
func (p *parts) settings(d *document, rels []relation) error {
	for _, r := range rels {
		var into any
		switch r.Type {
		case "styles":
			into = &d.styles
		case "numbering":
			into = &d.numbering.defs
		default:
			continue
		}
		if _, err := p.decode(r.Target, func(dec *xml.Decoder) error { return dec.Decode(into) }); err != nil {
			return err
		}
	}
	d.styles.index()
	d.numbering.index()
	return nil
}

// beside reads the headers, footers and notes, in the order of their kinds.
func (p *parts) beside(d *document, rels []relation) error {
	for _, kind := range []string{"header", "footer", "footnotes", "endnotes"} {
		for _, r := range rels {
			if r.Type != kind {
				continue
			}
			s := d.story(kind)
			if _, err := p.decode(r.Target, s.read); err != nil {
				return err
			}
		}
	}
	return nil
}
