// Package table reads rule files: the tables that a lawyer can correct, beside
// the packages that read them.
//
// Goes in: the text of a file and the columns that it must have. Comes out: its
// rows, or an error that names file and line.
//
//	# Roles of the parties.          a comment: origin, date, what the columns mean
//	role	words	examples	counters
//	appelant	appelant | appelante	Appelante : Mme Vautier	-
//
// One syntax for all files: cells are parted by one tab, the first line that is
// no comment names the columns, "-" is a cell without a value, " | " stands
// between the values of a list. Blanks inside a cell are kept: patterns need
// them. What a value means is left to the package whose rule it is.
package table
