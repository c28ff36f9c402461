package pack

import (
	"reflect"

	"github.com/attendu/attendu/corpus"
)

type metadata struct {
	Kind           corpus.CourtKind `cbor:"1,keyasint,omitempty"`
	Place          string           `cbor:"2,keyasint,omitempty"`
	Chamber        string           `cbor:"3,keyasint,omitempty"`
	Date           corpus.Date      `cbor:"4,keyasint,omitempty"`
	Numbers        []string         `cbor:"5,keyasint,omitempty"`
	ECLI           string           `cbor:"6,keyasint,omitempty"`
	Title          string           `cbor:"7,keyasint,omitempty"`
	Nature         string           `cbor:"8,keyasint,omitempty"`
	Solution       string           `cbor:"9,keyasint,omitempty"`
	Formation      string           `cbor:"10,keyasint,omitempty"`
	Recours        string           `cbor:"11,keyasint,omitempty"`
	Audience       corpus.Date      `cbor:"12,keyasint,omitempty"`
	NumeroRole     string           `cbor:"13,keyasint,omitempty"`
	Publication    []string         `cbor:"14,keyasint,omitempty"`
	Themes         []string         `cbor:"15,keyasint,omitempty"`
	Summaries      []summary        `cbor:"16,keyasint,omitempty"`
	Visa           []string         `cbor:"17,keyasint,omitempty"`
	Contested      *reference       `cbor:"18,keyasint,omitempty"`
	Rapprochements []reference      `cbor:"19,keyasint,omitempty"`
}

type summary struct {
	Titles []string `cbor:"1,keyasint,omitempty"`
	Text   string   `cbor:"2,keyasint,omitempty"`
}

type reference struct {
	Kind    corpus.CourtKind `cbor:"1,keyasint,omitempty"`
	Place   string           `cbor:"2,keyasint,omitempty"`
	Chamber string           `cbor:"3,keyasint,omitempty"`
	Date    corpus.Date      `cbor:"4,keyasint,omitempty"`
	Numbers []string         `cbor:"5,keyasint,omitempty"`
	ID      string           `cbor:"6,keyasint,omitempty"`
	Title   string           `cbor:"7,keyasint,omitempty"`
}

// metadataOf packs metadata; nil when they say nothing.
func metadataOf(m *corpus.Metadata) *metadata {
	if reflect.ValueOf(m).Elem().IsZero() {
		return nil
	}
	p := toMetadata(m)
	return &p
}

func toMetadata(m *corpus.Metadata) metadata {
	p := metadata{Kind: m.Court.Kind, Place: m.Court.Place, Chamber: m.Court.Chamber, Date: m.Date, Numbers: m.Numbers, ECLI: m.ECLI,
		Title: m.Title, Nature: m.Nature, Solution: m.Solution, Formation: m.Formation, Recours: m.Recours, Audience: m.Audience,
		NumeroRole: m.NumeroRole, Publication: m.Publication, Themes: m.Themes, Visa: m.Visa}
	for _, s := range m.Summaries {
		p.Summaries = append(p.Summaries, summary(s))
	}
	if m.Contested != nil {
		r := toReference(*m.Contested)
		p.Contested = &r
	}
	for _, r := range m.Rapprochements {
		p.Rapprochements = append(p.Rapprochements, toReference(r))
	}
	return p
}

func (p *metadata) of() corpus.Metadata {
	if p == nil {
		return corpus.Metadata{}
	}
	m := corpus.Metadata{Court: corpus.Court{Kind: p.Kind, Place: p.Place, Chamber: p.Chamber}, Date: p.Date, Numbers: p.Numbers, ECLI: p.ECLI,
		Title: p.Title, Nature: p.Nature, Solution: p.Solution, Formation: p.Formation, Recours: p.Recours, Audience: p.Audience,
		NumeroRole: p.NumeroRole, Publication: p.Publication, Themes: p.Themes, Visa: p.Visa}
	for _, s := range p.Summaries {
		m.Summaries = append(m.Summaries, corpus.Summary(s))
	}
	if p.Contested != nil {
		r := p.Contested.of()
		m.Contested = &r
	}
	for _, r := range p.Rapprochements {
		m.Rapprochements = append(m.Rapprochements, r.of())
	}
	return m
}

func toReference(r corpus.Reference) reference {
	return reference{r.Court.Kind, r.Court.Place, r.Court.Chamber, r.Date, r.Numbers, r.ID, r.Title}
}

func (p reference) of() corpus.Reference {
	return corpus.Reference{Court: corpus.Court{Kind: p.Kind, Place: p.Place, Chamber: p.Chamber}, Date: p.Date, Numbers: p.Numbers, ID: p.ID, Title: p.Title}
}
