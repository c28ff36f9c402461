package archive

import (
	"bufio"
	"context"
	"io"
	"iter"
	"path/filepath"

	"github.com/attendu/attendu/corpus/source/record"
)

// Input is the outermost stream.
type Input struct {
	io.Reader             // from its first byte
	At        io.ReaderAt // the same bytes by position; nil when they can only be read once
	Size      int64       // of At, in bytes
}

// Leaf reads a stream that is no archive, and yields its records. The reader
// serves until the last record is taken.
type Leaf func(path string, in *bufio.Reader) iter.Seq[record.Record]

// Limits keep a hostile archive from using up the machine. For each, 0 is the
// default.
type Limits struct {
	// Ratio is how many bytes may come out, at any depth of nesting, for each
	// byte of the outermost stream, once Free bytes have come out. 0 is 200.
	Ratio int64
	// Free is how many bytes may come out before Ratio counts. 0 is 64 MiB.
	Free int64
	// Depth is how many archives may stand within each other; a packed tar is
	// one. 0 is 4.
	Depth int
	// Members is how many members the outermost archive may hold, those of
	// nested archives included. 0 is no limit.
	Members int64
	// Spool is how many bytes may be held in memory, in all, of zips that are
	// not files; what is larger is read by its local headers. 0 is 64 MiB.
	Spool int64
}

func (l Limits) orDefault() Limits {
	set := func(n *int64, to int64) {
		if *n <= 0 {
			*n = to
		}
	}
	set(&l.Ratio, 200)
	set(&l.Free, 64<<20)
	set(&l.Spool, 64<<20)
	if l.Depth <= 0 {
		l.Depth = 4
	}
	return l
}

// Read yields the records of a stream: those that leaf finds in it when it is no
// archive, and else those of its members, in their order. What cannot be read is
// a record with Err, which wraps an error of package record, and the rest goes
// on; a limit that is passed ends the stream. When ctx ends, so do the records.
//
// A file named liste_suppression_<dataset>.dat gives a Withdrawn for each
// document that it lists, unless that document was read before from the same
// archive: DILA means a suppression to precede the additions of its increment,
// wherever the list stands among them. Only decisions that were read count, so
// that an addition that fails does not undo a suppression. This takes one pass,
// and about 30 bytes of memory for each decision of the archive.
func Read(ctx context.Context, name string, in Input, lim Limits, leaf Leaf) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		lim = lim.orDefault()
		w := &walker{ctx: ctx, lim: lim, leaf: leaf, yield: yield, meter: &meter{name: name, lim: lim}}
		w.visit(stream{
			path: name, name: filepath.Base(name), at: in.At, size: in.Size,
			r: &inflow{r: in.Reader, m: w.meter},
		})
	}
}

// inflow counts what is read of the outermost stream, and keeps its error.
type inflow struct {
	r   io.Reader
	m   *meter
	err error
}

func (i *inflow) Read(p []byte) (n int, err error) {
	if i.err == nil {
		n, i.err = i.r.Read(p)
		i.m.in += int64(n)
	}
	return n, i.err
}
