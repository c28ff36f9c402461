package archive

import (
	"archive/zip"
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

// entry unpacks one member of a zip that is read from front to back, and checks
// its sum and length.
type entry struct {
	h    *local
	in   *bufio.Reader // behind the data stands what describes it, if h says so
	l    *layer        // the zip
	r    io.Reader
	sum  uint32
	size int64
	err  error
}

func newEntry(h *local, data io.Reader, in *bufio.Reader, l *layer) *entry {
	e := &entry{h: h, in: in, l: l, r: data}
	if h.method == methodDeflate {
		e.r = flate.NewReader(data)
	}
	return e
}

func (e *entry) Read(p []byte) (int, error) {
	if e.err != nil {
		return 0, e.err
	}
	n, err := e.r.Read(p)
	e.sum = crc32.Update(e.sum, crc32.IEEETable, p[:n])
	e.size += int64(n)
	if err == io.EOF {
		err = e.end()
	}
	if err != nil && err != io.EOF {
		if _, more := e.in.Peek(1); more != nil || !e.h.known {
			err = e.lost(err, more)
		}
	}
	e.err = err
	return n, err
}

// lost makes damage of a member that of the zip: its stream has ended, or the
// next member cannot be found.
func (e *entry) lost(err, more error) error {
	switch {
	case err == zip.ErrChecksum && more == nil:
		return err
	case more == io.EOF:
		return e.l.wrap(io.ErrUnexpectedEOF)
	case more != nil:
		return e.l.wrap(more)
	}
	return e.l.wrap(err)
}

// end checks the member that was read, and gives io.EOF when it is whole.
func (e *entry) end() error {
	if !e.h.known {
		if err := e.descriptor(); err != nil {
			return err
		}
	}
	if e.h.known && e.size < e.h.size {
		return io.ErrUnexpectedEOF
	}
	if e.sum != e.h.sum || e.size != e.h.size {
		return zip.ErrChecksum
	}
	return io.EOF
}

// descriptor reads sum and length behind the data (APPNOTE.TXT, section 4.3.9).
// Its signature may be missing, and nothing says for sure how wide its sizes
// are: the signature of what follows does.
func (e *entry) descriptor() error {
	le := binary.LittleEndian
	b, err := e.in.Peek(28)
	skip := 0
	if len(b) >= 4 && le.Uint32(b) == sigDescriptor {
		skip = 4
	}
	if b = b[min(skip, len(b)):]; len(b) < 12 {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return err
	}
	wide := len(b) >= 22 && string(b[20:22]) == "PK" && string(b[12:14]) != "PK"
	e.h.sum, e.h.size = le.Uint32(b), int64(le.Uint32(b[8:]))
	skip += 12
	if wide {
		e.h.size = int64(le.Uint64(b[12:]))
		skip += 8
	}
	_, err = e.in.Discard(skip)
	return err
}
