// Package extsort keeps sorted runs of records on disk and merges them.
//
//	records ─▶ Writer ─▶ run ┐
//	records ─▶ Writer ─▶ run ┼─▶ Reduce ─▶ few runs ─▶ Merge ─▶ records, sorted
//	records ─▶ Writer ─▶ run ┘
//
// A record is a key and a value, both bytes; keys sort bytewise. Memory is a
// buffer for each run that is open, whatever the number of records. A run that is
// cut short or damaged is noticed by its last record at the latest.
//
// It does not sort: who fills a run brings the records in order. It knows
// nothing of quads.
package extsort
