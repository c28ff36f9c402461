// Package heading reads what a decision says of itself: its court, day, numbers,
// ECLI, nature, solution, and the decision that it reviews.
//
// Goes in: a folded text and its layout. Comes out: metadata as printed, with the
// span of each in the text.
//
//	COUR D'APPEL DE REIMS             court  ca, Reims
//	Chambre sociale                   chamber
//	ARRÊT DU 3 MAI 2023               nature, day
//	N° RG 22/00123 - N° Portalis …    number
//	Décision déférée : TJ de Troyes … contested
//
// It reads the heading, and for the day also the end of the ruling; a text
// without a heading gives little. It never guesses: what is not printed is "".
// The day of the debates and that of the decision under review are never taken
// for the day of the decision.
//
// The formulas are data: formulas.tsv. Courts and places are those of package
// court.
package heading
