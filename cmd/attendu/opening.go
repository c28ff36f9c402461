package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/relay"
	"github.com/spf13/cobra"
)

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

// openToRead opens the library for reading, and says when a checkpoint answers.
func (a *app) openToRead(ctx context.Context) (*queries.Library, error) {
	lib, err := a.openQuietly(ctx)
	if err == nil && lib != a.served && lib.Checkpoint() != nil {
		fmt.Fprintln(a.err, checkpointNotice(a.library, lib.Checkpoint(), time.Now()))
	}
	return lib, err
}

// openQuietly opens the library for reading.
func (a *app) openQuietly(ctx context.Context) (*queries.Library, error) {
	if a.served != nil {
		return a.served, nil
	}
	opt := a.options()
	opt.ReadOnly = true
	opt.Unpacking = func(dir string, decisions int64) {
		fmt.Fprintf(a.err, "unpacking %s (%s) into %s, once\n", a.library, plural(int(decisions), "decision", "decisions"), dir)
	}
	return queries.Open(ctx, a.library, opt)
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
	lib, err := queries.Open(ctx, a.library, a.options())
	return lib, a.whoHas(err)
}

// whoHas says of a library that another process has where that process answers, if it is a
// serve that has left its note.
func (a *app) whoHas(err error) error {
	var e *queries.Error
	if !errors.As(err, &e) || e.Code != queries.Unavailable {
		return err
	}
	note, missing := relay.Read(a.library)
	if missing != nil || note.Public == "" {
		return err
	}
	return &queries.Error{Code: e.Code, Message: fmt.Sprintf("%s: attendu serve, at %s (process %d)", e.Message, note.Public, note.PID), Err: err}
}

// withReader gives a reader for a command that needs no library. When one is named
// by hand, the articles that it holds are looked up; when it cannot be opened the
// command says so and goes on without. Those of a checkpoint serve as well: the text is
// not asked of the library.
func (a *app) withReader(c *cobra.Command, f func(*queries.Reader) error) error {
	if c.Flags().Changed("library") || os.Getenv("ATTENDU_LIBRARY") != "" {
		lib, err := a.openQuietly(c.Context())
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
func (a *app) options() queries.Options {
	return queries.Options{Fatal: a.fatal, CacheBytes: a.cache, Remaking: func() {
		fmt.Fprintf(a.err, "the text index of %s is damaged, or of another attendu: it is made anew from the store, once\n", a.library)
	}}
}

// fatal ends the process when the library cannot be written any more: nothing may
// be done with it after that, not even an orderly end.
func (a *app) fatal(err error) {
	fmt.Fprintf(a.err, "attendu: the library cannot be written any more, and what was indexed stays: %v\n", err)
	os.Exit(exitFault)
}
