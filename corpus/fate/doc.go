// Package fate says what a decision does to the one that it reviews.
//
//	solution "Cassation partielle"               quashed, in part
//	CONFIRME le jugement en ce que …; INFIRME …  reversed, in part
//	REJETTE le pourvoi                           upheld
//	Constate le désistement de l'appel           withdrawn
//	CASSE ET ANNULE …; DIT n'y avoir lieu à      quashed, the dispute ended; of the
//	renvoi ; Confirme le jugement                judgment below: confirmed
//
// Goes in: a decision as it was extracted. Comes out: a corpus.Ruling, with the order or the
// official words that prove it. Official metadata are read first (solutions.tsv), then
// the orders of the dispositif; where one of them says that it is in part, it is.
// A court of first instance reviews nothing: it has no ruling. That a dispute is ended
// without remand is told only where it is said (words.tsv), and what this makes of the
// judgment below only where an order does (below.tsv).
package fate
