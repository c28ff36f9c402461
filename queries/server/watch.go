package server

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"time"

	"github.com/attendu/attendu/queries"
)

// watcher finds files that are new or have changed. It looks at names, sizes and times
// now and then, which works on every file system. A file counts when it is the same at
// two looks: one that is still being written is left alone.
type watcher struct {
	roots []string
	seen  map[string]fileState // at the look before
	done  map[string]fileState // as they were indexed
}

type fileState struct {
	size int64
	time time.Time
}

func newWatcher(roots []string) *watcher {
	return &watcher{roots: roots, seen: map[string]fileState{}, done: map[string]fileState{}}
}

// look gives the files that are ready to be indexed, sorted, and takes them for indexed.
// Libraries, and what has a name that begins with a dot, are passed over; what cannot be looked at
// is as if it were not there.
func (w *watcher) look() (ready []string) {
	now := map[string]fileState{}
	for _, root := range w.roots {
		_ = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil
			case e.IsDir() && (queries.IsLibrary(path) || path != root && e.Name()[0] == '.'):
				return fs.SkipDir
			case path != root && e.Name()[0] == '.':
				return nil
			case !e.Type().IsRegular():
				return nil
			}
			if info, err := e.Info(); err == nil {
				now[path] = fileState{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	for path, state := range now {
		if w.seen[path] == state && w.done[path] != state {
			ready = append(ready, path)
			w.done[path] = state
		}
	}
	for path := range w.done {
		if _, there := now[path]; !there {
			delete(w.done, path)
		}
	}
	w.seen = now
	slices.Sort(ready)
	return ready
}

// watch indexes what comes into the folders that are watched, until ctx ends.
func (s *Server) watch(ctx context.Context) {
	w := newWatcher(s.opt.Watch)
	tick := time.NewTicker(s.opt.WatchEvery)
	defer tick.Stop()
	for {
		if ready := w.look(); len(ready) > 0 {
			s.add(ctx, ready)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// add indexes files. What cannot be read is logged; it is tried again when it changes.
func (s *Server) add(ctx context.Context, files []string) {
	sum, err := s.lib.Add(ctx, files, queries.AddOptions{Each: func(x queries.Added) {
		s.metrics.records.WithLabelValues(x.Outcome).Inc()
		// Where a file lies is nobody's affair, and names in folders may be those of persons.
		if (x.Outcome == "skipped" || x.Outcome == "set_aside") && !x.Usual {
			s.opt.Log.Warn(x.Outcome, "file", filepath.Base(x.Path), "reason", x.Reason)
		}
	}})
	if err != nil && ctx.Err() == nil {
		s.opt.Log.Error("indexing what is watched", "error", err.Error())
	}
	s.logAdded("indexed what is watched", sum)
}
