package docx

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/attendu/attendu/corpus/source/record"
)

// story is a run of paragraphs: the body of the document, a header, the notes.
type story struct {
	d      *document
	kind   string
	lists  [][]block   // the story; the cell or text box within which we are
	rows   [][][]block // of the tables within which we are: their cells so far
	paras  []*para     // paragraphs within which we are: a text box nests them
	fields []*field
	carry  string // text whose paragraph end is deleted
	taken  []bool // of alternatives: one has been read
	note   int    // number of the note that is being read
}

// para is a paragraph that is being read.
type para struct {
	text   strings.Builder
	props  paragraph
	boxes  []block // of the text boxes that it carries
	hidden bool    // the run is not shown
}

// paragraph is what a paragraph says of itself.
type paragraph struct {
	properties
	Deleted *struct{} `xml:"rPr>del"`
}

// field is a complex field: its instruction, and then its result (17.16.18).
type field struct {
	instruction strings.Builder
	result      bool
}

// counts reports whether a field gives a number of the layout, not of the text.
func counts(instruction string) bool {
	words := strings.Fields(strings.ToUpper(instruction))
	return len(words) > 0 && (words[0] == "PAGE" || words[0] == "NUMPAGES" || words[0] == "SECTIONPAGES")
}

func (s *story) blocks() []block {
	if len(s.lists) == 0 {
		return nil
	}
	return s.lists[0]
}

// read reads the XML of a story.
func (s *story) read(dec *xml.Decoder) error {
	s.lists = [][]block{nil}
	var path []string
	for {
		t, err := dec.Token()
		if err == io.EOF {
			if s.carry != "" {
				s.put(block{text: s.carry})
			}
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if s.kind == "main" && len(path) == 0 && t.Name.Local != "document" {
				return record.Unknown("Office document whose main part is <%s>", t.Name.Local)
			}
			read, err := s.start(dec, t)
			if err != nil {
				return err
			}
			if read { // with its end
				continue
			}
			path = append(path, t.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
			s.end(t.Name.Local)
		case xml.CharData:
			if n := len(path); n > 0 {
				s.chars(path[n-1], string(t))
			}
		}
	}
}

// unread are elements that hold nothing of the text, or text that is not shown.
var unread = map[string]bool{
	"del": true, "moveFrom": true, "delText": true, "delInstrText": true, "sectPr": true, "tblPr": true,
	"tblGrid": true, "trPr": true, "tcPr": true, "sdtPr": true, "sdtEndPr": true, "tblPrEx": true, "rubyPr": true, "rt": true,
}

// start begins an element; done says that its end has been read too.
func (s *story) start(dec *xml.Decoder, e xml.StartElement) (done bool, err error) {
	name := e.Name.Local
	switch {
	case unread[name], name == "fldSimple" && counts(attr(e, "instr")), s.alternative(name), s.separator(e):
		return true, dec.Skip()
	case name == "pPr" && s.para() != nil:
		return true, dec.DecodeElement(&s.para().props, &e)
	case name == "rPr" && s.para() != nil:
		var run struct {
			Vanish *value `xml:"vanish"`
		}
		err := dec.DecodeElement(&run, &e)
		s.para().hidden = run.Vanish != nil && run.Vanish.Val != "0" && run.Vanish.Val != "false"
		return true, err
	}
	s.open(e)
	return false, nil
}

// alternative reports whether an element is an alternative to one that was read
// (ISO/IEC 29500-3): a text box comes for new programs and again for old ones.
func (s *story) alternative(name string) bool {
	n := len(s.taken)
	switch {
	case name == "AlternateContent":
		s.taken = append(s.taken, false)
	case (name == "Choice" || name == "Fallback") && n > 0:
		if s.taken[n-1] {
			return true
		}
		s.taken[n-1] = true
	}
	return false
}

// separator reports whether an element is the line above the notes.
func (s *story) separator(e xml.StartElement) bool {
	kind := attr(e, "type")
	return (e.Name.Local == "footnote" || e.Name.Local == "endnote") && kind != "" && kind != "normal"
}

// open begins an element within which text may stand.
func (s *story) open(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		p := &para{}
		if len(s.paras) == 0 {
			p.text.WriteString(s.carry)
			s.carry = ""
		}
		s.paras = append(s.paras, p)
	case "r":
		if p := s.para(); p != nil {
			p.hidden = false
		}
	case "tr":
		s.rows = append(s.rows, nil)
	case "tc", "txbxContent":
		s.lists = append(s.lists, nil)
	case "fldChar":
		s.fieldChar(attr(e, "fldCharType"))
	case "footnote", "endnote":
		s.note = s.d.notes[e.Name.Local+attr(e, "id")]
	default:
		s.sign(e)
	}
}

// sign writes an element that stands for a character.
func (s *story) sign(e xml.StartElement) {
	switch e.Name.Local {
	case "tab", "ptab":
		s.write("\t")
	case "br", "cr":
		s.write("\n")
	case "noBreakHyphen":
		s.write("-")
	case "sym":
		s.write(symbol(attr(e, "font"), attr(e, "char")))
	case "footnoteReference", "endnoteReference":
		if mark := attr(e, "customMarkFollows"); mark == "" || mark == "0" || mark == "false" {
			s.write(" " + noteMark(s.d.note(strings.TrimSuffix(e.Name.Local, "Reference")+attr(e, "id"))))
		}
	case "footnoteRef", "endnoteRef":
		if s.note > 0 {
			s.write(noteMark(s.note))
		}
	}
}

// end finishes an element.
func (s *story) end(name string) {
	switch name {
	case "p":
		s.endPara()
	case "tc":
		if cell, n := s.pop(), len(s.rows); n > 0 {
			s.rows[n-1] = append(s.rows[n-1], cell)
		} else {
			s.put(cell...)
		}
	case "tr":
		cells := s.rows[len(s.rows)-1]
		s.rows = s.rows[:len(s.rows)-1]
		s.put(row(cells)...)
	case "txbxContent":
		if p, box := s.para(), s.pop(); p != nil {
			p.boxes = append(p.boxes, box...)
		} else {
			s.put(box...)
		}
	case "AlternateContent":
		s.taken = s.taken[:len(s.taken)-1]
	}
}

func (s *story) para() *para {
	if len(s.paras) == 0 {
		return nil
	}
	return s.paras[len(s.paras)-1]
}

// put adds blocks to the innermost list.
func (s *story) put(all ...block) {
	n := len(s.lists) - 1
	s.lists[n] = append(s.lists[n], all...)
}

func (s *story) pop() []block {
	n := len(s.lists) - 1
	top := s.lists[n]
	s.lists = s.lists[:n]
	return top
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
