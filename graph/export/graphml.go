package export

import (
	"bufio"
	"fmt"
	"io"
)

// NewGraphML writes GraphML, which Gephi, networkx, igraph and yEd read.
func NewGraphML(w io.Writer) NetworkWriter {
	g := &graphml{w: bufio.NewWriterSize(w, 1<<16)}
	g.w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="long"/>
`)
	keysGraphML(g.w, "node", nodeAttributes)
	keysGraphML(g.w, "edge", edgeAttributes)
	g.w.WriteString("<graph edgedefault=\"directed\">\n")
	return g
}

// keysGraphML declares attributes; their ids begin with n or e.
func keysGraphML[T any](w io.Writer, of string, list []attribute[T]) {
	for _, a := range list {
		fmt.Fprintf(w, "<key id=\"%s_%s\" for=%q attr.name=%q attr.type=%q/>\n", of[:1], a.name, of, a.name, a.kind)
	}
}

type graphml struct {
	w     *bufio.Writer
	edges int64
}

func (g *graphml) Node(n Node) error {
	fmt.Fprintf(g.w, `<node id="%s"><data key="label">%s</data>`, xmlText(n.ID), xmlText(n.Label))
	return dataGraphML(g.w, n, nodeAttributes, "node")
}

func (g *graphml) Edge(e Edge) error {
	fmt.Fprintf(g.w, `<edge id="e%d" source="%s" target="%s"><data key="weight">%d</data>`, g.edges, xmlText(e.Source), xmlText(e.Target), e.Weight)
	g.edges++
	return dataGraphML(g.w, e, edgeAttributes, "edge")
}

func dataGraphML[T any](w *bufio.Writer, of T, list []attribute[T], element string) error {
	for _, a := range list {
		if v := a.value(of); v != "" {
			fmt.Fprintf(w, `<data key="%s_%s">%s</data>`, element[:1], a.name, xmlText(v))
		}
	}
	_, err := fmt.Fprintf(w, "</%s>\n", element)
	return err
}

func (g *graphml) Close() error {
	g.w.WriteString("</graph>\n</graphml>\n")
	return g.w.Flush()
}
