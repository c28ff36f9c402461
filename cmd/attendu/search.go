package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

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

func (a *app) printSearch(req queries.SearchRequest, ans *queries.SearchAnswer) {
	a.printf("%s", plural(ans.Total, "decision", "decisions"))
	if len(ans.Cites) > 0 {
		a.printf(" citing %s", strings.Join(ans.Cites, " and "))
	}
	if len(ans.Hits) < ans.Total {
		a.printf(", %d shown", len(ans.Hits))
	}
	a.printf("\n")
	for _, n := range ans.Notes {
		a.printf("%s", a.look.wrap("    ", n))
	}
	a.printSynonyms(ans.Synonyms)
	a.printSuggestions(ans.Suggestions)
	a.printRules(req, ans)
	a.printDirect(ans)
	a.printExplain(ans)
	for _, h := range ans.Hits {
		a.printf("\n%s", a.headline(&h.DecisionRef))
		for _, s := range h.Snippets {
			a.printf("%s", a.look.wrap("    ", "… "+a.snippet(s)+" …"))
		}
		a.printParts(h)
	}
}

// printSynonyms says what was also looked for.
func (a *app) printSynonyms(synonyms []queries.Synonym) {
	for _, s := range synonyms {
		a.printf("%s", a.look.wrap("    ", s.Said+": also "+strings.Join(s.Also, ", ")+" (--no-synonyms: not)"))
	}
}

// printSuggestions says what words that are not found may have been meant to be.
func (a *app) printSuggestions(suggestions []queries.Suggestion) {
	for _, s := range suggestions {
		a.printf("%s", a.look.wrap("    ", fmt.Sprintf("no decision holds %q; did you mean %s?", s.Typed, strings.Join(s.Words, " or "))))
	}
}

// printDirect says what the query names by itself, and where to see it.
func (a *app) printDirect(ans *queries.SearchAnswer) {
	for _, d := range ans.Direct {
		command := "attendu show " + string(d.Key)
		switch {
		case d.Key.IsProvision():
			command = fmt.Sprintf("attendu article %s", d.Key)
		case !d.Held:
			command = "not in this library"
		}
		a.printf("%s", a.look.wrap("    ", d.Title+": "+command))
	}
}

// printExplain tells how a query was understood and answered.
func (a *app) printExplain(ans *queries.SearchAnswer) {
	if ans.Outline == "" {
		return
	}
	a.printf("\nUnderstood as\n")
	for line := range strings.Lines(ans.Outline) {
		a.printf("    %s", line)
	}
	if ans.Query != "" {
		a.printf("%s", a.look.dim(a.look.wrap("    ", "= "+ans.Query)))
	}
	a.printf("\nAnswered in this order\n")
	for i, s := range ans.Steps {
		a.printf("%s", a.look.hang(fmt.Sprintf("    %d. ", i+1), s))
	}
}

// printRules says which of the rules that a number has borne a search follows. Of
// several those that no decision means are left out.
func (a *app) printRules(req queries.SearchRequest, ans *queries.SearchAnswer) {
	for i := 0; i < len(ans.Rules); {
		key, open := ans.Rules[i].Key, ans.Rules[i].Open
		var followed, others []string
		for ; i < len(ans.Rules) && ans.Rules[i].Key == key; i++ {
			switch r := ans.Rules[i]; {
			case r.Followed && (r.Citing > 0 || req.At != ""):
				followed = append(followed, ruleName(r))
			case !r.Followed:
				others = append(others, ruleName(r))
			}
		}
		if len(followed)+len(others)+open == 0 {
			continue
		}
		note := string(key) + ", "
		switch {
		case len(followed) > 0:
			note += "the rule " + strings.Join(followed, ", and that ")
		case req.At != "":
			note += "no rule of " + string(req.At)
		default:
			note += "of no rule for sure"
		}
		if len(others) > 0 {
			note += "; not that " + strings.Join(others, ", nor that ")
		}
		if open > 0 {
			note += "; " + plural(open, "decision leaves", "decisions leave") + " it open which is meant"
			if req.At != "" {
				note += " (left out)"
			}
		}
		a.printf("%s", a.look.dim(a.look.wrap("    ", note)))
	}
}

// ruleName tells a rule of a number by its time: "before 2016-10-01: faute (3
// decisions)".
func ruleName(r queries.FollowedRule) string {
	name := "since " + string(r.Version.Day())
	if r.Version.Old() {
		name = "before " + string(r.Version.Day())
	}
	if r.Subject != "" {
		name += ": " + r.Subject
	}
	return name + " (" + plural(r.Citing, "decision", "decisions") + ")"
}

// headline is a decision in two lines: the usual citation, then its key.
func (a *app) headline(d *queries.DecisionRef) string {
	line := a.look.bold(d.Usual)
	if d.Solution != "" {
		line += " (" + smallFirst(d.Solution) + ")"
	}
	second := "    " + string(d.Key)
	if d.Secondary {
		second += "  known from a commentary only"
	}
	return a.look.wrap("", line) + a.look.dim(second) + "\n"
}

// smallFirst writes a word inside a line: "Rejet" is "rejet", "QPC" stays.
func smallFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[n:]); !unicode.IsLower(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}

// snippet marks the hits of a passage. Hits with nothing but blanks between
// them are marked as one.
func (a *app) snippet(s queries.Snippet) string {
	var b strings.Builder
	at := 0
	for i := 0; i < len(s.Hits); i++ {
		start, end := s.Hits[i].Start-s.Start, s.Hits[i].End-s.Start
		for i+1 < len(s.Hits) && strings.TrimSpace(s.Text[end:s.Hits[i+1].Start-s.Start]) == "" {
			i++
			end = s.Hits[i].End - s.Start
		}
		b.WriteString(s.Text[at:start])
		b.WriteString(a.look.hit(strings.Join(strings.Fields(s.Text[start:end]), " ")))
		at = end
	}
	b.WriteString(s.Text[at:])
	return b.String()
}
