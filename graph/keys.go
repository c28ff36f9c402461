package graph

import (
	"encoding/binary"

	"github.com/attendu/attendu/corpus"
)

// The store's keys, by first byte; 'q' belongs to quadstore.
//
//	d <node>            record, packed and compressed
//	t <node>            text, compressed
//	j <seq, 8 B BE> <node>   1 held, 0 removed: the journal, one entry a node
//	n <node>            seq of the node's journal entry, 8 B BE
//	i <identity>        the nodes of the records that have it, one a line
//	x <identity>        tombstone of a forgotten decision, once for each identity
//	w <node>            note that the source of this node was withdrawn
//	f <path>            how far the file was taken in
//	m                   head: format, seqs, counts
//	a <key> 0 <start> 0 <id>   version of an article (LEGIARTI…), without its text
//	c <key> 0 <start> 0 <id>   its text, as it is: that of its neighbours is like it,
//	                           and they are compressed together
//	b <id>              where the version is, digest, day of issue; or that it was removed
//	k <seq, 8 B BE> <id>       1 held, 0 removed: the journal of articles, one entry an id
//	l                   path of a full archive of LEGI that was taken in to its end
const (
	spaceRecord    = 'd'
	spaceText      = 't'
	spaceJournal   = 'j'
	spaceChange    = 'n'
	spaceIdentity  = 'i'
	spaceTombstone = 'x'
	spaceWithdrawn = 'w'
	spaceIntake    = 'f'
	spaceHead      = 'm'

	spaceArticle        = 'a'
	spaceArticleText    = 'c'
	spaceArticleNote    = 'b'
	spaceArticleJournal = 'k'
	spaceWholeLaw       = 'l'
)

func spaced(space byte, name string) []byte { return append([]byte{space}, name...) }

func journalEntry(seq uint64, node corpus.Node) []byte {
	return append(binary.BigEndian.AppendUint64([]byte{spaceJournal}, seq), node...)
}
