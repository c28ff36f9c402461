package main

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// searchHelp and searchExamples are what `attendu help search` says.
const (
	searchHelp = `Finds the decisions that answer QUERY. Words side by side must all occur; "words in
quotes" follow one another; ET, OU, SAUF (AND, OR, NOT, or - before a word; put -- before
a query with such a word) and brackets join them, a PROCHE/10 b wants them within 10
words. rétent* is a beginning of words, retention~1 has a letter wrong. Accents and
capitals do not count, but operators are in capitals.

A field asks for more than words: motifs:"trouble manifestement illicite" (also
dispositif:, faits:, moyens:), cite:"CPC 809", applique: and invoque: the same by the
court or by a party, date:2015..2017, juridiction:(tgi OU tj), partie:, ordre:,
montant:>10000, solution: and others; docs/search.md lists them, also in English. A
reference goes straight to it: 17-21.434, C. civ. 1382, CA Paris 18/04366. --explain
tells how a query was understood. The flags are joined to it by ET. Without QUERY the
other conditions decide alone, the latest first.

--cites and cite: follow a rule through all its numbers: "C. civ. 1240" also finds the
decisions that meant it when they cited 1382, before 1 October 2016. A number that has
borne several rules stands for each of them, and decisions that do not show which they
mean are found too; --at takes the rule of one day, and leaves those out.

--sort authority puts first what is cited most, given by a high court and published;
--prior lets this authority count in the relevance. --facets counts the whole result. With --limit or --after the last line says
how to go on, however deep.`

	searchExamples = `  attendu search "mot de passe" --cites "CPC 809"
  attendu search '"mot de passe" PROCHE/10 serveur ET cite:(CPC 809 OU CPC 835) SAUF solution:rejet'
  attendu search 'motifs:"trouble manifestement illicite" juridiction:tgi date:>=2016' --explain
  attendu search '"trouble manifestement illicite"' --court tgi --from 2016-01-01
  attendu search --party Kirsch --json
  attendu search licenciement --facets court,year --sort authority --limit 50
  attendu search --articles "trouble manifestement illicite" --code CPC --at 2016-10-04
  attendu search --court "cour d'appel de Paris" -- prescription -faute`
)

func (a *app) searchCommand() *cobra.Command {
	var req queries.SearchRequest
	var from, to, at string
	var law lawSearch
	var more searchMore
	c := &cobra.Command{
		Use:   "search [QUERY]",
		Short: "Find decisions by words, court, date, party, orders and what they cite",
		Long:  searchHelp, Example: searchExamples,
		RunE: func(c *cobra.Command, words []string) error {
			if err := givenDays(c, "from", "to", "at"); err != nil {
				return err
			}
			req.Text, req.Limit = queryText(words), atMost(req.Limit)
			req.From, req.To, req.At = corpus.Date(from), corpus.Date(to), corpus.Date(at)
			if len(req.Cites) == 0 && req.Text == "" && !law.wanted() {
				for _, f := range []string{"exact", "at"} {
					if c.Flags().Changed(f) {
						return usageError{fmt.Errorf("--%s says how the provisions of --cites are taken; it does not go without it", f)}
					}
				}
			}
			if law.wanted() {
				return a.searchLaw(c, law, req)
			}
			if err := more.take(&req); err != nil {
				return err
			}
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				ans, err := lib.Search(c.Context(), req)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(ans)
				}
				a.printSearch(req, ans)
				a.printFacets(ans.Facets)
				a.printLeftOut(ans, c.Flags().Changed("after") || c.Flags().Changed("limit"))
				return nil
			})
		},
	}
	f := c.Flags()
	f.StringSliceVar(&req.Courts, "court", nil, "court: ca, ca/paris, tgi, cass… (several: any of them)")
	f.StringVar(&from, "from", "", "first day, YYYY-MM-DD")
	f.StringVar(&to, "to", "", "last day, YYYY-MM-DD")
	f.StringArrayVar(&req.Cites, "cites", nil, `provision or decision cited: "CPC 809", "C. civ. 1382", 17-21.434 (several: all of them)`)
	f.BoolVar(&req.Exact, "exact", false, "with --cites: numbers as they are printed, whatever rule they meant")
	f.StringVar(&at, "at", "", "with --cites: the rule that each number bore on this day, YYYY-MM-DD; with --articles: the versions in force on it")
	f.BoolVar(&law.on, "articles", false, "search the articles of law that are indexed (LEGI), those in force today")
	f.StringSliceVar(&law.codes, "code", nil, "articles of this code: \"C. civ.\", code-penal (several: any of them)")
	f.BoolVar(&law.all, "all-versions", false, "with --articles: versions of any day")
	f.StringVar(&req.Party, "party", "", "words of a party's name")
	limitFlag(c, &req.Limit, 10, "hits to print at most")
	f.IntVar(&req.Offset, "offset", 0, "hits to pass over")
	f.BoolVar(&req.ByDate, "by-date", false, "the latest first instead of the best match")
	f.BoolVar(&req.NoSynonyms, "no-synonyms", false, "look for the words as they are: JLD alone, not also juge des libertés et de la détention")
	f.BoolVar(&req.Explain, "explain", false, "tell how the query was understood, and in what order it was answered")
	more.flags(c, &req)
	a.jsonFlag(c, "the answer as one JSON object")
	return c
}

// queryText joins the arguments into one query. One argument of several words
// was quoted for the shell, not for attendu: its words are words.
func queryText(words []string) string { return strings.Join(words, " ") }
