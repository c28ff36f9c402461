package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) articleCommand() *cobra.Command {
	var req queries.ArticleRequest
	var uses []string
	var at string
	var tables bool
	c := &cobra.Command{
		Use:   "article REFERENCE",
		Short: "Who cites a provision, and whether the court applies it or a party invokes it",
		Long: `Says which decisions cite a provision, by year, and whether the court applies it or a
party only invokes it. A rule that was renumbered is followed through all its
numbers: the tort rule under 1382 and, since 1 October 2016, under 1240. A number
that has borne several rules gives one answer for each that decisions cite; --at
takes the rule of a day, --exact the number as it is printed, whatever it meant.`,
		Example: `  attendu article "C. civ. 1382"
  attendu article "CPC 808/809"
  attendu article art. 1240 du code civil --use applied
  attendu article "CPC 809" --uses
  attendu article "C. civ. 1382" --at 2016-10-04`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, words []string) error {
			if err := givenDays(c, "at"); err != nil {
				return err
			}
			req.ByCourt, req.Limit = tables, atMost(req.Limit)
			req.Reference, req.At = strings.Join(words, " "), corpus.Date(at)
			var err error
			if req.Uses, err = parseUses(uses); err != nil {
				return err
			}
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				list, err := lib.Article(c.Context(), req)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(list)
				}
				for i := range list {
					if tables {
						a.printUses(i, &list[i])
					} else {
						a.printArticle(i, req, &list[i])
					}
				}
				return nil
			})
		},
	}
	c.Flags().StringSliceVar(&uses, "use", nil, "visa, applied, rejected, invoked, reported, quoted or recited (several: any of them)")
	c.Flags().BoolVar(&tables, "uses", false, "in how many decisions it is applied, rejected or only invoked, by year and court; no list")
	c.Flags().StringVar(&at, "at", "", "take the rule that the number bore on this day, YYYY-MM-DD")
	c.Flags().BoolVar(&req.Exact, "exact", false, "the number as it is printed, whatever rule it meant")
	limitFlag(c, &req.Limit, 10, "decisions to print at most for each article")
	c.Flags().IntVar(&req.Offset, "offset", 0, "decisions to pass over")
	a.jsonFlag(c, "the answer as a JSON list, one object an article")
	return c
}

func parseUses(names []string) (uses []corpus.Use, err error) {
	for _, n := range names {
		if !slices.ContainsFunc(provisionUses, func(u useName) bool { return string(u.use) == n }) {
			return nil, usageError{fmt.Errorf("--use %s: use visa, applied, rejected, invoked, reported, quoted or recited", n)}
		}
		uses = append(uses, corpus.Use(n))
	}
	return uses, nil
}

func (a *app) printArticle(i int, req queries.ArticleRequest, x *queries.ArticleAnswer) {
	if i > 0 {
		a.printf("\n")
	}
	title := a.look.bold(x.Title)
	if x.Subject != "" {
		title += ": " + x.Subject
	}
	a.printf("%s%s\n", a.look.wrap("", title), a.look.dim("    "+string(x.Key)+versionNote(x)))
	if x.Part != "" {
		a.printf("%s", a.look.wrap("    ", "counted for the article as a whole: "+x.Part+" is not told apart; each mention says its own"))
	}
	a.printTimeline(x.Line)
	if len(x.Aliases) > 0 {
		a.printf("    also named %s\n", joinKeys(x.Aliases))
	}
	a.printVersions(x)
	a.printOthers(x)
	a.printf("%s", a.look.wrap("    ", countNote(req, x)))
	a.printYears(x.Years)
	for j := range x.Citing {
		a.printf("\n")
		a.printCiting(&x.Citing[j])
	}
	switch more := x.Total - req.Offset - len(x.Citing); {
	case more > 0:
		a.printf("\n%s more (--limit, --offset)\n", thousands(int64(more)))
	case len(x.Citing) == 0 && x.Total > 0:
		a.printf("\nnone left behind --offset %d\n", req.Offset)
	}
}

// countNote says how many decisions cite a provision, and by which uses: "cited by 6
// decisions: applied 2, invoked 3, reported 2 (one decision may count for several)".
func countNote(req queries.ArticleRequest, x *queries.ArticleAnswer) string {
	note := "cited by " + plural(x.All, "decision", "decisions") + countUses(x.By)
	times := 0
	for _, n := range x.By {
		times += n
	}
	if times > x.All {
		note += " (one decision may count for several)"
	}
	if len(req.Uses) == 0 {
		return note
	}
	uses := make([]string, len(req.Uses))
	for i, u := range req.Uses {
		uses[i] = string(u)
	}
	return note + "; asked for: " + strings.Join(uses, " or ") + ", " + plural(x.Total, "decision", "decisions")
}

// versionNote says which of its rules a number has in an answer.
func versionNote(x *queries.ArticleAnswer) string {
	switch {
	case x.Version == "":
		return ""
	case x.Version.Old():
		return "  as it was before " + string(x.Version.Day())
	}
	return "  as it is since " + string(x.Version.Day())
}

func countUses(by map[corpus.Use]int) string {
	var parts []string
	for _, u := range provisionUses {
		if n := by[u.use]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", u.use, n))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, ", ")
}

// maxMentions bounds the mentions shown of one decision.
const maxMentions = 3

func (a *app) printCiting(c *queries.Citing) {
	uses := make([]string, len(c.Uses))
	for i, u := range c.Uses {
		uses[i] = string(u)
	}
	a.printf("%s", a.headline(&c.DecisionRef))
	note := strings.Join(uses, ", ")
	if c.Uncertain {
		note += "; not sure: " + c.Doubt
	}
	a.printf("    %s\n", note)
	for i, m := range c.Mentions {
		if i == maxMentions {
			a.printf("    and %s\n", plural(len(c.Mentions)-i, "more mention", "more mentions"))
			break
		}
		words := strings.Replace(m.Context, oneLine(m.Text), a.look.hit(oneLine(m.Text)), 1)
		a.printf("%s", a.look.wrap("    ", "… "+words+" … "+a.look.dim(where(m))))
	}
}

// where says in which part a mention stands and who speaks there.
func where(m queries.Mention) string {
	s := string(m.Zone) + ", " + string(m.Speaker)
	if m.Side != "" {
		s += " (" + string(m.Side) + ")"
	}
	return "[" + s + "]"
}
