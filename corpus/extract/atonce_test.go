package extract_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/google/go-cmp/cmp"
)

// TestAtOnce: an extractor that several ask at once gives each of them what one that is
// asked alone gives. What is found is kept for the next who asks, so that the first
// askings count: the extractor is new.
func TestAtOnce(t *testing.T) {
	var docs []*corpus.Document
	for _, name := range names(t) {
		if !strings.HasSuffix(name, ".pdf") { // PDFium has a test of its own
			docs = append(docs, example(t, name)...)
		}
	}
	read := func(x *extract.Extractor) (all []*corpus.Decision) {
		for _, doc := range docs {
			all = append(all, x.Extract(doc))
		}
		return all
	}
	const askers = 4
	var got [askers][]*corpus.Decision
	var wait sync.WaitGroup
	x := extractor(t)
	for i := range askers {
		wait.Go(func() { got[i] = read(x) })
	}
	wait.Wait()
	want := read(extractor(t))
	if len(want) < 20 {
		t.Fatalf("%d decisions only", len(want))
	}
	for i := range got {
		if diff := cmp.Diff(want, got[i]); diff != "" {
			t.Errorf("asker %d (-alone +at once):\n%s", i, diff)
		}
	}
}
