package main

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) lineageCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "lineage REFERENCE",
		Short: "The line of cases of a decision or provision, and candidates for reversals",
		Long: `Finds the chain of citations through a decision, or among the decisions that apply a
provision, that most other chains follow; and later decisions that may depart from earlier
ones: by the words with which a court says so (each shown), by its formation, or because the
citations go over from the one to the other.

These are candidates with a confidence, found by counting and by words: read the decisions.
docs/measures.md says how each is found.`,
		Example: "  attendu lineage 18-29.417\n  attendu lineage \"C. civ. 1240\"",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, words []string) error {
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				ans, err := lib.Lineage(c.Context(), queries.LineageRequest{Reference: strings.Join(words, " ")})
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(ans)
				}
				a.printLineage(ans)
				return nil
			})
		},
	}
	a.jsonFlag(c, "the answer as one JSON object")
	return c
}

func (a *app) printLineage(ans *queries.LineageAnswer) {
	a.printf("%s%s\n", a.look.wrap("", a.look.bold(ans.Title)), a.look.dim("    "+string(ans.Key)))
	if len(ans.Line) == 0 {
		a.printf("    no line of cases: %s\n", noLine(ans))
	} else {
		a.printf("\n%s", a.look.wrap("", fmt.Sprintf("line of cases, among %s (confidence %.2f)", plural(ans.Among, "decision", "decisions"), ans.Confidence)))
	}
	for i, s := range ans.Line {
		head, note := "  │ ", ""
		if i == 0 {
			head = "  ┌ "
		}
		if i == len(ans.Line)-1 {
			head = "  └ "
		}
		if i > 0 {
			note = fmt.Sprintf("  cites the one before (%s), %.0f%% of the chains", usesText(s.Uses), 100*s.Share)
			if s.Doubt != "" {
				note += "; not sure: " + s.Doubt
			}
		}
		name := s.Usual
		if s.Self {
			name = a.look.bold(name) + " ◂"
		}
		a.printf("%s", a.look.hang(head, name+notHeld(s.DecisionRef), a.look.dim(string(s.Key)+note)))
	}
	if ans.Cut {
		a.printf("    only the nearest decisions were looked at\n")
	}
	a.printReversals(ans.Reversals)
}

// noLine says why there is no line of cases.
func noLine(ans *queries.LineageAnswer) string {
	if ans.Among > 1 && ans.Key.IsDecision() {
		return fmt.Sprintf("it hangs together with %s here, but in no order that the days show; see cited-by", plural(ans.Among-1, "decision", "decisions"))
	}
	return "no decision here cites, or is cited by, another"
}

// usesText lists uses.
func usesText(uses []corpus.Use) string {
	list := make([]string, len(uses))
	for i, u := range uses {
		list[i] = string(u)
	}
	return strings.Join(list, ", ")
}

func (a *app) printReversals(list []queries.Reversal) {
	if len(list) == 0 {
		a.printf("\nno candidate for a reversal was found, which does not mean that there is none\n")
		return
	}
	a.printf("\n%s", a.look.wrap("", "candidates for reversals, to be read by a lawyer, not stated as fact"))
	for _, r := range list {
		a.printf("\n%s", a.look.hang(fmt.Sprintf("  %.2f  ", r.Confidence), a.look.bold(r.Later.Usual), "may depart from "+r.Earlier.Usual, a.look.dim(string(r.Later.Key)+" → "+string(r.Earlier.Key))))
		for _, s := range r.Signals {
			text := s.Detail
			if s.Kind == "words" {
				text = "“" + oneLine(s.Text) + "”"
			}
			a.printf("%s", a.look.hang(fmt.Sprintf("        %s (%.2f): ", s.Kind, s.Strength), text))
		}
	}
}
