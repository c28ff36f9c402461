package queries

import (
	"context"
	"io/fs"
	"path/filepath"

	"github.com/attendu/attendu/graph"
)

// Stats are the counts of a library.
type Stats struct {
	graph.Stats
	// LibraryBytes is the size of the library's files; 0 in memory.
	LibraryBytes int64 `json:"library_bytes"`
}

// Stats counts what the library holds.
func (l *Library) Stats(ctx context.Context) (*Stats, error) {
	st, err := l.store.Stats(ctx)
	if err != nil {
		return nil, coded(err)
	}
	return &Stats{Stats: st, LibraryBytes: l.size()}, nil
}

// size adds up the files of the folder. A file that is gone when its turn comes
// was compacted away, and counts nothing.
func (l *Library) size() (n int64) {
	if l.dir == "" {
		return 0
	}
	_ = filepath.WalkDir(l.dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			if info, err := e.Info(); err == nil {
				n += info.Size()
			}
		}
		return nil
	})
	return n
}
