package source_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus/source"
	"github.com/google/go-cmp/cmp"
)

// tree writes files below a new folder, and makes it the working folder.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func walk(opt source.Options, paths ...string) []string {
	return said(slices.Collect(source.Walk(context.Background(), paths, opt)))
}

func TestWalk(t *testing.T) {
	tree(t, map[string]string{
		"d/b.txt": "Jugement", "d/a/z.txt": "Jugement", "d/a/y.jsonl": `{"id":"a","jurisdiction":"cc"}` + "\n" + `{"id":"b","jurisdiction":"cc"}`,
		"d/.git/x.txt": "caché", "d/.x.txt": "caché", "d/c.bin": "\x00", ".seul.txt": "Jugement",
	})
	got := walk(source.Options{Stdin: strings.NewReader("Jugement")}, "d", "nulle-part", ".seul.txt", "-", "d/b.txt")
	want := []string{
		"d/a/y.jsonl#1: judilibre", "d/a/y.jsonl#2: judilibre", "d/a/z.txt: plain", "d/b.txt: plain",
		"d/c.bin: unknown content: binary", "nulle-part: no such file or directory",
		".seul.txt: plain", "<stdin>: plain", "d/b.txt: plain",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLinks wants links to be followed, and no folder to be read twice.
func TestLinks(t *testing.T) {
	tree(t, map[string]string{"d/a.txt": "Jugement", "d/f/b.txt": "Jugement", "e/c.txt": "Jugement"})
	for link, to := range map[string]string{"d/l.txt": "../e/c.txt", "d/f/up": "..", "d/g": "f", "d/h": "../e", "d/mort": "rien"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	want := []string{"d/a.txt: plain", "d/f/b.txt: plain", "d/h/c.txt: plain", "d/l.txt: plain", "d/mort: no such file or directory"}
	if diff := cmp.Diff(want, walk(source.Options{}, "d")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWalkCancel(t *testing.T) {
	tree(t, map[string]string{"a.txt": "Jugement", "b.txt": "Jugement", "c.txt": "Jugement"})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var got []source.Record
	for rec := range source.Walk(ctx, []string{"."}, source.Options{}) {
		got = append(got, rec)
		cancel()
	}
	if len(got) != 2 || got[0].Err != nil || !errors.Is(got[1].Err, context.Canceled) {
		t.Errorf("have %v", said(got))
	}
	for range source.Walk(context.Background(), []string{"."}, source.Options{}) {
		break
	}
}
