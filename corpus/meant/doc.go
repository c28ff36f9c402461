// Package meant says which text a court meant by the number of an article.
//
// Goes in: the citations of a decision, its folded text, its day. Comes out: a
// corpus.Designation on each citation of an article of a code, with its
// evidence, or none, with the reason.
//
//	"la faute … l'article 1382 du code civil", 4 October 2016
//	candidates   before:2016-10-01  responsabilité pour faute
//	             from:2016-10-01    présomptions judiciaires
//	evidence     "faute" speaks for the first
//	designation  before:2016-10-01, today code-civil/1240
//
// The rules of a number and where they went come from package law. What a court
// says itself (ancien, devenu, dans sa rédaction issue de …) decides at once;
// else the day of the ruling excludes what came later, and the words around, the
// days of contracts and facts and the other citations are weighed. Where they do
// not tip the scale nothing is designated: no answer is better than a wrong one.
package meant
