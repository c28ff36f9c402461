// Package party reads who is a party to a decision, and on which side.
//
// Goes in: a folded text and its zones. Comes out: one corpus.Party for each party
// to the present instance, in order of first mention, with the name as first
// printed in full, without address, birth data or counsel.
//
//	APPELANTE :                              demandeur
//	La SARL Lorme, dont le siège est …       "SARL Lorme", morale
//	représentée par Me Brunel                (counsel: not a party)
//	INTIMÉ :                                 defendeur
//	M. Paul Durieux né le …                  "M. Paul Durieux", physique
//
// It reads, in this order, the pourvoi of the Cour de cassation ("… a formé le
// pourvoi … dans le litige l'opposant à …"), the headings of the other courts
// (roles.tsv), captions ("X C/ Y"), and, when the head names nobody, the reasons
// and the moyens annexed, with a lower confidence. Names and roles are never
// looked up elsewhere and pseudonyms are left as printed. It does not name counsel,
// judges, experts or witnesses.
package party
