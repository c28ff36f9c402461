package export

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
	"github.com/google/go-cmp/cmp"
)

// plainNames knows two decisions, dila:A and dila:B; B is cass/18-10000.
type plainNames struct{}

func (plainNames) Key(d *corpus.Decision) (corpus.Key, error) { return d.Key, nil }
func (plainNames) Held(k corpus.Key) (corpus.Node, error) {
	if k == "cass/18-10000" {
		return "dila:B", nil
	}
	return "", nil
}
func (n plainNames) Thing(k corpus.Key) (Thing, error)      { return NewThing(k, n.Held) }
func (plainNames) Usual(m *corpus.Metadata) string          { return "Cass. " + string(m.Date) }
func (plainNames) Title(k corpus.Key) string                { return "<" + string(k) + ">" }
func (plainNames) Resolve(k corpus.Key) (corpus.Key, error) { return k, nil }
func (plainNames) Reviewed(*corpus.Decision) ([]corpus.Key, *corpus.Ruling, error) {
	return []corpus.Key{"ca/paris/17-1"}, nil, nil
}

func mention(k corpus.Key, use corpus.Use, version corpus.Version) corpus.Citation {
	return corpus.Citation{Key: k, Node: k, Use: use, Meant: &corpus.Designation{Version: version}}
}

// TestNetwork: things cited several times are one edge with its weight and its strongest
// use; each rule of a number is a node; what is held and exported is not cited only.
func TestNetwork(t *testing.T) {
	past, err := law.LoadSuccession()
	if err != nil {
		t.Fatal(err)
	}
	a := &corpus.Decision{Node: "dila:A", Key: "cass/17-1"}
	a.Date = "2018-03-14"
	a.Citations = []corpus.Citation{
		mention("code-civil/1382", corpus.Invoked, "before:2016-10-01"), mention("code-civil/1382", corpus.Visa, "before:2016-10-01"),
		mention("code-civil/1240", corpus.Applied, "from:2016-10-01"), mention("cass/18-10000", corpus.Applied, ""),
		mention("cass/09-99999", corpus.Recited, ""), mention("", corpus.Recited, "")}
	n := &Network{Names: plainNames{}, Past: past, Exported: func(corpus.Node) bool { return true }}
	var nodes []string
	if err := n.Nodes(a, func(x Node) error { nodes = append(nodes, x.ID+" "+x.Today); return nil }); err != nil {
		t.Fatal(err)
	}
	want := []string{"dila:A ", "code-civil/1382@before:2016-10-01 code-civil/1240", "code-civil/1240@from:2016-10-01 code-civil/1240", "cass/09-99999 ", "ca/paris/17-1 "}
	if d := cmp.Diff(want, nodes); d != "" {
		t.Errorf("nodes (-want +got):\n%s", d)
	}
	var edges []Edge
	each := func(e Edge) error { e.Date = nil; edges = append(edges, e); return nil }
	if err := n.Edges(a, each); err != nil {
		t.Fatal(err)
	}
	if err := n.Renumberings(each); err != nil {
		t.Fatal(err)
	}
	wantEdges := []Edge{
		{Source: "dila:A", Target: "code-civil/1382@before:2016-10-01", Kind: "cites", Use: "visa", Uses: "visa|invoked", Weight: 2},
		{Source: "dila:A", Target: "code-civil/1240@from:2016-10-01", Kind: "cites", Use: "applied", Uses: "applied", Weight: 1},
		{Source: "dila:A", Target: "dila:B", Kind: "cites", Use: "applied", Uses: "applied", Weight: 1},
		{Source: "dila:A", Target: "cass/09-99999", Kind: "cites", Use: "recited", Uses: "recited", Weight: 1},
		{Source: "dila:A", Target: "ca/paris/17-1", Kind: "reviews", Weight: 1},
		{Source: "code-civil/1382@before:2016-10-01", Target: "code-civil/1240@from:2016-10-01", Kind: "renumbered", Weight: 1},
	}
	if d := cmp.Diff(wantEdges, edges); d != "" {
		t.Errorf("edges (-want +got):\n%s", d)
	}
}

// TestNetworkXML: both forms are well-formed whatever labels hold, and end empty.
func TestNetworkXML(t *testing.T) {
	for name, make := range map[string]func(io.Writer) NetworkWriter{
		"gexf":    func(w io.Writer) NetworkWriter { return NewGEXF(w, Versions{Attendu: "v<1>"}) },
		"graphml": NewGraphML,
	} {
		for _, nodes := range []int{0, 2} {
			var b bytes.Buffer
			w := make(&b)
			for i := range nodes {
				if err := w.Node(Node{ID: strings.Repeat("<&>", i+1), Label: "\"'\x01é\n", Kind: "decision", Date: DayOf("2018-03-14")}); err != nil {
					t.Fatal(err)
				}
			}
			if nodes > 0 {
				if err := w.Edge(Edge{Source: "<&>", Target: "<&><&>", Kind: "cites", Weight: 3}); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			seen := map[string]int{}
			for d := xml.NewDecoder(&b); ; {
				tok, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if e, ok := tok.(xml.StartElement); ok {
					seen[e.Name.Local]++
				}
			}
			if seen["node"] != nodes || seen["edge"] != nodes/2 {
				t.Errorf("%s of %d nodes has %v", name, nodes, seen)
			}
		}
	}
}
