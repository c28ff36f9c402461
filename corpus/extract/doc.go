// Package extract makes a corpus.Decision of a corpus.Document: the ordered
// pipeline of everything that is read from a text.
//
//	Document ─▶ fold ─▶ zones, speakers ─▶ head ─▶ citations ─▶ parties ─▶ holdings ─▶ Decision
//	              └─ a commentary instead ─▶ the decision that it speaks of
//
// It is pure: the same document and the same Version give the same decision,
// byte for byte. It does no I/O, reads no clock, and starts no goroutine; an
// Extractor is safe for concurrent use.
package extract
