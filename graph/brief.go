package graph

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/attendu/attendu/corpus"
)

// Parts are parts of the record of a decision.
type Parts uint8

// The parts that a reader of records may do without.
const (
	PartCitations Parts = 1 << iota
	PartParties
	PartHoldings
	PartPrinciples
)

// decoder reads of a record at least these parts. There is one for each set of parts that
// is asked for often; others are given more than they ask for.
func (p Parts) decoder() func([]byte) (*corpus.Decision, error) {
	switch {
	case p == 0 || p&PartPrinciples != 0:
		return decodeBrief[[]corpus.Citation, []corpus.Party, []corpus.Holding, []corpus.Holding]
	case p == PartParties:
		return decodeBrief[skipped, []corpus.Party, skipped, skipped]
	case p == PartHoldings:
		return decodeBrief[skipped, skipped, []corpus.Holding, skipped]
	case p&PartParties == 0:
		return decodeBrief[[]corpus.Citation, skipped, []corpus.Holding, skipped]
	}
	return decodeBrief[[]corpus.Citation, []corpus.Party, []corpus.Holding, skipped]
}

// briefRecord is a record of which only what Records gives is read.
type briefRecord[C, P, H, R any] struct {
	Decision briefDecision[C, P, H, R] `json:"decision"`
}

// briefDecision reads a decision; the fields that stand here hide those of the decision.
// Each of the type parameters is the list that the decision has, or skipped.
type briefDecision[C, P, H, R any] struct {
	corpus.Decision
	Sources    []briefSource `json:"sources"`
	Zones      skipped       `json:"zones"`
	Official   skipped       `json:"official"`
	Read       skipped       `json:"read"`
	Citations  C             `json:"citations"`
	Parties    P             `json:"parties"`
	Holdings   H             `json:"holdings"`
	Principles R             `json:"principles"`
}

type briefSource struct {
	corpus.Source
	Official skipped `json:"official"`
}

// skipped is a value that is passed over.
type skipped struct{}

// UnmarshalCBOR and UnmarshalJSON take nothing of what they are given.
func (*skipped) UnmarshalCBOR([]byte) error { return nil }
func (*skipped) UnmarshalJSON([]byte) error { return nil }

// unpacked are buffers for records: what is read of one is copied out of them.
var unpacked = sync.Pool{New: func() any { return new([]byte) }}

// decodeBrief reads of a record what Records gives.
func decodeBrief[C, P, H, R any](b []byte) (*corpus.Decision, error) {
	var r briefRecord[C, P, H, R]
	if err := decodePart(b, &r); err != nil {
		return nil, err
	}
	d := joined(&r.Decision.Decision, r.Decision.Sources)
	d.Citations, _ = any(r.Decision.Citations).([]corpus.Citation)
	d.Parties, _ = any(r.Decision.Parties).([]corpus.Party)
	d.Holdings, _ = any(r.Decision.Holdings).([]corpus.Holding)
	d.Principles, _ = any(r.Decision.Principles).([]corpus.Holding)
	return d, nil
}

// decodePart reads of a record what r has fields for.
func decodePart(b []byte, r any) error {
	buf := unpacked.Get().(*[]byte)
	defer unpacked.Put(buf)
	raw, err := decoder.DecodeAll(b, (*buf)[:0])
	if err != nil {
		return fmt.Errorf("record: %w", err)
	}
	*buf = raw
	unmarshal := unpacking.Unmarshal
	if len(raw) > 0 && raw[0] == '{' { // see record.unmarshal
		unmarshal = json.Unmarshal
	}
	if err := unmarshal(raw, r); err != nil {
		return fmt.Errorf("record: %w", err)
	}
	return nil
}

// joined gives a decision the sources that were read beside it.
func joined(d *corpus.Decision, sources []briefSource) *corpus.Decision {
	for _, s := range sources {
		d.Sources = append(d.Sources, s.Source)
	}
	return d
}
