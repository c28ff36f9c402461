package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/server"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

type serveOptions struct {
	server.Options
	token, tokenFile string
	readOnly         bool
	log              string
	cacheMiB         int64
}

func (a *app) serveCommand() *cobra.Command {
	var opt serveOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "Answer over HTTP, and index meanwhile",
		Long: `Opens the library and answers over HTTP until Ctrl-C or SIGTERM: pages, the API under /api/v1/
(/openapi.yaml specifies it), assistants at /mcp, /healthz, and /metrics for Prometheus. docs/serve.md tells how
to run it as a service.

Without more it listens on this machine only. --listen with another address wants a token,
which every client then shows (Authorization: Bearer, or the password of Basic), or
--behind-proxy, which says that only a proxy reaches the address. ATTENDU_TOKEN and
--token-file keep the token out of the list of processes.

The library belongs to serve while it runs. Commands on it (search, show, index, …) that are
given beside it run in it by themselves, with the same output. Sources come in by index, by
--watch, which takes in new and changed files of a folder, or by POST to /sources from this
machine, with the token in serve.json in the folder of the library.

Logs go to standard error, as JSON where that is no terminal; they hold no addresses and no
questions.`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return a.runServe(c.Context(), opt) },
	}
	f := c.Flags()
	f.StringVar(&opt.Listen, "listen", server.DefaultListen, "address to listen on, host:port")
	f.StringVar(&opt.token, "token", "", "what clients must show (others on this machine can see it here)")
	f.StringVar(&opt.tokenFile, "token-file", "", "file with the token")
	f.BoolVar(&opt.BehindProxy, "behind-proxy", false, "only a proxy reaches the address, and decides who may ask")
	f.StringArrayVar(&opt.Hosts, "host", nil, "a further name by which the server is called; may be repeated")
	f.StringVar(&opt.Origin, "origin", "", "beginning of permanent addresses, as https://droit.example.org (default: that of each request)")
	f.StringArrayVar(&opt.Watch, "watch", nil, "index new and changed files of this folder; may be repeated")
	f.DurationVar(&opt.WatchEvery, "watch-every", 5*time.Second, "how often the folders are looked at")
	f.BoolVar(&opt.readOnly, "read-only", false, "answer only, from a library that nobody writes or from its last checkpoint")
	f.Int64Var(&opt.cacheMiB, "cache", 64, "how many MiB of answers are kept")
	f.StringVar(&opt.log, "log", "info", "what is logged: debug, info, warn or error")
	return c
}

func (a *app) runServe(ctx context.Context, opt serveOptions) (err error) {
	if err := a.completeServe(&opt); err != nil {
		return err
	}
	lib, err := a.libraryToServe(ctx, opt)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lib.Close()) }()
	if !opt.readOnly {
		opt.Folder, opt.Run = a.library, commandsOf(lib)
	}
	s, err := server.New(lib, opt.Options)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.err, "attendu answers from %s at %s%s\n", a.library, s.URL(), map[bool]string{true: ", and at the other addresses of this machine"}[s.Everywhere()])
	return s.Serve(ctx)
}

// completeServe reads what the flags name.
func (a *app) completeServe(opt *serveOptions) (err error) {
	if opt.Token, err = tokenOf(opt.token, opt.tokenFile); err != nil {
		return err
	}
	if opt.cacheMiB < 0 || opt.cacheMiB > 1<<20 {
		return usageError{fmt.Errorf("--cache %d: it is a number of MiB, 0 keeps nothing", opt.cacheMiB)}
	}
	opt.CacheBytes = cmp.Or(opt.cacheMiB<<20, -1)
	if opt.readOnly && len(opt.Watch) > 0 {
		return usageError{errors.New("--read-only and --watch contradict each other")}
	}
	for i, dir := range opt.Watch {
		if opt.Watch[i], err = filepath.Abs(dir); err != nil {
			return err
		}
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return usageError{fmt.Errorf("--watch %s: there is no such folder", dir)}
		}
	}
	opt.Log, err = logger(a.err, opt.log)
	return err
}

// tokenOf is that of the flags, else of the environment.
func tokenOf(flag, file string) (string, error) {
	switch {
	case flag != "" && file != "":
		return "", usageError{errors.New("--token and --token-file contradict each other")}
	case flag != "":
		return flag, nil
	case file != "":
		b, err := os.ReadFile(file)
		if err != nil {
			return "", usageError{fmt.Errorf("--token-file: %w", err)}
		}
		t := strings.TrimSpace(string(b))
		if t == "" {
			return "", usageError{fmt.Errorf("--token-file: %s is empty", file)}
		}
		return t, nil
	}
	return os.Getenv("ATTENDU_TOKEN"), nil
}

// logger writes for people on a terminal, for programs elsewhere.
func logger(w io.Writer, level string) (*slog.Logger, error) {
	var l slog.Level
	if err := l.UnmarshalText([]byte(level)); err != nil {
		return nil, usageError{fmt.Errorf("--log %q: write debug, info, warn or error", level)}
	}
	opt := &slog.HandlerOptions{Level: l}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return slog.New(slog.NewTextHandler(w, opt)), nil
	}
	return slog.New(slog.NewJSONHandler(w, opt)), nil
}

// libraryToServe opens the library, and makes it where there is none and a folder is
// watched that can fill it.
func (a *app) libraryToServe(ctx context.Context, opt serveOptions) (*queries.Library, error) {
	if opt.readOnly {
		return a.openToRead(ctx)
	}
	lib, err := a.openToWrite(ctx)
	if queries.CodeOf(err) == queries.NotFound && len(opt.Watch) > 0 {
		return queries.Create(ctx, a.library, a.options())
	}
	var e *queries.Error
	if info, missing := os.Stat(a.library); missing == nil && info.Mode().IsRegular() && errors.As(err, &e) && e.Code == queries.Conflict {
		return nil, &queries.Error{Code: e.Code, Message: e.Message + "; serve --read-only answers from it", Err: err}
	}
	return lib, err
}
