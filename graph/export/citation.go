package export

import (
	"github.com/attendu/attendu/corpus"
)

// Citation is a row of the table citations: one mention of one provision or decision.
type Citation struct {
	Of
	N               int64    `parquet:"n"`
	Start           int64    `parquet:"start"`
	End             int64    `parquet:"end"`
	Mention         string   `parquet:"mention,dict"`
	Kind            string   `parquet:"kind,dict"`
	Cited           string   `parquet:"cited,optional,dict"`
	Printed         string   `parquet:"printed,optional,dict"`
	CitedID         string   `parquet:"cited_id,optional,dict"`
	Instrument      string   `parquet:"instrument,optional,dict"`
	Article         string   `parquet:"article,optional,dict"`
	Sub             string   `parquet:"sub,optional,dict"`
	Use             string   `parquet:"use,dict"`
	Refuses         bool     `parquet:"refuses"`
	Zone            string   `parquet:"zone,dict"`
	Speaker         string   `parquet:"speaker,dict"`
	SpeakerSide     string   `parquet:"speaker_side,optional,dict"`
	Qualifier       string   `parquet:"qualifier,optional,dict"`
	QualifierText   string   `parquet:"qualifier_text,optional,dict"`
	Version         string   `parquet:"version,optional,dict"`
	TextMeant       string   `parquet:"text_meant,optional,dict"`
	Today           string   `parquet:"today,optional,dict"`
	TodayCandidates []string `parquet:"today_candidates,list"`
	Because         string   `parquet:"because,optional,dict"`
	Certainty       float64  `parquet:"certainty,optional"`
	WordingDay      *Day     `parquet:"wording_day,date"`
	WordingAfter    bool     `parquet:"wording_after"`
	CitedDate       *Day     `parquet:"cited_date,date"`
	Chamber         string   `parquet:"chamber,optional,dict"`
	UnderAppeal     bool     `parquet:"under_appeal"`
	Confidence      float64  `parquet:"confidence"`
	Rule            string   `parquet:"rule,dict"`
	Unresolved      string   `parquet:"unresolved,optional,dict"`
}

// Citations appends the rows of a decision, in the order of the mentions.
func Citations(rows []Citation, d *corpus.Decision, names Names) ([]Citation, error) {
	of := NewOf(d)
	for i := range d.Citations {
		c := &d.Citations[i]
		r := Citation{Of: of, N: int64(i + 1), Start: int64(c.Start), End: int64(c.End), Mention: c.Text,
			Kind: "unresolved", Cited: string(c.Node), Printed: string(c.Key), Sub: c.Sub, Use: string(c.Does()), Refuses: d.Refuses(c),
			Zone: string(c.Zone), Speaker: string(c.Speaker), SpeakerSide: string(c.SpeakerSide),
			Qualifier: string(c.Qualifier), QualifierText: c.QualifierText, CitedDate: DayOf(c.Date), Chamber: c.Chamber,
			UnderAppeal: c.UnderAppeal, Confidence: c.Confidence, Rule: c.Rule, Unresolved: c.Unresolved}
		if err := r.name(c, names); err != nil {
			return rows, err
		}
		if m := c.Meant; m != nil {
			r.mean(c.Node, m)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// name says what is cited.
func (r *Citation) name(c *corpus.Citation, names Names) error {
	if c.Key == "" {
		r.Cited = ""
		return nil
	}
	t, err := names.Thing(c.Node)
	r.Kind, r.Instrument, r.Article, r.CitedID = t.Kind, t.Instrument, t.Article, string(t.Held)
	return err
}

// mean says which rule the number meant.
func (r *Citation) mean(key corpus.Key, m *corpus.Designation) {
	r.Version, r.Today, r.Because, r.Certainty = string(m.Version), string(m.Today), m.Because, m.Certainty
	r.WordingDay, r.WordingAfter = DayOf(m.Day), m.After
	if m.Version != "" {
		r.TextMeant = m.Text(key).String()
	}
	for _, k := range m.TodayCandidates {
		r.TodayCandidates = append(r.TodayCandidates, string(k))
	}
}
