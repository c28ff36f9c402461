package main

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) communitiesCommand() *cobra.Command {
	var req queries.CommunitiesRequest
	c := &cobra.Command{
		Use:   "communities",
		Short: "Groups of decisions that cite each other, and what they are about",
		Long: `Divides the decisions of the library into groups that cite each other more than chance would
have it (Louvain's method, and groups that are not connected are split). Each is shown with
the provisions that tell it from the rest and the decisions most cited within. The same
library and seed give the same groups; where groups meet, another seed may draw the border
otherwise.`,
		Example: "  attendu communities\n  attendu communities --least 50 --resolution 2",
		Args:    args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				ans, err := lib.Communities(c.Context(), req)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(ans)
				}
				a.printCommunities(ans)
				return nil
			})
		},
	}
	f := c.Flags()
	f.IntVar(&req.Least, "least", 5, "decisions that a group must have")
	f.Float64Var(&req.Resolution, "resolution", 1, "above 1 for more and smaller groups")
	f.Uint64Var(&req.Seed, "seed", 0, "another number may draw the borders otherwise")
	f.IntVar(&req.Limit, "limit", 10, "groups to print at most")
	a.jsonFlag(c, "the answer as one JSON object")
	return c
}

func (a *app) printCommunities(ans *queries.CommunitiesAnswer) {
	a.printf("%s", a.look.wrap("", a.look.bold(plural(ans.Total, "group", "groups"))+fmt.Sprintf(" among %s that cite each other, modularity %.2f", plural(ans.Linked, "decision", "decisions"), ans.Modularity)))
	if n := ans.Linked - ans.Grouped; n > 0 {
		a.printf("%s", a.look.wrap("", fmt.Sprintf("%s of these, in groups of fewer than %d, left out (--least)", thousands(int64(n)), ans.Least)))
	}
	if n := ans.Total - len(ans.Communities); n > 0 {
		a.printf("%s", a.look.wrap("", fmt.Sprintf("%s not shown (--limit)", plural(n, "more group", "more groups"))))
	}
	for i, c := range ans.Communities {
		days := ""
		if c.From != "" {
			days = fmt.Sprintf(", %s to %s", c.From, c.To)
		}
		a.printf("\n%s\n", a.look.bold(fmt.Sprintf("%d  %s%s", i+1, plural(c.Size, "decision", "decisions"), days)))
		var list []string
		for _, p := range c.Provisions {
			list = append(list, fmt.Sprintf("%s (%d of %d)", p.Title, p.Within, p.Citing))
		}
		a.printf("%s", a.look.wrap("   ", strings.Join(list, "; ")))
		for _, d := range c.Decisions {
			a.printf("%s", a.look.dim(a.look.wrap("   ", d.Usual)))
		}
	}
}
