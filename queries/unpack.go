package queries

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/queries/snapshot"
)

// Unpack makes a library of a snapshot, in a folder that is not there or is empty. All
// of the file is verified on the way; of one that is damaged nothing is left. The library
// answers as the one that was packed, and can be added to.
func Unpack(ctx context.Context, path, dir string, opt Options) (*SnapshotInfo, error) {
	r, err := openSnapshot(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s is not empty", dir)}
	}
	if err := unpack(ctx, r, dir, opt); err != nil {
		return nil, snapshotError(path, err)
	}
	return &SnapshotInfo{ID: r.ID, Manifest: r.Manifest}, nil
}

// unpack makes the library beside its folder, and names it when it is whole.
func unpack(ctx context.Context, r *snapshot.Reader, dir string, opt Options) (err error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+".*.new")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	opt.NoSync, opt.ReadOnly = true, false
	lib, err := Create(ctx, filepath.Join(tmp, "library"), opt)
	if err != nil {
		return err
	}
	err = lib.restore(ctx, r)
	if err = errors.Join(err, lib.Close()); err != nil {
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Rename(filepath.Join(tmp, "library"), dir)
}

// restore fills an empty library from a snapshot: the law first, which tells how
// citations are shown, then the decisions.
func (l *Library) restore(ctx context.Context, r *snapshot.Reader) error {
	l.adding.Lock()
	defer l.adding.Unlock()
	if err := l.restoreArticles(ctx, r); err != nil {
		return err
	}
	if err := l.restoreDecisions(ctx, r); err != nil {
		return err
	}
	if r.Manifest.WholeLaw {
		note := graph.Intake{Path: "snapshot " + r.ID, WholeLaw: true, Ended: true, Open: []int{}, Outcomes: map[string]int{}}
		if err := l.store.Note(ctx, []graph.Intake{note}); err != nil {
			return err
		}
	}
	st, err := l.store.Stats(ctx)
	if err == nil && recordCounts(st) != recordCounts(r.Manifest.Counts) {
		err = fmt.Errorf("%w: it gives the counts %+v, its manifest says %+v", snapshot.ErrDamaged, st, r.Manifest.Counts)
	}
	if err != nil {
		return err
	}
	return l.publish(ctx)
}

// recordCounts are the counts of a library that are of its records; those of the graph
// may differ from one attendu to the next.
func recordCounts(s graph.Stats) [5]int64 {
	return [5]int64{s.Decisions, s.Citations, s.Parties, s.Holdings, s.ArticleVersions}
}

func (l *Library) restoreDecisions(ctx context.Context, r *snapshot.Reader) error {
	var batch []*corpus.Decision
	text := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := l.store.Restore(ctx, batch)
		batch, text = batch[:0], 0
		if err != nil {
			return err
		}
		return l.follow(ctx)
	}
	for d, err := range r.Decisions(ctx) {
		if err != nil {
			return err
		}
		batch, text = append(batch, d), text+len(d.Text)
		if len(batch) < maxBatch && text < batchText {
			continue
		}
		if err := flush(); err != nil {
			return err
		}
	}
	return flush()
}

func (l *Library) restoreArticles(ctx context.Context, r *snapshot.Reader) (err error) {
	follower := articleFollower{l: l}
	defer func() { err = errors.Join(err, follower.end()) }()
	var batch []graph.Article
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		_, err := l.store.PutArticles(ctx, batch)
		follower.more(len(batch))
		batch = batch[:0]
		return err
	}
	for a, err := range r.Articles(ctx) {
		if err != nil {
			return err
		}
		if batch = append(batch, graph.Article{ArticleVersion: *a}); len(batch) < maxLaw {
			continue
		}
		if err := flush(); err != nil {
			return err
		}
	}
	return flush()
}

// openSnapshotLibrary opens a snapshot as a library for reading. It is unpacked once,
// into a folder of its own for each content, and read there from then on.
func openSnapshotLibrary(ctx context.Context, path string, opt Options) (*Library, error) {
	if !opt.ReadOnly {
		return nil, &Error{Code: Conflict, Message: fmt.Sprintf("%s is a file; a library is a folder, and a snapshot can only be read until it is unpacked", path)}
	}
	r, err := openSnapshot(path)
	if errors.Is(err, snapshot.ErrForeign) {
		return nil, &Error{Code: Conflict, Err: err, Message: fmt.Sprintf("%s is a file and no snapshot; a library is a folder", path)}
	}
	if err != nil {
		return nil, err
	}
	defer r.Close()
	cache := opt.CacheDir
	if cache == "" {
		if cache, err = os.UserCacheDir(); err != nil {
			return nil, coded(fmt.Errorf("no folder to unpack %s into: %w", path, err))
		}
		cache = filepath.Join(cache, "attendu")
	}
	dir := filepath.Join(cache, r.ID)
	if checkManifest(dir) != nil {
		if opt.Unpacking != nil {
			opt.Unpacking(dir, r.Manifest.Counts.Decisions)
		}
		if err := unpack(ctx, r, dir, opt); err != nil && checkManifest(dir) != nil { // another process may have been first
			return nil, snapshotError(path, err)
		}
	}
	if err := (seenFiles{dir + ".seen"}).check(ctx, path, r); err != nil {
		return nil, snapshotError(path, err)
	}
	return openToRead(ctx, dir, opt)
}
