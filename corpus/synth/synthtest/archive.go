// Package synthtest gives tests files of invented decisions and articles.
package synthtest

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
)

// Archive writes an archive of the DILA into a temporary folder of the test and
// returns its path.
func Archive(t testing.TB, opt synth.Options) string {
	t.Helper()
	g, err := synth.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	return file(t, g.ArchiveName(), g.WriteArchive)
}

// Legi writes a full archive of LEGI into a temporary folder of the test and
// returns its path, and what writes the increments upon it.
func Legi(t testing.TB, opt synth.LegiOptions) (string, *synth.Legi) {
	t.Helper()
	l, err := synth.NewLegi(opt)
	if err != nil {
		t.Fatal(err)
	}
	return file(t, l.ArchiveName(), l.WriteArchive), l
}

// LegiDelta writes an increment into a temporary folder of the test and returns
// its path and what is in it.
func LegiDelta(t testing.TB, l *synth.Legi, d synth.LegiDelta) (path string, change *synth.LegiChange) {
	t.Helper()
	path = file(t, d.Name(), func(w io.Writer) (err error) {
		change, err = l.WriteDelta(w, d)
		return err
	})
	return path, change
}

// file writes a file into a temporary folder of the test.
func file(t testing.TB, name string, write func(io.Writer) error) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}
