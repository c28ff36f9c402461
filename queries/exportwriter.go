package queries

import (
	"fmt"
	"io"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/export"
)

// fileWriter writes one file of an export. Decisions come once in each turn; end tells how
// many rows, quads, items, or nodes and edges were written.
type fileWriter interface {
	turns() int
	decision(turn int, d *corpus.Decision) error
	end() (rows int64, err error)
}

// once is the turns of most writers.
type once struct{}

func (once) turns() int { return 1 }

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

// table is the writer of a flat table.
func (x *exporter) table(p plannedFile, w io.Writer) (fileWriter, error) {
	f := export.TableFormat(p.format)
	switch p.table {
	case "decisions":
		return tableOf(x, w, f, export.Decisions), nil
	case "citations":
		return tableOf(x, w, f, export.Citations), nil
	case "parties":
		return tableOf(x, w, f, export.Parties), nil
	case "holdings":
		return tableOf(x, w, f, export.Holdings), nil
	case "history":
		return tableOf(x, w, f, x.reviews), nil
	case "provisions":
		return &provisionsFile{x: x, table: tableOf[export.Provision](x, w, f, nil)}, nil
	case "renumberings":
		return &renumberingsFile{x: x, table: tableOf[export.Renumbering](x, w, f, nil)}, nil
	}
	return nil, fmt.Errorf("queries: nothing writes %s as %s", p.table, p.format)
}

func (x *exporter) reviews(rows []export.Review, d *corpus.Decision, names export.Names) ([]export.Review, error) {
	reviewed, ruling, err := x.source.Reviewed(d)
	if err != nil {
		return rows, err
	}
	return export.Reviews(rows, d, reviewed, ruling, names)
}

// tableFile writes a flat table, some rows at a time.
type tableFile[T any] struct {
	once
	x    *exporter
	w    export.Encoder[T]
	rows []T
	make func([]T, *corpus.Decision, export.Names) ([]T, error)
	n    int64
}

// rowsAtOnce is how many rows go to an encoder together.
const rowsAtOnce = 1000

func tableOf[T any](x *exporter, w io.Writer, f export.TableFormat, rows func([]T, *corpus.Decision, export.Names) ([]T, error)) *tableFile[T] {
	return &tableFile[T]{x: x, w: export.NewTable[T](w, f, versions()), make: rows}
}

func (t *tableFile[T]) decision(_ int, d *corpus.Decision) (err error) {
	if t.rows, err = t.make(t.rows, d, t.x.source); err != nil {
		return fmt.Errorf("export %s: %w", d.Node, err)
	}
	if len(t.rows) < rowsAtOnce {
		return nil
	}
	return t.flush()
}

func (t *tableFile[T]) add(row T) error {
	if t.rows = append(t.rows, row); len(t.rows) < rowsAtOnce {
		return nil
	}
	return t.flush()
}

func (t *tableFile[T]) flush() error {
	t.n += int64(len(t.rows))
	err := t.w.Encode(t.rows)
	clear(t.rows)
	t.rows = t.rows[:0]
	return err
}

func (t *tableFile[T]) end() (int64, error) {
	if err := t.flush(); err != nil {
		return 0, err
	}
	return t.n, t.w.Close()
}

// provisionsFile counts what is cited, and writes it at the end.
type provisionsFile struct {
	once
	x     *exporter
	of    export.Provisions
	table *tableFile[export.Provision]
}

func (p *provisionsFile) decision(_ int, d *corpus.Decision) error {
	return p.of.Add(d, p.x.source.Resolve)
}

func (p *provisionsFile) end() (int64, error) {
	if err := p.of.Rows(p.x.source, p.x.l.extract.Succession(), p.table.add); err != nil {
		return 0, err
	}
	return p.table.end()
}

// renumberingsFile writes every renumbering that is known, whatever decisions are exported.
type renumberingsFile struct {
	x     *exporter
	table *tableFile[export.Renumbering]
}

func (r *renumberingsFile) turns() int { return 0 }

func (r *renumberingsFile) decision(int, *corpus.Decision) error { return nil }

func (r *renumberingsFile) end() (int64, error) {
	moves, err := r.x.l.allMoves(r.x.ctx)
	if err != nil {
		return 0, err
	}
	for _, m := range moves {
		if err := r.table.add(export.NewRenumbering(m, r.x.source)); err != nil {
			return 0, err
		}
	}
	return r.table.end()
}

// rdfFile writes the named graph of each decision and, where all are exported, of each
// version of an article of law.
type rdfFile struct {
	once
	x *exporter
	w export.RDF
}

func (r *rdfFile) decision(_ int, d *corpus.Decision) error {
	return r.w.Graph(graph.Quads(d))
}

func (r *rdfFile) end() (int64, error) {
	if r.x.of.whole {
		for a, err := range r.x.l.store.AllArticles(r.x.ctx) {
			if err != nil {
				return 0, err
			}
			if err := r.w.Graph(graph.ArticleQuads(&a)); err != nil {
				return 0, err
			}
		}
	}
	return r.w.Facts(), r.w.Close()
}

// vocabularyWriter has been written when it was made.
type vocabularyWriter struct{}

func (vocabularyWriter) turns() int                           { return 0 }
func (vocabularyWriter) decision(int, *corpus.Decision) error { return nil }
func (vocabularyWriter) end() (int64, error) {
	terms, err := graph.Vocabulary()
	return int64(len(terms)), err
}

// networkFile writes nodes in its first turn, and edges in the second.
type networkFile struct {
	of export.Network
	w  export.NetworkWriter
	n  int64
}

func (x *exporter) network(w export.NetworkWriter) *networkFile {
	return &networkFile{of: export.Network{Names: x.source, Past: x.l.extract.Succession(), Exported: x.of.has}, w: w}
}

func (f *networkFile) turns() int { return 2 }

func (f *networkFile) decision(turn int, d *corpus.Decision) error {
	if turn == 0 {
		return f.of.Nodes(d, func(n export.Node) error { f.n++; return f.w.Node(n) })
	}
	return f.of.Edges(d, f.edge)
}

func (f *networkFile) edge(e export.Edge) error { f.n++; return f.w.Edge(e) }

func (f *networkFile) end() (int64, error) {
	if err := f.of.Renumberings(f.edge); err != nil {
		return 0, err
	}
	return f.n, f.w.Close()
}

// citationsFile writes the decisions as writers cite them.
type citationsFile struct {
	once
	x *exporter
	w export.CitationWriter
	n int64
}

func (f *citationsFile) decision(_ int, d *corpus.Decision) error {
	c, err := export.NewCited(d, f.x.source)
	if err != nil {
		return err
	}
	f.n++
	return f.w.Cite(c)
}

func (f *citationsFile) end() (int64, error) { return f.n, f.w.Close() }
