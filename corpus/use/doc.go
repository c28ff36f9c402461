// Package use says what each citation does in its decision.
//
//	Vu l'article 1240 du code civil ;                             visa
//	condamne … sur le fondement de l'article 1240                 visa, in the dispositif
//	l'article 1240 oblige celui qui … ; il a donc commis …        applied
//	l'article 1240 n'est pas applicable                           rejected
//	déboute … de sa demande fondée sur l'article 1240             rejected
//	Mme X demande réparation sur le fondement de l'article 1240   invoked
//	la cour d'appel a retenu, en application de l'article 1240    reported
//	la Cour de cassation a cassé cet arrêt, au visa de l'article … reported
//
// Goes in: a folded text and its citations, each with its zone and speaker. Comes
// out: their Use. Only what the court says itself is read for more than who speaks
// where (corpus.UseOf): what opens its sentence, leads to the mention or follows it.
//
// The formulas are a table, uses.tsv; Go holds the mechanism. Where no formula
// stands, it does not guess: a provision of which the court speaks in its reasons is
// applied.
package use
