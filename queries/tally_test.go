package queries

import (
	"context"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// countingStore notes how often it is counted.
type countingStore struct {
	graph.Store
	counted int
}

func (s *countingStore) Stats(ctx context.Context) (graph.Stats, error) {
	s.counted++
	return s.Store.Stats(ctx)
}

// TestCountedOnce: a state is counted once, a new one anew, and what was published is not
// counted again by who opens it.
func TestCountedOnce(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	lib, err := Create(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	watched := &countingStore{Store: lib.store}
	lib.store = watched
	ask := func(l *Library, decisions int64) {
		t.Helper()
		for range 3 {
			if st, err := l.Stats(ctx); err != nil || st.Decisions != decisions {
				t.Fatalf("%+v, %v; want %d decisions", st, err, decisions)
			}
		}
	}
	ask(lib, 0)
	if watched.counted > 1 {
		t.Errorf("an empty library was counted %d times", watched.counted)
	}
	d := &corpus.Decision{Node: "dila:A", Keys: []corpus.Key{"cass/98-10001"}, Text: "…", Sources: []corpus.Source{{Path: "a.xml", Format: "dila"}},
		Citations: []corpus.Citation{{Text: "9", Key: "code-civil/9"}}}
	if _, err := lib.store.Put(ctx, []*corpus.Decision{d}); err != nil {
		t.Fatal(err)
	}
	before := watched.counted
	ask(lib, 1)
	if n := watched.counted - before; n != 1 {
		t.Errorf("a new state was counted %d times, want once", n)
	}
	if err := lib.follow(ctx); err != nil {
		t.Fatal(err)
	}
	if err := lib.publish(ctx); err != nil {
		t.Fatal(err)
	}
	reader, err := Open(ctx, dir, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	again := &countingStore{Store: reader.store}
	reader.store = again
	ask(reader, 1)
	if again.counted != 0 {
		t.Errorf("who opened a checkpoint counted %d times what is published with it", again.counted)
	}
}
