package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cockroachdb/pebble/v2"
)

func (s *pebbleStore) Close() error { return s.life.close() }

// end closes the database when nobody uses it any more.
func (s *pebbleStore) end() error {
	err := s.quads.Close()
	if s.opt.ReadOnly {
		return errors.Join(err, s.db.Close())
	}
	err = errors.Join(err, s.db.Flush())
	logs := s.db.Metrics().WAL.ObsoleteFiles
	if err = errors.Join(err, s.db.Close()); err == nil && logs > 0 {
		s.tidy()
	}
	return err
}

// tidy frees the disk of the logs that Pebble kept to write them over: up to five of
// 70 MB each, whatever the store holds. Opening deletes them; when another process has been
// quicker, it did.
func (s *pebbleStore) tidy() {
	popt := quadstore.Options{CacheBytes: 1 << 20, Fatal: s.opt.Fatal}.Pebble()
	defer popt.Cache.Unref()
	popt.FS, popt.ErrorIfNotExists = s.fs, true
	if db, err := pebble.Open(s.dir, popt); err == nil {
		_ = db.Close() // nothing was written
	}
}

// Check also reads every block of every table, and runs the quad store's own check.
func (s *pebbleStore) Check(ctx context.Context) error {
	if err := s.life.enter(); err != nil {
		return err
	}
	defer s.life.leave()
	if err := quadstore.CheckTables(ctx, s.db, s.fs, s.dir); err != nil {
		return fmt.Errorf("graph: check: %w", err)
	}
	if err := s.quads.Check(ctx); err != nil {
		return fmt.Errorf("graph: check quads: %w", err)
	}
	return s.checkRecords(ctx)
}
