// Package pdftest writes small PDFs for tests and examples.
//
//	Write("N° RG 90/90001\n\nJugement")  ──▶  %PDF-1.4 … %%EOF, one page
//
// The pages are set in Courier 11, which no file needs to hold and of which every
// character is as wide (0.6 of the size). A page is given by its lines, from the
// top of an A4 page with margins of 72 points down; an empty line leaves a gap. A
// line "@x,y words" stands where it says, in points from the bottom left, and
// moves no other. Characters are those of windows-1252. The same pages give the
// same bytes.
package pdftest
