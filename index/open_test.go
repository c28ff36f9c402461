package index

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/blevesearch/bleve/v2/util"
)

// built makes an index of the shelf in a folder, and closes it.
func built(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "library", "text")
	x := open(t, dir)
	put(t, x, 7, shelf()...)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestReopen(t *testing.T) {
	dir := built(t)
	x := open(t, dir)
	if seq, err := x.Cursor(context.Background()); err != nil || seq != 7 {
		t.Errorf("cursor %d, %v; want 7", seq, err)
	}
	if n, err := x.Count(); err != nil || n != 4 {
		t.Errorf("%d decisions, %v; want 4", n, err)
	}
	res := find(t, x, Request{Text: `"mot de passe"`, SortByDate: true})
	if len(res.Hits) != 2 || res.Hits[0].Node != "juri:A1" || res.Hits[0].Date != "2018-03-14" {
		t.Errorf("found %+v", res)
	}
	if err := errors.Join(x.Close(), x.Close()); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}

func TestEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir)
	if seq, err := x.Cursor(context.Background()); err != nil || seq != 0 {
		t.Errorf("cursor %d, %v; want 0", seq, err)
	}
}

func TestLocked(t *testing.T) {
	dir := built(t)
	x := open(t, dir)
	if _, err := Open(dir, Options{LockWait: 50 * time.Millisecond}); !errors.Is(err, ErrLocked) {
		t.Fatalf("a second Open: %v, want ErrLocked", err)
	}
	find(t, x, Request{Text: "passe"}) // the first is not disturbed
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, dir)
}

// TestStale ages a folder, or takes something away from it.
func TestStale(t *testing.T) {
	set := func(key []byte, value string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			x := open(t, dir)
			if err := errors.Join(x.bleve.SetInternal(key, []byte(value)), x.Close()); err != nil {
				t.Fatal(err)
			}
		}
	}
	lose := func(patterns ...string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for _, p := range patterns {
				for _, f := range files(t, dir, p) {
					if err := os.Remove(f); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	for name, harm := range map[string]func(*testing.T, string){
		"another format":  set(formatKey, "0 frlegal/1"),
		"another mapping": set(util.MappingInternalKey, `{"default_analyzer":"frlegal"}`),
		"no meta file":    lose(metaFile),
		"no bolt file":    lose("store/root.bolt"),
		"an empty store":  lose(metaFile, "store/*"),
	} {
		t.Run(name, func(t *testing.T) {
			dir := built(t)
			harm(t, dir)
			x, err := Open(dir, Options{})
			if !errors.Is(err, ErrStale) {
				t.Fatalf("Open: %v, %v, want ErrStale", x, err)
			}
			rebuild(t, dir)
		})
	}
}

// TestDamage cuts and blanks files. Bleve keeps the state before the last
// batch for a while and may fall back on it; this is as good as ErrStale, since
// the cursor falls back with it.
func TestDamage(t *testing.T) {
	log.SetOutput(io.Discard) // where Bleve says what it cannot load
	t.Cleanup(func() { log.SetOutput(os.Stderr) })
	for _, pattern := range []string{metaFile, "store/root.bolt", "store/*.zap"} {
		for part := range 9 {
			harm := map[string]func([]byte) []byte{
				"cut":         func(b []byte) []byte { return b[:len(b)*part/10] },
				"end blanked": func(b []byte) []byte { clear(b[len(b)*part/10:]); return b },
			}
			for name, change := range harm {
				t.Run(fmt.Sprintf("%s %s at %d0%%", pattern, name, part), func(t *testing.T) {
					dir := built(t)
					for _, f := range files(t, dir, pattern) {
						rewrite(t, f, change)
					}
					checkDamaged(t, dir)
				})
			}
		}
	}
}

// checkDamaged opens a damaged folder and rebuilds it if it must.
func checkDamaged(t *testing.T, dir string) {
	x, err := Open(dir, Options{})
	if errors.Is(err, ErrStale) {
		rebuild(t, dir)
		return
	}
	if err != nil {
		t.Fatalf("Open: %v, want ErrStale", err)
	}
	defer x.Close()
	seq, err := x.Cursor(context.Background())
	n, errCount := x.Count()
	if errors.Join(err, errCount) != nil || !(seq == 7 && n == 4 || seq == 0 && n == 0) {
		t.Errorf("cursor %d, %v; %d decisions, %v", seq, err, n, errCount)
	}
}

// rebuild does what callers do about ErrStale.
func rebuild(t *testing.T, dir string) {
	t.Helper()
	if err := Remove(dir); err != nil {
		t.Fatal(err)
	}
	x := open(t, dir)
	put(t, x, 9, shelf()...)
	if n := find(t, x, Request{Text: "passe"}).Total; n != 3 {
		t.Errorf("%d found after the rebuild, want 3", n)
	}
}

func rewrite(t *testing.T, file string, change func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, change(b), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func files(t *testing.T, dir, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(names), err)
	}
	return names
}

// TestOtherFiles checks that a folder of somebody else is neither used nor
// emptied.
func TestOtherFiles(t *testing.T) {
	dir := t.TempDir()
	note := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(note, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, Options{}); err == nil || errors.Is(err, ErrStale) {
		t.Errorf("Open: %v, want an error that is not ErrStale", err)
	}
	if err := Remove(dir); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(note); err != nil {
		t.Error(err)
	}
	if _, err := Open(note, Options{}); err == nil || errors.Is(err, ErrStale) {
		t.Errorf("Open of a file: %v, want an error that is not ErrStale", err)
	}
}

func TestRemove(t *testing.T) {
	dir := built(t)
	if err := errors.Join(Remove(dir), Remove(dir), Remove("")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
}

// TestPanic checks that a panic of Bleve is reported as damage.
func TestPanic(t *testing.T) {
	x := open(t, "")
	inner := x.bleve
	x.bleve = nil
	_, err := x.Search(context.Background(), Request{})
	if !errors.Is(err, ErrStale) {
		t.Errorf("Search: %v, want ErrStale", err)
	}
	if err := x.Apply(context.Background(), 1, []*corpus.Decision{}, nil); !errors.Is(err, ErrStale) {
		t.Errorf("Apply: %v, want ErrStale", err)
	}
	x.bleve = inner
}
