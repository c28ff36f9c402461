package source

import (
	"context"
	"io"

	"github.com/attendu/attendu/corpus/source/archive"
)

// byPosition makes a stream one that can be read by position too, if it can: a
// file can, a pipe cannot.
func byPosition(r io.Reader) archive.Input {
	in := archive.Input{Reader: r}
	f, ok := r.(interface {
		io.ReaderAt
		io.Seeker
	})
	if !ok {
		return in
	}
	start, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return in
	}
	end, err := f.Seek(0, io.SeekEnd)
	if _, back := f.Seek(start, io.SeekStart); err != nil || back != nil || end <= start {
		return in
	}
	in.At, in.Size = io.NewSectionReader(f, start, end-start), end-start
	return in
}

// inflow is a reader that stops when its context does, and tells a gauge what it
// reads.
type inflow struct {
	ctx   context.Context
	gauge *gauge
	r     io.Reader
	at    io.ReaderAt
}

func (i *inflow) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := i.r.Read(p)
	i.gauge.add(n)
	return n, err
}

// ReadAt is used only when at is there.
func (i *inflow) ReadAt(p []byte, off int64) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := i.at.ReadAt(p, off)
	i.gauge.add(n)
	return n, err
}

// gaugeStep is how often a gauge reports, in bytes.
const gaugeStep = 256 << 10

// gauge tells how much of the outermost files is read.
type gauge struct {
	report func(read, total int64)
	read   int64
	total  int64 // -1 when it cannot be known
	end    int64 // what read will be when the present file is done; -1 unknown
	told   int64 // what read was at the last report
}

// expect counts a file that will be read.
func (g *gauge) expect(size int64, known bool) {
	switch {
	case !known:
		g.total = -1
	case g.total >= 0:
		g.total += size
	}
}

// open begins a file.
func (g *gauge) open(size int64, known bool) {
	g.end = -1
	if known {
		g.end = g.read + size
	}
}

// add counts bytes read. Parts of a zip may be read twice, and count once.
func (g *gauge) add(n int) {
	if g.read += int64(n); g.end >= 0 {
		g.read = min(g.read, g.end)
	}
	if g.report != nil && g.read-g.told >= gaugeStep {
		g.tell()
	}
}

// close ends a file. What was not read of it need not be.
func (g *gauge) close() {
	if g.end >= 0 {
		g.read = g.end
	}
	if g.report != nil {
		g.tell()
	}
}

func (g *gauge) tell() {
	g.told = g.read
	g.report(g.read, g.total)
}
