// Package web serves a library as pages for people who read: lawyers first.
//
//	/                     search, and what the library holds
//	/search?q=…           hits with facets; errors point at their place in the query
//	/decisions/{key}      a decision: orders, parties, its case, its text with who speaks
//	/articles/{ref}       a provision: its life under all its numbers, who applies it
//	/graph/{key}          what is around a thing, to walk along, and the same as a list
//	/help                 the query language
//	/assets/              style, scripts, letters: embedded, no request leaves the machine
//
// In goes a Library and requests, out comes HTML that works without scripts; what
// scripts add (the drawn graph, copying) is added to it. Pages are French, English by
// ?lang=en, which a cookie remembers. All words are in messages.tsv and errors.tsv.
//
// It answers GET and HEAD only and writes nothing. It knows nothing of how a library
// is kept, who may read it, or on which address: that is for the server around it.
// What decisions say reaches a page only through html/template.
package web
