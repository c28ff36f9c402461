package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/attendu/attendu/graph"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/voc/rdf"
)

// NewTurtle writes Turtle (RDF 1.1): the facts of the graph without the decision that
// states each, each once, grouped by subject, with the short forms of the graph. The document begins
// with the vocabulary and its relations to that of others.
func NewTurtle(w io.Writer, t Terms) (RDF, error) {
	x := &turtle{w: bufio.NewWriterSize(w, 1<<16), terms: t}
	if err := x.head(); err != nil {
		return nil, err
	}
	return x, x.vocabulary()
}

// NewVocabulary writes the vocabulary alone, as Turtle: what goes with N-Quads.
func NewVocabulary(w io.Writer, t Terms) error {
	x, err := NewTurtle(w, t)
	if err != nil {
		return err
	}
	return x.Close()
}

type turtle struct {
	w     *bufio.Writer
	terms Terms
	once  statedOnce
	facts int64
}

// Facts is how many are in the document, those of the vocabulary among them.
func (x *turtle) Facts() int64 { return x.facts }

func (x *turtle) head() error {
	fmt.Fprintf(x.w, "@base <%s> .\n@prefix attendu: <%s> .\n@prefix rdf: <%s> .\n@prefix xsd: <%s> .\n", x.terms.base, graph.Namespace, rdf.NS, xsd)
	for _, p := range graph.StandardPrefixes() {
		fmt.Fprintf(x.w, "@prefix %s: <%s> .\n", p.Prefix, p.Full)
	}
	_, err := x.w.WriteString("\n")
	return err
}

// vocabulary writes the classes and predicates, and which terms of others they equal or
// narrow.
func (x *turtle) vocabulary() error {
	terms, err := graph.Vocabulary()
	if err != nil {
		return err
	}
	for _, t := range terms {
		if !strings.HasPrefix(t.Name, "attendu:") {
			continue
		}
		kind, equal, within := "rdf:Property", "owl:equivalentProperty", "rdfs:subPropertyOf"
		if t.Class {
			kind, equal, within = "rdfs:Class", "owl:equivalentClass", "rdfs:subClassOf"
		}
		x.facts += 2 + int64(len(t.Standard))
		fmt.Fprintf(x.w, "%s a %s ;\n\trdfs:comment %s@en", t.Name, kind, appendLiteral(nil, t.Meaning))
		relation := equal
		if t.Narrower {
			relation = within
		}
		if len(t.Standard) > 0 {
			fmt.Fprintf(x.w, " ;\n\t%s %s", relation, strings.Join(t.Standard, " , "))
		}
		x.w.WriteString(" .\n")
	}
	_, err = x.w.WriteString("\n")
	return err
}

func (x *turtle) Graph(quads []quad.Quad) (err error) {
	quads = x.once.of(quads)
	x.facts += int64(len(quads))
	for i, q := range quads {
		same := i > 0 && quads[i-1].Subject == q.Subject
		switch {
		case same && quads[i-1].Predicate == q.Predicate:
			x.w.WriteString(" ,\n\t\t")
		case same:
			x.w.WriteString(" ;\n\t" + x.short(q.Predicate.(quad.IRI)) + " ")
		default:
			if i > 0 {
				x.w.WriteString(" .\n")
			}
			x.w.WriteString(x.short(q.Subject.(quad.IRI)) + " " + x.short(q.Predicate.(quad.IRI)) + " ")
		}
		object, err := x.object(q.Object)
		if err != nil {
			return err
		}
		x.w.WriteString(object)
	}
	if len(quads) > 0 {
		_, err = x.w.WriteString(" .\n")
	}
	return err
}

// short is an IRI with a prefix, or relative to the base.
func (x *turtle) short(i quad.IRI) string {
	switch s := string(i); {
	case s == "rdf:type":
		return "a"
	case strings.HasPrefix(s, "attendu:"), strings.HasPrefix(s, rdf.Prefix):
		return s
	default:
		return "<" + relative(s) + ">"
	}
}

// relative is a node relative to the base. What has a colon in its first part would be
// taken for a whole address, and begins with ./ therefore (RFC 3986, 4.2).
func relative(node string) string {
	first, _, _ := strings.Cut(node, "/")
	if strings.ContainsAny(first, ":#") {
		return "./" + escapeNode(node)
	}
	return escapeNode(node)
}

func (x *turtle) object(v quad.Value) (string, error) {
	if i, ok := v.(quad.IRI); ok {
		return x.short(i), nil
	}
	words, kind, err := literal(v)
	switch kind {
	case "":
		return string(appendLiteral(nil, words)), err
	case xsd + "integer":
		return words, err
	}
	return `"` + words + `"^^xsd:` + strings.TrimPrefix(kind, xsd), err
}

func (x *turtle) Close() error { return x.w.Flush() }
