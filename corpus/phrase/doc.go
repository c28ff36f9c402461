// Package phrase finds terms in a folded text: words that follow each other, as rule
// files write them.
//
//	dommages et interets    these three words
//	prejudic*               a word that begins so
//	faute                   faute, fautes
//
// Goes in: terms (Terms) and the words of a part of a text (Passage), both folded.
// Comes out: which terms occur, and where. Terms are looked for only where one may
// begin (Openings): the cost is that of the words, not of words times terms.
package phrase
