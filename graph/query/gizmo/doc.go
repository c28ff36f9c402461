// Package gizmo answers queries in Gizmo, Cayley's query language, over any Cayley
// back end:
//
//	g.V("<code-civil/1240>").In("<attendu:cites>").Has("<attendu:court>", "<court/cass>").All()
//
// Cayley's own session for it cannot be used on queries that anyone may send: it drops
// the caller's context, its JavaScript has loops that nothing interrupts, and what
// panics in its goroutine ends the process. Here the script runs in package script,
// which counts every step and every byte, and the paths are Cayley's (graph/path): the
// objects g and its paths have the methods that Cayley documents, with small or
// capital first letter. Nothing here writes.
//
// Four things differ. A predicate that is written without < and > is an error, not a
// query that finds nothing. A path that a query ends with is run as if .All() followed,
// and a value is a result, when there is no other. Times are days as text
// ("2019-11-13"), and day("2019-11-13") is the value that the graph has for one.
package gizmo
