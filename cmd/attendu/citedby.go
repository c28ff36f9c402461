package main

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) citedByCommand() *cobra.Command {
	var limit int
	c := &cobra.Command{
		Use:     "cited-by REFERENCE",
		Short:   "Every decision that cites a decision or a provision, with the words that prove it",
		Example: "  attendu cited-by tgi/laval/2016-10-04\n  attendu cited-by 17-21.434 --json",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, words []string) error {
			return a.withLibrary(c.Context(), func(lib *queries.Library) error { return a.runCitedBy(c, lib, strings.Join(words, " "), limit) })
		},
	}
	limitFlag(c, &limit, 0, "decisions to print at most")
	a.jsonFlag(c, "one JSON object a line for each citing decision")
	return c
}

func (a *app) runCitedBy(c *cobra.Command, lib *queries.Library, reference string, limit int) error {
	if limit < 0 {
		return usageError{fmt.Errorf("--limit cannot be negative")}
	}
	n := 0
	for x, err := range lib.CitedBy(c.Context(), reference) {
		if err != nil {
			return err
		}
		if n++; n > atMost(limit) { // the rest is counted
			continue
		}
		if a.json {
			if err := a.printLine(x); err != nil {
				return err
			}
			continue
		}
		if n > 1 {
			a.printf("\n")
		}
		a.printCiting(x)
	}
	switch {
	case a.json:
	case n == 0:
		return a.printUncited(c, lib, reference)
	default:
		a.printf("\ncited by %s", plural(n, "decision", "decisions"))
		if limit > 0 && n > limit {
			a.printf(", %d shown (--limit)", limit)
		}
		a.printf("\n")
	}
	return nil
}

// printUncited says how a reference that nothing cites was understood.
func (a *app) printUncited(c *cobra.Command, lib *queries.Library, reference string) error {
	page, err := lib.CitedByPage(c.Context(), queries.CitedByRequest{Reference: reference, Limit: 1})
	if err != nil {
		return err
	}
	for _, title := range page.Titles {
		a.printf("%s\n", title)
	}
	a.printf("    cited by no decision\n")
	return nil
}
