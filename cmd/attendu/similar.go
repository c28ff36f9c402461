package main

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) similarCommand() *cobra.Command {
	var req queries.SimilarRequest
	c := &cobra.Command{
		Use:   "similar DECISION",
		Short: "Decisions that cite the same things, or are cited together, and why",
		Long: `Finds the decisions that are most like one by their citations: those that cite the same
provisions and decisions, the rare ones counting most, and those that later decisions cite
together with it. Each is shown with its reasons. Facts and words are not compared. The
decisions of the same case are left out; --same-case keeps them.`,
		Example: "  attendu similar 18-29.417\n  attendu similar tgi/laval/2016-10-04 --limit 20",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, words []string) error {
			req.Reference = strings.Join(words, " ")
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				ans, err := lib.Similar(c.Context(), req)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(ans)
				}
				a.printSimilar(ans)
				return nil
			})
		},
	}
	c.Flags().IntVar(&req.Limit, "limit", 10, "decisions to print at most")
	c.Flags().BoolVar(&req.SameCase, "same-case", false, "keep the decisions of the same case")
	a.jsonFlag(c, "the answer as one JSON object")
	return c
}

// maxReasons is how many reasons are printed of each kind.
const maxReasons = 6

func (a *app) printSimilar(ans *queries.SimilarAnswer) {
	a.printf("%s%s\n", a.look.wrap("", "like "+a.look.bold(ans.Usual)), a.look.dim("    "+string(ans.Key)))
	if len(ans.Similar) == 0 {
		a.printf("    nothing in this library is like it by its citations\n")
	}
	for _, s := range ans.Similar {
		a.printf("\n%s%s\n", a.look.wrap("", a.look.bold(s.Usual)), a.look.dim(fmt.Sprintf("    %s  %.2f", s.Key, s.Score)))
		var shared []string
		for _, r := range s.Shared[:min(len(s.Shared), maxReasons)] {
			shared = append(shared, fmt.Sprintf("%s (cited by %s)", r.Title, thousands(int64(r.Citing))))
		}
		if more := len(s.Shared) - maxReasons; more > 0 {
			shared = append(shared, fmt.Sprintf("%d more", more))
		}
		if len(shared) > 0 {
			a.printf("%s", a.look.wrap("    ", fmt.Sprintf("both cite (%.2f): ", s.Coupling)+strings.Join(shared, "; ")))
		}
		if s.Together > 0 {
			a.printf("%s", a.look.wrap("    ", fmt.Sprintf("cited together (%.2f) by %s", s.CoCitation, plural(s.Together, "decision", "decisions"))))
		}
		if s.Cites {
			a.printf("    it cites the decision asked for\n")
		}
		if s.CitedBy {
			a.printf("    the decision asked for cites it\n")
		}
	}
	a.printNotCompared(ans)
}

// printNotCompared says what the answer leaves out.
func (a *app) printNotCompared(ans *queries.SimilarAnswer) {
	if len(ans.Common) > 0 || len(ans.SameCase) > 0 || ans.Partial {
		a.printf("\n")
	}
	if len(ans.SameCase) > 0 {
		names := make([]string, len(ans.SameCase))
		for i, k := range ans.SameCase {
			names[i] = string(k)
		}
		a.printf("%s", a.look.dim(a.look.wrap("", "of the same case, left out: "+strings.Join(names, ", "))))
	}
	if len(ans.Common) > 0 {
		var names []string
		for _, r := range ans.Common {
			names = append(names, r.Title)
		}
		a.printf("%s", a.look.dim(a.look.wrap("", "decisions that share only what is cited very often were not compared: "+strings.Join(names, ", "))))
	}
	if ans.Partial {
		a.printf("%s", a.look.dim(a.look.wrap("", "even the rarest thing that it cites has too many citers: not each was compared")))
	}
}
