// Package bm25 finds and ranks documents of an index of Bleve by the textbook
// formula, and joins words with sets of documents.
//
//	Node ──View.Prepare──▶ Query ──Match(segment)──▶ Docs, a set ──Score──▶ a score each
//	                         └──Explain──▶ the parts of a score
//
// A text is one field, whatever its zones: a zone is noted with each place of a
// word, and its weight w, 1 for plain text, counts a word of it as if it were written w
// times. That is
// BM25 over several weighted fields as Robertson, Zaragoza and Taylor define it
// ("Simple BM25 extension to multiple weighted fields", 2004), with the postings of
// one field. For a word that occurs tf times in a document of len words, both
// weighted, where N documents of avg words are held and df have the word:
//
//	idf · tf · (k1+1) / (tf + k1 · (1 - b + b · len/avg))    idf = ln(1 + (N-df+0.5)/(df+0.5))
//
// N, df, avg and len are those of the documents that are held, so that a score
// depends neither on how the index was written nor on any filter. A phrase counts
// as a word whose idf is the sum of those of its words.
//
// Conditions are sets of documents, by segment, the rarer first; places are read
// only for the documents that are left. It refuses to change the index, to sort, and
// to look at segments made by anything but zap.
package bm25
