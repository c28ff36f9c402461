// Package graphql answers queries in Cayley's dialect of GraphQL, over any Cayley back
// end:
//
//	{ nodes(id: <code-civil/1240>) { id  citing: <attendu:cites> @rev { id <attendu:date> } } }
//
// Names of fields are predicates. (predicate: value) keeps the nodes that have it,
// first and offset page, @rev goes against the edge, @opt lets it be missing, @label(v:
// <graph>) keeps to a named graph, @unnest lifts the fields of an object into its
// parent, and { * } is all that leads from a node.
//
// Cayley's own session gathers all of an answer before it gives any, and has no limit.
// Here each object, at every level, counts as a result, objects are filled one after
// the other, and what was found before a limit is given. All values of { * } are kept,
// where Cayley keeps one of several. Nothing here writes.
package graphql
