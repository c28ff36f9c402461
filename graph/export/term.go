package export

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/attendu/attendu/graph"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/voc/rdf"
)

// DefaultBase is the beginning of the IRIs of nodes. It names things and leads to no
// page; who publishes an export may put an address of their own there.
const DefaultBase = "https://github.com/attendu/attendu/id/"

const xsd = "http://www.w3.org/2001/XMLSchema#"

// Terms writes values of the graph as RDF has them. The graph writes nodes for short,
// <code-civil/1240>, which RDF takes for an address without a beginning.
type Terms struct{ base string }

// NewTerms takes the base of nodes, "" for DefaultBase. It wants an absolute IRI that
// ends in / or #.
func NewTerms(base string) (Terms, error) {
	if base == "" {
		base = DefaultBase
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme == "" || u.Host == "" && u.Opaque == "" || strings.ContainsAny(base, " <>\"{}|\\^`") || !strings.HasSuffix(base, "/") && !strings.HasSuffix(base, "#") {
		return Terms{}, fmt.Errorf("export: %q is no base of IRIs: it begins with https:// and ends in / or #", base)
	}
	return Terms{base}, nil
}

// IRI is a node or a predicate in full.
func (t Terms) IRI(i quad.IRI) string {
	if rest, ok := strings.CutPrefix(string(i), "attendu:"); ok {
		return graph.Namespace + rest
	}
	if rest, ok := strings.CutPrefix(string(i), rdf.Prefix); ok {
		return rdf.NS + rest
	}
	return t.base + escapeNode(string(i))
}

// Node is the way back of IRI.
func (t Terms) Node(iri string) (quad.IRI, error) {
	if rest, ok := strings.CutPrefix(iri, graph.Namespace); ok {
		return quad.IRI("attendu:" + rest), nil
	}
	if rest, ok := strings.CutPrefix(iri, rdf.NS); ok {
		return quad.IRI(rdf.Prefix + rest), nil
	}
	rest, ok := strings.CutPrefix(iri, t.base)
	if !ok {
		return "", fmt.Errorf("export: <%s> is no node: it does not begin with %s", iri, t.base)
	}
	node, err := url.PathUnescape(rest)
	return quad.IRI(node), err
}

// escapeNode percent-encodes what an IRI cannot hold, and what would be taken for a
// query. Letters beyond ASCII stay: IRIs have them.
func escapeNode(node string) string {
	if strings.IndexFunc(node, escaped) < 0 && utf8.ValidString(node) {
		return node
	}
	var b strings.Builder
	for i := 0; i < len(node); {
		r, n := utf8.DecodeRuneInString(node[i:])
		if escaped(r) || r == utf8.RuneError {
			for _, c := range []byte(node[i : i+n]) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		} else {
			b.WriteString(node[i : i+n])
		}
		i += n
	}
	return b.String()
}

func escaped(r rune) bool {
	return r <= ' ' || r >= 0x7f && r <= 0xa0 || strings.ContainsRune("<>\"{}|\\^`%?", r)
}

// literal gives the words and the type of a literal: "" for a plain string. Days are
// xsd:date, whole numbers xsd:integer.
func literal(v quad.Value) (words, kind string, err error) {
	switch v := v.(type) {
	case quad.String:
		return string(v), "", nil
	case quad.Time:
		return time.Time(v).UTC().Format(time.DateOnly), xsd + "date", nil
	case quad.Int:
		return strconv.FormatInt(int64(v), 10), xsd + "integer", nil
	}
	return "", "", fmt.Errorf("export: the graph holds a value of an unknown kind, %T", v)
}

// appendTerm appends a value as N-Triples has it.
func (t Terms) appendTerm(b []byte, v quad.Value) ([]byte, error) {
	if i, ok := v.(quad.IRI); ok {
		return append(append(append(b, '<'), t.IRI(i)...), '>'), nil
	}
	words, kind, err := literal(v)
	if err != nil {
		return b, err
	}
	b = appendLiteral(b, words)
	if kind != "" {
		b = append(append(append(b, "^^<"...), kind...), '>')
	}
	return b, nil
}

// appendLiteral appends a string in quotes, as N-Triples, Turtle and JSON escape it.
func appendLiteral(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s { // what is no UTF-8 becomes U+FFFD
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < ' ' || r == 0x7f:
			b = fmt.Appendf(b, `\u%04X`, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
