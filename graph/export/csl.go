package export

import (
	"bufio"
	"encoding/json"
	"fmt"
)

// csl writes a list of CSL-JSON items of the type legal_case.
type csl struct {
	w     *bufio.Writer
	begun bool
}

// cslItem has the variables of CSL 1.0.2 that legal_case has. Zotero reads title as the
// name of the case, authority as the court and number as the docket number.
type cslItem struct {
	ID           string   `json:"id"`
	Type         string   `json:"type"`
	Title        string   `json:"title"`
	Authority    string   `json:"authority,omitempty"`
	Section      string   `json:"section,omitempty"`
	Genre        string   `json:"genre,omitempty"`
	Number       string   `json:"number,omitempty"`
	Issued       *cslDate `json:"issued,omitempty"`
	References   string   `json:"references,omitempty"`
	Jurisdiction string   `json:"jurisdiction"`
	Language     string   `json:"language"`
	URL          string   `json:"URL,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

func (x *csl) Cite(c Cited) error {
	item := cslItem{ID: c.ID, Type: "legal_case", Title: c.title(), Authority: c.Court, Section: c.Formation, Genre: c.Nature,
		Number: c.number(), References: c.ECLI, Jurisdiction: "fr", Language: "fr-FR", URL: c.URL}
	if c.Date != "" {
		t := c.Date.Time()
		item.Issued = &cslDate{[][]int{{t.Year(), int(t.Month()), t.Day()}}}
	}
	mark := "["
	if x.begun {
		mark = ","
	}
	x.begun = true
	x.w.WriteString(mark)
	e := json.NewEncoder(x.w)
	e.SetEscapeHTML(false)
	if err := e.Encode(item); err != nil {
		return fmt.Errorf("export: csl %s: %w", c.ID, err)
	}
	return nil
}

func (x *csl) Close() error {
	if !x.begun {
		x.w.WriteString("[")
	}
	x.w.WriteString("]\n")
	return x.w.Flush()
}
