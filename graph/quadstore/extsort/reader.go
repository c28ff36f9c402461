package extsort

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// ErrDamaged: the bytes of a run are not what was written.
var ErrDamaged = errors.New("damaged run of a sort")

// growBytes limits by how much a record may make the buffer grow before its bytes
// have been read: a damaged length must not take all memory.
const growBytes = 16 << 20

// Reader reads one run from its beginning to its end.
type Reader struct {
	from   io.Reader
	closer io.Closer
	buf    []byte // buf[pos:] is not read yet
	pos    int
	summed int // buf[:summed] is in sum
	sum    uint32
	n      uint64
	key    []byte
	value  []byte
	done   bool
	err    error
}

// Open opens the run in a file.
func Open(fs vfs.FS, path string) (*Reader, error) {
	f, err := fs.Open(path, vfs.SequentialReadsOption)
	if err != nil {
		return nil, fmt.Errorf("extsort: open run: %w", err)
	}
	r := NewReader(f)
	r.closer = f
	return r, nil
}

// NewReader reads a run from a stream, which stays the caller's.
func NewReader(from io.Reader) *Reader {
	return &Reader{from: from, buf: make([]byte, 0, bufferBytes)}
}

// Key and Value are those of the record that Next found, until the next Next.
func (r *Reader) Key() []byte   { return r.key }
func (r *Reader) Value() []byte { return r.value }

// Err tells why there is no further record; nil at the end of a whole run.
func (r *Reader) Err() error { return r.err }

// Close closes the file.
func (r *Reader) Close() error {
	r.done = true
	if r.closer == nil {
		return nil
	}
	c := r.closer
	r.closer = nil
	return c.Close()
}

// Next moves to the next record.
func (r *Reader) Next() bool {
	if r.done {
		return false
	}
	n, more, size, ok := r.lengths()
	if !ok {
		return false
	}
	if more == 0 && n == 0 && size == 0 {
		return r.end()
	}
	if n > uint64(len(r.key)) || n+more == 0 || !r.need(more) {
		return r.fail(ErrDamaged)
	}
	r.key = append(r.key[:n], r.buf[r.pos:r.pos+int(more)]...)
	r.pos += int(more)
	if !r.need(size) {
		return r.fail(ErrDamaged)
	}
	r.value = r.buf[r.pos : r.pos+int(size)]
	r.pos += int(size)
	r.n++
	return true
}

// lengths reads the three numbers a record begins with.
func (r *Reader) lengths() (n, more, size uint64, ok bool) {
	if !r.need(3) {
		return 0, 0, 0, r.fail(ErrDamaged)
	}
	if b := r.buf[r.pos:]; b[0]|b[1]|b[2] < 0x80 {
		r.pos += 3
		return uint64(b[0]), uint64(b[1]), uint64(b[2]), true
	}
	for _, to := range [3]*uint64{&n, &more, &size} {
		if *to, ok = r.uvarint(); !ok {
			return 0, 0, 0, r.fail(ErrDamaged)
		}
	}
	return n, more, size, true
}

func (r *Reader) uvarint() (uint64, bool) {
	for len(r.buf)-r.pos < binary.MaxVarintLen64 && r.fill() {
	}
	v, n := binary.Uvarint(r.buf[r.pos:])
	if n <= 0 || v > 1<<40 {
		return 0, false
	}
	r.pos += n
	return v, true
}

// need makes n bytes readable at pos; false if the run has no more.
func (r *Reader) need(n uint64) bool {
	for uint64(len(r.buf)-r.pos) < n {
		if uint64(cap(r.buf)) < n {
			grown := make([]byte, len(r.buf), min(n+bufferBytes, uint64(2*cap(r.buf)+growBytes)))
			copy(grown, r.buf)
			r.buf = grown
		}
		if !r.fill() {
			return false
		}
	}
	return true
}

// fill reads more of the run, after moving what is not read yet to the front of the
// buffer; false at its end.
func (r *Reader) fill() bool {
	r.add(r.pos)
	if r.pos > 0 {
		r.buf = r.buf[:copy(r.buf, r.buf[r.pos:])]
		r.summed, r.pos = 0, 0
	}
	if len(r.buf) == cap(r.buf) {
		return true // room enough for whoever asks: need grows the buffer
	}
	n, err := r.from.Read(r.buf[len(r.buf):cap(r.buf)])
	r.buf = r.buf[:len(r.buf)+n]
	if err != nil && err != io.EOF {
		r.fail(fmt.Errorf("extsort: read run: %w", err))
	}
	return n > 0
}

// add takes buf[:upTo] into the checksum.
func (r *Reader) add(upTo int) {
	r.sum = crc32.Update(r.sum, castagnoli, r.buf[r.summed:upTo])
	r.summed = upTo
}

// end compares the check.
func (r *Reader) end() bool {
	if !r.need(checkBytes) {
		return r.fail(ErrDamaged)
	}
	r.add(r.pos + 8)
	b := r.buf[r.pos:]
	if binary.BigEndian.Uint64(b) != r.n || binary.BigEndian.Uint32(b[8:]) != r.sum {
		return r.fail(ErrDamaged)
	}
	r.done = true
	return false
}

// fail ends the run; the first error stays.
func (r *Reader) fail(err error) bool {
	if r.err == nil {
		r.err = err
	}
	r.done = true
	return false
}
