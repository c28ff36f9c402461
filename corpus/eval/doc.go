// Package eval measures an extraction against a gold set: texts that a careful
// reader has annotated.
//
//	GOLD (folder of *.gold.json + *.txt, or forms .jsonl) ─▶ Set ─┐
//	                                                System ──────▶ Score ─▶ Report: P, R, F1 by kind,
//	                                                                         and every fault with its words
//
// A citation is right when its key is that of a gold reference, letter case aside
// (conventions and collective agreements by kind only), and at least half of its
// words lie inside the gold quote; in short forms it is enough that they meet.
// Each gold reference counts once. Citations without key count neither way, and
// so do items that the annotator marked as doubtful. What else a citation carries
// (zone, speaker, qualifier, subdivision) is measured on the right ones.
//
// A Report can be saved and compared with a later one: Compare tells which single
// faults went away and which are new. The package knows no graph, index or
// library, and the set that it brings along is described in gold/README.md.
package eval
