package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// citeFormats are the values of --format, the default first.
var citeFormats = []string{"table", "jsonl", "html", "markdown", "ansi"}

func (a *app) citeCommand() *cobra.Command {
	var format, date string
	c := &cobra.Command{
		Use:   "cite [FILE]",
		Short: "Find what a text cites: a decision, a pleading, a note",
		Long: `Reads one text, from FILE or standard input, and prints what it cites: provisions and
decisions, with the place, the words, the key and the usual name. No library is needed,
and nothing is sent anywhere. Plain text may be UTF-8 or windows-1252; every other
format that index reads is read as well.

--format table     offset, key and words of each citation, and below the words what they
                   name; ? and the reason when it is not resolved
         jsonl     one JSON object a citation, the same as --json
         html      the text as a page in which each citation is a link
         markdown  the text in Markdown with links
         ansi      the text in colour for a terminal or less -R, with the keys;
                   without colour when NO_COLOR is set

html, markdown and ansi also say which rule an old number of an article meant, and its
link leads to that rule under its number of today.

Links are built from the key alone, which holds no identifier of Légifrance: for codes,
statutes and decisions they lead to a search of Légifrance, Judilibre or HUDOC, and to
the text itself for acts of the European Union (CELEX) and cases before its Court.
Treaties, collective agreements and decisions known by their day only have no link.

A text that gives orders is read as a decision: its own court, day and number are not
listed. Exit code 4 says that the text could not be read.`,
		Example: `  attendu cite conclusions.txt
  pdftotext conclusions.pdf - | attendu cite --format html > conclusions.html
  attendu cite --json conclusions.txt | jq -r .key | sort | uniq -c`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, paths []string) error {
			if a.json {
				if c.Flags().Changed("format") && format != "jsonl" {
					return usageError{fmt.Errorf("--json and --format %s contradict each other", format)}
				}
				format = "jsonl"
			}
			if !slices.Contains(citeFormats, format) {
				return usageError{fmt.Errorf("--format %q: it is one of %s", format, strings.Join(citeFormats, ", "))}
			}
			if err := givenDays(c, "date"); err != nil {
				return err
			}
			day := corpus.Date("")
			if date != "" {
				var err error
				if day, err = corpus.ParseDate(date); err != nil {
					return usageError{fmt.Errorf("--date %q is no day, YYYY-MM-DD", date)}
				}
			}
			if len(paths) == 0 {
				paths = []string{"-"}
			}
			return a.withReader(c, func(r *queries.Reader) error { return a.runCite(c, r, paths, day, format) })
		},
	}
	c.Flags().StringVar(&format, "format", citeFormats[0], "how to print: "+strings.Join(citeFormats, ", "))
	c.Flags().StringVar(&date, "date", "", "day of the text, YYYY-MM-DD, where the meaning of a citation depends on it")
	a.jsonFlag(c, "one JSON object a citation")
	return c
}

func (a *app) runCite(c *cobra.Command, r *queries.Reader, paths []string, day corpus.Date, format string) error {
	texts, err := r.Cite(c.Context(), paths, a.in, day)
	if err != nil {
		return err
	}
	show := a.citePrinter(format)
	skipped := false
	for x := range texts {
		switch {
		case x.SetAside:
			fmt.Fprintf(a.err, "set aside %s: %s\n", x.Path, x.Reason)
		case x.Err != nil:
			skipped = true
			fmt.Fprintf(a.err, "skipped %s: %s\n", x.Path, x.Reason)
		default:
			if err := show(&x); err != nil {
				return err
			}
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

// citePrinter prints one text in a format.
func (a *app) citePrinter(format string) func(*queries.CitedText) error {
	switch format {
	case "jsonl":
		return func(x *queries.CitedText) error {
			for i := range x.Citations {
				if err := a.printLine(&x.Citations[i]); err != nil {
					return err
				}
			}
			return nil
		}
	case "table":
		return func(x *queries.CitedText) error { a.printMentions(x); return nil }
	}
	write := map[string]func(*queries.CitedText) string{"html": citedHTML, "markdown": citedMarkdown, "ansi": citedANSI}[format]
	return func(x *queries.CitedText) error { a.printf("%s", write(x)); return nil }
}

// printMentions prints a table: offset, key and words of each citation, and below
// the words what they name.
func (a *app) printMentions(x *queries.CitedText) {
	for _, m := range x.Citations {
		key, about := string(m.Key), m.Title
		if key == "" {
			key, about = "?", m.Unresolved
		}
		for _, more := range []string{m.Sub, string(m.Qualifier)} {
			if more != "" {
				about += "; " + more
			}
		}
		if m.EtSuivants {
			about += "; et suivants"
		}
		about += meantNote(m.Key, m.Meant)
		if m.NoSuchArticle {
			about += "; " + neverThere
		}
		head := fmt.Sprintf("%7d  %s  ", m.Start, pad(a.look.bold(key), 36))
		a.printf("%s", a.look.hang(head, "« "+harmless(oneLine(m.Text))+" »", a.look.dim(about)))
	}
}
