package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/attendu/attendu/queries"
	"github.com/attendu/attendu/queries/relay"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// ofLibrary marks the commands that ask or change a library: beside a running serve they
// run there.
const ofLibrary = "library"

// readsInput marks those that read standard input without being told to by "-".
const readsInput = "input"

// onLibrary marks commands.
func onLibrary(list ...*cobra.Command) []*cobra.Command {
	for _, c := range list {
		if c.Annotations == nil {
			c.Annotations = map[string]string{}
		}
		c.Annotations[ofLibrary] = "yes"
	}
	return list
}

// onlyLibrary lets the commands of a running serve be those that are marked.
func onlyLibrary(root *cobra.Command) {
	for _, c := range root.Commands() {
		if c.Annotations[ofLibrary] == "" {
			root.RemoveCommand(c)
		}
	}
}

// relayed runs a command where the library is open: in the serve whose note is in its
// folder. done is false when there is none, or it cannot be reached, and nothing was done.
func relayed(ctx context.Context, args []string, s std) (code int, done bool) {
	library, stdin, ok := aboutLibrary(args)
	if !ok {
		return 0, false
	}
	note, err := relay.Read(library)
	if err != nil {
		return 0, false
	}
	dir, err := os.Getwd()
	if err != nil {
		return 0, false
	}
	look := lookOf(s.out)
	var in io.Reader
	if stdin {
		in = s.in
	}
	code, err = relay.Run(ctx, note, relay.Command{Args: args, Dir: dir, Color: look.color, Width: look.width, Build: queries.Version()}, in, s.out, s.err)
	switch {
	case err == nil:
		return code, true
	case errors.Is(err, relay.ErrUnreachable):
		return 0, false
	case ctx.Err() != nil:
		fmt.Fprintln(s.err, "attendu: interrupted")
		return exitCanceled, true
	}
	fmt.Fprintln(s.err, "attendu:", err)
	return exitFault, true
}

// aboutLibrary reports whether arguments are a command on a library, of which folder, and
// whether it reads standard input.
func aboutLibrary(args []string) (library string, stdin, ok bool) {
	a := &app{std: std{out: io.Discard, err: io.Discard}}
	c, rest, err := a.root().Find(args)
	if err != nil || c.Annotations[ofLibrary] == "" || c.ParseFlags(rest) != nil {
		return "", false, false // the command itself says what is wrong
	}
	stdin = c.Annotations[readsInput] != "" || slices.Contains(c.Flags().Args(), "-")
	c.Flags().Visit(func(f *pflag.Flag) { stdin = stdin || f.Value.String() == "-" })
	return a.library, stdin, true
}

// commandsOf runs the commands of the owner of a served library.
func commandsOf(lib *queries.Library) relay.Runner {
	return func(ctx context.Context, c relay.Command, in io.Reader, out, errs io.Writer) int {
		if c.Build != queries.Version() {
			fmt.Fprintf(errs, "the running serve is attendu %s, which answers; this is attendu %s\n", queries.Version(), c.Build)
		}
		a := &app{std: std{in: in, out: out, err: errs}, look: look{color: c.Color, width: c.Width}, served: lib, dir: c.Dir}
		return a.run(ctx, c.Args)
	}
}
