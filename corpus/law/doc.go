// Package law is the catalogue of the texts and courts that French decisions
// cite: what they are called, and which key names them.
//
// In goes what a decision prints ("C. civ.", "loi Badinter", "TGI"), out comes
// the instrument or the kind of court; in goes a key, out comes the usual way
// to write it. The tables are TSV files beside this one, which a lawyer can
// correct; the names of courts and places are those of package court.
//
//	codes.tsv     108 codes      "CPC"            -> code-de-procedure-civile
//	statutes.tsv  known statutes "loi Badinter"   -> loi/85-677
//	treaties.tsv  conventions    "CESDH"          -> cesdh
//	foreign.tsv   what makes a code a foreign one
//
// It does not read articles or numbers (package cite does), and it does not
// judge whether an article exists.
package law
