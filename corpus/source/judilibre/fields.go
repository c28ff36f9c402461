package judilibre

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/attendu/attendu/corpus/source/prose"
	"github.com/attendu/attendu/corpus/source/record"
)

// titled is an abstract with its titles.
type titled struct {
	Titles    texts  `json:"titles"`
	Summary   string `json:"summary"`
	Secondary chains `json:"secondaryTitles"`
}

// link is a text or a decision that the decision names: an object, or only its
// title.
type link struct {
	ID           json.RawMessage `json:"id"` // a string for decisions, a number for texts
	Title        string          `json:"title"`
	Date         string          `json:"date"`
	Jurisdiction string          `json:"jurisdiction"`
	Location     string          `json:"location"`
	Chamber      string          `json:"chamber"`
	Number       texts           `json:"number"`
}

// UnmarshalJSON reads both.
func (l *link) UnmarshalJSON(b []byte) error {
	if b[0] == '"' {
		return json.Unmarshal(b, &l.Title)
	}
	type fields link
	return json.Unmarshal(b, (*fields)(l))
}

// span is a range of a zone, in characters as JavaScript counts them.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// list is a list of values, a single one, or null: the API gives either.
type list[T any] []T

// UnmarshalJSON reads all three.
func (l *list[T]) UnmarshalJSON(b []byte) error {
	switch {
	case string(b) == "null":
		*l = nil
		return nil
	case b[0] == '[':
		return json.Unmarshal(b, (*[]T)(l))
	}
	var one T
	err := json.Unmarshal(b, &one)
	*l = list[T]{one}
	return err
}

// texts is a list of strings, a single one, or null.
type texts []string

// UnmarshalJSON leaves out what is null, empty or there already.
func (t *texts) UnmarshalJSON(b []byte) error {
	var all list[string]
	err := all.UnmarshalJSON(b)
	var distinct record.Distinct
	for _, s := range all {
		distinct.Add(prose.Line(s))
	}
	*t = distinct.List()
	return err
}

// chains is a list of titrages, each a list of titles, or only one of them.
type chains []texts

// UnmarshalJSON reads both, and leaves out empty chains.
func (c *chains) UnmarshalJSON(b []byte) error {
	var all list[texts]
	if inner := bytes.TrimLeft(b[1:], " \t\r\n"); b[0] == '[' && len(inner) > 0 && inner[0] != '[' {
		b = slices.Concat([]byte{'['}, b, []byte{']'})
	}
	err := all.UnmarshalJSON(b)
	*c = nil
	for _, t := range all {
		if len(t) > 0 {
			*c = append(*c, t)
		}
	}
	return err
}
