package export

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// Party is a row of the table parties: one party of one decision. Natural persons are
// as published, and only of this decision.
type Party struct {
	Of
	PartyID      string  `parquet:"party_id"`
	N            int64   `parquet:"n"`
	Name         string  `parquet:"name,dict"`
	Side         string  `parquet:"side,optional,dict"`
	Kind         string  `parquet:"kind,optional,dict"`
	Role         string  `parquet:"role,optional,dict"`
	Organisation string  `parquet:"organisation,optional,dict"`
	Siren        string  `parquet:"siren,optional,dict"`
	Start        int64   `parquet:"start"`
	End          int64   `parquet:"end"`
	Confidence   float64 `parquet:"confidence"`
	Rule         string  `parquet:"rule,optional,dict"`
}

// Parties appends the rows of a decision.
func Parties(rows []Party, d *corpus.Decision, _ Names) ([]Party, error) {
	of := NewOf(d)
	for i, p := range d.Parties {
		r := Party{Of: of, PartyID: fmt.Sprintf("%s#party%d", d.Node, i+1), N: int64(i + 1), Name: p.Name, Side: string(p.Side),
			Kind: string(p.Kind), Role: p.Role, Start: int64(p.Start), End: int64(p.End), Confidence: p.Confidence, Rule: p.Rule}
		if p.Kind != corpus.Physique { // natural persons are never joined across decisions
			r.Organisation, r.Siren = string(graph.OrgNode(p.Name)), p.Siren
		}
		rows = append(rows, r)
	}
	return rows, nil
}
