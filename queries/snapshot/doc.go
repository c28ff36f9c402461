// Package snapshot is the file format in which a library is published: its records, in
// one order and one writing, so that the same decisions give the same bytes, with a
// manifest that says what they are and lets each part be verified.
//
//	library.attendu          a ZIP file, its entries stored as they are
//	  decisions.jsonl.zst    one decision a line, by node, with its text
//	  articles.jsonl.zst     one version of an article a line, by key, day and id
//	  manifest.json          versions, sources, counts; size and SHA-256 of each part
//
// Graph and index are made anew from the records, so that a snapshot outlives their
// formats. Names of entries are never used as paths. It refuses any other entry, a part
// that is longer than the manifest says, and records out of order.
package snapshot
