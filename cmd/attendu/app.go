package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// Exit codes. They are part of the contract with scripts: see `attendu help`.
const (
	exitOK       = 0
	exitFault    = 1   // a fault of attendu or of the disk
	exitUsage    = 2   // the command or the request makes no sense
	exitNotFound = 3   // no such library, or decision in it
	exitSkipped  = 4   // done, but something could not be read
	exitInUse    = 5   // another process has the library
	exitConflict = 6   // the library has a newer format, or the folder or file is taken
	exitBelow    = 7   // eval: worse than --min
	exitStopped  = 8   // graph: the query was stopped before its end
	exitWrong    = 9   // verify: a citation or quotation is wrong
	exitCanceled = 130 // Ctrl-C
)

const exitHelp = `Exit codes:
  0  done
  1  a fault of attendu or of the disk
  2  the command or the request makes no sense, or a file cannot be written there
  3  no such library or snapshot, or no such decision in it
  4  done, but something could not be read, a file that is not there among it (each is
     named on standard error)
  5  the library is in use by another process
  6  the library was written by a newer attendu, the folder holds other things, the
     file is no library, or the file to write is there already
  7  eval: the F1 of citations is below --min
  8  graph: the query was stopped before its end (time or memory), and what it had
     found was printed
  9  verify: a citation or quotation is wrong
  130  interrupted

With --json an error is one object on standard error: {"error": {"code": "not_found",
"message": "…"}, "exit_code": 3}; the codes are not_found, invalid, not_yet, conflict,
unavailable, closed, canceled and internal, and an error in a query has column, hint and
pointer, too. What is only named (skipped, set aside) stays a line of text.`

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

// errSkipped ends a command that has done its work but could not read
// something; it has told which already.
var errSkipped = errors.New("something was skipped")

// errStopped ends graph when its query was stopped; it has told so already.
var errStopped = errors.New("the query was stopped")

// usageError is a wrong use of the command line itself.
type usageError struct{ error }

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

// failure is the object that a command with --json prints on standard error in place of
// a line for people.
type failure struct {
	Error *queries.Error `json:"error"`
	Exit  int            `json:"exit_code"`
}

// jsonError writes an error as one line of JSON: {"error":{"code":…,"message":…},
// "exit_code":…}, with column, hint and pointer where a query is wrong.
func jsonError(w io.Writer, err error, code int) {
	var e *queries.Error
	if !errors.As(err, &e) {
		e = &queries.Error{Code: queries.CodeOf(err), Message: err.Error()}
		if code == exitUsage {
			e.Code = queries.Invalid
		}
	}
	line, fault := json.Marshal(failure{Error: e, Exit: code})
	if fault != nil {
		fmt.Fprintln(w, "attendu:", err)
		return
	}
	fmt.Fprintf(w, "%s\n", line)
}

// showPlace shows where in a query an error is: a caret under the query.
func showPlace(w io.Writer, err error) {
	var e *queries.Error
	if errors.As(err, &e) && e.Pointer != "" {
		fmt.Fprintln(w, "    "+strings.ReplaceAll(e.Pointer, "\n", "\n    "))
	}
}

// exitCode is the one place where errors become exit codes.
func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errSkipped):
		return exitSkipped
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, errBelow):
		return exitBelow
	case errors.Is(err, errStopped):
		return exitStopped
	case errors.Is(err, errWrong):
		return exitWrong
	}
	switch queries.CodeOf(err) {
	case queries.Invalid, queries.NotYet, queries.ReadOnly:
		return exitUsage
	case queries.NotFound:
		return exitNotFound
	case queries.Unavailable:
		return exitInUse
	case queries.Conflict:
		return exitConflict
	case queries.Canceled:
		return exitCanceled
	}
	return exitFault
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

// plainFlag says of a flag whose value is no number what it takes.
func plainFlag(err error) error {
	var number *strconv.NumError
	if !errors.As(err, &number) {
		return err
	}
	what := "it takes a whole number"
	switch {
	case errors.Is(number, strconv.ErrRange):
		what = "the number is too great"
	case number.Func == "ParseFloat":
		what = "it takes a number"
	case number.Func == "ParseBool":
		what = "it is true or false"
	}
	head, _, _ := strings.Cut(err.Error(), ": strconv.")
	return fmt.Errorf("%s: %s", head, what)
}

// givenDays refuses flags that were given without the day that they take.
func givenDays(c *cobra.Command, flags ...string) error {
	for _, f := range flags {
		if given := c.Flags().Lookup(f); given.Changed && given.Value.String() == "" {
			return usageError{fmt.Errorf("--%s \"\" is no day; write YYYY-MM-DD, or leave it out", f)}
		}
	}
	return nil
}

// jsonFlag lets a command answer programs.
func (a *app) jsonFlag(c *cobra.Command, what string) {
	c.Flags().BoolVar(&a.json, "json", false, "print "+what)
}

// limitFlag is the flag --limit, which means one thing everywhere: at most so many, and
// 0 is all.
func limitFlag(c *cobra.Command, limit *int, usual int, what string) {
	c.Flags().IntVar(limit, "limit", usual, what+"; 0 is all")
}

// atMost is the limit of a request for the value of --limit.
func atMost(limit int) int {
	if limit == 0 {
		return queries.NoLimit
	}
	return limit
}

// args turns a wrong number of arguments into a usage error that says how the
// command is used.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, list []string) error {
		if err := check(c, list); err != nil {
			return usageError{fmt.Errorf("%w; usage: %s", err, c.UseLine())}
		}
		return nil
	}
}

// withLibrary opens the library for a command that only reads. Beside a process that
// writes it, the last checkpoint is read, and the command says how old that is.
func (a *app) withLibrary(ctx context.Context, f func(*queries.Library) error) error {
	lib, err := a.openToRead(ctx)
	if err != nil {
		return err
	}
	return errors.Join(f(lib), a.close(lib))
}

// close closes a library that was opened for a command; that of a running serve stays open.
func (a *app) close(lib *queries.Library) error {
	if lib == a.served {
		return nil
	}
	return lib.Close()
}

// path is a path as the one who typed it means it.
func (a *app) path(p string) string {
	if a.dir == "" || p == "" || p == "-" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(a.dir, p)
}

// openToRead opens the library for reading.
func (a *app) openToRead(ctx context.Context) (*queries.Library, error) {
	if a.served != nil {
		return a.served, nil
	}
	opt := a.options()
	opt.ReadOnly = true
	opt.Unpacking = func(dir string, decisions int64) {
		fmt.Fprintf(a.err, "unpacking %s (%s) into %s, once\n", a.library, plural(int(decisions), "decision", "decisions"), dir)
	}
	lib, err := queries.Open(ctx, a.library, opt)
	if err == nil && lib.Checkpoint() != nil {
		fmt.Fprintln(a.err, checkpointNotice(a.library, lib.Checkpoint(), time.Now()))
	}
	return lib, err
}

// checkpointNotice says that a checkpoint answers, and how old it is.
func checkpointNotice(library string, c *queries.Checkpoint, now time.Time) string {
	return fmt.Sprintf("%s is being written by another process; this answers from its checkpoint of %s ago (%s)",
		library, age(now.Sub(c.Published)), plural(int(c.Decisions), "decision", "decisions"))
}

// age says in one unit how long a time is.
func age(d time.Duration) string {
	switch d = max(d, 0); {
	case d < 2*time.Minute:
		return plural(int(d.Seconds()), "second", "seconds")
	case d < 2*time.Hour:
		return plural(int(d.Minutes()), "minute", "minutes")
	case d < 48*time.Hour:
		return plural(int(d.Hours()), "hour", "hours")
	}
	return plural(int(d.Hours()/24), "day", "days")
}

// withLibraryToWrite opens the library for a command that changes it.
func (a *app) withLibraryToWrite(ctx context.Context, f func(*queries.Library) error) error {
	lib, err := a.openToWrite(ctx)
	if err != nil {
		return err
	}
	return errors.Join(f(lib), a.close(lib))
}

// openToWrite opens the library for writing.
func (a *app) openToWrite(ctx context.Context) (*queries.Library, error) {
	if a.served != nil {
		return a.served, nil
	}
	return queries.Open(ctx, a.library, a.options())
}

// withReader gives a reader for a command that needs no library. When one is named
// by hand, the articles that it holds are looked up; when it cannot be opened the
// command says so and goes on without.
func (a *app) withReader(c *cobra.Command, f func(*queries.Reader) error) error {
	if c.Flags().Changed("library") || os.Getenv("ATTENDU_LIBRARY") != "" {
		lib, err := a.openToRead(c.Context())
		if err == nil {
			return errors.Join(f(lib.Reader()), a.close(lib))
		}
		fmt.Fprintf(a.err, "articles are not looked up: %v\n", err)
	}
	r, err := queries.NewReader()
	if err != nil {
		return err
	}
	return f(r)
}

// options open the library of a command.
func (a *app) options() queries.Options { return queries.Options{Fatal: a.fatal, CacheBytes: a.cache} }

// fatal ends the process when the library cannot be written any more: nothing may
// be done with it after that, not even an orderly end.
func (a *app) fatal(err error) {
	fmt.Fprintf(a.err, "attendu: the library cannot be written any more, and what was indexed stays: %v\n", err)
	os.Exit(exitFault)
}

// printJSON writes one value, indented, as the answer.
func (a *app) printJSON(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func (a *app) printf(format string, args ...any) { fmt.Fprintf(a.out, format, args...) }
