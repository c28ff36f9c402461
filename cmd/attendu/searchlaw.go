package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

// lawSearch are the flags of a search among articles of law.
type lawSearch struct {
	on, all bool
	codes   []string
}

// wanted reports whether articles are searched, not decisions.
func (law lawSearch) wanted() bool { return law.on || law.all || len(law.codes) > 0 }

// decisionFlags are the flags of search that say something about decisions only.
var decisionFlags = []string{"court", "from", "to", "cites", "exact", "party", "by-date", "explain"}

// searchLaw finds articles of law by their words.
func (a *app) searchLaw(c *cobra.Command, law lawSearch, req queries.SearchRequest) error {
	for _, f := range decisionFlags {
		if c.Flags().Changed(f) {
			return usageError{fmt.Errorf("--%s is about decisions; it does not go with --articles", f)}
		}
	}
	if law.all && req.At != "" {
		return usageError{fmt.Errorf("--all-versions takes versions of any day; it does not go with --at")}
	}
	ask := queries.ArticleSearchRequest{Text: req.Text, NoSynonyms: req.NoSynonyms, Codes: law.codes, At: req.At, Limit: req.Limit, Offset: req.Offset}
	if ask.At == "" && !law.all {
		ask.At = corpus.Date(time.Now().Format(time.DateOnly))
	}
	return a.withLibrary(c.Context(), func(lib *queries.Library) error {
		ans, err := lib.SearchArticles(c.Context(), ask)
		if err != nil {
			return err
		}
		if a.json {
			return a.printJSON(ans)
		}
		a.printLaw(ask, ans)
		return nil
	})
}

func (a *app) printLaw(ask queries.ArticleSearchRequest, ans *queries.ArticleSearchAnswer) {
	a.printf("%s", plural(ans.Total, "version of an article", "versions of articles"))
	if ask.At != "" {
		a.printf(" in force on %s", ask.At)
	}
	if len(ans.Hits) < ans.Total {
		a.printf(", %d shown", len(ans.Hits))
	}
	a.printf("\n")
	a.printSynonyms(ans.Synonyms)
	if ans.OtherDays > 0 {
		a.printf("    %s of other days: --all-versions\n", plural(ans.OtherDays, "version", "versions"))
	}
	for _, h := range ans.Hits {
		a.printf("\n%s", a.look.wrap("", a.look.bold(h.Title)))
		a.printf("%s", a.look.dim(a.look.hang("    "+string(h.Key)+"  ", wordingDays(h.Wording)+" "+h.ID+doubtNote(h.Wording))))
		if len(h.Headings) > 0 {
			a.printf("%s", a.look.dim(a.look.wrap("    ", strings.Join(h.Headings, " > "))))
		}
		for _, s := range h.Snippets {
			a.printf("%s", a.look.wrap("    ", "… "+a.snippet(queries.Snippet{Span: s.Span, Text: s.Text, Hits: s.Hits})+" …"))
		}
	}
}
