package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// searchMore are the flags of search that say how the result is put into order, counted
// and continued.
type searchMore struct {
	timeout time.Duration
}

func (m *searchMore) flags(c *cobra.Command, req *queries.SearchRequest) {
	f := c.Flags()
	f.StringVar(&req.Sort, "sort", "", "relevance, date (the latest first) or authority (the greatest first)")
	f.Float64Var(&req.Prior, "prior", 0, "let authority (citations received, court, publication) count in the relevance; 0.1 is moderate")
	f.StringSliceVar(&req.Facets, "facets", nil, "count the whole result by court, year, solution, matter, publication, cites, party, or all")
	f.IntVar(&req.FacetLimit, "facet-limit", 0, "values to print of each facet (10)")
	f.StringVar(&req.After, "after", "", "go on where an answer to the same request ended: its last line, or next in JSON")
	f.DurationVar(&m.timeout, "timeout", 0, "time that the search may take (2s, 500ms); what was not searched is told")
}

// take puts the flags that are no fields of a request into it.
func (m *searchMore) take(req *queries.SearchRequest) error {
	if m.timeout < 0 || m.timeout > 0 && m.timeout < time.Millisecond {
		return usageError{fmt.Errorf("--timeout is at least 1ms, not %s", m.timeout)}
	}
	req.TimeoutMS = int(m.timeout / time.Millisecond)
	return nil
}

// printFacets prints each facet as a small table.
func (a *app) printFacets(facets []queries.Facet) {
	for _, f := range facets {
		a.printf("\n%s\n", a.look.bold(f.Facet))
		for _, c := range f.Counts {
			name := c.Title
			if c.Value != c.Title {
				name += a.look.dim("  " + c.Value)
			}
			a.printf("%9d  %s\n", c.Count, name)
		}
		if f.Others > 0 {
			a.printf("%s", a.look.dim(fmt.Sprintf("           and %s\n", plural(f.Others, "other value", "other values"))))
		}
		if f.None > 0 {
			a.printf("%s", a.look.dim(fmt.Sprintf("%9d  without\n", f.None)))
		}
	}
}

// printLeftOut says what an answer does not cover, and how to go on.
func (a *app) printLeftOut(ans *queries.SearchAnswer, paged bool) {
	left := ans.LeftOut
	if left.Unsearched > 0 {
		a.printf("%s", a.look.wrap("    ", "the time was over: "+plural(left.Unsearched, "decision was", "decisions were")+" not searched"))
	}
	if left.Moved {
		a.printf("%s", a.look.wrap("    ", "decisions came or went since the page before: a hit may come twice or not at all"))
	}
	if left.WithoutText > 0 {
		a.printf("%s", a.look.dim(a.look.wrap("    ", plural(left.WithoutText, "decision of this library has", "decisions of this library have")+" no text, and can only be found by title and abstracts")))
	}
	if paged && ans.Next != "" {
		a.printf("\nnext: --after %s\n", ans.Next)
	}
}

// printParts prints what a score is made of.
func (a *app) printParts(h queries.SearchHit) {
	if len(h.Parts) == 0 {
		return
	}
	line := fmt.Sprintf("score %.3f", h.Score)
	if h.Prior != 1 {
		line += fmt.Sprintf(", of which its authority makes %.2f times: cited by %s (%.2f)", h.Prior, plural(h.CitedBy, "decision", "decisions"), math.Log1p(float64(h.CitedBy)))
		line += fmt.Sprintf(", its court %.2f, its publication %.2f", h.CourtWeight, h.PublicationWeight)
	}
	a.printf("%s", a.look.dim(a.look.wrap("    ", line)))
	for _, p := range h.Parts {
		var zones []string
		for z, n := range p.Zones {
			zones = append(zones, fmt.Sprintf("%s %d", z, n))
		}
		slices.Sort(zones)
		part := fmt.Sprintf("%.3f  %s", p.Score, p.What)
		switch {
		case p.Field == "text":
			part += fmt.Sprintf(": %g times weighted (%s) in %g of %.0f words, idf %.2f", p.TF, strings.Join(zones, ", "), p.Words, p.Mean, p.IDF)
		case p.Field != "":
			part += ": its own " + p.Field
		default:
			part += "named"
		}
		a.printf("%s", a.look.dim(a.look.wrap("      ", part)))
	}
}
