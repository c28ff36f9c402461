package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) rankCommand() *cobra.Command {
	var req queries.RankRequest
	var uses []string
	var from, to, at string
	c := &cobra.Command{
		Use:   "rank",
		Short: "The decisions that others cite most, for a provision, a court or some years",
		Long: `Ranks decisions by the decisions of the library that cite them; those that review a decision
do not count. With --provision the decisions that cite it are ranked.

  --by citations  how many decisions cite each
  --by decayed    the same, each citation weighing half after --half-life years
  --by pagerank   a citation weighs more when its decision is itself cited; 1 is the mean
  --by standing   the share of the decisions of the same kind of court and year that have a
                  lower PageRank: what is young is compared with what is young

A rank says what the decisions held here cite. It is not worth, nor the law as it stands;
docs/measures.md defines each measure.`,
		Example: `  attendu rank --provision "C. civ. 1240"
  attendu rank --court cass --from 2015-01-01 --by decayed
  attendu rank --provision "CPC 700" --use applied --by standing --limit 50`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := givenDays(c, "from", "to", "at"); err != nil {
				return err
			}
			if c.Flags().Changed("half-life") && req.HalfLife == 0 {
				return usageError{errors.New("--half-life 0: want a number of years above 0, up to 1000")}
			}
			req.From, req.To, req.At = corpus.Date(from), corpus.Date(to), corpus.Date(at)
			var err error
			if req.Uses, err = parseUses(uses); err != nil {
				return err
			}
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				ans, err := lib.Rank(c.Context(), req)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(ans)
				}
				a.printRank(ans)
				return nil
			})
		},
	}
	f := c.Flags()
	f.StringVar(&req.Provision, "provision", "", "rank the decisions that cite it")
	f.StringSliceVar(&uses, "use", nil, "with --provision: what they do with it: visa, applied, rejected, invoked…")
	f.StringVar(&req.By, "by", "citations", "citations, decayed, pagerank or standing")
	f.StringSliceVar(&req.Courts, "court", nil, "court: ca, ca/paris, tgi, cass… (several: any of them)")
	f.StringVar(&from, "from", "", "first day, YYYY-MM-DD")
	f.StringVar(&to, "to", "", "last day, YYYY-MM-DD")
	f.StringVar(&at, "at", "", "day on which the age of citations is taken; without it that of the latest decision")
	f.Float64Var(&req.HalfLife, "half-life", 10, "years after which a citation weighs half")
	f.IntVar(&req.Limit, "limit", 10, "decisions to print at most")
	f.IntVar(&req.Offset, "offset", 0, "decisions to pass over")
	a.jsonFlag(c, "the answer as one JSON object")
	return c
}

func (a *app) printRank(ans *queries.RankAnswer) {
	head := plural(ans.Total, "decision", "decisions")
	if len(ans.Provision) > 0 {
		head += " citing " + strings.Join(ans.Provision, " and ")
	} else {
		head += " cited by others"
	}
	what := map[string]string{"citations": "citations received", "decayed": fmt.Sprintf("citations received, weighed on %s", ans.At),
		"pagerank": "PageRank", "standing": "standing among the decisions of the same kind of court and year"}[ans.By]
	a.printf("%s", a.look.wrap("", a.look.bold(head)+", by "+what))
	if len(ans.Decisions) > 0 {
		a.printf("\n%s\n", a.look.dim(" rank  cited  decayed  pagerank  standing"))
	}
	for _, d := range ans.Decisions {
		a.printf("%s", a.look.hang(fmt.Sprintf("%5d %6s %8.2f %9.2f %8.0f%%  ", d.Rank, thousands(int64(d.CitedBy)), d.Decayed, d.PageRank, 100*d.Standing),
			a.look.bold(cmp.Or(d.Usual, string(d.Key)))+notHeld(d.DecisionRef), a.look.dim(string(d.Key)+usesReceived(d))))
	}
}

// usesReceived says what those who cite a decision do with it, the strongest first.
func usesReceived(d queries.RankedDecision) string {
	var list []string
	for _, u := range corpus.Uses() {
		if n := d.Uses[u]; n > 0 {
			list = append(list, fmt.Sprintf("%s %d", u, n))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return ": " + strings.Join(list, ", ")
}

// notHeld marks a decision that is only cited.
func notHeld(d queries.DecisionRef) string {
	if d.Held {
		return ""
	}
	return " (not held)"
}
