// Package plain reads plain text: UTF-8, or windows-1252 when the bytes are not
// UTF-8.
//
//	"arr\xeat n\xb0 12\r\n"  ──▶  Document{Text: "arrêt n° 12\n"}
//
// The text is put into its one form and not otherwise touched: blanks and empty
// lines stay where they are. Binary content, an empty file, and a file that is
// JSON as a whole are refused with the reason.
package plain
