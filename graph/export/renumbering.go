package export

import "github.com/attendu/attendu/corpus/law"

// Renumbering is a row of the table renumberings: on a day, the rule of an article went
// on under another number.
type Renumbering struct {
	Old      string  `parquet:"old"`
	New      string  `parquet:"new"`
	Date     *Day    `parquet:"date,date"`
	Act      string  `parquet:"act,optional,dict"`
	Relation string  `parquet:"relation,dict"`
	Evidence string  `parquet:"evidence,dict"`
	Share    float64 `parquet:"share,optional"`
	OldTitle string  `parquet:"old_title"`
	NewTitle string  `parquet:"new_title"`
	ActTitle string  `parquet:"act_title,optional,dict"`
}

// NewRenumbering gives the row of a move.
func NewRenumbering(m law.Move, names Names) Renumbering {
	r := Renumbering{Old: string(m.Old), New: string(m.New), Date: DayOf(m.Date), Act: string(m.Act), Relation: string(m.Relation),
		Evidence: string(m.Evidence), Share: m.Share, OldTitle: names.Title(m.Old), NewTitle: names.Title(m.New)}
	if m.Act != "" {
		r.ActTitle = names.Title(m.Act)
	}
	return r
}
