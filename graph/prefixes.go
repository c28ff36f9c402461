package graph

import (
	"github.com/attendu/attendu/graph/query/session"
	"github.com/cayleygraph/quad/voc/rdf"
)

// Namespace is the prefix attendu: in full: the page that describes each term.
const Namespace = "https://github.com/attendu/attendu/blob/main/docs/graph.md#"

// Prefixes are those of the vocabulary. The graph holds the short forms,
// <attendu:cites>; a query may also write them in full.
func Prefixes() session.Names {
	return session.Names{{Prefix: "attendu", Full: Namespace}, {Prefix: "rdf", Full: rdf.NS}}
}
