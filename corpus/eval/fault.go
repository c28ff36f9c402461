package eval

import (
	"cmp"
	"fmt"
	"strings"
)

// The kinds of fault.
const (
	Missed = "missed" // in the gold and not found
	Extra  = "extra"  // found and not in the gold
	Wrong  = "wrong"  // a field of a right citation, or of the decision
)

// Fault is one place where system and gold differ.
type Fault struct {
	Case  string `json:"case"`  // name of the decision, or id of the form
	Group Group  `json:"group"` // of the form; "" for decisions
	What  string `json:"what"`  // "citation", "party", "holding", or the field of Accuracy
	Fault string `json:"fault"` // Missed, Extra or Wrong
	Want  string `json:"want"`  // key, kind or value of the gold; "" when Extra
	Got   string `json:"got"`   // the same of the system; "" when Missed
	Start int    `json:"start"` // bytes; 0 where there is no place
	Quote string `json:"quote"` // the words, of the system when Extra
}

// String is the fault in one line, without its case.
func (f Fault) String() string {
	value := f.Want
	switch f.Fault {
	case Extra:
		value = f.Got
	case Wrong:
		value = fmt.Sprintf("want %s, got %s", cmp.Or(f.Want, "none"), cmp.Or(f.Got, "none"))
	}
	s := fmt.Sprintf("%-6s %s %s", f.Fault, f.What, value)
	if f.Quote != "" {
		s += fmt.Sprintf("  « %s »", strings.Join(strings.Fields(f.Quote), " "))
	}
	return s
}

// compare orders faults by case, place and kind.
func (f Fault) compare(o Fault) int {
	return cmp.Or(strings.Compare(f.Case, o.Case), f.Start-o.Start, strings.Compare(f.What, o.What),
		strings.Compare(f.Fault, o.Fault), strings.Compare(f.Want, o.Want), strings.Compare(f.Got, o.Got))
}
