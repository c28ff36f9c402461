// Package frlegal is the analyzer of the full-text index: it cuts a French
// text into words and brings each to the form in which it is looked up.
//
//	in   « L’Employeur a demandé le mot de passe »   (UTF-8, any bytes)
//	out  employeu | a | demand | le | mot | de | pase
//	     each with the bytes of the original that it stands for
//
// The same chain reads decisions and requests, so that accents, letter case,
// œ, apostrophes, decomposed letters, plurals and hyphens never decide whether
// a word is found. An elided word (l', d', qu' …) is dropped and takes no
// position. Nothing else is: there is no list of stop words, so that a phrase
// is found word for word.
//
// For patterns and misspelt words Words gives the words as they are written, too.
//
// It does not join references ("L. 1235-3" is the three words l, 1235, 3),
// knows no synonyms, and never changes the text.
package frlegal
