// Package holding reads the operative orders of a decision: each one, not the
// outcome alone.
//
// Goes in: a folded text, its zones, and the citations and parties already
// found. Comes out: one corpus.Holding for each order of the dispositif, in
// order, with its kind, the sum, who owes it to whom, and the provisions cited in
// its sentence.
//
//	PAR CES MOTIFS :
//	CASSE ET ANNULE, mais seulement en ce qu'il …, l'arrêt …   cassation-partielle
//	Condamne la société Lorme aux dépens ;                     depens
//	Vu l'article 700 …, rejette sa demande                     frais-irrepetibles
//	             et la condamne à payer … 3 000 euros ;        frais-irrepetibles
//
// The verbs and formulas are tables (*.tsv); Go holds the mechanism. It does not
// guess: outside the dispositif there is no order, a participle is none ("a
// condamné"), nor is what stands in quotation marks. "Remet … les parties dans
// l'état" is the legal effect of a cassation (code de procédure civile, art. 625)
// and gives no order of its own; the remand that follows does.
package holding
