package quadstore

import (
	"bytes"
	"context"
	"slices"
)

// postingStream gives the subjects of a link from the postings of a counted
// predicate.
type postingStream struct {
	rows   *rows
	prefix []byte
	key    []byte
	start  bool
	list   posting // read from the row, and valid until the rows move
	chunk  uint64
	pos    int
	cur    uint64
	polls  int
	err    error
}

// postings opens the postings of a link.
func (s *Store) postings(l Link) (*postingStream, error) {
	prefix := postingPrefix(nil, l.pair())
	r, err := s.rows(prefix, after(bytes.Clone(prefix)))
	if err != nil {
		return nil, err
	}
	return &postingStream{rows: r, prefix: prefix, start: true}, nil
}

func (p *postingStream) at() uint64    { return p.cur }
func (p *postingStream) failed() error { return p.err }

func (p *postingStream) close() {
	if err := p.rows.close(); p.err == nil {
		p.err = err
	}
}

func (p *postingStream) next(ctx context.Context) bool {
	if !p.start && p.err == nil {
		if pos, ok := p.list.next(p.pos); ok {
			p.pos = pos
			p.cur = p.chunk<<chunkBits | uint64(p.list.at(pos))
			return true
		}
	}
	return p.row(ctx) && p.stand(0)
}

// row moves to the next posting.
func (p *postingStream) row(ctx context.Context) bool {
	if p.err != nil || p.poll(ctx) {
		return false
	}
	if p.start {
		p.start = false
		return p.read(p.rows.first())
	}
	return p.read(p.rows.next())
}

// poll tells whether ctx is over; a posting may hold thousands.
func (p *postingStream) poll(ctx context.Context) bool {
	if p.polls++; p.polls%64 == 1 {
		p.err = ctx.Err()
	}
	return p.err != nil
}

// read takes the posting of the current row.
func (p *postingStream) read(ok bool) bool {
	if !ok {
		p.list, p.err = nil, p.rows.err()
		return false
	}
	key := p.rows.key()
	chunk, rest, ok := readID(key[len(p.prefix):])
	b, err := p.rows.value()
	if p.err = err; err != nil {
		return false
	}
	if !ok || len(rest) != 0 || !posting(b).sound() {
		p.err = corrupt("posting %x of %d bytes", key, len(b))
		return false
	}
	p.chunk, p.list = chunk, b
	return true
}

// stand moves to the first subject of the posting from low on.
func (p *postingStream) stand(low uint16) bool {
	pos, ok := p.list.from(0, low)
	if ok {
		p.pos, p.cur = pos, p.chunk<<chunkBits|uint64(p.list.at(pos))
	}
	return ok
}

func (p *postingStream) seek(ctx context.Context, id uint64) bool {
	switch {
	case p.err != nil:
		return false
	case p.start:
	case p.cur >= id:
		return true
	case chunkOf(id) == p.chunk:
		at := p.pos
		if p.list.bitmap() {
			at = 0
		}
		if pos, ok := p.list.from(at, uint16(id)); ok {
			p.pos, p.cur = pos, p.chunk<<chunkBits|uint64(p.list.at(pos))
			return true
		}
		return p.row(ctx) && p.stand(0)
	}
	if p.poll(ctx) {
		return false
	}
	p.start = false
	p.key = appendID(append(p.key[:0], p.prefix...), chunkOf(id))
	if !p.read(p.rows.seek(p.key)) {
		return false
	}
	if p.chunk > chunkOf(id) {
		return p.stand(0)
	}
	return p.stand(uint16(id)) || p.row(ctx) && p.stand(0)
}

// rest adds the current subject and all behind it to a set.
func (p *postingStream) rest(ctx context.Context, out Set) Set {
	n := len(out)
	out = p.list.appendTo(out, p.chunk)
	if k, _ := slices.BinarySearch(out[n:], ID(p.cur)); k > 0 {
		out = slices.Delete(out, n, n+k)
	}
	for p.row(ctx) {
		out = p.list.appendTo(out, p.chunk)
	}
	return out
}
