package graph

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
)

// BenchmarkDirectory asks for what decisions cite, one key an operation, of a directory and
// of a resolver; Make makes the directory.
func BenchmarkDirectory(b *testing.B) {
	ctx := context.Background()
	s, err := Memory(Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	all := invented(b, synth.Options{Decisions: 500, Seed: 7})
	if _, err := s.Put(ctx, all); err != nil {
		b.Fatal(err)
	}
	var keys []corpus.Key
	for _, d := range all {
		for _, c := range d.Citations {
			if c.Node.IsDecision() {
				keys = append(keys, c.Node)
			}
		}
	}
	v, err := s.Moment(ctx)
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	b.Run("Make", func(b *testing.B) {
		for b.Loop() {
			if _, err := v.Directory(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Held", func(b *testing.B) {
		d, err := v.Directory(ctx)
		if err != nil {
			b.Fatal(err)
		}
		known := 0
		for i := 0; b.Loop(); i++ {
			if _, ok := d.Held(keys[i%len(keys)]); ok {
				known++
			}
		}
		b.ReportMetric(100*float64(known)/float64(b.N), "%known")
	})
	b.Run("Resolver", func(b *testing.B) {
		r, err := v.Resolver(ctx)
		if err != nil {
			b.Fatal(err)
		}
		defer r.Close()
		for i := 0; b.Loop(); i++ {
			if _, err := r.Resolve(ctx, keys[i%len(keys)]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
