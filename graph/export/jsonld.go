package export

import (
	"bufio"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/attendu/attendu/graph"
	"github.com/cayleygraph/quad"
)

// NewJSONLD writes one JSON-LD 1.1 document: a named graph for each decision, one a line.
// It holds what N-Quads hold.
func NewJSONLD(w io.Writer, t Terms) (RDF, error) {
	x := &jsonld{w: bufio.NewWriterSize(w, 1<<16), terms: t}
	context, err := x.context()
	if err != nil {
		return nil, err
	}
	x.w.WriteString(`{"@context":`)
	x.w.Write(context)
	_, err = x.w.WriteString(",\n\"@graph\":[")
	return x, err
}

type jsonld struct {
	w     *bufio.Writer
	terms Terms
	begun bool
	line  []byte
	facts int64
}

func (x *jsonld) Facts() int64 { return x.facts }

// context says what the members mean. A predicate is written without its prefix.
func (x *jsonld) context() ([]byte, error) {
	terms, err := graph.Vocabulary()
	if err != nil {
		return nil, err
	}
	c := map[string]any{"@version": 1.1, "@base": x.terms.base, "attendu": map[string]any{"@id": graph.Namespace, "@prefix": true}, "xsd": xsd}
	for _, t := range terms {
		name, ok := strings.CutPrefix(t.Name, "attendu:")
		if !ok || t.Class {
			continue
		}
		def := map[string]any{"@id": t.Name}
		switch quad.IRI(t.Name) {
		case graph.DateOf, graph.StartOf, graph.EndOf:
			def["@type"] = "xsd:date"
		case graph.SolutionOf, graph.NameOf, graph.SideOf, graph.KindOf, graph.AmountOf:
		default:
			def["@type"] = "@id"
		}
		c[name] = def
	}
	return json.Marshal(c) // members of a map are sorted
}

func (x *jsonld) Graph(quads []quad.Quad) (err error) {
	if len(quads) == 0 {
		return nil
	}
	x.facts += int64(len(quads))
	x.line = x.line[:0]
	if x.begun {
		x.line = append(x.line, ',')
	}
	x.begun = true
	x.line = append(x.line, "\n{\"@id\":"...)
	x.line = jsonString(x.line, x.id(quads[0].Label.(quad.IRI)))
	x.line = append(x.line, `,"@graph":[`...)
	for len(quads) > 0 {
		n := slices.IndexFunc(quads, func(q quad.Quad) bool { return q.Subject != quads[0].Subject })
		if n < 0 {
			n = len(quads)
		}
		if err := x.node(quads[:n]); err != nil {
			return err
		}
		if quads = quads[n:]; len(quads) > 0 {
			x.line = append(x.line, ',')
		}
	}
	_, err = x.w.Write(append(x.line, `]}`...))
	return err
}

// node appends the object of one subject.
func (x *jsonld) node(quads []quad.Quad) error {
	x.line = append(x.line, `{"@id":`...)
	x.line = jsonString(x.line, x.id(quads[0].Subject.(quad.IRI)))
	for i, q := range quads {
		switch {
		case i > 0 && quads[i-1].Predicate == q.Predicate:
			x.line = append(x.line, ',')
		default:
			if i > 0 {
				x.line = append(x.line, ']')
			}
			x.line = append(append(x.line, ','), `"`+member(q.Predicate.(quad.IRI))+`":[`...)
		}
		if err := x.value(q.Object); err != nil {
			return err
		}
	}
	x.line = append(x.line, `]}`...)
	return nil
}

func member(predicate quad.IRI) string {
	if predicate == graph.Type {
		return "@type"
	}
	return strings.TrimPrefix(string(predicate), "attendu:")
}

func (x *jsonld) value(v quad.Value) error {
	if i, ok := v.(quad.IRI); ok {
		x.line = jsonString(x.line, x.id(i))
		return nil
	}
	words, kind, err := literal(v)
	if kind == xsd+"integer" {
		x.line = append(x.line, words...)
		return err
	}
	x.line = jsonString(x.line, words)
	return err
}

// id is a node relative to the base, or in full where a colon could be misread.
func (x *jsonld) id(i quad.IRI) string {
	s := string(i)
	if strings.HasPrefix(s, "attendu:") {
		return s
	}
	if strings.ContainsAny(s, ":#") {
		return x.terms.IRI(i)
	}
	return escapeNode(s)
}

func (x *jsonld) Close() error {
	x.w.WriteString("\n]}\n")
	return x.w.Flush()
}
