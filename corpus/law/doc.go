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
// Succession is its other half: which rules the number of an article has borne,
// and where each rule went. In goes "code-civil/1382" and a day, out comes the
// rule that it bore on that day, and the line of that rule: 1382, then 1240.
//
//	renumberings.tsv       moves of an article to another number, dated
//	renumberings-more/     what a reader adds, renumberings-not.tsv what is wrong
//	subjects/              what the rules at one number are about, in words
//	subdivisions/          where the parts of a split rule went
//	acts.tsv               the reforms and their transitional rules
//
// It does not read articles or numbers (package cite does), and it does not say
// which rule a citation meant (package meant does).
package law
