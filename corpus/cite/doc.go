// Package cite finds the provisions and decisions that a French text cites.
//
// In goes a folded text, out come citations: one for each provision or decision
// referred to, with its words, its key, and the reason when it has none.
//
//	Vu les articles 1382 ancien et 1383 du code civil ; Com., 3 mai 2012, n° 11-10.845
//	       ~~~~~~~~~~~~~ code-civil/1382 (ancien)       cass/11-10845, cass/2012-05-03
//	                               ~~~~ code-civil/1383
//
// One pass looks at each word. An anchor ("article", "loi", "arrêt", the name of
// a code or a court) starts a small parser written by hand; what it finds is
// bound to the catalogue of instruments (package law) or to what the text said
// before. A last step settles what only the whole text can tell. The words of
// the grammar are tables under rules/.
//
// It refuses to guess: an article of a contract is no citation, and an article
// without an instrument stays unresolved. Zones, speakers and versions are not
// its business.
package cite
