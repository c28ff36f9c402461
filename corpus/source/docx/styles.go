package docx

// properties are those of a paragraph that its text depends on
// (ISO/IEC 29500-1, 17.3.1).
type properties struct {
	Style   value    `xml:"pStyle"`
	Number  *numPr   `xml:"numPr"`
	Spacing *spacing `xml:"spacing"`
}

type value struct {
	Val string `xml:"val,attr"`
}

// numPr says which numbering a paragraph takes part in, and on which level.
type numPr struct {
	Level *value `xml:"ilvl"`
	ID    *value `xml:"numId"`
}

// spacing is the room before and after a paragraph, in twentieths of a point.
type spacing struct {
	Before string `xml:"before,attr"`
	After  string `xml:"after,attr"`
}

// styles is the part that holds the styles (17.7).
type styles struct {
	Defaults properties `xml:"docDefaults>pPrDefault>pPr"`
	All      []style    `xml:"style"`
	byID     map[string]*style
	usual    string // the style of paragraphs that name none
}

type style struct {
	Type       string     `xml:"type,attr"`
	ID         string     `xml:"styleId,attr"`
	Default    string     `xml:"default,attr"`
	BasedOn    value      `xml:"basedOn"`
	Properties properties `xml:"pPr"`
}

func (s *styles) index() {
	s.byID = map[string]*style{}
	for i, st := range s.All {
		s.byID[st.ID] = &s.All[i]
		if st.Type == "paragraph" && (st.Default == "1" || st.Default == "true" || st.Default == "on") {
			s.usual = st.ID
		}
	}
}

// maxBased bounds the chain of styles, which could be a ring.
const maxBased = 30

// resolved fills in what a paragraph does not say itself: from its style, those
// that it is based on, and the defaults. A style that numbers names its level by
// the level naming it.
func (s *styles) resolved(p properties, n *numbering) properties {
	id := p.Style.Val
	if id == "" {
		id = s.usual
	}
	if p.Spacing == nil {
		p.Spacing = &spacing{}
	} else {
		own := *p.Spacing
		p.Spacing = &own
	}
	for range maxBased {
		st := s.byID[id]
		if st == nil {
			break
		}
		if p.Number == nil && st.Properties.Number != nil {
			own := *st.Properties.Number
			if own.Level == nil && own.ID != nil {
				own.Level = n.levelOf(own.ID.Val, id)
			}
			p.Number = &own
		}
		p.Spacing.fill(st.Properties.Spacing)
		id = st.BasedOn.Val
	}
	p.Spacing.fill(s.Defaults.Spacing)
	return p
}

func (s *spacing) fill(from *spacing) {
	if from == nil {
		return
	}
	if s.Before == "" {
		s.Before = from.Before
	}
	if s.After == "" {
		s.After = from.After
	}
}
