package archive

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
)

// errNoEnd is a tar without the two blocks of zeros that must end it.
var errNoEnd = errors.New("tar without its end mark, perhaps cut off")

// tar reads the files of a tar. Folders, links and devices are passed over.
func (w *walker) tar(s stream, l *layer, in io.Reader) bool {
	ending := &ending{r: in}
	t := tar.NewReader(ending)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return w.behind(s, l, ending)
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return w.fail(s.path, l.wrap(err))
		}
		if !w.next(s.path) {
			return false
		}
		if !isFile(h) || isHidden(h.Name) {
			continue
		}
		if !w.visit(w.within(s, l, h.Name, t)) {
			return false
		}
	}
}

func isFile(h *tar.Header) bool {
	return h.Name != "" && (h.Typeflag == tar.TypeReg || h.Typeflag == tar.TypeCont || h.Typeflag == tar.TypeGNUSparse)
}

// behind looks at what follows the last member: the end mark, and then nothing
// but the zeros that fill a tape. Reading on lets the layers below check their
// sums.
func (w *walker) behind(s stream, l *layer, in *ending) bool {
	if in.ended {
		return w.fail(s.path, l.wrap(errNoEnd))
	}
	block := make([]byte, 32<<10)
	for {
		n, err := in.Read(block)
		if len(bytes.Trim(block[:n], "\x00")) > 0 {
			return w.fail(s.path, l.wrap(errBehind))
		}
		if err == io.EOF {
			return true
		}
		if err != nil {
			return w.fail(s.path, l.wrap(err))
		}
	}
}

// ending notes whether a stream ended.
type ending struct {
	r     io.Reader
	ended bool
}

func (e *ending) Read(p []byte) (int, error) {
	n, err := e.r.Read(p)
	e.ended = e.ended || err == io.EOF
	return n, err
}
