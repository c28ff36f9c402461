package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) neighboursCommand() *cobra.Command {
	var limit int
	c := &cobra.Command{
		Use:   "neighbours REFERENCE",
		Short: "What the graph says of a decision, a provision or any node",
		Long: `Lists the edges of the graph from and to a decision or a provision, as one writes it, or
any node as --json shows them: a court (court/ca/paris), an organisation (org/…), a party.
Those that lead from it come first, then those to it; by relation, and then by node.`,
		Example: "  attendu neighbours tgi/laval/2016-10-04\n  attendu neighbours org/kirsch",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, words []string) error {
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				return a.printNeighbours(c.Context(), lib, strings.Join(words, " "), limit)
			})
		},
	}
	limitFlag(c, &limit, 0, "edges to print at most")
	a.jsonFlag(c, "one JSON object a line for each edge")
	return c
}

// printNeighbours prints the edges at a thing, limit of them or all for 0, and says how
// many it does not print.
func (a *app) printNeighbours(ctx context.Context, lib *queries.Library, reference string, limit int) error {
	edge := func(x queries.Neighbour) error {
		if a.json {
			return a.printLine(x)
		}
		a.printEdge(x)
		return nil
	}
	if limit <= 0 {
		for x, err := range lib.Neighbours(ctx, reference) {
			if err != nil {
				return err
			}
			if err := edge(x); err != nil {
				return err
			}
		}
		return nil
	}
	ans, err := lib.Around(ctx, queries.NeighboursRequest{Reference: reference, Limit: limit})
	if err != nil {
		return err
	}
	for _, x := range ans.Neighbours {
		if err := edge(x); err != nil {
			return err
		}
	}
	if ans.LeftOut > 0 {
		fmt.Fprintf(a.err, "%s, %d shown (--limit)\n", plural(ans.Total, "edge", "edges"), len(ans.Neighbours))
	}
	return nil
}

// printEdge writes an edge as a line: from, relation, to, and how often it is stated
// if more than once.
func (a *app) printEdge(x queries.Neighbour) {
	times := ""
	if x.Times > 1 {
		times = a.look.dim(fmt.Sprintf("  (stated %d times)", x.Times))
	}
	a.printf("%s  %s  %s%s\n", placeName(x.From), a.look.dim("—"+x.Relation+"→"), placeName(x.To), times)
}

// placeName is the shortest good name of a node.
func placeName(p queries.Place) string {
	if p.Key != "" {
		return string(p.Key)
	}
	if _, ok := corpus.ParseText(string(p.Node)); ok { // a rule under a number
		return string(p.Node)
	}
	return p.Title
}

func (a *app) pathCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "path FROM TO",
		Short:   "How two decisions or provisions hang together",
		Long:    `Finds a shortest chain between two things over citations, reviews and names.`,
		Example: `  attendu path tgi/laval/2016-10-04 18-29.417`,
		Args:    args(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, ends []string) error {
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				steps, err := lib.Path(c.Context(), ends[0], ends[1])
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(steps)
				}
				for _, s := range steps {
					a.printEdge(s)
				}
				return nil
			})
		},
	}
	a.jsonFlag(c, "the edges as a JSON list")
	return c
}
