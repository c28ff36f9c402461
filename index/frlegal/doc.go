// Package frlegal is the analyzer of the full-text index: it cuts a French
// text into words and brings each to the form in which it is looked up.
//
//	in   « L’Employeur a violé l'art. L. 1235-3 (pourvoi n° 17-21.434) »   (UTF-8, any bytes)
//	out  employeu | a | viol | art | l | 1235-3 | pourvoi | 17-21434
//	     each with the bytes of the original that it stands for
//
// The same chain reads decisions and requests, so that accents, letter case,
// œ, apostrophes, decomposed letters, plurals and hyphens never decide whether
// a word is found, nor how a number is written (number.go). Numbers of articles
// and decisions and ECLI are one word each; the letter of an article is a word
// before it. An elided word (l', d', qu' …) and n° are dropped and take no
// position. Nothing else is: a phrase is found word for word. FunctionWord tells
// which words a request need not look for.
//
// Stems follow Savoy's light stemmer (suffix.tsv), but for the words of
// exception.tsv. The package never changes the text.
package frlegal
