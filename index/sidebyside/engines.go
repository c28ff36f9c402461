package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/index"
	"github.com/attendu/attendu/index/frlegal"
	_ "modernc.org/sqlite" // the driver
)

// ours is the text index of attendu.
type ours struct {
	dir string
	x   *index.Index
}

func (o *ours) name() string { return "attendu" }
func (o *ours) path() string { return o.dir }

func (o *ours) fill(ctx context.Context, n int) (err error) {
	if err := index.Remove(o.dir); err != nil {
		return err
	}
	if o.x, err = index.Open(o.dir, index.Options{}); err != nil {
		return err
	}
	g, err := synth.New(synth.Options{Decisions: n})
	if err != nil {
		return err
	}
	for at := 0; at < n; at += index.BatchSize {
		var batch []*corpus.Decision
		for i := at; i < min(n, at+index.BatchSize); i++ {
			batch = append(batch, &corpus.Decision{Node: nodeOf(i), Text: g.Decision(i).Text})
		}
		if err := o.x.Apply(ctx, uint64(at+1), batch, nil); err != nil {
			return err
		}
	}
	return nil
}

func nodeOf(i int) corpus.Node { return corpus.Node(fmt.Sprintf("synth:%08d", i)) }

func (o *ours) ask(ctx context.Context, q question) (int, []string, error) {
	var parts []index.Expr
	for _, p := range q.phrases {
		parts = append(parts, index.Words{Text: p})
	}
	var e index.Expr = index.All(parts)
	if q.any {
		e = index.Any(parts)
	}
	res, err := o.x.Search(ctx, index.Request{Where: e, Limit: 10})
	if err != nil {
		return 0, nil, err
	}
	var first []string
	for _, h := range res.Hits {
		first = append(first, string(h.Node))
	}
	return int(res.Total), first, nil
}

func (o *ours) close() {
	if o.x != nil {
		_ = o.x.Close()
	}
}

// fts is FTS5 of SQLite, without the text.
type fts struct {
	file string
	db   *sql.DB
}

func (f *fts) name() string { return "SQLite FTS5" }
func (f *fts) path() string { return f.file }

func (f *fts) fill(ctx context.Context, n int) (err error) {
	if err := os.RemoveAll(f.file); err != nil {
		return err
	}
	if f.db, err = sql.Open("sqlite", f.file); err != nil {
		return err
	}
	f.db.SetMaxOpenConns(1)
	if _, err := f.db.ExecContext(ctx, `create virtual table t using fts5(words, content='', tokenize="ascii tokenchars '-._:/'")`); err != nil {
		return err
	}
	g, err := synth.New(synth.Options{Decisions: n})
	if err != nil {
		return err
	}
	for at := 0; at < n; at += index.BatchSize {
		tx, err := f.db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		for i := at; i < min(n, at+index.BatchSize); i++ {
			if _, err := tx.ExecContext(ctx, `insert into t(rowid, words) values (?, ?)`, i, words(g.Decision(i).Text)); err != nil {
				return err
			}
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	_, err = f.db.ExecContext(ctx, `insert into t(t) values ('optimize')`)
	return err
}

// words are the terms of a text with a blank between.
func words(text string) string {
	var b strings.Builder
	for _, t := range (frlegal.Analyzer{}).Analyze([]byte(text)) {
		b.Write(t.Term)
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func (f *fts) ask(ctx context.Context, q question) (found int, first []string, err error) {
	var parts []string
	for _, p := range q.phrases {
		parts = append(parts, `"`+words(p)+`"`)
	}
	join := " AND "
	if q.any {
		join = " OR "
	}
	match := strings.Join(parts, join)
	if err := f.db.QueryRowContext(ctx, `select count(*) from t where t match ?`, match).Scan(&found); err != nil {
		return 0, nil, err
	}
	rows, err := f.db.QueryContext(ctx, `select rowid from t where t match ? order by bm25(t), rowid limit 10`, match)
	if err != nil {
		return 0, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return 0, nil, err
		}
		first = append(first, string(nodeOf(id)))
	}
	return found, first, rows.Err()
}

func (f *fts) close() {
	if f.db != nil {
		_ = f.db.Close()
	}
}
