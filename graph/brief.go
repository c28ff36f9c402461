package graph

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
	fastjson "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
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

// UnmarshalJSONFrom implements the interface of the decoder.
func (*skipped) UnmarshalJSONFrom(d *jsontext.Decoder) error { return d.SkipValue() }

// decodeBrief reads of a record what Records gives.
func decodeBrief(b []byte) (*corpus.Decision, error) {
	raw, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	var r briefRecord
	if err := fastjson.Unmarshal(raw, &r); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	d := &r.Decision.Decision
	for _, s := range r.Decision.Sources {
		d.Sources = append(d.Sources, s.Source)
	}
	return d, nil
}
