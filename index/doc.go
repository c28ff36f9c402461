// Package index is the full text of a library: it finds decisions, and versions
// of articles, by words and exact phrases, with filters on court, date and party
// or on code and day in force, and ranks them (package bm25).
//
//	[]*corpus.Decision ──Apply──▶ folder ──Search──▶ nodes, scores, dates, facets
//	                                        text + request ──Snippets──▶ spans
//	[]law.ArticleVersion ──Apply──▶ another folder (Articles) ──Search──▶ identifiers
//
// The folder is disposable: it holds no text and nothing that the store does
// not know, and carries the sequence number of the last batch applied, so that
// it catches up or is rebuilt. Open says ErrStale when a rebuild is needed, and so
// does every method once a segment is found to be damaged (Verify):
//
//	x, err := index.Open(dir, index.Options{})
//	if errors.Is(err, index.ErrStale) {
//		err = index.Remove(dir) // then Open again, and Apply everything
//	}
//
// What is asked is a condition (Expr): words, phrases, nearness, patterns, zones, courts,
// days, orders and sets of decisions, joined by All, Any and Not.
//
// It refuses to be opened by two processes (ErrLocked), to make an error out of
// what a user types as Text, and to let a filter change a score.
package index
