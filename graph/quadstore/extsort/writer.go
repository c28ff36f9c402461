package extsort

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// A run is a sequence of records, an end mark and a check:
//
//	record  uvarint bytes of the key shared with the key before
//	        uvarint other bytes of the key, uvarint bytes of the value
//	        the other bytes, the value
//	end     three zero bytes
//	check   number of records (8 bytes), CRC-32C of all before it (4), big endian
const (
	bufferBytes = 64 << 10
	checkBytes  = 12
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var errEmptyKey = errors.New("extsort: empty key")

// Writer writes one run. It is for one goroutine.
type Writer struct {
	file vfs.File
	buf  []byte
	last []byte
	n    uint64
	sum  uint32
	err  error
}

// Create makes the file of a run, or empties it.
func Create(fs vfs.FS, path string) (*Writer, error) {
	f, err := fs.Create(path, vfs.WriteCategoryUnspecified)
	if err != nil {
		return nil, fmt.Errorf("extsort: create run: %w", err)
	}
	return &Writer{file: f, buf: make([]byte, 0, bufferBytes+4096)}, nil
}

// Add appends a record. The key must not be empty. Records that are to be merged
// come in the order of their keys; Add does not look. An error stays.
func (w *Writer) Add(key, value []byte) error {
	if len(key) == 0 {
		return w.fail(errEmptyKey)
	}
	if w.err != nil {
		return w.err
	}
	n := shared(w.last, key)
	rest := key[n:]
	if n|len(rest)|len(value) < 0x80 {
		w.buf = append(w.buf, byte(n), byte(len(rest)), byte(len(value)))
	} else {
		w.buf = binary.AppendUvarint(w.buf, uint64(n))
		w.buf = binary.AppendUvarint(w.buf, uint64(len(rest)))
		w.buf = binary.AppendUvarint(w.buf, uint64(len(value)))
	}
	w.buf = append(append(w.buf, rest...), value...)
	w.last = append(w.last[:n], rest...)
	w.n++
	if len(w.buf) >= bufferBytes {
		w.flush()
	}
	return w.err
}

// shared is the number of leading bytes that two keys have in common.
func shared(a, b []byte) int {
	most := min(len(a), len(b))
	n := 0
	for n+8 <= most && binary.LittleEndian.Uint64(a[n:]) == binary.LittleEndian.Uint64(b[n:]) {
		n += 8
	}
	for n < most && a[n] == b[n] {
		n++
	}
	return n
}

func (w *Writer) fail(err error) error {
	if w.err == nil {
		w.err = err
	}
	return w.err
}

func (w *Writer) flush() {
	if w.err != nil {
		return
	}
	w.sum = crc32.Update(w.sum, castagnoli, w.buf)
	if _, err := w.file.Write(w.buf); err != nil {
		w.fail(fmt.Errorf("extsort: write run: %w", err))
	}
	w.buf = w.buf[:0]
}

// Len is the number of records so far.
func (w *Writer) Len() uint64 { return w.n }

// Close ends the run. The file is not synced: runs are not meant to outlive the
// process. After an error the file is closed all the same.
func (w *Writer) Close() error {
	w.buf = append(w.buf, 0, 0, 0)
	w.buf = binary.BigEndian.AppendUint64(w.buf, w.n)
	w.flush()
	w.buf = binary.BigEndian.AppendUint32(w.buf[:0], w.sum)
	if w.err == nil {
		if _, err := w.file.Write(w.buf); err != nil {
			w.fail(fmt.Errorf("extsort: write run: %w", err))
		}
	}
	if err := w.file.Close(); err != nil {
		w.fail(fmt.Errorf("extsort: close run: %w", err))
	}
	return w.err
}
