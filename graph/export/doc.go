// Package export writes a library in the forms that researchers, graph tools, RDF
// stores and writers read.
//
//	decisions ─▶ rows of flat tables ─▶ Parquet, CSV, JSONL   (datapackage.json tells the columns)
//	          ─▶ quads ─▶ N-Quads, Turtle, JSON-LD
//	          ─▶ nodes and edges ─▶ GraphML, GEXF
//	          ─▶ references ─▶ RefLex, CSL-JSON, BibTeX, RIS
//
// Goes in: decisions, one after the other, with what only a library knows of them (names,
// what a key resolves to). Comes out: bytes on a stream; the same input gives the same
// bytes. Memory does not grow with what is written. It opens no library and asks nothing.
//
// Natural persons are written as they are published and joined to nothing; judges are
// written nowhere, for no decision holds them.
package export
