package graph

import (
	"fmt"
	"sync"

	"github.com/attendu/attendu/corpus"
)

// RecordBatch are some records that follow each other, as they are stored: reading them is
// little work, and unpacking them much, which whoever needs them may do where he likes.
type RecordBatch struct {
	*packed
	decode func([]byte) (*corpus.Decision, error)
}

// packed are records one behind the other.
type packed struct {
	bytes []byte
	ends  []int
}

// recordsAtOnce is how many records go from one goroutine to another together.
const recordsAtOnce = 32

// packs are those that were unpacked, to be filled again.
var packs = sync.Pool{New: func() any { return new(packed) }}

func newRecordBatch(decode func([]byte) (*corpus.Decision, error)) RecordBatch {
	return RecordBatch{packs.Get().(*packed), decode}
}

func (p *packed) add(record []byte) {
	p.bytes = append(p.bytes, record...)
	p.ends = append(p.ends, len(p.bytes))
}

func (p *packed) n() int { return len(p.ends) }

// Decisions unpacks the records, on any goroutine, and is called once. With an error it
// gives those before the one that cannot be read.
func (b RecordBatch) Decisions() ([]*corpus.Decision, error) {
	list := make([]*corpus.Decision, 0, b.n())
	from := 0
	for _, end := range b.ends {
		d, err := b.decode(b.bytes[from:end])
		if err != nil {
			return list, fmt.Errorf("graph: records: %w", err)
		}
		list, from = append(list, d), end
	}
	b.bytes, b.ends = b.bytes[:0], b.ends[:0]
	packs.Put(b.packed)
	return list, nil
}
