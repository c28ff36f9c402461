// Package pack writes what a store keeps of a decision as few bytes as it can read fast,
// and reads it back, all of it or the parts that are wanted.
//
//	corpus.Decision ── Marshal ──▶ number of the form, head, words, parts one behind the other
//	                ◀─ Unmarshal ─ (a CBOR sequence, RFC 8742)
//
// Every field has a number instead of a name, what is said more than once in the parts is
// a word that stands once and has a number, fields of no value are not written, and
// neither is what follows from another field: the node of a citation that is its key, the
// end of a span whose length is known. Lists that are always there in JSON come back empty,
// never nil. The numbers are a contract, as the names of JSON are: a number that was ever
// written is never given to another field.
//
// It does not compress, and knows neither the database nor the graph. The text of a
// decision is kept apart and is no part of this.
package pack
