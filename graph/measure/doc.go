// Package measure computes what a citation graph says as a whole: who is cited,
// how much it weighs, what belongs together, and how a line of cases runs.
//
//	graph.Moment ─Load─▶ Snapshot ─┬─ Received, Decayed   citations received
//	                               ├─ PageRank, Standing  authority, within court and year
//	                               ├─ Communities         Louvain, split where not connected
//	                               └─ MainPath            search path count
//	graph.Moment ─Similar─▶ decisions by shared citations and by joint citations
//
// A Snapshot holds decisions only, in compressed rows: 4 bytes a link and way. On the
// graph of BenchmarkPageRank gonum's PageRankSparse takes about ten times as long and
// allocates 80 bytes a link (BenchmarkPageRankGonum), which for 60 million links is 4.8
// GB. So the algorithms here are our own, and gonum is the judge of them in the tests.
//
// All is deterministic: the same graph, options and seed give the same bytes, on any
// number of processors. What each measure means, and does not, is in docs/measures.md.
//
// There is no measure by judge, and none may be added: code de l'organisation
// judiciaire, L. 111-13; code de justice administrative, L. 10.
package measure
