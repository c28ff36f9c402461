// Package pdf reads the text of PDFs (ISO 32000) with PDFium, which runs as
// WebAssembly: no C, no other process, no file but the one that is read.
//
//	page 1 "… a fait assigner la"  ┐
//	       "- 1 -"                 ├──▶  "… a fait assigner la société Quélennec"
//	page 2 "société Quélennec"     ┘
//
// Lines are joined into paragraphs where the next word had no room (flow.go). A
// line is otherwise a line; room between lines is an empty line. Ligatures are
// written as letters.
//
// Removed is, and nothing else: a page number at the edge of pages where it goes
// up by one; a running head or foot beyond the body of the page, which is kept
// once before the text unless the text says the same (edge.go); a hyphen at the
// end of a line where the document proves that it breaks a word (hyphen.go).
// Refused are a PDF without text, one that needs a password, one that is damaged
// beyond what PDFium mends, and one beyond a limit (engine.go).
//
// DESIGN.md tells why PDFium, and what it costs.
package pdf
