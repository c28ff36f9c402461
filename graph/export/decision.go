package export

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// Of says of which decision a row is. The columns are the same in every table.
type Of struct {
	DecisionID string `parquet:"decision_id,dict"`
	Decision   string `parquet:"decision,dict"`
	ECLI       string `parquet:"ecli,optional,dict"`
	Court      string `parquet:"court,optional,dict"`
	Date       *Day   `parquet:"decision_date,date"`
}

// NewOf gives the columns of a decision.
func NewOf(d *corpus.Decision) Of {
	return Of{DecisionID: string(d.Node), Decision: string(d.Key), ECLI: d.ECLI, Court: courtOf(d.Court), Date: DayOf(d.Date)}
}

// courtOf is a court as it stands in keys: "ca/paris".
func courtOf(c corpus.Court) string {
	if c.Kind == "" {
		return ""
	}
	return string(graph.CourtNode(c)[len("court/"):])
}

// Decision is a row of the table decisions. Descriptions of the columns of all tables
// are in columns.tsv.
type Decision struct {
	ID            string   `parquet:"id"`
	Key           string   `parquet:"key"`
	ECLI          string   `parquet:"ecli,optional"`
	Usual         string   `parquet:"usual"`
	CourtKind     string   `parquet:"court_kind,optional,dict"`
	Court         string   `parquet:"court,optional,dict"`
	CourtName     string   `parquet:"court_name,optional,dict"`
	Chamber       string   `parquet:"chamber,optional,dict"`
	Formation     string   `parquet:"formation,optional,dict"`
	Date          *Day     `parquet:"date,date"`
	Numbers       []string `parquet:"numbers,list"`
	Nature        string   `parquet:"nature,optional,dict"`
	Solution      string   `parquet:"solution,optional,dict"`
	Title         string   `parquet:"title,optional"`
	Publication   []string `parquet:"publication,list"`
	Themes        []string `parquet:"themes,list"`
	Abstracts     []string `parquet:"abstracts,list"`
	Secondary     bool     `parquet:"secondary"`
	SourceFormat  string   `parquet:"source_format,optional,dict"`
	SourceDataset string   `parquet:"source_dataset,optional,dict"`
	SourceID      string   `parquet:"source_id,optional"`
	URL           string   `parquet:"url,optional"`
	Sources       int64    `parquet:"sources"`
	Citations     int64    `parquet:"citations"`
	Unresolved    int64    `parquet:"unresolved_citations"`
	Parties       int64    `parquet:"parties"`
	Holdings      int64    `parquet:"holdings"`
}

// Decisions appends the row of a decision.
func Decisions(rows []Decision, d *corpus.Decision, names Names) ([]Decision, error) {
	key, err := names.Key(d)
	if err != nil {
		return rows, err
	}
	r := Decision{ID: string(d.Node), Key: string(key), ECLI: d.ECLI, Usual: names.Usual(&d.Metadata),
		CourtKind: string(d.Court.Kind), Court: courtOf(d.Court), Chamber: d.Court.Chamber, Formation: d.Formation,
		Date: DayOf(d.Date), Numbers: d.Numbers, Nature: d.Nature, Solution: d.Solution, Title: d.Title,
		Publication: d.Publication, Themes: d.Themes, Secondary: d.Secondary(), Sources: int64(len(d.Sources)),
		Citations: int64(len(d.Citations)), Parties: int64(len(d.Parties)), Holdings: int64(len(d.Holdings))}
	if d.Court.Kind != "" {
		r.CourtName = d.Court.Name()
	}
	for _, s := range d.Summaries {
		if s.Text != "" {
			r.Abstracts = append(r.Abstracts, s.Text)
		}
	}
	for i := range d.Citations {
		if d.Citations[i].Key == "" {
			r.Unresolved++
		}
	}
	if len(d.Sources) > 0 {
		s := d.Sources[0]
		r.SourceFormat, r.SourceDataset, r.SourceID, r.URL = string(s.Format), s.Dataset, s.ID, s.URL
	}
	return append(rows, r), nil
}
