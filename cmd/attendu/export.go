package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
)

const (
	exportHelp = `Writes what the library holds into FOLDER, for other programs:

  parquet csv csv-excel jsonl   flat tables: decisions, citations, parties, holdings,
                                history, provisions, renumberings
  nquads turtle jsonld          the whole graph, as RDF
  graphml gexf                  decisions and what they cite, as a network
  reflex csl bibtex ris         the decisions as writers cite them

--query, --court, --from and --to keep the decisions that search would find (all of them,
not a page); --decision keeps those that it names. docs/export.md lists tables and columns,
and says how to read them in pandas, R, DuckDB, Gephi, Jena and Zotero.

FOLDER has a manifest.json with the counts and the SHA-256 of each file, and with tables a
datapackage.json that says what each column means. A file is there as a whole or not at
all. Run again, what is of this state of the library and whole is kept; files of another
state, which may hold decisions that were forgotten since, are removed first. An export of
other decisions is replaced with --again only. The same library gives the same bytes.

Without FOLDER, or with -, one format (and of tables one table) goes to standard output.

Natural persons are written as published and joined to nothing; judges nowhere.`

	exportExamples = `  attendu export out
  attendu export out --format csv-excel --table decisions,citations
  attendu export out --format gexf,graphml --query 'cite:"C. civ. 1240"'
  attendu export --format csv --table citations --query 'juridiction:tgi date:>=2016' > tgi.csv
  attendu export --format bibtex --decision 17-21.434 >> thesis.bib
  attendu export --format nquads | gzip > graph.nq.gz`
)

func (a *app) exportCommand() *cobra.Command {
	var req queries.ExportRequest
	c := &cobra.Command{
		Use:   "export [FOLDER]",
		Short: "Write tables, graphs and citations for other programs",
		Long:  exportHelp, Example: exportExamples,
		Args: args(cobra.MaximumNArgs(1)),
	}
	f := c.Flags()
	f.StringSliceVar(&req.Formats, "format", []string{"parquet"}, "forms to write: "+strings.Join(queries.ExportFormats(), ", "))
	f.StringSliceVar(&req.Tables, "table", nil, "tables to write: "+strings.Join(queries.ExportTables(), ", ")+" (default all)")
	f.StringVar(&req.Query, "query", "", "decisions that answer this query: see attendu help search")
	f.StringSliceVar(&req.Courts, "court", nil, "decisions of this court: ca, ca/paris, tgi, cass… (several: any of them)")
	f.StringVar((*string)(&req.From), "from", "", "decisions from this day on, YYYY-MM-DD")
	f.StringVar((*string)(&req.To), "to", "", "decisions up to this day, YYYY-MM-DD")
	f.StringArrayVar(&req.Decisions, "decision", nil, "this decision: a number, ECLI or key (several: each of them)")
	f.StringVar(&req.Base, "base", "", "RDF: beginning of the IRIs of nodes (default "+queries.ExportBase+")")
	f.BoolVar(&req.Again, "again", false, "write every file again, also what is there as it would be written or is of other decisions")
	a.jsonFlag(c, "what was written as one JSON object")
	c.RegisterFlagCompletionFunc("format", completeList(queries.ExportFormats))
	c.RegisterFlagCompletionFunc("table", completeList(queries.ExportTables))
	c.RunE = func(c *cobra.Command, folder []string) error {
		if err := givenDays(c, "from", "to"); err != nil {
			return err
		}
		if f.Changed("query") && strings.TrimSpace(req.Query) == "" {
			return usageError{errors.New("--query is empty; leave it out for every decision")}
		}
		if a.served == nil { // else the process has other work, too
			garbage.choose(exportMemory, exportGarbage)
		}
		a.cache = exportCache
		return a.withLibrary(c.Context(), func(lib *queries.Library) error { return a.runExport(c, lib, req, folder) })
	}
	return c
}

// An export reads everything once, so that a cache gains little; and it may run for long
// beside other work. The limit keeps the process below 300 MB, all tables at once, and what
// it leaves free is used before garbage is collected, which else were a fifth of the work.
const (
	exportMemory  = 208 << 20
	exportGarbage = 400 // percent
	exportCache   = 16 << 20
)

// completeList completes a list of names with commas between them.
func completeList(names func() []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) (out []cobra.Completion, _ cobra.ShellCompDirective) {
		given := typed[:strings.LastIndexByte(typed, ',')+1]
		for _, n := range names() {
			if !slices.Contains(strings.Split(given, ","), n) {
				out = append(out, given+n)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

func (a *app) runExport(c *cobra.Command, lib *queries.Library, req queries.ExportRequest, folder []string) error {
	if len(folder) == 0 || folder[0] == "-" {
		if a.json {
			return usageError{errors.New("--json tells what was written into a folder; name one")}
		}
		return lib.ExportTo(c.Context(), a.out, req)
	}
	bar := a.progress("exporting")
	if bar != nil {
		req.Progress = exportProgress(bar)
	}
	ans, err := lib.Export(c.Context(), a.path(folder[0]), req)
	if bar != nil {
		_ = bar.Finish()
	}
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(ans)
	}
	a.printExport(ans)
	return nil
}

// exportProgress moves a bar with the decisions that are written.
func exportProgress(bar *progressbar.ProgressBar) func(format string, done, total int64) {
	return func(format string, done, total int64) {
		if bar.GetMax64() != total {
			bar.ChangeMax64(total)
		}
		bar.Describe(format)
		_ = bar.Set64(done) // a bar that cannot be drawn changes nothing
	}
}

// printExport lists the files of an export.
func (a *app) printExport(ans *queries.ExportAnswer) {
	for _, path := range ans.Removed {
		fmt.Fprintf(a.err, "%s was of another state of the library, or of other decisions, and was removed\n", path)
	}
	for _, path := range ans.Kept {
		fmt.Fprintf(a.err, "%s is there already, and was kept\n", path)
	}
	wide := 0
	for _, f := range ans.Files {
		wide = max(wide, len(f.Path))
	}
	for _, f := range ans.Files {
		a.printf("%-*s  %15s  %15s\n", wide, f.Path, thousands(f.Rows)+" "+rowWord(f.Format), thousands(f.Bytes)+" bytes")
	}
	a.printf("%s in %s\n", plural(int(ans.Decisions), "decision", "decisions"), ans.Folder)
}

// rowWord says what the rows of a format are.
func rowWord(format string) string {
	switch format {
	case "parquet", "csv", "csv-excel", "jsonl":
		return "rows"
	case "nquads", "turtle", "jsonld":
		return "facts"
	case "graphml", "gexf":
		return "nodes and edges"
	case "vocabulary":
		return "terms"
	}
	return "references"
}
