package queries_test

import (
	"context"
	"io"
	"testing"

	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/corpus/synth/synthtest"
	"github.com/attendu/attendu/queries"
)

// BenchmarkExport is the speed of an export from the records of a library to a file: rows
// of citations of invented decisions. That of the writer alone is graph/export's.
func BenchmarkExport(b *testing.B) {
	lib, err := queries.Memory()
	if err != nil {
		b.Fatal(err)
	}
	defer lib.Close()
	ctx := context.Background()
	if _, err := lib.Add(ctx, []string{synthtest.Archive(b, synth.Options{Decisions: 2000})}, queries.AddOptions{}); err != nil {
		b.Fatal(err)
	}
	st, err := lib.Stats(ctx)
	if err != nil {
		b.Fatal(err)
	}
	for _, format := range []string{"parquet", "csv", "jsonl", "nquads"} {
		req := queries.ExportRequest{Formats: []string{format}}
		rows, what := st.Citations, "rows/s"
		if format == "nquads" {
			rows, what = st.Quads, "quads/s"
		} else {
			req.Tables = []string{"citations"}
		}
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				if err := lib.ExportTo(ctx, io.Discard, req); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), what)
		})
	}
}
