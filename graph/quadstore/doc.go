// Package quadstore keeps the quads of a library in Pebble and shows them to
// Cayley as a graph.QuadStore, so that paths, Gizmo and GraphQL run over them.
//
//	writers ── Update(fn) ── Tx: Add, Remove, ReplaceLabel, Batch ─┐ one atomic
//	           ApplyDeltas, NewQuadWriter (Cayley) ────────────────┘ Pebble batch
//	           BulkLoad: an empty store from a stream, through sorted tables
//	readers ── Match, Subjects, Objects, DistinctObjects (by value, streaming)
//	           Select, Hop, Degree, Values (by id, sets and bitmaps: the fastest)
//	           paths, Gizmo, GraphQL (through Cayley's interfaces)
//	           View: all of them on one frozen state
//
// Attach puts a store into a database that somebody else owns: all its keys
// begin with KeySpace, and Tx.Batch commits the owner's own keys together with
// the quads. Init and Open own a database of their own.
//
// A quad's label names the graph it belongs to; ReplaceLabel makes one named
// graph exactly what is wanted and writes only the difference.
//
// It does not know decisions, vocabulary or full text, and never keeps a node
// that no quad uses.
package quadstore
