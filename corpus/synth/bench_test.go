package synth_test

import (
	"io"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
)

// BenchmarkDecision writes text and truth; MB/s are of text.
func BenchmarkDecision(b *testing.B) {
	g := generator(b, synth.Options{Decisions: 1_000_000})
	b.ReportAllocs()
	size, i := 0, 0
	for b.Loop() {
		size += len(g.Decision(i % g.Len()).Text)
		i++
	}
	b.SetBytes(int64(size / max(i, 1)))
	b.ReportMetric(float64(i)/b.Elapsed().Seconds(), "decisions/s")
}

// BenchmarkArchive writes an archive of a thousand decisions; MB/s are of the
// XML before it is packed.
func BenchmarkArchive(b *testing.B) {
	g := generator(b, synth.Options{})
	size := 0
	for d := range g.Decisions() {
		size += len(d.DILA())
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		if err := g.WriteArchive(io.Discard); err != nil {
			b.Fatal(err)
		}
		n += g.Len()
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "decisions/s")
}

// BenchmarkLegiArchive writes an archive of twenty thousand versions of
// articles; MB/s are of the XML before it is packed.
func BenchmarkLegiArchive(b *testing.B) {
	l := legi(b, synth.LegiOptions{Versions: 20_000})
	size := 0
	for _, m := range unpack(b, packed(b, l)) {
		size += len(m.data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		if err := l.WriteArchive(io.Discard); err != nil {
			b.Fatal(err)
		}
		n += l.Len()
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "versions/s")
}
