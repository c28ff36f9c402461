package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) forgetCommand() *cobra.Command {
	var undo bool
	c := &cobra.Command{
		Use:   "forget DECISION",
		Short: "Remove a decision and keep it from coming back",
		Long: `Removes a decision from the store, the graph and the index, and leaves a tombstone with
its names: indexing it again, from any source, is refused. --undo takes the tombstone
away; the decision is then held again when it is next indexed.`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, words []string) error {
			ref := strings.Join(words, " ")
			return a.withLibraryToWrite(c.Context(), func(lib *queries.Library) error {
				do, done := lib.Forget, "forgotten"
				if undo {
					do, done = lib.Recall, "may be indexed again"
				}
				key, err := do(c.Context(), ref)
				if err == nil {
					a.printf("%s: %s\n", key, done)
				}
				return err
			})
		},
	}
	c.Flags().BoolVar(&undo, "undo", false, "let the decision come back")
	return c
}

func (a *app) checkCommand() *cobra.Command {
	var repair bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Verify that records, graph and index agree",
		Long: `Reads the whole library and names what does not agree; the exit code is then 1. --repair
makes the graph and the index anew from the records, and checks again. A running serve does
so itself; until the index is whole it answers others that they come again.`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLibraryToWrite(c.Context(), func(lib *queries.Library) error { return a.runCheck(c, lib, repair) })
		},
	}
	c.Flags().BoolVar(&repair, "repair", false, "make graph and index anew")
	a.jsonFlag(c, "the faults as a JSON list")
	return c
}

func (a *app) runCheck(c *cobra.Command, lib *queries.Library, repair bool) error {
	if repair {
		n, err := lib.Repair(c.Context())
		if err != nil {
			return err
		}
		fmt.Fprintf(a.err, "repaired the graph of %s\n", plural(n, "decision", "decisions"))
	}
	faults, err := lib.Check(c.Context())
	if err != nil {
		return err
	}
	switch {
	case a.json:
		err = a.printJSON(faults)
	case len(faults) == 0:
		a.printf("the library is sound\n")
	default:
		a.printf("%s\n", strings.Join(faults, "\n"))
	}
	if err == nil && len(faults) > 0 {
		err = errors.New("the library is not sound; attendu check --repair makes graph and index anew")
	}
	return err
}
