package queries

import (
	"fmt"
	"io"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/export"
)

// fileWriter writes one file of an export. Decisions come once in each turn, some at a
// time.
type fileWriter interface {
	turns() int
	// parts are the parts of records that it looks at; 0 is all.
	parts() graph.Parts
	// prepare makes of some decisions what is to be written of them, on several goroutines
	// at once; what it returns writes that, in the order of the decisions.
	prepare(turn int, list []*corpus.Decision) (write func() error, err error)
	// end tells how many rows, quads, items, or nodes and edges were written.
	end() (rows int64, err error)
}

// once is the turns of most writers.
type once struct{}

func (once) turns() int { return 1 }

// everything is the parts of most writers.
type everything struct{}

func (everything) parts() graph.Parts { return 0 }

// inTurn is a prepare of a writer that makes what it writes while it writes.
func inTurn(list []*corpus.Decision, write func(*corpus.Decision) error) (func() error, error) {
	return func() error {
		for _, d := range list {
			if err := write(d); err != nil {
				return fmt.Errorf("export %s: %w", d.Node, err)
			}
		}
		return nil
	}, nil
}

// writer is the writer of a planned file.
func (x *exporter) writer(p plannedFile, w io.Writer) (fileWriter, error) {
	switch p.format {
	case "nquads":
		return &rdfFile{x: x, w: export.NewNQuads(w, x.terms)}, nil
	case "turtle":
		rdf, err := export.NewTurtle(w, x.terms)
		return &rdfFile{x: x, w: rdf}, err
	case "jsonld":
		rdf, err := export.NewJSONLD(w, x.terms)
		return &rdfFile{x: x, w: rdf}, err
	case "vocabulary":
		return vocabularyWriter{}, export.NewVocabulary(w, x.terms)
	case "graphml":
		return x.network(export.NewGraphML(w)), nil
	case "gexf":
		return x.network(export.NewGEXF(w, versions())), nil
	}
	if c := export.NewCitations(w, export.CitationFormat(p.format)); c != nil {
		return &citationsFile{x: x, w: c}, nil
	}
	return x.table(p, w)
}

// citing is what tells what a decision cites and does by it: an order that refuses a claim
// rests on some of it.
const citing = graph.PartCitations | graph.PartHoldings

// table is the writer of a flat table.
func (x *exporter) table(p plannedFile, w io.Writer) (fileWriter, error) {
	f := export.TableFormat(p.format)
	switch p.table {
	case "decisions":
		return tableOf(x, w, f, graph.PartCitations|graph.PartParties|graph.PartHoldings, export.Decisions), nil
	case "citations":
		return tableOf(x, w, f, citing, export.Citations), nil
	case "parties":
		return tableOf(x, w, f, graph.PartParties, export.Parties), nil
	case "holdings":
		return tableOf(x, w, f, graph.PartHoldings, export.Holdings), nil
	case "history":
		return tableOf(x, w, f, citing, x.reviews), nil
	case "provisions":
		return &provisionsFile{x: x, table: tableOf[export.Provision](x, w, f, citing, nil)}, nil
	case "renumberings":
		return &renumberingsFile{x: x, table: tableOf[export.Renumbering](x, w, f, 0, nil)}, nil
	}
	return nil, fmt.Errorf("queries: nothing writes %s as %s", p.table, p.format)
}

// citationsFile writes the decisions as writers cite them.
type citationsFile struct {
	once
	everything
	x *exporter
	w export.CitationWriter
	n int64
}

func (f *citationsFile) prepare(_ int, list []*corpus.Decision) (func() error, error) {
	cited := make([]export.Cited, len(list))
	for i, d := range list {
		var err error
		if cited[i], err = export.NewCited(d, f.x.source); err != nil {
			return nil, err
		}
	}
	return func() error {
		for _, c := range cited {
			f.n++
			if err := f.w.Cite(c); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

func (f *citationsFile) end() (int64, error) { return f.n, f.w.Close() }
