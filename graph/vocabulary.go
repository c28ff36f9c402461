package graph

import (
	_ "embed"
	"strings"

	"github.com/attendu/attendu/corpus/table"
	"github.com/attendu/attendu/graph/query/session"
)

//go:embed vocabulary.tsv
var vocabularyTSV string

// Term is a class or predicate of the vocabulary, as vocabulary.tsv has it.
type Term struct {
	Name     string // "attendu:cites"
	Class    bool   // else a predicate
	From, To string // what its quads lead from and to; "" for a class
	// Standard are the terms of others that it equals, or, with Narrower, to which it
	// is narrower, with their prefixes: "eli:cites".
	Standard []string
	Narrower bool
	Meaning  string
}

// Vocabulary lists the classes and predicates of the graph. An error means that the table
// of this build is wrong.
func Vocabulary() (terms []Term, err error) {
	rows, err := table.Read("vocabulary.tsv", vocabularyTSV, "term", "what", "from", "to", "source", "relation", "standard", "meaning", "example")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		t := Term{Name: r.Get("term"), Class: r.Get("what") == "class", From: r.Get("from"), To: r.Get("to"),
			Narrower: r.Get("relation") == "narrower", Meaning: r.Get("meaning")}
		for s := range strings.SplitSeq(r.Get("standard"), ", ") {
			if name, _, _ := strings.Cut(s, " "); name != "" { // "dcterms:creator (ECLI)"
				t.Standard = append(t.Standard, name)
			}
		}
		terms = append(terms, t)
	}
	return terms, nil
}

// StandardPrefixes are those of the vocabularies of others that the table names, and of
// the terms that relate ours to them.
func StandardPrefixes() session.Names {
	return session.Names{
		{Prefix: "cdm", Full: "http://publications.europa.eu/ontology/cdm#"},
		{Prefix: "dcterms", Full: "http://purl.org/dc/terms/"},
		{Prefix: "eli", Full: "http://data.europa.eu/eli/ontology#"},
		{Prefix: "owl", Full: "http://www.w3.org/2002/07/owl#"},
		{Prefix: "rdfs", Full: "http://www.w3.org/2000/01/rdf-schema#"},
		{Prefix: "schema", Full: "https://schema.org/"},
	}
}
