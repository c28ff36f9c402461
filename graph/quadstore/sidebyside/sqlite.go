package main

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"

	"github.com/cayleygraph/quad"
	_ "modernc.org/sqlite" // the driver
)

// sqliteEngine is a table of four numbers with two indexes, and a dictionary. Its
// values are numbered in memory while it is loaded, without bound.
type sqliteEngine struct {
	dir  string
	db   *sql.DB
	n    int
	turn int
	dict *numbering
}

var sqliteSettings = []string{"PRAGMA journal_mode=WAL", "PRAGMA synchronous=OFF",
	"PRAGMA cache_size=-131072", "PRAGMA mmap_size=1073741824"}

func (e *sqliteEngine) open(ctx context.Context, more ...string) (err error) {
	if e.db, err = sql.Open("sqlite", filepath.Join(e.dir, "quads.db")); err != nil {
		return err
	}
	e.db.SetMaxOpenConns(1)
	return e.exec(ctx, append(append([]string{}, sqliteSettings...), more...)...)
}

func (e *sqliteEngine) exec(ctx context.Context, statements ...string) error {
	for _, s := range statements {
		if _, err := e.db.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

const sqliteCommit = 2500 // decisions

func (e *sqliteEngine) load(ctx context.Context, n int) error {
	e.n, e.dict = n, newNumbering()
	err := e.open(ctx,
		"CREATE TABLE node(id INTEGER PRIMARY KEY, v TEXT NOT NULL)",
		"CREATE TABLE quad(s INTEGER, p INTEGER, o INTEGER, c INTEGER, PRIMARY KEY(s,p,o,c)) WITHOUT ROWID")
	if err != nil {
		return err
	}
	for at := 0; at < n; at += sqliteCommit {
		if err := e.commit(ctx, at, min(n, at+sqliteCommit)); err != nil {
			return err
		}
	}
	return e.exec(ctx, "CREATE INDEX ops ON quad(o,p,s)", "CREATE UNIQUE INDEX nv ON node(v)", "ANALYZE")
}

func (e *sqliteEngine) commit(ctx context.Context, from, to int) (err error) {
	tx, err := e.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ended(tx.Rollback())) }()
	node, err := tx.PrepareContext(ctx, "INSERT INTO node VALUES(?,?)")
	if err != nil {
		return err
	}
	row, err := tx.PrepareContext(ctx, "INSERT OR IGNORE INTO quad VALUES(?,?,?,?)")
	if err != nil {
		return err
	}
	for i := from; i < to; i++ {
		if err := e.insert(ctx, node, row, quadsOf(i, 0)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (e *sqliteEngine) insert(ctx context.Context, node, row *sql.Stmt, quads []quad.Quad) error {
	for _, q := range quads {
		var k [4]any
		for j, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			id, fresh := e.dict.number(v)
			k[j] = id
			if fresh {
				if _, err := node.ExecContext(ctx, id, e.dict.values[id]); err != nil {
					return err
				}
			}
		}
		if _, err := row.ExecContext(ctx, k[:]...); err != nil {
			return err
		}
	}
	return nil
}

// ended passes over that a transaction was committed before.
func ended(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

func (e *sqliteEngine) reopen(ctx context.Context) error {
	if err := e.exec(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return err
	}
	if err := e.close(); err != nil {
		return err
	}
	return e.open(ctx)
}

func (e *sqliteEngine) size() (int64, error) {
	info, err := os.Stat(filepath.Join(e.dir, "quads.db"))
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (e *sqliteEngine) close() error {
	if e.db == nil {
		return nil
	}
	db := e.db
	e.db = nil
	return db.Close()
}
