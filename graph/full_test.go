package graph

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// scarce is a file system that tells how much of it is free.
type scarce struct {
	vfs.FS
	free uint64
}

func (s *scarce) GetDiskUsage(string) (vfs.DiskUsage, error) {
	return vfs.DiskUsage{AvailBytes: s.free}, nil
}

// random makes a decision of about 200 kB that does not compress.
func random(n int) *corpus.Decision {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	d := &corpus.Decision{Node: corpus.Node(fmt.Sprint("test:", n)), Sources: []corpus.Source{{ID: fmt.Sprint(n), Format: "test", Path: fmt.Sprint(n)}}}
	d.Keys = []corpus.Key{corpus.Key(fmt.Sprint("texte/", n))}
	var text strings.Builder
	for range 25_000 {
		fmt.Fprintf(&text, "%08x", r.Uint32())
	}
	d.Text = text.String()
	return d
}

// TestFull wants a write to be refused when too little of the disk is free, and
// all to go on when there is room again.
func TestFull(t *testing.T) {
	ctx, fs := context.Background(), &scarce{vfs.NewMem(), 64 << 20}
	s, err := open("store", fs, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	put := func(n int) error { _, err := s.Put(ctx, []*corpus.Decision{random(n)}); return err }
	if err := put(1); err != nil {
		t.Fatal(err)
	}
	fs.free--
	if err := put(2); !errors.Is(err, ErrFull) {
		t.Errorf("with a full disk: %v, want ErrFull", err)
	}
	if _, err := s.Get(ctx, "test:1"); err != nil {
		t.Error(err)
	}
	fs.free++
	if err := errors.Join(put(2), s.Check(ctx)); err != nil {
		t.Error(err)
	}
}

const fullDir = "ATTENDU_TEST_FULL_DIR"

// TestFullDisk fills a small disk under a store that does not look how much is
// free before it is all gone. The process ends by itself, through Options.Fatal or
// with ErrFull, and what it had acknowledged is there when the disk has room again.
func TestFullDisk(t *testing.T) {
	if dir := os.Getenv(fullDir); dir != "" {
		fill(dir)
	}
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("a small disk cannot be made here: %v %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("%v %s", err, out)
		}
	})
	// What is deleted below makes the room that opening again needs.
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 48<<20), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(os.Args[0], "-test.run=^TestFullDisk$")
	c.Env = append(os.Environ(), fullDir+"="+dir)
	out, err := c.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 7 && exit.ExitCode() != 8 {
		t.Fatalf("the process that filled the disk ended with %v", err)
	}
	t.Logf("it ended with %v: %s", err, exit.Stderr)
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	s, err := Open(filepath.Join(dir, "store"), Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	acked := strings.Fields(string(out))
	if len(acked) == 0 {
		t.Error("the disk was full before anything was written")
	}
	for _, node := range acked {
		if _, err := s.Get(context.Background(), corpus.Node(node)); err != nil {
			t.Errorf("%s was acknowledged: %v", node, err)
		}
	}
	if err := s.Check(context.Background()); err != nil {
		t.Error(err)
	}
}

// fill writes decisions until the disk is full, and names each that is safe.
func fill(dir string) {
	s, err := Open(filepath.Join(dir, "store"), Options{MinFree: 1, Fatal: func(err error) {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(7)
	}})
	for n := 0; err == nil; n++ {
		if _, err = s.Put(context.Background(), []*corpus.Decision{random(n)}); err == nil {
			fmt.Printf("test:%d\n", n)
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(8)
}
