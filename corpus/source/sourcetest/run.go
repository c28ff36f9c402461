package sourcetest

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"testing"
	"testing/iotest"

	"github.com/attendu/attendu/corpus/source/record"
	"github.com/google/go-cmp/cmp"
)

// limit is the size allowed to a text in the suite.
const limit = 1 << 20

// Run holds a reader to its cases and to what all readers promise.
func Run(t *testing.T, f record.Format) {
	for _, s := range streams(t) {
		t.Run(s.file, func(t *testing.T) {
			got := read(f, s.name, bytes.NewReader(s.data))
			compare(t, s, got)
			if !f.Sniff(s.data[:min(len(s.data), record.SniffSize)]) {
				t.Error("the format does not recognise the stream")
			}
			failed := slices.ContainsFunc(got, func(r record.Record) bool { return r.Err != nil })
			if len(got) == 0 || failed != s.bad {
				t.Errorf("%d records, errors among them: %v", len(got), failed)
			}
			for _, rec := range got {
				Check(t, f, s.name, rec)
			}
			again(t, f, s, got)
			stops(t, f, s)
			cutOff(t, f, s)
			tooLarge(t, f, s)
			broken(t, f, s)
		})
	}
}

func read(f record.Format, name string, in io.Reader) []record.Record {
	return slices.Collect(f.Read(name, in, limit))
}

// again reads the stream a second time, byte by byte, and wants the same.
func again(t *testing.T, f record.Format, s stream, first []record.Record) {
	t.Helper()
	second := read(f, s.name, iotest.OneByteReader(bytes.NewReader(s.data)))
	if diff := cmp.Diff(first, second, sameError); diff != "" {
		t.Errorf("two readings differ:\n%s", diff)
	}
}

// sameError compares errors by what they say.
var sameError = cmp.Comparer(func(a, b error) bool {
	return (a == nil) == (b == nil) && (a == nil || a.Error() == b.Error())
})

// stops leaves after the first record.
func stops(t *testing.T, f record.Format, s stream) {
	t.Helper()
	for range f.Read(s.name, bytes.NewReader(s.data), limit) {
		break
	}
}

// cutOff reads the stream as far as every seventh byte.
func cutOff(t *testing.T, f record.Format, s stream) {
	t.Helper()
	for n := 0; n < len(s.data); n += 7 {
		for _, rec := range read(f, s.name, bytes.NewReader(s.data[:n])) {
			Check(t, f, s.name, rec)
		}
	}
}

// tooLarge reads the stream under a limit that it exceeds.
func tooLarge(t *testing.T, f record.Format, s stream) {
	t.Helper()
	for rec := range f.Read(s.name, bytes.NewReader(s.data), 16) {
		if !errors.Is(rec.Err, record.ErrTooLarge) && !s.bad {
			t.Errorf("over the limit: %v, want %v", rec.Err, record.ErrTooLarge)
		}
		return
	}
	t.Error("over the limit: no record")
}

// broken reads a stream whose disk fails.
func broken(t *testing.T, f record.Format, s stream) {
	t.Helper()
	fault := errors.New("disk on fire")
	in := io.MultiReader(bytes.NewReader(s.data[:len(s.data)/2]), iotest.ErrReader(fault))
	for _, rec := range read(f, s.name, in) {
		if errors.Is(rec.Err, fault) {
			return
		}
	}
	if !s.bad {
		t.Error("a fault of the disk is not reported")
	}
}

// Fuzz holds a reader to what all promise, on any bytes.
func Fuzz(f *testing.F, format record.Format) {
	for _, s := range streams(f) {
		f.Add(s.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, rec := range read(format, "in", bytes.NewReader(data)) {
			Check(t, format, "in", rec)
		}
	})
}
