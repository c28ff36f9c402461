// Package principle finds the rules that a court states: what it says that the law is,
// before it applies it.
//
//	Il résulte de ces textes que …                  Cour de cassation
//	Vu l'article 1240 … ; Attendu que le dommage …  the chapeau, under its visa
//	Il résulte de ces dispositions que …            Conseil d'État
//	Il résulte de l'article 1353 du code civil que …
//
// Goes in: a folded text, its zones and speakers, and its citations with their uses.
// Comes out: one corpus.Holding of kind Principe for each, with the sentence as its
// text, and as its bases the provisions of which it speaks: those that it names, else
// those of the visa above it.
//
// Only what the court says in its own name in its reasons counts, and only what follows
// from a text: "il résulte de l'instruction" is a fact. The formulas are a table,
// principles.tsv; Go holds the mechanism.
package principle
