package graph

import (
	"testing"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/graph/pack"
)

// BenchmarkRecord packs and unpacks records of generated decisions, one an operation.
func BenchmarkRecord(b *testing.B) {
	var records []*record
	var packed [][]byte
	size := 0
	for _, d := range invented(b, synth.Options{Decisions: 100, Seed: 5}) {
		r := &record{Decision: d, Taken: map[string]string{}, Identities: d.Identities()}
		p, err := r.encode()
		if err != nil {
			b.Fatal(err)
		}
		records, packed = append(records, r), append(packed, p)
		size += len(p)
	}
	b.Run("Encode", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := records[i%len(records)].encode(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(size)/float64(len(packed)), "bytes/record")
	})
	b.Run("Decode", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := decodeRecord(packed[i%len(packed)], pack.All); err != nil {
				b.Fatal(err)
			}
		}
	})
	for name, parts := range map[string]Parts{"Brief": 0, "Citations": PartCitations, "Holdings": PartHoldings} { // as Records reads it
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			decode := parts.decoder()
			for i := 0; b.Loop(); i++ {
				if _, err := decode(packed[i%len(packed)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
