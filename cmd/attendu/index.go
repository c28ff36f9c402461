package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

type indexOptions struct {
	verbose  bool
	dryRun   bool
	again    bool
	report   string
	maxBytes int64
	publish  time.Duration
}

func (a *app) indexCommand() *cobra.Command {
	var opt indexOptions
	c := &cobra.Command{
		Use:   "index PATH…",
		Short: "Read decisions and texts of law into the library",
		Long: `Reads files and folders (- is standard input) and takes every decision into the
library, which is made when there is none. What a file holds is recognised by its
content: DILA XML (CASS, INCA, CAPP, JADE, CONSTIT, CNIL), the open data of the
administrative courts (Conseil d'État, CAA, TA), Judilibre JSON (one decision, a
page of results, JSON lines), HTML pages, Word documents (docx), PDFs that hold
text, and plain text, alone or in .zip, .tar, .tar.gz and .tar.zst, nested, which
are read as a stream and never unpacked to disk. A scanned PDF and one with a
password are skipped. A text that speaks of a decision yields the decision that it
speaks of.

Archives of LEGI are taken in too: every version of every article of the codes, lois,
ordonnances and décrets, with its dates and official concordances. The full archive and
the daily increments may be given in any order: their names or folders say their day, and
an archive that has none is older than any other. Sections and other texts of LEGI are
counted and set aside; what is odd in an article that is taken in is told ("doubtful").

The same decision again replaces the one held; the same ruling from two sources is one
decision. What a publisher takes back (liste_suppression_*.dat of the DILA, to_be_deleted
of Judilibre) is removed, and only a later issue brings it back.

A file that cannot be read is named on standard error, the rest goes on, and the exit
code is 4. Ctrl-C ends between two batches; what was indexed stays, and the same command
goes on from there: a file that is indexed and has not changed since (path, size, time of
change) is not read again.

Who reads the library meanwhile (search, show, …) answers from its last checkpoint, which
is published at such intervals (--publish-every) and in the end.`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, paths []string) error { return a.runIndex(c, opt, paths) },
	}
	c.Flags().BoolVarP(&opt.verbose, "verbose", "v", false, "name every record on standard error")
	c.Flags().BoolVarP(&opt.dryRun, "dry-run", "n", false, "say what would become of every record, and change nothing")
	c.Flags().BoolVar(&opt.again, "again", false, "read files too that are indexed and have not changed")
	c.Flags().StringVar(&opt.report, "report", "", "write what is skipped, refused, withdrawn, set aside or doubtful, and why, to this file of JSON lines; an earlier report there is replaced")
	c.Flags().Int64Var(&opt.maxBytes, "max-bytes", 64<<20, "skip a text that is longer, in bytes")
	c.Flags().DurationVar(&opt.publish, "publish-every", time.Minute, "how far those who read meanwhile may be behind")
	a.jsonFlag(c, "the summary as one JSON object")
	return c
}

// memoryGoal is the heap, in bytes, from which the collector works harder during a
// long indexing: merging the full-text index makes much garbage at once. It is no
// limit, and GOMEMLIMIT sets another.
const memoryGoal = 512 << 20

// garbageGoal lets the heap grow by this many per cent of what is in use before it is
// collected, as long as it is below memoryGoal: a tenth of the processor time of loading
// LEGI is saved. GOGC sets another.
const garbageGoal = 200

func (a *app) runIndex(c *cobra.Command, opt indexOptions, paths []string) (err error) {
	if a.served == nil { // else the process has other work, too
		garbage.choose(memoryGoal, garbageGoal)
	}
	for i := range paths {
		paths[i] = a.path(paths[i])
	}
	lib, err := a.libraryFor(c.Context(), opt, paths)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.close(lib)) }()
	r := &indexReport{a: a, verbose: opt.verbose, bar: a.progress("reading"), began: time.Now()}
	if opt.report != "" {
		if r.file, err = os.Create(a.path(opt.report)); err != nil {
			return &queries.Error{Code: queries.Invalid, Message: "--report: " + err.Error(), Err: err}
		}
	}
	sum, err := lib.Add(c.Context(), paths, queries.AddOptions{
		Each: r.each, Progress: r.progress(), MaxBytes: opt.maxBytes, DryRun: opt.dryRun,
		Again: opt.again, CheckpointEvery: opt.publish, Stdin: a.in})
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
func (a *app) libraryFor(ctx context.Context, opt indexOptions, paths []string) (*queries.Library, error) {
	lib, err := a.openToWrite(ctx)
	if queries.CodeOf(err) != queries.NotFound {
		return lib, err
	}
	if opt.dryRun {
		return queries.Memory()
	}
	if !slices.ContainsFunc(paths, func(p string) bool { _, err := os.Stat(p); return p == "-" || err == nil }) {
		fmt.Fprintf(a.err, "nothing to index: there is no %s\n", strings.Join(paths, ", "))
		return nil, errSkipped
	}
	return queries.Create(ctx, a.library, a.options())
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
	if sum.Withdrawn > 0 {
		a.printf(", withdrawn %d", sum.Withdrawn)
	}
	if sum.SetAside > 0 {
		a.printf(", set aside %d", sum.SetAside)
	}
	a.printf("\n")
	if sum.Articles.Any() {
		a.printArticles(sum.Articles)
	}
	return nil
}

// printArticles is the line of the summary on texts of law.
func (a *app) printArticles(sum queries.ArticleSummary) {
	a.printf("articles: added %d, replaced %d, unchanged %d", sum.Added, sum.Replaced, sum.Unchanged)
	for _, c := range []struct {
		n    int
		what string
	}{{sum.Refused, "refused"}, {sum.Withdrawn, "withdrawn"}, {sum.Doubtful, "doubtful"}} {
		if c.n > 0 {
			a.printf(", %s %d", c.what, c.n)
		}
	}
	a.printf("\n")
}
