package quadstore

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// crashing copies its file system, as a power loss would leave it, when the n-th
// change is made.
type crashing struct {
	vfs.FS
	mem     *vfs.MemFS
	rng     *rand.Rand
	changes atomic.Int64
	at      int64
	clone   *vfs.MemFS
}

func (c *crashing) change() {
	if c.changes.Add(1) == c.at {
		c.clone = c.mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: c.rng.IntN(101), RNG: c.rng})
	}
}

func (c *crashing) Create(name string, of vfs.DiskWriteCategory) (vfs.File, error) {
	c.change()
	f, err := c.FS.Create(name, of)
	return &crashingFile{f, c}, err
}

func (c *crashing) Link(from, to string) error {
	c.change()
	return c.FS.Link(from, to)
}

func (c *crashing) Remove(name string) error {
	c.change()
	return c.FS.Remove(name)
}

func (c *crashing) RemoveAll(name string) error {
	c.change()
	return c.FS.RemoveAll(name)
}

func (c *crashing) OpenDir(name string) (vfs.File, error) {
	f, err := c.FS.OpenDir(name)
	return &crashingFile{f, c}, err
}

type crashingFile struct {
	vfs.File
	c *crashing
}

func (f *crashingFile) Write(b []byte) (int, error) {
	f.c.change()
	return f.File.Write(b)
}

func (f *crashingFile) Sync() error {
	f.c.change()
	err := f.File.Sync()
	f.c.change()
	return err
}

// Wherever power is lost during a bulk load, the store is empty or complete
// afterwards, and takes what comes next.
func TestPowerLossDuringBulkLoad(t *testing.T) {
	quads := mixed(4, 400)
	want := quadsOf(t, first(bulkStore(t, quads, BulkOptions{})), quad.Quad{})
	load := func(at int64) *crashing {
		mem := vfs.NewCrashableMem()
		openOn(t, mem).Close()
		fs := &crashing{FS: mem, mem: mem, rng: newRand(uint64(at)), at: at}
		s := openOn(t, fs)
		defer s.Close()
		fs.changes.Store(0)
		if _, err := s.BulkLoad(bg, streamOf(quads), BulkOptions{MemoryBytes: 16 << 10}); err != nil {
			t.Fatal(err)
		}
		return fs
	}
	total := load(0).changes.Load()
	empty, complete := 0, 0
	moments := int64(40)
	if testing.Short() {
		moments = 8
	}
	step := max(total/moments, 1)
	for at := int64(1); at <= total; at += step {
		if at+step > total-25 {
			step = 1 // around the moment when the tables are taken in
		}
		fs := load(at)
		if fs.clone == nil {
			continue
		}
		s := openOn(t, fs.clone)
		check(t, s)
		switch got := quadsOf(t, s, quad.Quad{}); {
		case len(got) == 0:
			empty++
		case slices.Equal(got, want):
			complete++
		default:
			t.Errorf("change %d of %d: %d quads of %d", at, total, len(got), len(want))
		}
		if left := bulkFiles(t, fs.clone, "d/"+bulkFolder); left != nil {
			t.Errorf("change %d: files are left: %v", at, left)
		}
		add(t, s, quad.Make("later", "p", "o", nil))
		check(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if empty == 0 || complete == 0 {
		t.Errorf("%d times empty, %d times complete: the crashes missed the load", empty, complete)
	}
}

func first[A, B any](a A, _ B) A { return a }

var errDisk = errors.New("disk is full")

// filling fails every write to a temporary file from the n-th on.
type filling struct {
	vfs.FS
	left atomic.Int64
}

func (f *filling) Create(name string, of vfs.DiskWriteCategory) (vfs.File, error) {
	file, err := f.FS.Create(name, of)
	if filepath.Base(filepath.Dir(name)) != bulkFolder {
		return file, err
	}
	return &fillingFile{file, f}, err
}

type fillingFile struct {
	vfs.File
	f *filling
}

func (f *fillingFile) Write(b []byte) (int, error) {
	if f.f.left.Add(-1) < 0 {
		return 0, errDisk
	}
	return f.File.Write(b)
}

// On a full disk a bulk load fails at any step, keeps no file, and leaves the store
// empty and usable.
func TestBulkLoadOnFullDisk(t *testing.T) {
	quads := mixed(6, 300)
	for writes := int64(0); ; writes += 1 + writes/4 {
		mem := vfs.NewMem()
		fs := &filling{FS: mem}
		fs.left.Store(writes)
		s := openOn(t, fs)
		_, err := s.BulkLoad(bg, streamOf(quads), tiny)
		if err != nil && !errors.Is(err, errDisk) {
			t.Fatalf("%d writes: %v", writes, err)
		}
		check(t, s)
		if _, n := stats(t, s); err != nil && n != 0 {
			t.Errorf("%d writes: %d quads", writes, n)
		}
		if left := bulkFiles(t, mem, "d/"+bulkFolder); left != nil {
			t.Errorf("%d writes: files are left: %v", writes, left)
		}
		fs.left.Store(1 << 40)
		if err != nil {
			if _, err := s.BulkLoad(bg, streamOf(quads), tiny); err != nil {
				t.Errorf("%d writes: again: %v", writes, err)
			}
		}
		check(t, s)
		if cerr := s.Close(); cerr != nil {
			t.Fatal(cerr)
		}
		if err == nil {
			if writes == 0 {
				t.Error("no write is made")
			}
			return
		}
	}
}
