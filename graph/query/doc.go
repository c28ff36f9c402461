// Package query answers ad-hoc queries over the quads of a graph, in Gizmo or GraphQL,
// within limits that hold whatever the query is.
//
//	text ──▶ Run ──gizmo or graphql──▶ session ──▶ Answer: results, and whether that is all
//
// A query only reads: the languages have nothing that writes. It ends at its limit of
// results, of time, or of memory, and gives what it has found until then. What panics
// below is an error of the query. Whoever calls gives it one state of the graph, as
// quadstore.Store.View does.
//
// It knows nothing of law; the vocabulary of the graph is passed in as names.
package query
