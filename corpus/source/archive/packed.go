package archive

import (
	"bufio"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxWindow is how far back a zstd stream may refer, in bytes: what zstd itself
// accepts without being asked. The decoder holds about as much.
const maxWindow = 128 << 20

// errBehind is data behind the end of an archive, which itself is whole.
var errBehind = errors.New("data behind the end of the archive")

// unpack reads what a gzip or zstd stream packs.
func (w *walker) unpack(kind Kind, s stream, l *layer, in *bufio.Reader) bool {
	var r interface {
		io.ReadCloser
		tail() bool
	}
	var err error
	if kind == Gzip {
		r, err = newGunzip(in)
	} else {
		r, err = newUnzstd(in)
	}
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return w.fail(s.path, l.wrap(err))
	}
	defer r.Close()
	if !w.visit(w.within(s, l, "", r)) {
		return false
	}
	return !r.tail() || w.fail(s.path, errBehind)
}

// gunzip reads the parts of a gzip stream one by one, so that what follows the
// last is not taken for damage of the text.
type gunzip struct {
	*gzip.Reader
	in     *bufio.Reader
	behind bool
}

func newGunzip(in *bufio.Reader) (*gunzip, error) {
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &gunzip{Reader: z, in: in}, nil
}

func (g *gunzip) Read(p []byte) (int, error) {
	for {
		n, err := g.Reader.Read(p)
		if err != io.EOF {
			return n, err
		}
		if err := g.part(); err != nil || n > 0 {
			return n, err
		}
	}
}

// part goes to the next part of the stream. Zeros behind the last are padding.
func (g *gunzip) part() error {
	head, err := g.in.Peek(1)
	for err == nil && head[0] == 0 {
		g.in.Discard(1)
		head, err = g.in.Peek(1)
	}
	if err != nil {
		return err
	}
	if head, _ = g.in.Peek(3); Sniff(head) != Gzip {
		g.behind = true
		return io.EOF
	}
	if err := g.Reset(g.in); err != nil {
		return err
	}
	g.Multistream(false)
	return nil
}

func (g *gunzip) tail() bool { return g.behind }

// unzstd reads the frames of a zstd stream.
type unzstd struct {
	dec    *zstd.Decoder
	any    bool // something was read
	behind bool
}

func newUnzstd(in *bufio.Reader) (*unzstd, error) {
	dec, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return nil, err
	}
	return &unzstd{dec: dec}, nil
}

func (u *unzstd) Read(p []byte) (int, error) {
	n, err := u.dec.Read(p)
	u.any = u.any || n > 0
	if u.any && errors.Is(err, zstd.ErrMagicMismatch) {
		u.behind = true
		err = io.EOF
	}
	return n, err
}

func (u *unzstd) Close() error { u.dec.Close(); return nil }
func (u *unzstd) tail() bool   { return u.behind }
