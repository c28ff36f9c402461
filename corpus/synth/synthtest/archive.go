// Package synthtest gives tests files of invented decisions.
package synthtest

import (
	"bufio"
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
	path := filepath.Join(t.TempDir(), g.ArchiveName())
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	err = g.WriteArchive(w)
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
