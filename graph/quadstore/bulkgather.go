package quadstore

import (
	"context"
	"encoding/binary"
	"errors"
	"iter"

	"github.com/attendu/attendu/graph/quadstore/extsort"
	"github.com/cayleygraph/quad"
)

// A word of a bulk load is what follows the table in a key of tableValue, or this
// mark and an inlined id (8 bytes, big endian), which sort behind all values.
const inlineMark byte = 0xff

const (
	// The first words of a load get the smallest ids, in the order in which they
	// come: predicates and what else most quads have is among them, and short keys
	// are what the indexes consist of. The others get theirs in their order.
	maxFirstWords = 1<<16 - 1

	quadBatch = 256
)

// gathered is what the first step of a bulk load leaves on disk.
type gathered struct {
	read  uint64
	parts []stretch
	words []string // runs: word -> part, number, rank among the first words or 0, long value
	first int      // first words
	quads string   // run: numbers of label, subject, predicate, object, in parts
}

// stretch is what was read while one lexicon was filled.
type stretch struct {
	quads uint64
	words uint32
}

// gather reads the stream on the caller's goroutine, and works on another.
func (b *bulk) gather(quads iter.Seq2[quad.Quad, error]) (*gathered, error) {
	path := b.folder.runName()
	w, err := extsort.Create(b.folder.fs, path)
	if err != nil {
		return nil, err
	}
	g := gatherer{b: b, lex: newLexicon(), long: map[uint32][]byte{}, quads: w, out: gathered{quads: path}}
	batches, used := make(chan []quad.Quad, 8), make(chan []quad.Quad, 10)
	err = together(b.ctx, func(ctx context.Context) error {
		defer close(batches)
		return feed(ctx, quads, batches, used)
	}, func(ctx context.Context) error {
		for batch := range batches {
			if err := g.take(batch); err != nil {
				return err
			}
			select {
			case used <- batch[:0]:
			default:
			}
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return g.endPart()
	})
	return &g.out, errors.Join(err, w.Close())
}

// feed puts the stream into batches.
func feed(ctx context.Context, quads iter.Seq2[quad.Quad, error], to chan<- []quad.Quad, used <-chan []quad.Quad) error {
	var batch []quad.Quad
	send := func() error {
		select {
		case to <- batch:
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case batch = <-used:
		default:
			batch = make([]quad.Quad, 0, quadBatch)
		}
		return nil
	}
	for q, err := range quads {
		if err != nil {
			return err
		}
		if batch = append(batch, q); len(batch) >= quadBatch {
			if err := send(); err != nil {
				return err
			}
		}
	}
	if len(batch) == 0 {
		return ctx.Err()
	}
	return send()
}

// gatherer numbers the values of quads, part by part.
type gatherer struct {
	b     *bulk
	lex   *lexicon
	long  map[uint32][]byte // whole values that are cut in their word
	quads *extsort.Writer
	out   gathered
	first int       // numbers of part 0 that are first words
	memo  [5]lately // by direction
	enc   []byte
	word  []byte
	row   [16]byte
	begun uint64 // quads before this part
}

// lately is the last IRI of a direction, for quads that follow repeat them.
type lately struct {
	iri quad.IRI
	n   uint32
}

func (g *gatherer) take(batch []quad.Quad) error {
	for _, q := range batch {
		if err := storable(q); err != nil {
			return err
		}
		for i, d := range [4]quad.Direction{quad.Label, quad.Subject, quad.Predicate, quad.Object} {
			n, err := g.number(d, q.Get(d))
			if err != nil {
				return err
			}
			binary.BigEndian.PutUint32(g.row[4*i:], n)
		}
		if err := g.quads.Add(g.row[:], nil); err != nil {
			return err
		}
		g.out.read++
	}
	if len(g.out.parts) == 0 && g.lex.len() <= maxFirstWords && g.lex.bytes() <= g.b.memory/16 {
		g.first = g.lex.len()
	}
	if g.lex.full(g.b.memory / 2) {
		return g.endPart()
	}
	return g.b.ctx.Err()
}

// number gives the number of a value in the lexicon, 0 for none.
func (g *gatherer) number(d quad.Direction, v quad.Value) (uint32, error) {
	if v == nil {
		return 0, nil
	}
	iri, isIRI := v.(quad.IRI)
	if isIRI && iri != "" {
		for _, m := range [2]*lately{&g.memo[d], &g.memo[quad.Label]} {
			if m.iri == iri {
				return m.n, nil
			}
		}
	}
	n, err := g.lookup(v)
	if isIRI {
		g.memo[d] = lately{iri, n}
	}
	return n, err
}

func (g *gatherer) lookup(v quad.Value) (uint32, error) {
	v = canonical(v)
	if id, ok := inline(v); ok {
		g.word = binary.BigEndian.AppendUint64(append(g.word[:0], inlineMark), id)
		n, _ := g.lex.number(g.word)
		return n, nil
	}
	var err error
	if g.enc, err = encode(g.enc[:0], v); err != nil {
		return 0, err
	}
	g.word = valueKey(g.word[:0], g.enc)
	n, fresh := g.lex.number(g.word[2:])
	if fresh && len(g.enc) > maxKeyValue {
		g.long[n] = append([]byte(nil), g.enc...)
		g.lex.extra += int64(len(g.enc)) + 64
	}
	return n, nil
}

// endPart writes the words of a part, sorted, and begins the next part.
func (g *gatherer) endPart() error {
	if g.lex.len() == 0 {
		return nil
	}
	path := g.b.folder.runName()
	w, err := extsort.Create(g.b.folder.fs, path)
	if err != nil {
		return err
	}
	ranks := g.ranks()
	var val []byte
	for i, n := range g.lex.sorted() {
		if i%pollEvery == 0 && g.b.ctx.Err() != nil {
			return errors.Join(g.b.ctx.Err(), w.Close())
		}
		val = binary.AppendUvarint(val[:0], uint64(len(g.out.parts)))
		val = binary.AppendUvarint(val, uint64(n))
		rank := uint32(0)
		if int(n) <= len(ranks) {
			rank = ranks[n-1]
		}
		val = binary.AppendUvarint(val, uint64(rank))
		val = append(val, g.long[n]...)
		if w.Add(g.lex.word(n), val) != nil {
			break
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	g.out.words = append(g.out.words, path)
	g.out.parts = append(g.out.parts, stretch{g.out.read - g.begun, uint32(g.lex.len())})
	g.begun = g.out.read
	g.lex.reset()
	clear(g.long)
	g.memo = [5]lately{}
	return nil
}

// ranks counts the first words, without those that are their own id; nil behind
// the first part.
func (g *gatherer) ranks() []uint32 {
	if len(g.out.parts) > 0 {
		return nil
	}
	ranks := make([]uint32, g.first)
	n := uint32(0)
	for i := range ranks {
		if g.lex.word(uint32(i + 1))[0] != inlineMark {
			n++
			ranks[i] = n
		}
	}
	g.out.first = int(n)
	return ranks
}
