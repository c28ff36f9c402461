package eval

import (
	"fmt"
	"strings"
)

// Table is the report for a person: scores, accuracies and groups, in columns.
func (r *Report) Table() string {
	var b strings.Builder
	if len(r.Scores) > 0 {
		fmt.Fprintf(&b, "%-32s %7s %7s %7s %7s %7s %7s\n", "", "P", "R", "F1", "right", "extra", "missed")
	}
	for _, s := range r.Scores {
		fmt.Fprintf(&b, "%-32s %7.4f %7.4f %7.4f %7d %7d %7d\n", s.Kind, s.P, s.R, s.F1, s.Right, s.Extra, s.Missed)
	}
	for _, a := range r.Accuracy {
		fmt.Fprintf(&b, "%-32s %7.4f of %d\n", a.Field+" right", a.Rate, a.Of)
	}
	if r.Forms > 0 {
		fmt.Fprintf(&b, "%-32s %7.4f  %d of %d; a false citation in %d without any\n", "forms exact", rate(r.Exact, r.Forms), r.Exact, r.Forms, r.FalseAlarms)
	}
	if r.Texts > 0 {
		fmt.Fprintf(&b, "%-32s %7d of %d\n", "confident errors on texts meant", r.ConfidentErrors, r.Texts)
	}
	var weak []string
	for _, g := range r.Groups {
		if g.Exact < g.Of {
			weak = append(weak, fmt.Sprintf("%s %d/%d", g.Group, g.Exact, g.Of))
		}
	}
	if len(weak) > 0 {
		fmt.Fprintf(&b, "groups not complete: %s\n", strings.Join(weak, ", "))
	}
	return b.String()
}

// Listing is a list of faults for a person, one a line, under their case.
func Listing(faults []Fault) string {
	var b strings.Builder
	last := ""
	for _, f := range faults {
		if f.Case != last {
			last = f.Case
			b.WriteString(last)
			if f.Group != "" {
				fmt.Fprintf(&b, " [%s]", f.Group)
			}
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "    %s\n", f)
	}
	return b.String()
}
