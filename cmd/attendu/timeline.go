package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) timelineCommand() *cobra.Command {
	var req queries.TimelineRequest
	var from, to, at, svg string
	c := &cobra.Command{
		Use:   "timeline REFERENCE",
		Short: "The life of a provision: who applies and invokes it, year by year, through its renumberings",
		Long: `Counts the decisions of each year that cite a rule, under all the numbers that it bore, and
shows when it moved from one to another. Each decision counts once, for the strongest thing
that it does with the rule; "of" is how many of the year the library holds. --by number divides by the number under which it cites the rule,
--by court by kind of court. A number that has borne several rules gives one timeline each.

--svg writes a figure, which prints in greys: with --svg FILE into a new file, with --svg -
to standard output. A file that is there already is not overwritten: exit code 6. Of several
timelines it draws the first, and says so; --at takes another.`,
		Example: `  attendu timeline "C. civ. 1240"
  attendu timeline "C. civ. 1240" --by number --svg migration.svg
  attendu timeline "CPC 700" --by court --from 2010-01-01`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, words []string) error {
			if err := givenDays(c, "from", "to", "at"); err != nil {
				return err
			}
			if a.json && svg != "" {
				return usageError{errors.New("--json and --svg: want one of them")}
			}
			req.Reference = strings.Join(words, " ")
			req.From, req.To, req.At = corpus.Date(from), corpus.Date(to), corpus.Date(at)
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				list, err := lib.Timeline(c.Context(), req)
				if err != nil {
					return err
				}
				switch {
				case svg != "":
					return a.writeTimeline(a.path(svg), list)
				case a.json:
					return a.printJSON(list)
				}
				for i := range list {
					a.printLife(i, &list[i])
				}
				return nil
			})
		},
	}
	f := c.Flags()
	f.StringVar(&req.By, "by", "use", "what divides each year: use, number or court")
	f.StringSliceVar(&req.Courts, "court", nil, "court: ca, ca/paris, tgi, cass… (several: any of them)")
	f.StringVar(&from, "from", "", "first day, YYYY-MM-DD")
	f.StringVar(&to, "to", "", "last day, YYYY-MM-DD")
	f.BoolVar(&req.Exact, "exact", false, "the number as it is printed, whatever rule it meant")
	f.StringVar(&at, "at", "", "the rule that the number bore on this day, YYYY-MM-DD")
	f.StringVar(&svg, "svg", "", "write a figure into this file; - is standard output")
	a.jsonFlag(c, "the timelines as a JSON list")
	return c
}

// writeTimeline draws the first timeline.
func (a *app) writeTimeline(file string, list []queries.Timeline) error {
	if len(list) > 1 {
		fmt.Fprintf(a.err, "%s names %d rules; the figure shows the first (--at takes the rule of a day)\n", list[0].Title, len(list))
	}
	svg := list[0].SVG()
	if file == "-" {
		_, err := a.out.Write(svg)
		return err
	}
	f, err := newFile(file)
	if err != nil {
		return err
	}
	_, err = f.Write(svg)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(file))
	}
	return nil
}

// printLife draws a timeline as lines of text.
func (a *app) printLife(i int, t *queries.Timeline) {
	if i > 0 {
		a.printf("\n")
	}
	title := a.look.bold(t.Title)
	if t.Subject != "" {
		title += ": " + t.Subject
	}
	a.printf("%s%s\n", a.look.wrap("", title), a.look.dim("    "+string(t.Key)))
	a.printTimeline(t.Line)
	if t.Total == 0 {
		a.printf("    cited by no decision\n")
		return
	}
	var groups []string
	for g, x := range t.Groups {
		groups = append(groups, shade(g)+" "+x.Label+" "+thousands(int64(x.Total)))
	}
	a.printf("%s", a.look.wrap("    ", plural(t.Total, "decision", "decisions")+": "+strings.Join(groups, ", ")))
	a.printLifeYears(t)
	if t.Undated > 0 {
		a.printf("    %s without a day\n", plural(t.Undated, "decision", "decisions"))
	}
	if t.Open > 0 {
		a.printf("%s", a.look.wrap("    ", "! "+plural(t.Open, "more decision cites", "more decisions cite")+" a number of the rule without showing that they mean it"))
	}
}

// shades draw the groups of a timeline.
var shades = []string{"█", "▓", "▒", "░", "▪", "·"}

func shade(group int) string { return shades[group%len(shades)] }

// printLifeYears draws the years, with the marks between them.
func (a *app) printLifeYears(t *queries.Timeline) {
	most := 1
	for _, y := range t.Years {
		most = max(most, y.Total)
	}
	for _, y := range t.Years {
		var bar strings.Builder
		drawn, sum := 0, 0
		for g, n := range y.Counts {
			sum += n
			for ; drawn < (sum*barColumns+most-1)/most; drawn++ {
				bar.WriteString(shade(g))
			}
		}
		var notes []string
		for _, m := range t.Marks {
			if m.Date.Time().Year() == y.Year {
				notes = append(notes, "◂ "+m.Label()+" on "+string(m.Date))
			}
		}
		a.printf("%s\n", strings.TrimRight(fmt.Sprintf("    %d %s %d %s  %s", y.Year, bar.String(), y.Total, a.look.dim("of "+thousands(int64(y.Held))), a.look.dim(strings.Join(notes, ", "))), " "))
	}
}
