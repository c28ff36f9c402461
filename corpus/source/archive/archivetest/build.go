// Package archivetest builds archives for tests.
//
//	Tar(File{"a.xml", "<a/>"}) ──▶ Gzip ──▶ bytes of a.tar.gz
//
// It builds whole ones only; tests break them themselves.
package archivetest

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"

	"github.com/klauspost/compress/zstd"
)

// File is a member of an archive, or a file beside one.
type File struct{ Name, Data string }

// WriteTar writes a tar of files, one after the other, until next reports false.
func WriteTar(out io.Writer, next func() (File, bool)) error {
	w := tar.NewWriter(out)
	for {
		f, ok := next()
		if !ok {
			return w.Close()
		}
		h := &tar.Header{Name: f.Name, Size: int64(len(f.Data)), Mode: 0o644, Typeflag: tar.TypeReg}
		if err := w.WriteHeader(h); err != nil {
			return err
		}
		if _, err := io.WriteString(w, f.Data); err != nil {
			return err
		}
	}
}

// Tar makes a tar.
func Tar(files ...File) string {
	return build(func(out io.Writer) error {
		return WriteTar(out, func() (f File, ok bool) {
			if len(files) == 0 {
				return f, false
			}
			f, files = files[0], files[1:]
			return f, true
		})
	})
}

// Zip makes a zip as a stream is written: lengths stand behind the data.
func Zip(files ...File) string {
	return build(func(out io.Writer) error {
		w := zip.NewWriter(out)
		for _, f := range files {
			m, err := w.Create(f.Name)
			if err != nil {
				return err
			}
			if _, err := io.WriteString(m, f.Data); err != nil {
				return err
			}
		}
		return w.Close()
	})
}

// Gzip packs a stream with gzip.
func Gzip(data string) string {
	return build(func(out io.Writer) error {
		w := gzip.NewWriter(out)
		if _, err := io.WriteString(w, data); err != nil {
			return err
		}
		return w.Close()
	})
}

// Zstd packs a stream with zstd.
func Zstd(data string) string {
	return build(func(out io.Writer) error {
		w, err := zstd.NewWriter(out, zstd.WithEncoderConcurrency(1))
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, data); err != nil {
			return err
		}
		return w.Close()
	})
}

// build panics on an error, which a buffer does not give.
func build(write func(io.Writer) error) string {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		panic(err)
	}
	return b.String()
}
