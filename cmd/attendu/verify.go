package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// errWrong ends verify where something is wrong: what was found has been printed.
var errWrong = errors.New("a citation or quotation is wrong")

type verifyOptions struct {
	file, date string
	quotes     []string
}

func (a *app) verifyCommand() *cobra.Command {
	var opt verifyOptions
	c := &cobra.Command{
		Use:   "verify [CITATION]",
		Short: "Verify citations and quotations against the library",
		Long: `Says of one citation, or of every citation in the text of --file (a pleading, a note, in
any format that index reads; - is standard input), whether it is right: whether the
decision is in the library, of that day, chamber, court and number, and still stands,
as far as the library knows;
which rule the number of an article meant, and where that rule is today. --quote gives
words that are said to stand in what is cited, […] for an omission: they are verbatim (in
the decision, its published summary, or a commentary), altered, or not to be found.

What the library does not hold is not said to be wrong: it may exist. So a court and a
day alone prove nothing, nor does a number that another court may have given, too, or
another day of a case that may have several rulings: what is held is then shown. A
chamber that cannot be compared is said to be not checked.

A text has 1 MiB at most, and 5,000 citations of it are verified. One that cites nothing
is no fault.

Exit code 9 says that something is wrong, or likely wrong: another day, chamber, court or
number, no such article, a quotation that is altered or not to be found although all that
is cited is held. Exit code 4 says that nothing is, but that not all was verified: more
citations than 5,000, or a file that cannot be read.`,
		Example: `  attendu verify "Cass. 1re civ., 13 novembre 2019, n° 18-29.417"
  attendu verify "C. civ. 1382" --date 2015-03-12
  attendu verify --file conclusions.docx --json`,
		Args: args(cobra.ArbitraryArgs),
		RunE: func(c *cobra.Command, words []string) error {
			if err := givenDays(c, "date"); err != nil {
				return err
			}
			if (opt.file == "") == (len(words) == 0) {
				return usageError{errors.New("give one citation, or --file with a text")}
			}
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				return a.runVerify(c.Context(), lib, strings.Join(words, " "), opt)
			})
		},
	}
	c.Flags().StringVar(&opt.file, "file", "", "verify every citation of this text; - is standard input")
	c.Flags().StringArrayVar(&opt.quotes, "quote", nil, "words that are said to be quoted from what is cited; may be given again")
	c.Flags().StringVar(&opt.date, "date", "", "day of the text that cites, YYYY-MM-DD")
	a.jsonFlag(c, "the answer as one JSON object")
	return c
}

func (a *app) runVerify(ctx context.Context, lib *queries.Library, text string, opt verifyOptions) error {
	if opt.file != "" {
		info, err := os.Stat(a.path(opt.file))
		if err == nil && info.IsDir() {
			return usageError{fmt.Errorf("%s is a folder: --file wants one text", opt.file)}
		}
		if text, err = a.textOf(ctx, lib, a.path(opt.file)); err != nil {
			return err
		}
	}
	ans, err := lib.Verify(ctx, queries.VerifyRequest{Text: text, Passage: opt.file != "", Quotes: opt.quotes, Date: corpus.Date(opt.date), Limit: maxVerified})
	if err != nil {
		return err
	}
	if n := ans.LeftOut.Later; n > 0 {
		fmt.Fprintf(a.err, "skipped %s: at most %d are verified at once\n", plural(n, "citation", "citations"), maxVerified)
	}
	if a.json {
		err = a.printJSON(ans)
	} else {
		a.printVerified(ans)
	}
	switch {
	case err != nil:
		return err
	case wrong(ans):
		return errWrong
	case ans.LeftOut.Later > 0:
		return errSkipped
	}
	return nil
}

// maxVerified is how many citations of a text are verified.
const maxVerified = 5000

// textOf reads the text of a file.
func (a *app) textOf(ctx context.Context, lib *queries.Library, file string) (string, error) {
	texts, err := lib.Reader().Cite(ctx, []string{file}, a.in, "")
	if err != nil {
		return "", err
	}
	var all []string
	for x := range texts {
		if x.Err != nil {
			fmt.Fprintf(a.err, "skipped %s: %s\n", file, x.Reason)
			return "", errSkipped
		}
		all = append(all, x.Text)
	}
	return strings.Join(all, "\n\n"), nil
}

func (a *app) printVerified(ans *queries.VerifyAnswer) {
	for _, same := range alike(ans.Citations) {
		a.printVerdict(same[0], len(same))
	}
	for i := range ans.Quotes {
		a.printQuote(&ans.Quotes[i])
	}
	switch {
	case len(ans.Citations)+len(ans.Quotes) == 0:
		a.printf("the text cites nothing\n")
	case len(ans.Citations) > 1:
		a.printf("%s\n", tally(ans.Citations))
	}
}
