// Package segment finds the parts of a decision, and who speaks in each.
//
// Goes in: a folded text, the official zones when the source gives some, the
// court when it is known. Comes out: a Layout, two lists of stretches that each
// cover the whole text.
//
//	text      LA COUR DE CASSATION, … | Vu l'article 9 … | PAR CES MOTIFS …
//	zones     entete                  | motifs           | dispositif
//	speakers  cour                    | cour  partie …   | cour
//
// Official zones win: they are completed where they leave gaps, refined where
// they are coarse (the moyens annexed inside "annexes"), and never contradicted.
//
// It does not cut a text that shows no heading and no formula: that is one zone.
// It does not read the names of parties; a Side is given only when the passage
// itself names the role of the one who speaks.
//
// Headings and formulas are data: headings.tsv, speakers.tsv, words.tsv.
package segment
