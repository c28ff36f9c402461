package index

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestPermissions: who may read the rest of a library may read the index and a
// checkpoint of it.
func TestPermissions(t *testing.T) {
	dir := t.TempDir()
	probe := filepath.Join(dir, "probe")
	if err := os.Mkdir(probe, 0o755); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(probe)
	if err != nil {
		t.Fatal(err)
	}
	folder := info.Mode().Perm() // as the umask has it
	x := open(t, filepath.Join(dir, "text"))
	put(t, x, 1, shelf()...)
	at := filepath.Join(dir, "checkpoint")
	if err := x.Checkpoint(context.Background(), at); err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, root := range []string{at, filepath.Join(dir, "text")} {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := e.Info()
			if err != nil {
				return err
			}
			want := folder
			if !e.IsDir() {
				want &= 0o666
				files++
			}
			if got := info.Mode().Perm(); got != want {
				t.Errorf("%s has permissions %o, want %o", path, got, want)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 4 {
		t.Errorf("%d files", files)
	}
}
