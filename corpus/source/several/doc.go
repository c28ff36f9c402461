// Package several tells whether a text holds more than one decision, one behind the
// other, as when two files were pasted together or scanned in one go.
//
// Goes in: the text of a file that has no official parts. Comes out: the span of each
// decision, the whole text where there is one.
//
//	COUR D'APPEL DE RENNES          ┐
//	N° RG 20/01234                  │ first
//	PAR CES MOTIFS … signatures     ┘
//	TRIBUNAL JUDICIAIRE DE BREST    ┐
//	JUGEMENT DU 3 MAI 2021          │ second
//	PAR CES MOTIFS …                ┘
//
// A decision begins behind a ruling, at the name of a court on a line of its own with a
// number or a day near it, and has a ruling of its own: the heading of a page, an
// executory formula and a decision quoted in a moyen have not all of that. It
// never cuts a text of which one half would be no decision.
//
// The lines are data: lines.tsv.
package several
