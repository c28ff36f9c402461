package archive

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/attendu/attendu/corpus/source/record"
)

// bufferSize serves for looking at record.SniffSize bytes and for reading.
const bufferSize = 64 << 10

// walker is the state of one Read. Its methods report whether to go on.
type walker struct {
	ctx     context.Context
	lim     Limits
	leaf    Leaf
	yield   func(record.Record) bool
	meter   *meter
	buffers []*bufio.Reader // by level of nesting
	scopes  []scope         // of the archives within which we are
	count   int             // of records yielded
	spooled int64           // bytes held in memory of zips
}

// stream is one stream to read: the outermost, a member, or what was packed.
type stream struct {
	path  string // as records name it
	name  string // its last part
	r     io.Reader
	at    io.ReaderAt // the same by position, only in the outermost; may be nil
	size  int64       // of at
	level int         // how many layers it is read through
	depth int         // how many archives, packing aside
	pack  bool        // it comes out of a packed stream
	from  *layer      // the layer that it comes out of; nil for the outermost
}

// visit reads a stream of any kind.
func (w *walker) visit(s stream) bool {
	in := w.buffer(s)
	if isList(s.name) {
		return w.list(s.path, in)
	}
	head, _ := in.Peek(record.SniffSize) // a fault comes again when the stream is read
	kind := Sniff(head)
	if kind == None {
		return w.records(s.path, in)
	}
	if !kind.packs() || s.pack {
		s.depth++
	}
	if s.depth > w.lim.Depth {
		err := fmt.Errorf("%w: archives nested more than %d deep", record.ErrTooLarge, w.lim.Depth)
		return w.put(record.Failed(s.path, err))
	}
	before := w.count
	if !w.open(kind, s, in) {
		return false
	}
	return w.count > before || w.put(record.Failed(s.path, record.NotDecision("archive without documents")))
}

func (w *walker) open(kind Kind, s stream, in *bufio.Reader) bool {
	l := &layer{path: s.path, under: s.from, meter: w.meter}
	if kind.packs() {
		return w.unpack(kind, s, l, in)
	}
	w.scopes = append(w.scopes, nil)
	defer func() { w.scopes = w.scopes[:len(w.scopes)-1] }()
	if kind == Tar {
		return w.tar(s, l, in)
	}
	return w.zip(s, l, in)
}

// buffer gives the buffer of the level on which a stream is.
func (w *walker) buffer(s stream) *bufio.Reader {
	if len(w.buffers) <= s.level {
		w.buffers = append(w.buffers, bufio.NewReaderSize(nil, bufferSize))
	}
	w.buffers[s.level].Reset(s.r)
	return w.buffers[s.level]
}

// within makes the stream of a member of the archive s, or of what s packs.
func (w *walker) within(s stream, l *layer, member string, r io.Reader) stream {
	in := stream{path: s.path, name: s.name, level: s.level + 1, depth: s.depth, pack: member == "", from: l}
	if member != "" {
		in.path, in.name = s.path+"!"+shown(member), base(member)
	}
	in.r = &tap{r: r, l: l, level: s.level}
	return in
}

// records passes on what a leaf yields. A record that fails because an archive
// does is replaced by the one of the archive.
func (w *walker) records(path string, in *bufio.Reader) bool {
	for rec := range w.leaf(path, in) {
		if w.ctx.Err() != nil {
			return false
		}
		if rec.Doc != nil {
			w.note(rec.Doc.ID)
		}
		if rec.Article != nil {
			w.note(rec.Article.ID)
		}
		var f *fault
		ok := true
		if errors.As(rec.Err, &f) {
			ok = w.fail(path, f)
		} else {
			ok = w.put(rec)
		}
		if !ok {
			return false
		}
	}
	return w.meter.fault == nil
}

// fail reports an error met while reading path: as damage of the archive that it
// comes from, once, or as one of path itself.
func (w *walker) fail(path string, err error) bool {
	if w.ctx.Err() != nil {
		return false
	}
	var f *fault
	if !errors.As(err, &f) {
		return w.put(record.Failed(path, record.Malformed(err)))
	}
	if !f.reported {
		f.reported = true
		cause := f.cause
		if path != f.path {
			cause = fmt.Errorf("%w (while reading %s)", cause, path)
		}
		if !w.put(record.Failed(f.path, record.Malformed(cause))) {
			return false
		}
	}
	return w.meter.fault == nil
}

// next is asked before each member. It counts it.
func (w *walker) next(path string) bool {
	if w.ctx.Err() != nil {
		return false
	}
	if f := w.meter.member(); f != nil {
		return w.fail(path, f)
	}
	return true
}

func (w *walker) put(rec record.Record) bool {
	w.count++
	return w.yield(rec)
}
