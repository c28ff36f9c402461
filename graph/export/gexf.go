package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// attribute is what nodes or edges have beside their ends.
type attribute[T any] struct {
	name  string
	kind  string // "string", "boolean", "long"
	value func(T) string
}

// nodeAttributes and edgeAttributes are the same in GEXF and in GraphML.
var (
	nodeAttributes = []attribute[Node]{
		{"kind", "string", func(n Node) string { return n.Kind }},
		{"key", "string", func(n Node) string { return n.Key }},
		{"court", "string", func(n Node) string { return n.Court }},
		{"ecli", "string", func(n Node) string { return n.ECLI }},
		{"date", "string", func(n Node) string { return dayText(n.Date) }},
		{"solution", "string", func(n Node) string { return n.Solution }},
		{"held", "boolean", func(n Node) string {
			if n.Kind != "decision" {
				return ""
			}
			return strconv.FormatBool(n.Held)
		}},
		{"today", "string", func(n Node) string { return n.Today }},
	}
	edgeAttributes = []attribute[Edge]{
		{"kind", "string", func(e Edge) string { return e.Kind }},
		{"use", "string", func(e Edge) string { return e.Use }},
		{"uses", "string", func(e Edge) string { return e.Uses }},
		{"date", "string", func(e Edge) string { return dayText(e.Date) }},
	}
)

func dayText(d *Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// NewGEXF writes GEXF 1.2, which Gephi, Gephi Lite and networkx read. Decisions and what
// they cite begin on the day of the decision, so that Gephi has a timeline.
func NewGEXF(w io.Writer, v Versions) NetworkWriter {
	g := &gexf{w: bufio.NewWriterSize(w, 1<<16)}
	fmt.Fprintf(g.w, `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta><creator>attendu %s</creator><description>French court decisions and what they cite</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
`, xmlText(v.Attendu))
	attributesGEXF(g.w, "node", nodeAttributes)
	attributesGEXF(g.w, "edge", edgeAttributes)
	g.w.WriteString("<nodes>\n")
	return g
}

func attributesGEXF[T any](w io.Writer, class string, list []attribute[T]) {
	fmt.Fprintf(w, "<attributes class=%q mode=\"static\">\n", class)
	for i, a := range list {
		fmt.Fprintf(w, "<attribute id=\"%d\" title=%q type=%q/>\n", i, a.name, a.kind)
	}
	io.WriteString(w, "</attributes>\n")
}

type gexf struct {
	w     *bufio.Writer
	edges int64
	begun bool
}

func (g *gexf) Node(n Node) error {
	fmt.Fprintf(g.w, `<node id="%s" label="%s"%s>`, xmlText(n.ID), xmlText(n.Label), startGEXF(n.Date))
	return valuesGEXF(g.w, n, nodeAttributes, "node")
}

func (g *gexf) Edge(e Edge) error {
	g.between()
	fmt.Fprintf(g.w, `<edge id="%d" source="%s" target="%s" weight="%d"%s>`, g.edges, xmlText(e.Source), xmlText(e.Target), e.Weight, startGEXF(e.Date))
	g.edges++
	return valuesGEXF(g.w, e, edgeAttributes, "edge")
}

func startGEXF(d *Day) string {
	if d == nil {
		return ""
	}
	return ` start="` + d.String() + `"`
}

// valuesGEXF writes what is known of a node or an edge, and ends it.
func valuesGEXF[T any](w *bufio.Writer, of T, list []attribute[T], element string) error {
	w.WriteString("<attvalues>")
	for i, a := range list {
		if v := a.value(of); v != "" {
			fmt.Fprintf(w, `<attvalue for="%d" value="%s"/>`, i, xmlText(v))
		}
	}
	_, err := fmt.Fprintf(w, "</attvalues></%s>\n", element)
	return err
}

// between ends the nodes and begins the edges, once.
func (g *gexf) between() {
	if !g.begun {
		g.w.WriteString("</nodes>\n<edges>\n")
		g.begun = true
	}
}

func (g *gexf) Close() error {
	g.between()
	g.w.WriteString("</edges>\n</graph>\n</gexf>\n")
	return g.w.Flush()
}

// xmlText writes text as XML has it; what XML cannot have becomes U+FFFD.
func xmlText(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`<>&"'`, r) }) < 0 {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
