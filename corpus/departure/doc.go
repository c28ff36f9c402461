// Package departure finds the words by which a court says that it leaves what was judged
// before: a candidate for a reversal (revirement), never more.
//
//	"(Soc., 3 mars 2015, n° 13-88.888). Il y a lieu d'abandonner cette jurisprudence."
//	 ─────────── cited ───────────                ────────── words ──────────
//
// Goes in: a decision that was read. Comes out: for each decision that the court itself
// cites in its reasons, the words near it that announce a departure, with their span and
// strength. The words are in departures.tsv.
//
// It does not know whether the court departs from what it cites or from something else,
// nor whether a later decision came back to it.
package departure
