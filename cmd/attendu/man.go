package main

import (
	"os"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages into a folder",
		Long:  "Writes one manual page for each command into DIR: man -l DIR/attendu.1 shows the first.",
		Args:  args(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, dir []string) error {
			if err := os.MkdirAll(dir[0], 0o755); err != nil {
				return &queries.Error{Code: queries.Invalid, Message: err.Error(), Err: err}
			}
			root := c.Root()
			root.PersistentFlags().Lookup("library").DefValue = defaultLibrary // not that of this environment
			root.DisableAutoGenTag = true                                      // no date: the same build writes the same pages
			if err := doc.GenManTree(root, &doc.GenManHeader{Title: "ATTENDU", Section: "1", Source: "attendu"}, dir[0]); err != nil {
				return &queries.Error{Code: queries.Invalid, Message: err.Error(), Err: err}
			}
			return nil
		},
	}
}
