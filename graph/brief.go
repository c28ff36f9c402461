package graph

import (
	"encoding/json"
	"fmt"

	"github.com/attendu/attendu/corpus"
)

// briefRecord is a record of which only what Records gives is read.
type briefRecord struct {
	Decision briefDecision `json:"decision"`
}

// briefDecision reads a decision; the fields that stand here hide those of the decision.
type briefDecision struct {
	corpus.Decision
	Sources  []briefSource `json:"sources"`
	Zones    skipped       `json:"zones"`
	Official skipped       `json:"official"`
	Read     skipped       `json:"read"`
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

// decodeBrief reads of a record what Records gives.
func decodeBrief(b []byte) (*corpus.Decision, error) {
	var r briefRecord
	if err := decodePart(b, &r); err != nil {
		return nil, err
	}
	return joined(&r.Decision.Decision, r.Decision.Sources), nil
}

// decodePart reads of a record what r has fields for.
func decodePart(b []byte, r any) error {
	raw, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return fmt.Errorf("record: %w", err)
	}
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
