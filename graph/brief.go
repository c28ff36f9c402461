package graph

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/pack"
)

// Parts are parts of the record of a decision.
type Parts uint8

// The parts that a reader of records may do without.
const (
	PartCitations  = Parts(pack.Citations)
	PartParties    = Parts(pack.Parties)
	PartHoldings   = Parts(pack.Holdings)
	PartPrinciples = Parts(pack.Principles)
)

// allParts is what a record may be read without, none of it left out.
const allParts = PartCitations | PartParties | PartHoldings | PartPrinciples

// decoder reads these parts of a record, or all for none.
func (p Parts) decoder() func([]byte) (*corpus.Decision, error) {
	if p == 0 {
		p = allParts
	}
	return func(b []byte) (*corpus.Decision, error) {
		r, err := decodeRecord(b, pack.Parts(p))
		if err != nil {
			return nil, err
		}
		return r.Decision, nil
	}
}
