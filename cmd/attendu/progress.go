package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// maxNotices bounds the notices of what is set aside, withdrawn or doubtful, which a feed may hold by
// the million. What is skipped is always named.
const maxNotices = 20

// indexReport tells on standard error what is going on.
type indexReport struct {
	a         *app
	bar       *progressbar.ProgressBar // nil but on a terminal
	began     time.Time
	verbose   bool
	aside     int
	decisions int
	articles  int
	file      *os.File // of --report; may be nil
	failed    error    // of writing it
}

func (r *indexReport) each(x queries.Added) {
	if r.file != nil && r.failed == nil && x.Reason != "" && !x.Usual {
		r.failed = json.NewEncoder(r.file).Encode(x)
	}
	switch {
	case x.Outcome == "skipped":
		r.say("skipped", x.Path, x.Reason)
	case x.Usual && !r.verbose: // counted in the summary
	case notice(x.Outcome):
		if r.aside++; r.aside <= maxNotices || r.verbose {
			r.say(strings.ReplaceAll(x.Outcome, "_", " "), x.Path, x.Reason)
		}
	case r.verbose:
		r.say(x.Outcome, x.Path, cmp.Or(string(x.Key), "not read again"))
	}
	switch {
	case x.Outcome == "skipped", notice(x.Outcome):
	case x.Article != "":
		r.articles++
	default:
		r.decisions++
	}
	if r.bar != nil {
		r.bar.Describe(r.rate(x.Files, time.Since(r.began)))
	}
}

// notice reports whether an outcome is one of which there may be a million.
func notice(outcome string) bool {
	return outcome == "set_aside" || outcome == "withdrawn" || outcome == "doubtful"
}

// rate says how much was read in a time: "3 files, 1,240 decisions, 57/s". The bar
// behind it shows the time left.
func (r *indexReport) rate(files int, in time.Duration) string {
	s := plural(files, "file", "files")
	if r.decisions > 0 || r.articles == 0 {
		s += ", " + plural(r.decisions, "decision", "decisions")
	}
	if r.articles > 0 {
		s += ", " + plural(r.articles, "article", "articles")
	}
	if in >= time.Second {
		s += fmt.Sprintf(", %.0f/s", float64(r.decisions+r.articles)/in.Seconds())
	}
	return s
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
		fmt.Fprintf(r.a.err, "%s set aside, withdrawn or doubtful (--verbose, and --report, name them)\n", plural(more, "more was", "more were"))
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
		progressbar.OptionSetWidth(20),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSpinnerType(14),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionUseANSICodes(true),
	)
}
