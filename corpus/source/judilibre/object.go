package judilibre

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/record"
)

// errPage is what decode says of a page of results.
var errPage = errors.New("a page of results")

// object is a decision as the API gives it (schemas decisionShort and
// decisionFull). What is not here is not kept.
type object struct {
	ID           string            `json:"id"`
	Jurisdiction string            `json:"jurisdiction"`
	Location     string            `json:"location"`
	Chamber      string            `json:"chamber"`
	Number       string            `json:"number"`
	Numbers      texts             `json:"numbers"`
	ECLI         string            `json:"ecli"`
	Formation    string            `json:"formation"`
	Publication  texts             `json:"publication"`
	Date         string            `json:"decision_date"`
	Type         string            `json:"type"`
	Solution     string            `json:"solution"`
	SolutionAlt  string            `json:"solution_alt"`
	Summary      string            `json:"summary"`
	Themes       texts             `json:"themes"`
	Titles       list[titled]      `json:"titlesAndSummaries"`
	Visa         list[link]        `json:"visa"`
	Contested    list[link]        `json:"contested"`
	Related      list[link]        `json:"rapprochements"`
	Text         string            `json:"text"`
	Zones        map[string][]span `json:"zones"`
	Deleted      bool              `json:"to_be_deleted"`
	Results      json.RawMessage   `json:"results"`
}

// decode reads one whole JSON value as a decision. It returns errPage for a
// page, and a Withdrawn for a decision that is to be deleted.
func (r *Reader) decode(raw []byte) (*corpus.Document, error) {
	var o object
	if err := json.Unmarshal(raw, &o); err != nil {
		// A field of another type is a fault of a decision, and a sign that
		// other JSON is of another kind. Decoding goes on behind such a field.
		var wrong *json.UnmarshalTypeError
		if errors.As(err, &wrong) && !o.isDecision() {
			return nil, otherKind(raw)
		}
		return nil, err
	}
	switch {
	case hasResults(o.Results):
		return nil, errPage
	case o.Deleted && o.ID != "":
		return nil, &record.Withdrawn{Source: corpus.Source{ID: o.ID, Format: Name}}
	case !o.isDecision():
		return nil, otherKind(raw)
	}
	return r.document(&o), nil
}

// isDecision reports whether an object that is read has what tells a decision
// of the API from other JSON: one of the two fields that it always has and that
// bear names of its own, and an identity or a text.
func (o *object) isDecision() bool {
	return (o.Jurisdiction != "" || o.Date != "") && (o.ID != "" || o.Text != "")
}

// otherKind says what JSON of another kind holds: its fields in order.
func otherKind(raw []byte) error {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return record.Unknown("JSON that is no object")
	}
	names := slices.Sorted(maps.Keys(fields))
	if len(names) > 8 {
		names = append(names[:8], "…")
	}
	if len(names) == 0 {
		return record.Unknown("an empty JSON object")
	}
	return record.Unknown("JSON with the fields %s", strings.Join(names, ", "))
}
