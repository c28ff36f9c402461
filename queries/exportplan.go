package queries

import (
	"cmp"
	"slices"
	"strings"

	"github.com/attendu/attendu/graph/export"
)

// exportForm is a form of export.
type exportForm struct {
	name   string
	tables bool   // one file for each table
	file   string // the name of the file, or what follows the name of the table
}

// exportForms are in the order in which they are written.
var exportForms = []exportForm{
	{"parquet", true, ".parquet"},
	{"csv", true, ".csv"},
	{"csv-excel", true, ".excel.csv"},
	{"jsonl", true, ".jsonl"},
	{"nquads", false, "graph.nq"},
	{"turtle", false, "graph.ttl"},
	{"jsonld", false, "graph.jsonld"},
	{"graphml", false, "network.graphml"},
	{"gexf", false, "network.gexf"},
	{"reflex", false, "references.txt"},
	{"csl", false, "references.json"},
	{"bibtex", false, "references.bib"},
	{"ris", false, "references.ris"},
}

// vocabularyFile goes with the forms of RDF that have no room for the vocabulary.
const vocabularyFile = "vocabulary.ttl"

// ExportFormats lists the formats of Export.
func ExportFormats() (names []string) {
	for _, f := range exportForms {
		names = append(names, f.name)
	}
	return names
}

// ExportTables lists the flat tables of Export.
func ExportTables() []string { return export.TableNames() }

// plannedFile is a file that an export is to have.
type plannedFile struct {
	path   string
	format string
	table  string // of a flat table
}

// planOf lists the files of a request, those of one format together.
func planOf(req ExportRequest) (plan []plannedFile, err error) {
	formats, tables := req.Formats, req.Tables
	if len(formats) == 0 {
		formats = []string{"parquet"}
	}
	if err := known("format", formats, ExportFormats()); err != nil {
		return nil, err
	}
	if err := known("table", tables, ExportTables()); err != nil {
		return nil, err
	}
	flat := false
	for _, f := range exportForms {
		switch {
		case !slices.Contains(formats, f.name):
		case f.tables:
			flat = true
			for _, t := range ExportTables() {
				if len(tables) == 0 || slices.Contains(tables, t) {
					plan = append(plan, plannedFile{t + f.file, f.name, t})
				}
			}
		default:
			plan = append(plan, plannedFile{path: f.file, format: f.name})
		}
	}
	if len(tables) > 0 && !flat {
		return nil, invalid("tables are written as parquet, csv, csv-excel or jsonl; %s has none", strings.Join(formats, ", "))
	}
	if slices.Contains(formats, "nquads") || slices.Contains(formats, "jsonld") {
		plan = append(plan, plannedFile{path: vocabularyFile, format: "vocabulary"})
	}
	return plan, nil
}

// known refuses what is not among the names.
func known(what string, given, names []string) error {
	for _, g := range given {
		if !slices.Contains(names, g) {
			return invalid("there is no %s %q; there are %s", what, g, strings.Join(names, ", "))
		}
	}
	return nil
}

// allFiles lists every file that an export may write.
func allFiles() (paths []string) {
	all, _ := planOf(ExportRequest{Formats: ExportFormats()})
	for _, p := range all {
		paths = append(paths, p.path)
	}
	return append(paths, "datapackage.json", export.ManifestName)
}

// sortFiles puts the files of a manifest into the order of allFiles.
func sortFiles(files []export.FileInfo) {
	order := allFiles()
	slices.SortFunc(files, func(a, b export.FileInfo) int {
		return cmp.Compare(slices.Index(order, a.Path), slices.Index(order, b.Path))
	})
}
