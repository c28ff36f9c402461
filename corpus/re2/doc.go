// Package re2 finds the regular expressions of the rule files in folded texts.
//
// Goes in: an expression in RE2, and folded text, which is ASCII. Comes out: what
// package regexp finds, byte for byte, sooner. What an expression cannot do
// without is worked out once, when it is compiled, and looked for first:
//
//	\bmoyens? (?:produits?|presentes?) [^\n]{0,160}?\bavocats?\b
//	needs   "avocat"             a text without it is not read
//	heads   "moyen ", "moyens"   a match starts at one of them
//	reach   184                  so many bytes after that are read at most
//
// What is left is run by an automaton whose steps are worked out when they are first
// asked for, and kept: one step a byte, forwards to where a match ends, backwards to
// where it starts. Package regexp runs what has too many states, and text outside
// ASCII. It refuses nothing that regexp takes.
package re2
