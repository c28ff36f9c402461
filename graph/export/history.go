package export

import "github.com/attendu/attendu/corpus"

// Review is a row of the table history: one decision reviews another.
type Review struct {
	Of
	Reviewed     string `parquet:"reviewed,dict"`
	ReviewedID   string `parquet:"reviewed_id,optional,dict"`
	ReviewedName string `parquet:"reviewed_usual,optional,dict"`
	Outcome      string `parquet:"outcome,optional,dict"`
	InPart       bool   `parquet:"in_part"`
	Official     string `parquet:"official,optional,dict"`
	Words        string `parquet:"text,optional"`
}

// Reviews appends the rows of a decision: one for each decision that it reviews, with
// what it does to them, nil when nothing shows that.
func Reviews(rows []Review, d *corpus.Decision, reviewed []corpus.Key, ruling *corpus.Ruling, names Names) ([]Review, error) {
	of := NewOf(d)
	for _, k := range reviewed {
		held, err := names.Held(k)
		if err != nil {
			return rows, err
		}
		r := Review{Of: of, Reviewed: string(k), ReviewedID: string(held), ReviewedName: names.Title(k)}
		if ruling != nil {
			r.Outcome, r.InPart, r.Official, r.Words = string(ruling.Outcome), ruling.Part, ruling.Official, ruling.Text
		}
		rows = append(rows, r)
	}
	return rows, nil
}
