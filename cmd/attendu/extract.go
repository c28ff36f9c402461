package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) extractCommand() *cobra.Command {
	var texts string
	var withText bool
	c := &cobra.Command{
		Use:   "extract FILE…",
		Short: "Print what is read from decisions, without a library",
		Long: `Reads files, folders or - and prints what is extracted: court, date, numbers, zones,
citations with speaker, parties and orders. With --json one JSON object a line;
offsets are bytes of the decision's text.

--texts FILE reads short passages instead, one {"id","text","date"} a line. A line that
is no such object, or whose date is no day, is named on standard error with its number;
the rest goes on, and the exit code is 4.

A citation of an article says which rule its number meant (version, today, because).
When --library names a library that holds texts of law (LEGI), it also says which
version was meant (in_force), and, where a full archive of LEGI was indexed, whether the
code never had such an article (no_such_article).`,
		Args: func(c *cobra.Command, list []string) error {
			if len(list) == 0 && texts == "" {
				return usageError{fmt.Errorf("name a file to read, or - for standard input")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, paths []string) error {
			return a.withReader(c, func(r *queries.Reader) error {
				if texts != "" {
					return a.runPassages(c, r, texts)
				}
				return a.runExtract(c, r, paths, withText)
			})
		},
	}
	c.Flags().StringVar(&texts, "texts", "", "read passages from this file of JSON lines (- is standard input)")
	c.Flags().BoolVar(&withText, "with-text", false, "with --json, add the text that the offsets point into")
	a.jsonFlag(c, "one JSON object a line")
	return c
}

func (a *app) runExtract(c *cobra.Command, r *queries.Reader, paths []string, withText bool) error {
	skipped := false
	for x := range r.Read(c.Context(), paths, a.in) {
		switch {
		case x.SetAside:
			fmt.Fprintf(a.err, "set aside %s: %s\n", x.Path, x.Reason)
		case x.Err != nil:
			skipped = true
			fmt.Fprintf(a.err, "skipped %s: %s\n", x.Path, x.Reason)
		case a.json:
			if withText {
				x.Line.DecisionText = x.Decision.Text
			}
			if err := a.printLine(x.Line); err != nil {
				return err
			}
		default:
			a.printExtract(r, &x)
		}
	}
	if err := c.Context().Err(); err != nil {
		return &queries.Error{Code: queries.Canceled, Message: "interrupted", Err: err}
	}
	if skipped {
		return errSkipped
	}
	return nil
}

func (a *app) runPassages(c *cobra.Command, r *queries.Reader, file string) error {
	var in io.Reader = a.in
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			fmt.Fprintf(a.err, "skipped %s: %v\n", file, cause(err))
			return errSkipped
		}
		defer f.Close()
		in = f
	}
	skipped := false
	for line, err := range r.Passages(c.Context(), in) {
		if queries.CodeOf(err) == queries.Invalid {
			skipped = true
			fmt.Fprintf(a.err, "skipped %s: %v\n", file, err)
			continue
		}
		if err != nil {
			return err
		}
		if err := a.printLine(line); err != nil {
			return err
		}
	}
	if skipped {
		return errSkipped
	}
	return nil
}

// cause is an error of the system without the path, which is told already.
func cause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// printLine writes one value as a line of JSON.
func (a *app) printLine(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (a *app) printExtract(r *queries.Reader, x *queries.Read) {
	d := x.Decision
	a.printf("%s\n    %s\n", a.look.bold(r.Usual(&d.Metadata)), a.look.dim(string(d.Key)+"  "+x.Path))
	for _, p := range d.Parties {
		a.printf("    %s %s\n", pad(sideNames[p.Side], 16), oneLine(p.Name))
	}
	for _, c := range d.Citations {
		key := string(c.Key)
		if key == "" {
			key = "? " + c.Unresolved
		}
		speaker := string(c.Zone) + "/" + string(c.Speaker)
		a.printf("    %7d  %s %s %s\n", c.Start, pad(key, 40), pad(speaker, 20), oneLine(c.Text))
	}
	for _, h := range d.Holdings {
		a.printf("    %7d  %s %s\n", h.Start, pad(string(h.Kind), 40), oneLine(h.Text))
	}
	a.printf("\n")
}
