package export

import (
	"fmt"

	"github.com/attendu/attendu/corpus"
)

// Holding is a row of the table holdings: one operative order of one decision.
type Holding struct {
	Of
	OrderID        string   `parquet:"order_id"`
	N              int64    `parquet:"n"`
	Kind           string   `parquet:"kind,dict"`
	Words          string   `parquet:"text"`
	Beneficiaries  []string `parquet:"beneficiaries,list"`
	Debtors        []string `parquet:"debtors,list"`
	Refused        []string `parquet:"refused,list"`
	AmountCents    int64    `parquet:"amount_cents,optional"`
	Bases          []string `parquet:"bases,list"`
	PenaltyCents   int64    `parquet:"penalty_cents,optional"`
	PenaltyPer     string   `parquet:"penalty_per,optional,dict"`
	DeadlineNumber int64    `parquet:"deadline_number,optional"`
	DeadlineUnit   string   `parquet:"deadline_unit,optional,dict"`
	DeadlineFrom   string   `parquet:"deadline_from,optional,dict"`
	Start          int64    `parquet:"start"`
	End            int64    `parquet:"end"`
	WholeStart     int64    `parquet:"whole_start"`
	WholeEnd       int64    `parquet:"whole_end"`
	Confidence     float64  `parquet:"confidence"`
	Rule           string   `parquet:"rule,optional,dict"`
}

// Holdings appends the rows of a decision.
func Holdings(rows []Holding, d *corpus.Decision, _ Names) ([]Holding, error) {
	of := NewOf(d)
	for i, h := range d.Holdings {
		r := Holding{Of: of, OrderID: fmt.Sprintf("%s#order%d", d.Node, i+1), N: int64(i + 1), Kind: string(h.Kind), Words: h.Text,
			Beneficiaries: h.Beneficiaries, Debtors: h.Debtors, Refused: h.Refused, AmountCents: h.AmountCents,
			Start: int64(h.Start), End: int64(h.End), WholeStart: int64(h.Whole.Start), WholeEnd: int64(h.Whole.End),
			Confidence: h.Confidence, Rule: h.Rule}
		for _, k := range h.Bases {
			r.Bases = append(r.Bases, string(k))
		}
		if p := h.Penalty; p != nil {
			r.PenaltyCents, r.PenaltyPer = p.AmountCents, p.Per
		}
		if t := h.Deadline; t != nil {
			r.DeadlineNumber, r.DeadlineUnit, r.DeadlineFrom = int64(t.Number), t.Unit, t.From
		}
		rows = append(rows, r)
	}
	return rows, nil
}
