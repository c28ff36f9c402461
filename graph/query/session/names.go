package session

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// Name is a prefix of IRIs: what is written <Prefix:cites> for short is <Full + cites>
// in full.
type Name struct {
	Prefix, Full string
	Given        bool // by the query itself: the graph does not use it
}

// Names are the prefixes that a query may use. The graph holds the short forms.
type Names []Name

// Short gives the form of an IRI that the graph holds.
func (n Names) Short(iri quad.IRI) quad.IRI {
	for _, x := range n {
		if rest, ok := strings.CutPrefix(string(iri), x.Full); ok && rest != "" && !x.Given {
			return quad.IRI(x.Prefix + ":" + rest)
		}
	}
	return iri
}

// Full gives an IRI in full, or as it is when its prefix is none of ours.
func (n Names) Full(iri quad.IRI) quad.IRI {
	prefix, rest, ok := strings.Cut(string(iri), ":")
	if !ok {
		return iri
	}
	for _, x := range n {
		if x.Prefix == prefix {
			return quad.IRI(x.Full + rest)
		}
	}
	return iri
}

// With adds a prefix, or gives one a new meaning, for one query.
func (n Names) With(prefix, full string) Names {
	out := Names{{strings.TrimSuffix(prefix, ":"), full, true}}
	for _, x := range n {
		if x.Prefix != out[0].Prefix {
			out = append(out, x)
		}
	}
	return out
}

// Value puts an IRI into the form that the graph holds; other values are as they are.
// A prefix that a query gave itself is spelled out first.
func (n Names) Value(v quad.Value) quad.Value {
	if iri, ok := v.(quad.IRI); ok {
		return n.Short(n.Full(iri))
	}
	return v
}
