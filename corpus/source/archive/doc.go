// Package archive reads what archives hold: zip, tar, and whatever is packed
// with gzip or zstd, known by content and nested.
//
//	feed.tar.gz ──gunzip──▶ tar ──┬▶ liste_suppression_cass.dat   Withdrawn, Withdrawn, …
//	                              ├▶ juri/…/JURITEXT….xml         Leaf, asked for its records
//	                              └▶ more.zip ──▶ a.xml, b.json   Leaf, Leaf
//
// The path of a member is "feed.tar.gz!juri/…/JURITEXT….xml"; packing adds
// nothing to it. Reading is one pass in bounded memory, and stops at Limits. A
// damaged archive gives one record for the damage, and all that stands before it.
//
// A zip in a file is read by its directory. Elsewhere (in a pipe, in another
// archive) one that fits into Limits.Spool is held in memory and read in the same
// way, for only the directory tells deleted members from present ones; a larger
// one, or one whose directory is lost, is read by the headers before its members.
//
// It writes no file, follows no link, uses no member's name as a path, and knows
// no format of documents.
package archive
