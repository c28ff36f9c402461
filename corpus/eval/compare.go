package eval

import (
	"encoding/json"
	"fmt"
	"io"
)

// Change is the difference between two reports, fault by fault.
type Change struct {
	Gains  []Fault `json:"gains"`  // faults of the older report that are gone
	Losses []Fault `json:"losses"` // faults that are new
	// Apart are the cases that are in one report only, or whose text or gold is
	// another: they are not compared.
	Apart []string `json:"apart"`
}

// Compare says what changed between an older report and a newer one.
func Compare(older, newer *Report) *Change {
	ch := &Change{Gains: []Fault{}, Losses: []Fault{}, Apart: []string{}}
	was, shared := map[string]string{}, map[string]bool{}
	for _, c := range older.Cases {
		was[c.Name] = c.Hash
	}
	for _, c := range newer.Cases {
		if was[c.Name] == c.Hash {
			shared[c.Name] = true
		} else {
			ch.Apart = append(ch.Apart, c.Name)
		}
	}
	is := map[string]bool{}
	for _, c := range newer.Cases {
		is[c.Name] = true
	}
	for _, c := range older.Cases {
		if !is[c.Name] {
			ch.Apart = append(ch.Apart, c.Name)
		}
	}
	ch.Gains = append(ch.Gains, without(older.Faults, newer.Faults, shared)...)
	ch.Losses = append(ch.Losses, without(newer.Faults, older.Faults, shared)...)
	return ch
}

// without are the faults of a, in shared cases, that are not in b; a fault that
// comes twice is two.
func without(a, b []Fault, shared map[string]bool) (list []Fault) {
	count := map[Fault]int{}
	for _, f := range b {
		count[f]++
	}
	for _, f := range a {
		if !shared[f.Case] {
			continue
		}
		if count[f] > 0 {
			count[f]--
			continue
		}
		list = append(list, f)
	}
	return list
}

// Save writes a report so that Saved reads it back.
func (r *Report) Save(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(r)
}

// Saved reads a report that Save, or `attendu eval --json`, wrote.
func Saved(r io.Reader) (*Report, error) {
	var rep Report
	if err := json.NewDecoder(r).Decode(&rep); err != nil {
		return nil, fmt.Errorf("not a saved report: %w", err)
	}
	if len(rep.Cases) == 0 {
		return nil, fmt.Errorf("not a saved report: it names no cases")
	}
	return &rep, nil
}
