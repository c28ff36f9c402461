package main

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
)

// TestFirstTen: of the first ten for a question FTS5 has at least eight, and both find
// as many.
func TestFirstTen(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	o, f := &ours{dir: filepath.Join(dir, "text")}, &fts{file: filepath.Join(dir, "fts.db")}
	for _, e := range []engine{o, f} {
		defer e.close()
		if err := e.fill(ctx, 700); err != nil {
			t.Fatal(err)
		}
	}
	compared := 0
	for _, q := range questions {
		n, a, err := o.ask(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		m, b, err := f.ask(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		shared := 0
		for _, node := range a {
			if slices.Contains(b, node) {
				shared++
			}
		}
		if n != m || shared < min(8, len(b)) {
			t.Errorf("%s: %d found, FTS5 %d; %d of %d shared", q.name, n, m, shared, len(b))
		}
		if len(b) == 10 {
			compared++
		}
	}
	if compared < len(questions)/2 {
		t.Errorf("only %d questions have ten answers", compared)
	}
}
