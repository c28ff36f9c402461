package main

import (
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) statsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "stats",
		Short: "Count what the library holds",
		Args:  args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				st, err := lib.Stats(c.Context())
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(st)
				}
				a.printStats(st)
				return nil
			})
		},
	}
	a.jsonFlag(c, "the counts as one JSON object")
	return c
}

func (a *app) printStats(st *queries.Stats) {
	for _, row := range []struct {
		n    int64
		what string
	}{
		{st.Decisions, "decisions"},
		{st.SecondaryDecisions, "of them known from a commentary only"},
		{st.PendingDecisions, "decisions cited and not held"},
		{st.Provisions, "provisions cited"},
		{st.Citations, "citations"},
		{st.UnresolvedCitations, "of them not resolved"},
		{st.Parties, "parties"},
		{st.Holdings, "operative orders"},
		{st.ArticleVersions, "versions of articles of law"},
		{st.Codes, "codes they are of"},
		{st.Quads, "quads"},
		{st.LibraryBytes, "bytes on disk"},
	} {
		n := thousands(row.n)
		for len(n) < 15 {
			n = " " + n
		}
		a.printf("%s  %s\n", n, row.what)
	}
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			a.printf("attendu %s (library format %d, extraction %d)\n", queries.Version(), queries.Format, queries.ExtractVersion)
			return nil
		},
	}
}
