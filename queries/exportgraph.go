package queries

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/export"
	"github.com/cayleygraph/quad"
)

// rdfFile writes the named graph of each decision and, where all are exported, of each
// version of an article of law.
type rdfFile struct {
	once
	everything
	x *exporter
	w export.RDF
}

func (r *rdfFile) prepare(_ int, list []*corpus.Decision) (func() error, error) {
	graphs := make([][]quad.Quad, len(list))
	for i, d := range list {
		graphs[i] = graph.Quads(d)
	}
	return func() error {
		for _, g := range graphs {
			if err := r.w.Graph(g); err != nil {
				return err
			}
		}
		return nil
	}, nil
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
type vocabularyWriter struct{ everything }

func (vocabularyWriter) turns() int { return 0 }
func (vocabularyWriter) prepare(int, []*corpus.Decision) (func() error, error) {
	return inTurn(nil, nil)
}

func (vocabularyWriter) end() (int64, error) {
	terms, err := graph.Vocabulary()
	return int64(len(terms)), err
}

// networkFile writes nodes in its first turn, and edges in the second.
type networkFile struct {
	everything
	of export.Network
	w  export.NetworkWriter
	n  int64
}

func (x *exporter) network(w export.NetworkWriter) *networkFile {
	return &networkFile{of: export.Network{Names: x.source, Past: x.l.extract.Succession(), Exported: x.of.has}, w: w}
}

func (f *networkFile) turns() int { return 2 }

func (f *networkFile) prepare(turn int, list []*corpus.Decision) (func() error, error) {
	return inTurn(list, func(d *corpus.Decision) error {
		if turn == 0 {
			return f.of.Nodes(d, func(n export.Node) error { f.n++; return f.w.Node(n) })
		}
		return f.of.Edges(d, f.edge)
	})
}

func (f *networkFile) edge(e export.Edge) error { f.n++; return f.w.Edge(e) }

func (f *networkFile) end() (int64, error) {
	if err := f.of.Renumberings(f.edge); err != nil {
		return 0, err
	}
	return f.n, f.w.Close()
}
