package docx

import (
	"strconv"
	"strings"
)

// endPara writes the paragraph that ends: first the text boxes that it carries,
// then its number and its text. One whose end is deleted goes on with the next.
func (s *story) endPara() {
	p := s.para()
	s.paras = s.paras[:len(s.paras)-1]
	s.put(p.boxes...)
	text := p.text.String()
	if p.props.Deleted != nil && len(s.paras) == 0 {
		s.carry = text
		return
	}
	props := s.d.styles.resolved(p.props.properties, &s.d.numbering)
	label := s.d.numbering.label(props.Number)
	if strings.TrimSpace(text) != "" {
		text = label + text
	}
	s.put(block{text, number(props.Spacing.Before, 0), number(props.Spacing.After, 0)})
}

// lineEnds are no line ends of the text: an editor of the XML put them there.
var lineEnds = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// chars takes the characters of an element.
func (s *story) chars(element, text string) {
	switch element {
	case "t":
		s.write(lineEnds.Replace(text))
	case "instrText":
		if n := len(s.fields); n > 0 && !s.fields[n-1].result {
			s.fields[n-1].instruction.WriteString(text)
		}
	}
}

// write adds text to the paragraph, unless it is not shown or a page number.
func (s *story) write(text string) {
	p := s.para()
	if p == nil || p.hidden {
		return
	}
	for _, f := range s.fields {
		if f.result && counts(f.instruction.String()) {
			return
		}
	}
	p.text.WriteString(strings.ReplaceAll(text, "\u00ad", ""))
}

// fieldChar follows the parts of a complex field.
func (s *story) fieldChar(kind string) {
	n := len(s.fields)
	switch {
	case kind == "begin":
		s.fields = append(s.fields, &field{})
	case kind == "separate" && n > 0:
		s.fields[n-1].result = true
	case kind == "end" && n > 0:
		s.fields = s.fields[:n-1]
	}
}

// symbols are signs of the font Symbol that stand in texts; others are pictures.
var symbols = map[int64]string{0xb0: "°", 0xb7: "•", 0xb1: "±", 0xb4: "×"}

// symbol gives a sign that is named by its place in a font (17.3.3.30).
func symbol(font, char string) string {
	n, err := strconv.ParseInt(char, 16, 32)
	switch {
	case err != nil:
		return ""
	case n >= 0xf000 && n <= 0xf0ff || n < 0x100:
		if strings.EqualFold(font, "Symbol") {
			return symbols[n&0xff]
		}
		return ""
	}
	return string(rune(n))
}
