package quadstore

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/attendu/attendu/graph/quadstore/extsort"
)

// number gives an id to each word, writes the tables of nodes and values, and
// leaves runs that lead from the place where a word was met to its id.
func (b *bulk) number(g *gathered) (places []string, err error) {
	runs, err := extsort.Reduce(b.ctx, b.folder.fs, g.words, b.folder.runName)
	if err != nil {
		return nil, err
	}
	m, err := extsort.Merge(b.ctx, b.folder.fs, runs)
	if err != nil {
		return nil, err
	}
	n := numberer{b: b, nodes: b.newTable(), values: b.newTable(), places: originSorter{b: b},
		first: make([][]byte, g.first), next: b.first + uint64(g.first), counted: b.s.countedWords()}
	err = n.all(m)
	err = errors.Join(err, m.Close(), n.nodes.close(), n.values.close())
	if err == nil {
		err = n.writeFirst()
	}
	if err == nil {
		err = n.places.spill()
	}
	if err != nil {
		return nil, err
	}
	b.words = n.next - b.first
	b.nodes = b.words + n.inlined
	return n.places.runs, b.folder.drop(runs...)
}

// numberer meets a word once for each part that has it, one word after the other.
type numberer struct {
	b             *bulk
	nodes, values *table
	places        originSorter

	word []byte
	long []byte   // the whole value of a word that is cut
	rank uint64   // of a first word, from 1 on
	met  []uint64 // places

	counted map[string]bool // words of Options.Counted
	first   [][]byte        // values of the first words
	next    uint64          // id of the next word that is not one of them
	inlined uint64
	key     []byte
	val     []byte
}

func (n *numberer) all(m *extsort.Merger) error {
	for m.Next() {
		if !bytes.Equal(m.Key(), n.word) {
			if err := n.end(); err != nil {
				return err
			}
			n.word = append(n.word[:0], m.Key()...)
		}
		part, rest, ok1 := uvarint(m.Value())
		number, rest, ok2 := uvarint(rest)
		rank, rest, ok3 := uvarint(rest)
		if !ok1 || !ok2 || !ok3 || rank > uint64(len(n.first)) {
			return fmt.Errorf("%w: word %.40q", extsort.ErrDamaged, n.word)
		}
		n.met = append(n.met, part<<32|number)
		n.rank += rank // only the first part has ranks
		n.long = append(n.long[:0], rest...)
	}
	if err := m.Err(); err != nil {
		return err
	}
	return n.end()
}

func uvarint(b []byte) (v uint64, rest []byte, ok bool) {
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, false
	}
	return v, b[n:], true
}

// end is behind the last place of a word: it gets its id.
func (n *numberer) end() error {
	if len(n.met) == 0 {
		return nil
	}
	id := n.id()
	if id > maxDictID && n.word[0] != inlineMark {
		return errOutOfIDs
	}
	for _, at := range n.met {
		if err := n.places.add(origin{at, id}); err != nil {
			return err
		}
	}
	n.met, n.rank = n.met[:0], 0
	return nil
}

// id gives the id of the word, and writes the word into the tables.
func (n *numberer) id() (id uint64) {
	if n.word[0] == inlineMark {
		id = binary.BigEndian.Uint64(n.word[1:])
		n.inlined++
		n.key = nodeKey(n.key[:0], id)
		n.nodes.set(n.key, nil)
		return id
	}
	enc := n.long
	if len(enc) == 0 {
		enc = n.word[:len(n.word)-1]
	}
	if n.rank > 0 {
		id = n.b.first + n.rank - 1
		n.first[n.rank-1] = bytes.Clone(enc)
	} else {
		id = n.next
		n.next++
		n.key = nodeKey(n.key[:0], id)
		n.nodes.set(n.key, enc)
	}
	if n.counted[string(n.word)] {
		n.b.counted[id] = true
	}
	n.key = append(append(n.key[:0], KeySpace, tableValue), n.word...)
	n.val = appendID(n.val[:0], id)
	n.values.set(n.key, n.val)
	return id
}

// writeFirst writes the nodes of the first words: they come in the order of ids.
func (n *numberer) writeFirst() error {
	t := n.b.newTable()
	for i, enc := range n.first {
		n.key = nodeKey(n.key[:0], n.b.first+uint64(i))
		t.set(n.key, enc)
	}
	return t.close()
}
