package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/cayleygraph/quad"
)

// hard are quads with everything that the forms of RDF write in their own way.
func hard() []quad.Quad {
	d := &corpus.Decision{Node: "dila:A", Key: "cass/17-21434", Keys: []corpus.Key{"cass/17-21434"}, Sources: []corpus.Source{{ID: "A"}}}
	d.Court, d.Date, d.Solution = corpus.Court{Kind: corpus.Cass}, "2018-03-14", "Cassation \"partielle\"\n\\ \x01é"
	d.Parties = []corpus.Party{{Name: "société Kœnig", Side: corpus.Demandeur, Kind: corpus.Morale}}
	d.Holdings = []corpus.Holding{{Kind: corpus.Condamnation, AmountCents: 150000, Debtors: []string{"société Kœnig"}, Bases: []corpus.Key{"code-civil/1240"}}}
	d.Citations = []corpus.Citation{{Key: "code-civil/1134", Node: "code-civil/1134", Use: corpus.Applied, Meant: &corpus.Designation{Version: corpus.Before("2016-10-01"),
		Went: []corpus.Text{{Key: "code-civil/1103", Version: corpus.From("2016-10-01")}, {Key: "code-civil/1104", Version: corpus.From("2016-10-01")}}}}}
	return graph.Quads(d)
}

// TestTermsComeBack: whatever a node holds, its IRI has no sign that RDF forbids, and leads
// back to it.
func TestTermsComeBack(t *testing.T) {
	for _, node := range []string{"code-civil/1134@before:2016-10-01>?", "dila:A#party1", "a b", "100%", "50%25", "œuvre/é", "<>\"{}|\\^`", "a\x00b", "\u00a0"} {
		checkTerm(t, node)
	}
}

func checkTerm(t *testing.T, node string) {
	terms, err := NewTerms("")
	if err != nil {
		t.Fatal(err)
	}
	iri := terms.IRI(quad.IRI(node))
	if strings.ContainsAny(iri, " <>\"{}|\\^`\n\x00?") {
		t.Errorf("%q is written <%s>", node, iri)
	}
	if back, err := terms.Node(iri); err != nil || string(back) != node {
		t.Errorf("%q comes back as %q, %v", node, back, err)
	}
}

func FuzzTerms(f *testing.F) {
	f.Add("code-civil/1134@before:2016-10-01>?")
	f.Add("%2")
	f.Add("\xff")
	f.Fuzz(func(t *testing.T, node string) {
		if strings.HasPrefix(node, "attendu:") || strings.HasPrefix(node, "rdf:") {
			t.Skip() // short forms of the vocabulary
		}
		checkTerm(t, node)
	})
}

func TestBase(t *testing.T) {
	for base, ok := range map[string]bool{"https://example.org/id/": true, "https://example.org/x#": true, "urn:x:attendu/": true,
		"": true, "id/": false, "https://example.org": false, "https://example.org/a b/": false} {
		if _, err := NewTerms(base); (err == nil) != ok {
			t.Errorf("%q: %v", base, err)
		}
	}
}

func TestTurtle(t *testing.T) {
	got := written(t, func(b *bytes.Buffer, terms Terms) (RDF, error) { return NewTurtle(b, terms) })
	for _, want := range []string{
		"@base <" + DefaultBase + "> .\n",
		"attendu:cites a rdf:Property ;", "owl:equivalentProperty eli:cites , cdm:work_cites_work , dcterms:references , schema:citation .",
		"attendu:visa a rdf:Property ;", "rdfs:subPropertyOf attendu:cites .",
		"<cass/17-21434> attendu:names <./dila:A> .\n",
		"attendu:date \"2018-03-14\"^^xsd:date", "attendu:amount_cents 150000",
		`attendu:solution "Cassation \"partielle\"\n\\ \u0001é"`,
		"<code-civil/1134@before:2016-10-01%3E%3F> attendu:part_of <code-civil/1134@before:2016-10-01> .",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("Turtle lacks %s", want)
		}
	}
}

// TestTurtleOnce: what two decisions say of an article is one fact; what each says of
// itself are two.
func TestTurtleOnce(t *testing.T) {
	terms, err := NewTerms("")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	x, err := NewTurtle(&b, terms)
	if err != nil {
		t.Fatal(err)
	}
	vocabulary := x.Facts()
	for _, self := range []quad.IRI{"dila:A", "dila:B"} {
		if err := x.Graph([]quad.Quad{
			{Subject: quad.IRI("code-civil/9"), Predicate: quad.IRI("attendu:part_of"), Object: quad.IRI("code-civil"), Label: self},
			{Subject: self, Predicate: quad.IRI("attendu:cites"), Object: quad.IRI("code-civil/9"), Label: self},
		}); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "attendu:part_of <code-civil> ."); n != 1 {
		t.Errorf("the fact stands %d times", n)
	}
	if got := x.Facts() - vocabulary; got != 3 || vocabulary == 0 {
		t.Errorf("%d facts, want 3", got)
	}
}

func written(t *testing.T, make func(*bytes.Buffer, Terms) (RDF, error)) string {
	t.Helper()
	terms, err := NewTerms("")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, err := make(&b, terms)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // two graphs
		if err := w.Graph(hard()); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestJSONLD: the document is JSON, and what it takes for a node or for words is what the
// graph has.
func TestJSONLD(t *testing.T) {
	got := written(t, func(b *bytes.Buffer, terms Terms) (RDF, error) { return NewJSONLD(b, terms) })
	var doc struct {
		Context map[string]any `json:"@context"`
		Graph   []struct {
			ID    string           `json:"@id"`
			Graph []map[string]any `json:"@graph"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(got), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Graph) != 2 || doc.Graph[0].ID != DefaultBase+"dila:A" {
		t.Fatalf("graphs: %s", got)
	}
	values := 0
	for _, n := range doc.Graph[0].Graph {
		for name, v := range n {
			if name != "@id" {
				values += len(v.([]any))
			}
		}
	}
	if values != len(hard()) {
		t.Errorf("%d values for %d quads", values, len(hard()))
	}
	for _, q := range hard() {
		if q.Predicate == graph.Type {
			continue
		}
		def, _ := doc.Context[member(q.Predicate.(quad.IRI))].(map[string]any)
		_, node := q.Object.(quad.IRI)
		if def == nil || (def["@type"] == "@id") != node {
			t.Errorf("%s is defined as %v, and leads to %v", q.Predicate, def, q.Object)
		}
	}
}
