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
	// Whether the court ends the dispute itself, and what it does to the judgment below
	// the one that falls.
	Ending         bool   `parquet:"ending"`
	EndingOfficial string `parquet:"ending_official,optional,dict"`
	EndingWords    string `parquet:"ending_text,optional"`
	Below          string `parquet:"below_outcome,optional,dict"`
	BelowInPart    bool   `parquet:"below_in_part"`
	BelowWords     string `parquet:"below_text,optional"`
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
			r.rules(ruling)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// rules sets what the decision does.
func (r *Review) rules(by *corpus.Ruling) {
	r.Outcome, r.InPart, r.Official, r.Words = string(by.Outcome), by.Part, by.Official, by.Text
	if by.Ending == nil {
		return
	}
	r.Ending, r.EndingOfficial, r.EndingWords = true, by.Ending.Official, by.Ending.Text
	if below := by.Ending.Below; below != nil {
		r.Below, r.BelowInPart, r.BelowWords = string(below.Outcome), below.Part, below.Text
	}
}
