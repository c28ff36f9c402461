package queries

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/attendu/attendu/graph"
)

// Stats are the counts of a library.
type Stats struct {
	graph.Stats
	// LibraryBytes is the size of the library's files; 0 in memory.
	LibraryBytes int64 `json:"library_bytes"`
}

// Stats counts what the library holds, once for each state of it.
func (l *Library) Stats(ctx context.Context) (*Stats, error) {
	st, err := l.tally.of(ctx, l.store)
	if err != nil {
		return nil, coded(err)
	}
	return &Stats{Stats: st, LibraryBytes: l.size()}, nil
}

// size adds up the files of the folder, each once. A file that is gone when its turn comes
// was compacted away, and counts nothing.
func (l *Library) size() (n int64) {
	if l.dir == "" {
		return 0
	}
	seen := map[string][]fs.FileInfo{} // checkpoints link files under their own names
	_ = filepath.WalkDir(l.dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return nil
		}
		info, err := e.Info()
		same := func(o fs.FileInfo) bool { return os.SameFile(o, info) }
		if err == nil && !slices.ContainsFunc(seen[e.Name()], same) {
			seen[e.Name()] = append(seen[e.Name()], info)
			n += info.Size()
		}
		return nil
	})
	return n
}
