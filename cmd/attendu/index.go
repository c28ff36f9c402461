package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

type indexOptions struct {
	verbose  bool
	dryRun   bool
	report   string
	maxBytes int64
}

func (a *app) indexCommand() *cobra.Command {
	var opt indexOptions
	c := &cobra.Command{
		Use:   "index PATH…",
		Short: "Read decisions into the library",
		Long: `Reads files and folders (- is standard input) and takes every decision into the
library, which is made when there is none. What a file holds is recognised by its
content: DILA XML (CASS, INCA, CAPP), Judilibre JSON (one decision, a page of
results, JSON lines), HTML pages and plain text, alone or in .zip, .tar, .tar.gz and
.tar.zst, nested, which are read as a stream and never unpacked to disk. A text that speaks of a decision
yields the decision that it speaks of. Files of LEGI are recognised and set aside.

The same decision again replaces the one held. A file that cannot be read is named
on standard error, the rest goes on, and the exit code is 4.`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, paths []string) error { return a.runIndex(c, opt, paths) },
	}
	c.Flags().BoolVarP(&opt.verbose, "verbose", "v", false, "name every record on standard error")
	c.Flags().BoolVarP(&opt.dryRun, "dry-run", "n", false, "say what would become of every record, and change nothing")
	c.Flags().StringVar(&opt.report, "report", "", "write what is skipped, refused or set aside, and why, to this file of JSON lines")
	c.Flags().Int64Var(&opt.maxBytes, "max-bytes", 64<<20, "skip a text that is longer, in bytes")
	a.jsonFlag(c, "the summary as one JSON object")
	return c
}

func (a *app) runIndex(c *cobra.Command, opt indexOptions, paths []string) (err error) {
	lib, err := a.libraryFor(opt, paths)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lib.Close()) }()
	r := &indexReport{a: a, verbose: opt.verbose, bar: a.progress("reading")}
	if opt.report != "" {
		if r.file, err = os.Create(opt.report); err != nil {
			return &queries.Error{Code: queries.Invalid, Message: "--report: " + err.Error(), Err: err}
		}
	}
	sum, err := lib.Add(c.Context(), paths, queries.AddOptions{
		Each: r.each, Progress: r.progress(), MaxBytes: opt.maxBytes, DryRun: opt.dryRun, Stdin: a.in})
	if err := errors.Join(err, r.end()); err != nil {
		if queries.CodeOf(err) == queries.Canceled {
			fmt.Fprintln(a.err, "what was indexed stays; the same command goes on from there")
		}
		return errors.Join(a.printSummary(sum), err)
	}
	if err := a.printSummary(sum); err != nil {
		return err
	}
	if sum.Skipped > 0 {
		return errSkipped
	}
	return nil
}

// libraryFor opens the library to index into, and makes it where there is none
// and something to put into it; a dry run makes nothing.
func (a *app) libraryFor(opt indexOptions, paths []string) (*queries.Library, error) {
	lib, err := queries.Open(a.library, queries.Options{})
	if queries.CodeOf(err) != queries.NotFound {
		return lib, err
	}
	if opt.dryRun {
		return queries.Memory()
	}
	if !slices.ContainsFunc(paths, func(p string) bool { _, err := os.Stat(p); return p == "-" || err == nil }) {
		return nil, &queries.Error{Code: queries.NotFound, Message: "nothing to index: there is no " + strings.Join(paths, ", ")}
	}
	return queries.Create(a.library, queries.Options{})
}

func (a *app) printSummary(sum queries.Summary) error {
	if a.json {
		return a.printJSON(sum)
	}
	a.printf("indexed %d, replaced %d, unchanged %d, skipped %d", sum.Added, sum.Replaced, sum.Unchanged, sum.Skipped)
	if sum.Attached > 0 {
		a.printf(", attached %d", sum.Attached)
	}
	if sum.Refused > 0 {
		a.printf(", refused %d", sum.Refused)
	}
	if sum.SetAside > 0 {
		a.printf(", set aside %d", sum.SetAside)
	}
	a.printf("\n")
	return nil
}

// maxNotices bounds the notices of what is set aside, which a feed may hold by
// the million. What is skipped is always named.
const maxNotices = 20

// indexReport tells on standard error what is going on.
type indexReport struct {
	a       *app
	bar     *progressbar.ProgressBar // nil but on a terminal
	verbose bool
	aside   int
	records int
	file    *os.File // of --report; may be nil
	failed  error    // of writing it
}

func (r *indexReport) each(x queries.Added) {
	if r.file != nil && r.failed == nil && x.Reason != "" {
		r.failed = json.NewEncoder(r.file).Encode(x)
	}
	switch {
	case x.Outcome == "skipped":
		r.say("skipped", x.Path, x.Reason)
	case x.Outcome == "set_aside":
		if r.aside++; r.aside <= maxNotices || r.verbose {
			r.say("set aside", x.Path, x.Reason)
		}
	case r.verbose:
		r.say(x.Outcome, x.Path, string(x.Key))
	}
	r.records++
	if r.bar != nil {
		r.bar.Describe(plural(r.records, "record", "records"))
	}
}

// progress moves the bar with the bytes that are read; nil where there is none.
func (r *indexReport) progress() func(read, total int64) {
	if r.bar == nil {
		return nil
	}
	return func(read, total int64) {
		if total > 0 && r.bar.GetMax64() != total {
			r.bar.ChangeMax64(total)
		}
		_ = r.bar.Set64(read) // a bar that cannot be drawn changes nothing
	}
}

func (r *indexReport) say(what, path, why string) {
	if r.bar != nil {
		_ = r.bar.Clear()
	}
	fmt.Fprintf(r.a.err, "%s %s: %s\n", what, path, why)
}

func (r *indexReport) end() error {
	if r.bar != nil {
		_ = r.bar.Finish()
	}
	if more := r.aside - maxNotices; more > 0 && !r.verbose {
		fmt.Fprintf(r.a.err, "set aside %d more (--verbose names them)\n", more)
	}
	if r.file == nil {
		return nil
	}
	if err := errors.Join(r.failed, r.file.Close()); err != nil {
		return fmt.Errorf("--report: %w", err)
	}
	return nil
}

// progress is a bar on standard error, or nil when that is no terminal.
func (a *app) progress(what string) *progressbar.ProgressBar {
	f, ok := a.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(f),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowBytes(true),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSpinnerType(14),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionUseANSICodes(true),
	)
}
