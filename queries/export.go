package queries

import (
	"context"
	"io"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/export"
)

// ExportRequest says what is exported, and in which forms. The zero value is every
// decision, as Parquet.
type ExportRequest struct {
	// Formats are of ExportFormats; none means parquet.
	Formats []string `json:"formats"`
	// Tables are of ExportTables, for the formats of flat tables; none means all.
	Tables []string `json:"tables"`
	// Query keeps the decisions that answer it: see SearchRequest.Text. Courts, From and
	// To are those of SearchRequest.
	Query  string      `json:"query"`
	Courts []string    `json:"courts"`
	From   corpus.Date `json:"from"`
	To     corpus.Date `json:"to"`
	// Decisions keeps those that are named, in any usual writing. It does not go with Query.
	Decisions []string `json:"decisions"`
	// Base is the beginning of the IRIs of nodes in RDF; "" means ExportBase.
	Base string `json:"base"`
	// Again writes every file, also those that are there as they would be written, and
	// replaces an export of other decisions.
	Again bool `json:"again"`
	// Progress is told now and then how many decisions of how many have been written in
	// the format that is being written; nil for none.
	Progress func(format string, done, total int64) `json:"-"`
}

// ExportBase is the beginning of the IRIs of nodes where a request gives none.
const ExportBase = export.DefaultBase

// ExportAnswer is what an export holds.
type ExportAnswer struct {
	Folder string `json:"folder"`
	export.Manifest
	// Written are the paths of the files that were written now, Kept those that were
	// there already, Removed those of another state of the library.
	Written []string `json:"written"`
	Kept    []string `json:"kept"`
	Removed []string `json:"removed"`
}

// selects reports whether a request asks for less than every decision.
func (r ExportRequest) selects() bool {
	return strings.TrimSpace(r.Query) != "" || len(r.Courts) > 0 || r.From != "" || r.To != "" || len(r.Decisions) > 0
}

// Export writes files into a folder, which is made when it is missing, with a manifest and,
// for tables, a data dictionary (datapackage.json). Each file is there as a whole or not at
// all. What the manifest says to be of this very state of the library is not written again,
// so that an export that was interrupted goes on; files of another state are removed first.
// It answers Conflict when the folder holds an export of other decisions, or a file that no
// export has written, or when the library is changed meanwhile.
func (l *Library) Export(ctx context.Context, folder string, req ExportRequest) (*ExportAnswer, error) {
	x, err := l.exporter(ctx, req)
	if err != nil {
		return nil, coded(err)
	}
	a, err := x.into(folder)
	if err = x.close(err); err != nil {
		return nil, coded(err)
	}
	return a, nil
}

// ExportTo writes the one file of a request to w: one format, and of flat tables one table.
func (l *Library) ExportTo(ctx context.Context, w io.Writer, req ExportRequest) error {
	x, err := l.exporter(ctx, req)
	if err != nil {
		return coded(err)
	}
	return coded(x.close(x.onto(w)))
}
