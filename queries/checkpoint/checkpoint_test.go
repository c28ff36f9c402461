package checkpoint_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/attendu/attendu/queries/checkpoint"
)

const (
	first  = "state-a"
	second = "state-b"
)

// write fills a folder with a state in two files, which always agree in a whole one.
func write(state string) func(string) error {
	return func(dir string) error {
		return errors.Join(os.WriteFile(filepath.Join(dir, first), []byte(state), 0o600),
			os.WriteFile(filepath.Join(dir, second), []byte(state), 0o600))
	}
}

// read gives the state of a folder, and fails when it is not whole.
func read(t *testing.T, dir string) string {
	t.Helper()
	a, errA := os.ReadFile(filepath.Join(dir, first))
	b, errB := os.ReadFile(filepath.Join(dir, second))
	if err := errors.Join(errA, errB); err != nil || string(a) != string(b) || len(a) == 0 {
		t.Errorf("a checkpoint that is not whole: %q, %q, %v", a, b, err)
	}
	return string(a)
}

func last(t *testing.T, root string) *checkpoint.Held {
	t.Helper()
	h, err := checkpoint.Last(root)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func entries(t *testing.T, root string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func TestPublish(t *testing.T) {
	root := filepath.Join(t.TempDir(), "checkpoint")
	if _, err := checkpoint.Last(root); !errors.Is(err, checkpoint.ErrNone) {
		t.Fatalf("nothing published: %v, want ErrNone", err)
	}
	if err := checkpoint.Publish(root, write("1")); err != nil {
		t.Fatal(err)
	}
	reader := last(t, root)
	for _, state := range []string{"2", "3"} {
		if err := checkpoint.Publish(root, write(state)); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(t, reader.Dir); got != "1" {
		t.Errorf("who reads the first sees %q now", got)
	}
	if got := entries(t, root); len(got) != 2 {
		t.Errorf("there are %q; want the one that is read and the last", got)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if err := checkpoint.Tidy(root); err != nil {
		t.Fatal(err)
	}
	h := last(t, root)
	defer h.Close()
	if got := entries(t, root); len(got) != 1 || read(t, h.Dir) != "3" {
		t.Errorf("there are %q, the last is %q", got, read(t, h.Dir))
	}
}

// TestHalfWritten: what was not filled to its end is no checkpoint, whether its writer
// failed or was killed.
func TestHalfWritten(t *testing.T) {
	root := filepath.Join(t.TempDir(), "checkpoint")
	if err := checkpoint.Publish(root, write("1")); err != nil {
		t.Fatal(err)
	}
	failed := errors.New("the disk is full")
	half := func(dir string) error {
		return errors.Join(os.WriteFile(filepath.Join(dir, first), []byte("2"), 0o600), failed)
	}
	if err := checkpoint.Publish(root, half); !errors.Is(err, failed) {
		t.Fatalf("Publish: %v, want that of fill", err)
	}
	for _, dir := range []string{"new", "old-00000000"} { // as a kill leaves them
		dir := filepath.Join(root, dir)
		if err := errors.Join(os.Mkdir(dir, 0o755), os.WriteFile(filepath.Join(dir, first), []byte("2"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	h := last(t, root)
	if got := read(t, h.Dir); got != "1" {
		t.Errorf("the last checkpoint is %q", got)
	}
	if err := errors.Join(h.Close(), checkpoint.Publish(root, write("3"))); err != nil {
		t.Fatal(err)
	}
	if got := entries(t, root); len(got) != 1 || got[0] != "00000002" {
		t.Errorf("there are %q; what the kill left should be gone", got)
	}
}

// TestReadersBesideAPublisher: whoever asks, at whatever moment, gets a whole folder,
// and keeps it.
func TestReadersBesideAPublisher(t *testing.T) {
	root := filepath.Join(t.TempDir(), "checkpoint")
	if err := checkpoint.Publish(root, write("0")); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			before := 0
			for {
				select {
				case <-done:
					return
				default:
				}
				h, err := checkpoint.Last(root)
				if err != nil {
					t.Error(err)
					return
				}
				n, err := strconv.Atoi(read(t, h.Dir))
				if err != nil || n < before {
					t.Errorf("state %d after %d, %v", n, before, err)
				}
				before = n
				if err := h.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for n := range 200 {
		if err := checkpoint.Publish(root, write(strconv.Itoa(n+1))); err != nil {
			t.Error(err)
			break
		}
	}
	close(done)
	readers.Wait()
}
