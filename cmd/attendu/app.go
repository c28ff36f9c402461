package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// Exit codes. They are part of the contract with scripts: see `attendu help`.
// std are the streams of the process.
type std struct {
	in       io.Reader
	out, err io.Writer
}

// app is what every command shares.
type app struct {
	std
	look    look
	library string
	json    bool
	cache   int64 // size of the store's cache in bytes; 0 is the default
	// served is the library of a running serve for which this is a command; dir is where
	// the command was typed. Both are zero for a process of its own.
	served *queries.Library
	dir    string
}

// defaultLibrary is the folder of the library where none is named.
const defaultLibrary = "attendu.lib"

// run is the whole program without the process around it, and returns the exit
// code. A command on a library that a running serve has runs there.
func run(ctx context.Context, args []string, s std) int {
	if code, done := relayed(ctx, args, s); done {
		return code
	}
	return (&app{std: s, look: lookOf(s.out)}).run(ctx, args)
}

// run runs a command.
func (a *app) run(ctx context.Context, args []string) int {
	s := a.std
	out := bufio.NewWriter(s.out)
	a.out = out
	root := a.root()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	if e := out.Flush(); err == nil && e != nil {
		err = e
	}
	code := exitCode(err)
	switch {
	case err != nil && (a.json || slices.Contains(args, "--json")) && code != exitSkipped && code != exitStopped && code != exitWrong:
		jsonError(s.err, err, code)
	case code == exitCanceled:
		fmt.Fprintln(s.err, "attendu: interrupted")
	case err != nil && code != exitSkipped && code != exitStopped && code != exitWrong:
		fmt.Fprintln(s.err, "attendu:", err)
		showPlace(s.err, err)
	}
	return code
}

// root puts the commands together.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "attendu",
		Short: "A graph of French court decisions that answers",
		Long: `attendu reads French court decisions and links parties, the provisions that they
cite, what was ordered, and other decisions, with full-text search on top.

` + exitHelp,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, list []string) error {
			if len(list) > 0 {
				return usageError{fmt.Errorf("unknown command %q; attendu help lists them", list[0])}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	dir := os.Getenv("ATTENDU_LIBRARY")
	if dir == "" {
		dir = defaultLibrary
	}
	root.PersistentFlags().StringVar(&a.library, "library", dir, "folder of the library, or snapshot (or set ATTENDU_LIBRARY)")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{plainFlag(err)} })
	root.AddCommand(onLibrary(a.indexCommand(), a.searchCommand(), a.showCommand(), a.articleCommand(),
		a.citedByCommand(), a.statsCommand(), a.neighboursCommand(), a.pathCommand(), a.forgetCommand(),
		a.checkCommand(), a.graphCommand(), a.verifyCommand(), a.mcpCommand(), a.similarCommand(), a.rankCommand(),
		a.timelineCommand(), a.lineageCommand(), a.communitiesCommand(), a.exportCommand())...)
	root.AddCommand(a.extractCommand(), a.demoCommand(), a.versionCommand(), a.synthCommand(), a.manCommand(),
		a.evalCommand(), a.citeCommand(), a.snapshotCommand(), a.unpackCommand(), a.diffCommand(), a.serveCommand())
	if a.served != nil {
		onlyLibrary(root)
	}
	return root
}

// printJSON writes one value, indented, as the answer.
func (a *app) printJSON(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func (a *app) printf(format string, args ...any) { fmt.Fprintf(a.out, format, args...) }
