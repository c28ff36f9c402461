package quadstore

import (
	"errors"

	"github.com/attendu/attendu/graph/quadstore/extsort"
	"github.com/cayleygraph/quad"
)

// countedWords are the predicates of Options.Counted as words of a bulk load.
func (s *Store) countedWords() map[string]bool {
	s.counted.mu.RLock()
	defer s.counted.mu.RUnlock()
	words := map[string]bool{}
	for _, iri := range s.counted.iris {
		if enc, err := encode(nil, iri); err == nil {
			words[string(valueKey(nil, enc)[2:])] = true
		}
	}
	return words
}

// pairTables writes the counts and postings of counted predicates. A nil one writes
// nothing.
type pairTables struct {
	counted         map[uint64]bool
	packer          packer
	counts, posting *table
}

func (b *bulk) newPairTables() *pairTables {
	if len(b.counted) == 0 {
		return nil
	}
	p := &pairTables{counted: b.counted, counts: b.newTable(), posting: b.newTable()}
	p.packer.put = func(key, value []byte) error {
		if key[1] == tablePair {
			return p.counts.set(key, value)
		}
		return p.posting.set(key, value)
	}
	return p
}

// see takes the ids of the next entry of table p.
func (p *pairTables) see(ids []byte) error {
	if p == nil {
		return nil
	}
	var q quadRef
	if !byPredicate.split(ids, 0, &q) {
		return extsort.ErrDamaged
	}
	if !p.counted[q[quad.Predicate]] {
		return nil
	}
	return p.packer.add(&q)
}

func (p *pairTables) close() error {
	if p == nil {
		return nil
	}
	return errors.Join(p.packer.end(), p.counts.close(), p.posting.close())
}
