package pack

import "github.com/attendu/attendu/corpus"

// span is a span by what is small: how far it begins behind the one before it in its list,
// in bytes and below zero where it begins before it, and how long it is.
type span struct {
	After  int `cbor:"1,keyasint,omitempty"`
	Length int `cbor:"2,keyasint,omitempty"`
}

// places turns spans of a list into what is written of them and back; the zero value
// stands at the beginning of the text.
type places struct{ last int }

func (p *places) pack(s corpus.Span) span {
	out := span{After: s.Start - p.last, Length: s.End - s.Start}
	p.last = s.Start
	return out
}

func (p *places) unpack(s span) corpus.Span {
	p.last += s.After
	return corpus.Span{Start: p.last, End: p.last + s.Length}
}

// apart packs a span that is not of the list, by where one of it stands; nil when it
// begins and ends at zero, as one that is not there.
func (p places) apart(s corpus.Span) *span {
	if s == (corpus.Span{}) {
		return nil
	}
	out := p.pack(s)
	return &out
}

func (p places) at(s *span) corpus.Span {
	if s == nil {
		return corpus.Span{}
	}
	return p.unpack(*s)
}
