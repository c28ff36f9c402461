package archive

import (
	"archive/zip"
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/attendu/attendu/corpus/source/record"
)

// The parts of a zip by their signatures and sizes (APPNOTE.TXT, section 4.3).
const (
	sigLocal      = 0x04034b50
	sigDescriptor = 0x08074b50
	localSize     = 30 // of a local header, before name and extra field

	methodStore   = 0
	methodDeflate = 8

	later = 1 << 3 // sizes and sum follow the data
)

var errNoHeader = errors.New("no header where a member of the zip must begin")

// local is the header before a member of a zip.
type local struct {
	name           string
	flags, method  uint16
	sum            uint32
	packed, size   int64
	wide           bool // a descriptor has sizes of 8 bytes
	known, ciphers bool // packed is right; a password is needed
}

// local reads a zip from front to back, by the headers before its members. It
// cannot tell a link from a file, nor a deleted member from one that is there.
func (w *walker) local(s stream, l *layer, in *bufio.Reader) bool {
	for {
		h, err := readLocal(in)
		if err == io.EOF {
			err = readEnd(in)
			return err == io.EOF || w.fail(s.path, l.wrap(err))
		}
		if err != nil {
			return w.fail(s.path, l.wrap(err))
		}
		if !w.next(s.path) {
			return false
		}
		if !w.entry(s, l, h, in) {
			return false
		}
		if l.fault != nil {
			return true
		}
	}
}

// entry reads one member and moves behind it.
func (w *walker) entry(s stream, l *layer, h *local, in *bufio.Reader) bool {
	member := &layer{path: s.path + "!" + shown(h.name), under: l, meter: w.meter}
	data := io.Reader(in)
	if h.known {
		data = io.LimitReader(in, h.packed)
	}
	why := h.unreadable()
	switch {
	case why == nil:
		e := newEntry(h, data, in, l)
		r := w.within(s, member, h.name, e)
		if !isFolder(h) && !isHidden(h.name) && !w.visit(r) {
			return false
		}
		if !h.known {
			return w.findEnd(s, l, e, r.r)
		}
	case !w.put(record.Failed(member.path, why)):
		return false
	case !h.known:
		return w.fail(s.path, l.wrap(fmt.Errorf("%w behind %s, whose length is not told", errNoHeader, member.path)))
	}
	if _, err := io.Copy(io.Discard, data); err != nil {
		return w.fail(s.path, l.wrap(err))
	}
	return w.meter.fault == nil
}

// findEnd unpacks what is left of a member, for nothing else tells its length. A
// wrong sum does not hide the end.
func (w *walker) findEnd(s stream, l *layer, e *entry, rest io.Reader) bool {
	io.Copy(io.Discard, rest)
	switch {
	case w.meter.fault != nil:
		return w.fail(s.path, w.meter.fault)
	case e.err == io.EOF, e.err == zip.ErrChecksum:
		return true
	}
	return w.fail(s.path, l.wrap(e.err))
}

// readLocal reads the next local header, and gives io.EOF when the members end.
func readLocal(in *bufio.Reader) (*local, error) {
	sig, err := signature(in)
	switch {
	case err != nil:
		return nil, err
	case after[sig].size > 0:
		return nil, io.EOF
	case sig != sigLocal:
		return nil, errNoHeader
	}
	fixed := make([]byte, localSize)
	if _, err := io.ReadFull(in, fixed); err != nil {
		return nil, err
	}
	le := binary.LittleEndian
	names := make([]byte, int(le.Uint16(fixed[26:]))+int(le.Uint16(fixed[28:])))
	if _, err := io.ReadFull(in, names); err != nil {
		return nil, io.ErrUnexpectedEOF
	}
	h := &local{
		flags: le.Uint16(fixed[6:]), method: le.Uint16(fixed[8:]), sum: le.Uint32(fixed[14:]),
		packed: int64(le.Uint32(fixed[18:])), size: int64(le.Uint32(fixed[22:])),
	}
	h.name = string(names[:le.Uint16(fixed[26:])])
	h.extra(names[len(h.name):])
	h.ciphers = h.flags&encrypted != 0
	h.known = h.flags&later == 0 && h.packed >= 0
	return h, nil
}

// extra reads the sizes of a large member (APPNOTE.TXT, section 4.5.3).
func (h *local) extra(b []byte) {
	le := binary.LittleEndian
	for len(b) >= 4 {
		kind, n := le.Uint16(b), int(le.Uint16(b[2:]))
		if b = b[4:]; n > len(b) {
			return
		}
		if field := b[:n]; kind == 1 {
			h.wide = true
			for _, size := range []*int64{&h.size, &h.packed} {
				if *size == 1<<32-1 && len(field) >= 8 {
					*size, field = int64(le.Uint64(field)), field[8:]
				}
			}
		}
		b = b[n:]
	}
}

// unreadable says why a member cannot be read from front to back.
func (h *local) unreadable() error {
	switch {
	case h.ciphers:
		return record.Unknown("encrypted")
	case h.method != methodStore && h.method != methodDeflate:
		return record.Unknown("packed by method %d of zip", h.method)
	case h.method == methodStore && !h.known:
		return record.Unknown("member of a zip whose length stands behind it")
	}
	return nil
}

func isFolder(h *local) bool { return h.name == "" || strings.HasSuffix(h.name, "/") }
