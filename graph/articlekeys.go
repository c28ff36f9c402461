package graph

import (
	"encoding/binary"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// place is where a version stands: its key, first day and identifier, in the order
// in which versions are kept.
type place struct {
	key   corpus.Key
	start corpus.Date
	id    string
}

// articleEnd stands behind the key and the first day in an entry: no key has it.
const articleEnd = 0

// in is the entry of a place in a space.
func (p place) in(space byte) []byte {
	b := make([]byte, 0, 3+len(p.key)+len(p.start)+len(p.id))
	b = append(append(b, space), p.key...)
	b = append(append(b, articleEnd), p.start...)
	return append(append(b, articleEnd), p.id...)
}

// placeOf reads an entry, without its space.
func placeOf(entry string) (place, error) {
	key, rest, ok := strings.Cut(entry, "\x00")
	start, id, also := strings.Cut(rest, "\x00")
	if !ok || !also {
		return place{}, fmt.Errorf("bad entry of an article: %q", entry)
	}
	return place{corpus.Key(key), corpus.Date(start), id}, nil
}

// articleBounds are the entries of all versions of an article.
func articleBounds(space byte, key corpus.Key) (from, to []byte) {
	from = append(append([]byte{space}, key...), articleEnd)
	to = append(append([]byte{space}, key...), articleEnd+1)
	return from, to
}

func articleJournal(seq uint64, id string) []byte {
	return append(binary.BigEndian.AppendUint64([]byte{spaceArticleJournal}, seq), id...)
}
