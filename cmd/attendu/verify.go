package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
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

// wrong reports whether an answer says that something is wrong.
func wrong(ans *queries.VerifyAnswer) bool {
	for i := range ans.Citations {
		if len(ans.Citations[i].Differences) > 0 || ans.Citations[i].Verdict == queries.NoSuchArticle {
			return true
		}
	}
	for i := range ans.Quotes {
		if v := ans.Quotes[i].Verdict; v == queries.Altered || v == queries.NotQuoted {
			return true
		}
	}
	return false
}

// verdictNames say what a verdict means.
var verdictNames = map[queries.Verdict]string{
	queries.Exists:        "exists",
	queries.OtherDate:     "of another day",
	queries.OtherChamber:  "of another chamber",
	queries.OtherCourt:    "of another court",
	queries.OtherNumber:   "under another number",
	queries.AnotherRuling: "not in this library, another ruling under this number is",
	queries.ByDayAlone:    "perhaps the one held of that court and day: it has no number",
	queries.QuashedSince:  "exists, quashed or reversed since",
	queries.Ambiguous:     "fits several decisions",
	queries.Renumbered:    "renumbered",
	queries.Repealed:      "repealed",
	queries.NoSuchArticle: neverThere,
	queries.NotChecked:    "not checked",
	queries.NotHeld:       "not in this library",
	queries.NotUnderstood: "not understood",
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

// quoteNames say what a verdict on a quotation means.
var quoteNames = map[queries.QuoteVerdict]string{
	queries.Verbatim:      "verbatim",
	queries.InSummary:     "verbatim in the published summary, not in the decision",
	queries.InCommentary:  "verbatim in a commentary; the decision itself is not held",
	queries.Altered:       "altered",
	queries.NotQuoted:     "not found",
	queries.NotInHeld:     "not word for word in what is held; not all that is cited is",
	queries.NoTextToQuote: "no text to look in",
}

func (a *app) printQuote(q *queries.QuoteAnswer) {
	a.printf("%s", a.look.hang("  quote  ", a.look.bold(quoteNames[q.Verdict])+" « "+harmless(oneLine(q.Quote))+" »"))
	if q.Key == "" {
		return
	}
	switch {
	case q.Summary:
		a.printf("%s", a.look.hang("         ", string(q.Key)+", published summary"))
	default:
		where := fmt.Sprintf("%s, bytes %d to %d", q.Key, q.Spans[0].Start, q.Spans[len(q.Spans)-1].End)
		if q.Commentary {
			where += " of the commentary"
		}
		a.printf("%s", a.look.hang("         ", where, zoneNote(q.Zone)))
	}
	if q.Verdict == queries.Altered || q.Verdict == queries.NotInHeld {
		a.printf("%s", a.look.hang("         ", "it says « "+harmless(oneLine(q.Found))+" »"))
	}
}

func zoneNote(z corpus.ZoneKind) string {
	if z == "" {
		return ""
	}
	return "in the zone " + string(z)
}

// alike gathers the citations of which the same is to be said, in the order of the first.
func alike(list []queries.Verified) (out [][]*queries.Verified) {
	type sort struct{ key, verdict, rest string }
	at := map[sort]int{}
	for i := range list {
		v := &list[i]
		s := sort{string(v.Key), string(v.Verdict), v.Because + meantNote(v.Key, v.Meant)}
		if v.Key == "" || len(v.Differences) > 0 {
			s.rest = strconv.Itoa(i) // is told each time
		}
		n, seen := at[s]
		if !seen {
			n = len(out)
			at[s], out = n, append(out, nil)
		}
		out[n] = append(out[n], v)
	}
	return out
}

// tally counts citations by verdict.
func tally(list []queries.Verified) string {
	count := map[queries.Verdict]int{}
	for i := range list {
		count[list[i].Verdict]++
	}
	var parts []string
	for _, v := range slices.Sorted(maps.Keys(count)) {
		parts = append(parts, fmt.Sprintf("%d %s", count[v], verdictNames[v]))
	}
	return fmt.Sprintf("%d citations: %s", len(list), strings.Join(parts, ", "))
}

// printVerdict prints one citation: its words, the verdict, what is to be known, and how
// many times the text has it.
func (a *app) printVerdict(v *queries.Verified, times int) {
	name := verdictNames[v.Verdict]
	if v.Verdict == queries.QuashedSince && v.Fate.Standing == queries.FallsInPart {
		name += " in part"
	}
	about := []string{a.look.bold(name)}
	if v.Because != "" {
		about[0] += ": " + v.Because
	}
	for _, d := range v.Differences {
		about = append(about, fmt.Sprintf("%s: it says %s, the decision %s", d.Field, d.Said, d.Found))
	}
	for _, d := range v.Unchecked {
		about = append(about, fmt.Sprintf("%s: not checked: it says %s, the decision %s", d.Field, d.Said, cmp.Or(d.Found, "nothing")))
	}
	if v.Decision != nil {
		about = append(about, v.Decision.Usual+" ("+string(v.Decision.Key)+")")
		if v.Decision.Secondary {
			about = append(about, "known from a commentary only")
		}
	} else if v.Title != "" {
		about = append(about, v.Title)
	}
	if v.Fate != nil && v.Fate.Standing != queries.StandingUnknown {
		about = append(about, standingNote(v.Fate))
		for i := range v.Fate.Rulings {
			about = append(about, rulingNote(v.Fate, &v.Fate.Rulings[i], v.Decision.Key))
		}
		if note := keptNote(v.Fate); note != "" {
			about = append(about, note)
		}
	}
	if note := strings.TrimLeft(meantNote(v.Key, v.Meant), "; "); note != "" {
		about = append(about, note)
	}
	for i := range v.Candidates {
		name := v.Candidates[i].Usual + " (" + string(v.Candidates[i].Key) + ")"
		if v.Verdict == queries.AnotherRuling {
			about = append(about, "held: "+name)
		} else {
			about = append(about, "is it "+name+"?")
		}
	}
	said := "« " + harmless(oneLine(v.Text)) + " »"
	if times > 1 {
		said += a.look.dim(fmt.Sprintf("  and %s more", plural(times-1, "time", "times")))
	}
	a.printf("%s", a.look.hang(fmt.Sprintf("%7d  ", v.Start), append([]string{said}, about...)...))
}
