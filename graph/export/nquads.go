package export

import (
	"bufio"
	"io"

	"github.com/cayleygraph/quad"
)

// RDF writes named graphs, one after the other: the quads that one decision, or one
// version of an article, gives rise to, sorted by subject.
type RDF interface {
	Graph(quads []quad.Quad) error
	// Facts is how many have been written.
	Facts() int64
	Close() error
}

// NewNQuads writes N-Quads (RDF 1.1): every quad of the graph, one a line.
func NewNQuads(w io.Writer, t Terms) RDF {
	return &nquads{w: bufio.NewWriterSize(w, 1<<16), terms: t}
}

type nquads struct {
	w     *bufio.Writer
	terms Terms
	line  []byte
	facts int64
}

func (n *nquads) Facts() int64 { return n.facts }

func (n *nquads) Graph(quads []quad.Quad) (err error) {
	n.facts += int64(len(quads))
	for _, q := range quads {
		n.line = n.line[:0]
		for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if n.line, err = n.terms.appendTerm(n.line, v); err != nil {
				return err
			}
			n.line = append(n.line, ' ')
		}
		if _, err := n.w.Write(append(n.line, '.', '\n')); err != nil {
			return err
		}
	}
	return nil
}

func (n *nquads) Close() error { return n.w.Flush() }
