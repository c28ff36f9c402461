package main

import (
	"fmt"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// useName says what a citation does; the lists are in the order of showing.
type useName struct {
	use  corpus.Use
	name string
}

var provisionUses = []useName{
	{corpus.Visa, "the basis of the court: in a visa, or of an order"},
	{corpus.Applied, "applied by the court"},
	{corpus.Rejected, "rejected by the court: inapplicable, or refused what is asked by it"},
	{corpus.Invoked, "invoked by a party"},
	{corpus.Reported, "in another decision of the case, as reported"},
	{corpus.Quoted, "inside a quotation"},
	{corpus.Recited, "in the facts and procedure"},
}

var decisionUses = []useName{
	{corpus.Visa, "by the court, in a visa"},
	{corpus.Applied, "by the court, in its reasons"},
	{corpus.Rejected, "by the court, which rejects it"},
	{corpus.Invoked, "by a party"},
	{corpus.Reported, "in another decision of the case, as reported"},
	{corpus.Quoted, "inside a quotation"},
	{corpus.Recited, "in the facts and procedure"},
}

// printCited lists what is cited under its strongest use.
func (a *app) printCited(title string, uses []useName, list []queries.Cited) {
	if len(list) == 0 {
		return
	}
	a.section(title)
	shown := map[corpus.Key]bool{}
	for _, u := range uses {
		first := true
		for _, c := range list {
			if shown[c.Key] || !slices.Contains(c.Uses, u.use) {
				continue
			}
			shown[c.Key] = true
			if first {
				a.printf("  %s\n", a.look.dim(u.name))
				first = false
			}
			a.printf("%s", a.look.hang("    "+pad(string(c.Key), 38)+"  ", citedTitle(c)+a.look.dim(rulesNote(c))))
		}
	}
}

func citedTitle(c queries.Cited) string {
	if q := c.Mentions[0].Qualifier; q != "" {
		return c.Title + " [" + string(q) + "]"
	}
	return c.Title
}

func (a *app) printUnresolved(d *queries.DecisionAnswer) {
	if len(d.Unresolved) == 0 {
		return
	}
	a.section("Not resolved")
	times := map[string]int{}
	for _, m := range d.Unresolved {
		times[oneLine(m.Text)]++
	}
	for _, m := range d.Unresolved {
		words := oneLine(m.Text)
		switch n := times[words]; {
		case n > 1:
			a.printf("%s", a.look.wrap("    ", fmt.Sprintf("« %s », %d times", words, n)))
		case n == 1:
			a.printf("%s", a.look.wrap("    ", "« "+words+" »"))
		}
		delete(times, words)
	}
}
