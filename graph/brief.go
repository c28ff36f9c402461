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
	raw, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	var r briefRecord
	unmarshal := unpacking.Unmarshal
	if len(raw) > 0 && raw[0] == '{' { // see record.unmarshal
		unmarshal = json.Unmarshal
	}
	if err := unmarshal(raw, &r); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	d := &r.Decision.Decision
	for _, s := range r.Decision.Sources {
		d.Sources = append(d.Sources, s.Source)
	}
	return d, nil
}
