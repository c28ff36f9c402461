package archive

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/attendu/attendu/corpus/source/record"
	"github.com/klauspost/compress/flate"
)

// maxDirectory is the largest directory of a zip that is held in memory, in
// bytes of the file: some half a million members. A larger one is not read.
const maxDirectory = 64 << 20

var errLongDirectory = errors.New("long directory")

// zip reads a zip by its directory if it can, and else by its local headers.
func (w *walker) zip(s stream, l *layer, in *bufio.Reader) bool {
	at, size := s.at, s.size
	if at != nil {
		w.meter.size = size
	} else {
		data, rest := w.spool(in)
		w.spooled += int64(len(data))
		defer func() { w.spooled -= int64(len(data)) }()
		if rest == nil {
			at, size = bytes.NewReader(data), int64(len(data))
			rest = bytes.NewReader(nil)
		}
		in = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(data), rest), bufferSize)
	}
	if at != nil {
		dir, err := directory(at, size)
		if err == nil {
			return w.directory(s, l, dir, at, size)
		}
		if err != errLongDirectory {
			if !w.fail(s.path, fmt.Errorf("%w; read by its local headers", err)) {
				return false
			}
			l.quiet = true
		}
	}
	return w.local(s, l, in)
}

// spool reads a zip into memory; what is behind the part that fits, or the fault
// that came, is in rest, which is nil when that is all.
func (w *walker) spool(in io.Reader) (data []byte, rest io.Reader) {
	var b bytes.Buffer
	room := w.lim.Spool - w.spooled
	n, err := b.ReadFrom(io.LimitReader(in, room))
	if err == nil && n == room {
		var one [1]byte
		if k, _ := io.ReadFull(in, one[:]); k == 1 {
			return b.Bytes(), io.MultiReader(bytes.NewReader(one[:]), in)
		}
	}
	if err != nil {
		return b.Bytes(), in
	}
	return b.Bytes(), nil
}

// directory reads the directory at the end of a zip.
func directory(at io.ReaderAt, size int64) (*zip.Reader, error) {
	limited := &limitedAt{ReaderAt: at, room: maxDirectory}
	dir, err := zip.NewReader(limited, size)
	if limited.room < 0 {
		return nil, errLongDirectory
	}
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	limited.room = 1<<63 - 1
	dir.RegisterDecompressor(zip.Deflate, flate.NewReader)
	return dir, nil
}

// limitedAt allows a number of bytes to be read.
type limitedAt struct {
	io.ReaderAt
	room int64
}

func (l *limitedAt) ReadAt(p []byte, off int64) (int, error) {
	if l.room -= int64(len(p)); l.room < 0 {
		return 0, errLongDirectory
	}
	return l.ReaderAt.ReadAt(p, off)
}

// directory reads the members that the directory of a zip names. One that cannot
// be read is reported, and the next is read.
func (w *walker) directory(s stream, l *layer, dir *zip.Reader, at io.ReaderAt, size int64) bool {
	for _, f := range dir.File {
		if !w.next(s.path) {
			return false
		}
		if !f.Mode().IsRegular() || f.Name == "" || isHidden(f.Name) {
			continue
		}
		member := &layer{path: s.path + "!" + shown(f.Name), under: l, meter: w.meter}
		if !w.listed(s, member, f) {
			return false
		}
	}
	// 22 bytes and the comment end a zip (APPNOTE.TXT, section 4.3.16)
	var end [4]byte
	_, err := at.ReadAt(end[:], size-22-int64(len(dir.Comment)))
	if err == nil && string(end[:]) != "PK\x05\x06" {
		return w.fail(s.path, errBehind)
	}
	return true
}

// encrypted is the bit of a member that needs a password (APPNOTE.TXT, 4.4.4).
const encrypted = 1

// listed reads one member that the directory names.
func (w *walker) listed(s stream, member *layer, f *zip.File) bool {
	if f.Flags&encrypted != 0 {
		return w.put(record.Failed(member.path, record.Unknown("encrypted")))
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return w.put(record.Failed(member.path, record.Unknown("packed by method %d of zip", f.Method)))
	}
	if err != nil {
		return w.fail(member.path, member.wrap(err))
	}
	defer r.Close()
	return w.visit(w.within(s, member, f.Name, r))
}
