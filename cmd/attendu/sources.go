package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/queries"
)

// printSources names the sources and what each of them says, then what they say
// differently.
func (a *app) printSources(d *queries.DecisionAnswer) {
	a.section("Sources")
	for _, s := range d.Sources {
		note := string(s.Format)
		for _, more := range []string{s.ID, strings.ToUpper(s.Dataset), issued(s.Issued)} {
			if more != "" {
				note += ", " + more
			}
		}
		if s.Secondary {
			note += ", a commentary"
		}
		a.printf("    %s (%s)\n", s.Path, note)
		a.printFields("gives", d, s.Path)
	}
	itself := "the text of the decision"
	if d.Secondary {
		itself = "the commentary itself"
	}
	a.printf("    %s\n", itself)
	a.printFields("says", d, queries.FromText)
	for _, f := range d.Provenance {
		for _, o := range f.Others {
			from := strings.ReplaceAll(strings.Join(o.From, ", "), queries.FromText, "the text")
			a.printf("%s", a.look.wrap("    ", fmt.Sprintf("%s: %s; but %s in %s", f.Field, oneLine(f.Value), oneLine(o.Value), from)))
		}
	}
}

// issued is the day of an issue, "20250714-210112".
func issued(at string) string {
	if len(at) < 8 {
		return at
	}
	return "issued " + at[:4] + "-" + at[4:6] + "-" + at[6:8]
}

// printFields lists the fields that a source gives.
func (a *app) printFields(verb string, d *queries.DecisionAnswer, from string) {
	var names []string
	for _, f := range d.Provenance {
		if slices.Contains(f.From, from) {
			names = append(names, f.Field)
		}
	}
	if from == queries.FromText {
		names = append(names, "parties", "orders", "citations")
	}
	if len(names) > 0 {
		a.printf("%s", a.look.dim(a.look.wrap("        ", verb+" "+strings.Join(names, ", "))))
	}
}
