package extsort

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
)

type record struct{ key, value string }

func write(t testing.TB, fs vfs.FS, path string, records []record) {
	t.Helper()
	w, err := Create(fs, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if err := w.Add([]byte(r.key), []byte(r.value)); err != nil {
			t.Fatal(err)
		}
	}
	if w.Len() != uint64(len(records)) {
		t.Errorf("Len is %d of %d", w.Len(), len(records))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func read(r *Reader) (out []record, err error) {
	for r.Next() {
		out = append(out, record{string(r.Key()), string(r.Value())})
	}
	return out, r.Err()
}

func bytesOf(t testing.TB, fs vfs.FS, path string) []byte {
	t.Helper()
	f, err := fs.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var strange = []record{
	{"a", ""}, {"a", "x"}, {"ab", strings.Repeat("v", 200)}, {"ab\x00", "0"}, {strings.Repeat("k", 300), "1"},
	{strings.Repeat("k", 300) + "l", strings.Repeat("w", 3*bufferBytes)}, {"z", "\x00\x00\x00"}, {"z", ""},
}

func TestRunComesBack(t *testing.T) {
	fs := vfs.NewMem()
	many := []record{}
	for i := range 20_000 {
		many = append(many, record{fmt.Sprintf("key %07d", i), fmt.Sprint(i)})
	}
	for _, want := range [][]record{nil, strange, many, strange[:1]} {
		write(t, fs, "run", want)
		got, err := read(NewReader(bytes.NewReader(bytesOf(t, fs, "run"))))
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%d records come back as %d, %v", len(want), len(got), err)
		}
	}
}

func TestEmptyKeyIsRefused(t *testing.T) {
	w, err := Create(vfs.NewMem(), "run")
	if err != nil {
		t.Fatal(err)
	}
	if w.Add(nil, []byte("v")) == nil || w.Close() == nil {
		t.Error("an empty key is taken")
	}
}

// Whatever byte is cut off or changed, the reader says so.
func TestDamageIsNoticed(t *testing.T) {
	fs := vfs.NewMem()
	write(t, fs, "run", []record{{"a", "1"}, {"ab", "22"}, {"b", strings.Repeat("x", 200)}})
	whole := bytesOf(t, fs, "run")
	for i := range whole {
		if _, err := read(NewReader(bytes.NewReader(whole[:i]))); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut at %d: %v", i, err)
		}
		for _, flip := range []byte{1, 0x80, 0xff} {
			b := bytes.Clone(whole)
			b[i] ^= flip
			if _, err := read(NewReader(bytes.NewReader(b))); !errors.Is(err, ErrDamaged) {
				t.Errorf("byte %d changed by %x: %v", i, flip, err)
			}
		}
	}
}

func TestMergeAndReduce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, runs := range []int{0, 1, 2, 7, FanIn, FanIn + 1, 3 * FanIn, FanIn*FanIn + 3} {
		fs := vfs.NewMem()
		var paths []string
		var want []record
		for i := range runs {
			var l []record
			for range r.IntN(8) {
				l = append(l, record{fmt.Sprint("k", r.IntN(5000)), fmt.Sprint(r.IntN(2))})
			}
			slices.SortFunc(l, compare)
			paths = append(paths, fmt.Sprint("run", i))
			write(t, fs, paths[i], l)
			want = append(want, l...)
		}
		slices.SortFunc(want, compare)
		want = slices.Compact(want)
		made := 0
		few, err := Reduce(context.Background(), fs, paths, func() string { made++; return fmt.Sprint("merged", made) })
		if err != nil || len(few) > FanIn {
			t.Fatal(len(few), err)
		}
		if names, _ := fs.List(""); len(names) != len(few) {
			t.Errorf("%d runs: %d files are left, %d runs", runs, len(names), len(few))
		}
		m, err := Merge(context.Background(), fs, few)
		if err != nil {
			t.Fatal(err)
		}
		var got []record
		for m.Next() {
			got = append(got, record{string(m.Key()), string(m.Value())})
		}
		if err := errors.Join(m.Err(), m.Close()); err != nil {
			t.Fatal(err)
		}
		if !slices.IsSortedFunc(got, func(a, b record) int { return strings.Compare(a.key, b.key) }) {
			t.Errorf("%d runs: not sorted", runs)
		}
		slices.SortFunc(got, compare)
		if got = slices.Compact(got); !slices.Equal(got, want) {
			t.Errorf("%d runs: %d records, want %d", runs, len(got), len(want))
		}
	}
}

func compare(a, b record) int {
	return strings.Compare(a.key+"\x00"+a.value, b.key+"\x00"+b.value)
}

// Records of one key come in the order of the runs.
func TestMergeKeepsTheOrderOfRuns(t *testing.T) {
	fs := vfs.NewMem()
	for i := range 5 {
		write(t, fs, fmt.Sprint(i), []record{{"k", fmt.Sprint(i)}, {"l", fmt.Sprint(i)}})
	}
	m, err := Merge(context.Background(), fs, []string{"0", "1", "2", "3", "4"})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	got := ""
	for m.Next() {
		got += string(m.Value())
	}
	if got != "0123401234" || m.Err() != nil {
		t.Error(got, m.Err())
	}
}

func TestMergeObeysItsContext(t *testing.T) {
	fs := vfs.NewMem()
	var l []record
	for i := range 3 * pollEvery {
		l = append(l, record{fmt.Sprintf("%06d", i), ""})
	}
	write(t, fs, "run", l)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	m, err := Merge(ctx, fs, []string{"run"})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	n := 0
	for m.Next() {
		if n++; n == pollEvery/2 {
			cancel()
		}
	}
	if !errors.Is(m.Err(), context.Canceled) || n > pollEvery {
		t.Errorf("%d records after the cancel, %v", n, m.Err())
	}
}

// A full disk is an error of the writer, and of Close.
func TestWriteErrors(t *testing.T) {
	w := &Writer{file: fullFile{}, buf: make([]byte, 0, bufferBytes)}
	for i := range 100_000 {
		if w.Add(fmt.Appendf(nil, "%08d", i*7919%100_000), nil) != nil {
			break
		}
	}
	if err := w.Close(); !errors.Is(err, errFull) {
		t.Error(err)
	}
}

var errFull = errors.New("full")

type fullFile struct{ vfs.File }

func (fullFile) Write([]byte) (int, error) { return 0, errFull }
func (fullFile) Close() error              { return nil }

// FuzzReader: no bytes make the reader panic, take unlimited memory or accept a run
// that, written again, has other records.
func FuzzReader(f *testing.F) {
	fs := vfs.NewMem()
	for _, l := range [][]record{nil, strange[:5], {{"k", "v"}}} {
		write(f, fs, "seed", l)
		f.Add(bytesOf(f, fs, "seed"))
	}
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 1, 1, 'a'})
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := read(NewReader(bytes.NewReader(b)))
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		fs := vfs.NewMem()
		write(t, fs, "again", got)
		again, err := read(NewReader(bytes.NewReader(bytesOf(t, fs, "again"))))
		if err != nil || !slices.Equal(got, again) {
			t.Fatalf("%d records, written again %d, %v", len(got), len(again), err)
		}
	})
}
