package main

import (
	"context"
	"database/sql"
	"errors"

	"github.com/cayleygraph/quad"
)

func (e *sqliteEngine) questions() map[string]question {
	c, d := e.dict.of(cites), e.dict.of(date)
	h, t := e.dict.of(hub), e.dict.of(tenth)
	from, _ := e.dict.number(firstDay(year))
	to, _ := e.dict.number(firstDay(year + 1))
	const hops = "SELECT DISTINCT r.o FROM quad q JOIN quad r ON r.s=q.s AND r.p=q.p WHERE q.o=? AND q.p=?"
	return map[string]question{
		citersOfHub:   e.nodes("SELECT s FROM quad WHERE o=? AND p=?", h, c),
		citersOfTenth: e.nodes("SELECT s FROM quad WHERE o=? AND p=?", t, c),
		coCited:       e.nodes(hops, t, c),
		intersection: e.nodes("SELECT a.s FROM quad a JOIN quad b ON b.s=a.s AND b.p=a.p AND b.o=? WHERE a.o=? AND a.p=?",
			h, t, c),
		dateRange: e.nodes("SELECT q.s FROM quad q JOIN quad d ON d.s=q.s AND d.p=? WHERE q.o=? AND q.p=? AND d.o>=? AND d.o<?",
			d, h, c, from, to),
		count: e.counted("SELECT count(*) FROM quad WHERE o=? AND p=?", h, c),
		page: e.nodes("SELECT s FROM quad WHERE o=? AND p=? AND s>? ORDER BY s LIMIT 20",
			h, c, e.dict.of(decision(e.n/2))),
		citerValues:     e.values("SELECT n.v FROM quad q JOIN node n ON n.id=q.s WHERE q.o=? AND q.p=?", h, c),
		oneDecision:     e.decision,
		replaceDecision: e.replace,
	}
}

// each runs a query and scans each row into to.
func (e *sqliteEngine) each(ctx context.Context, row func() error, to []any, text string, args ...any) (n int, err error) {
	rows, err := e.db.QueryContext(ctx, text, args...)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, rows.Err(), rows.Close()) }()
	for rows.Next() {
		if err := rows.Scan(to...); err != nil {
			return n, err
		}
		n++
		if row == nil {
			continue
		}
		if err := row(); err != nil {
			return n, err
		}
	}
	return n, nil
}

// nodes reads ids.
func (e *sqliteEngine) nodes(text string, args ...any) question {
	return func(ctx context.Context, see func(string)) (int, error) {
		var id int64
		var row func() error
		if see != nil {
			row = func() error { see(e.value(id)); return nil }
		}
		return e.each(ctx, row, []any{&id}, text, args...)
	}
}

func (e *sqliteEngine) value(id int64) string {
	if id >= ownInt/2 {
		return printed(id)
	}
	return e.dict.values[id]
}

// values reads values of the dictionary.
func (e *sqliteEngine) values(text string, args ...any) question {
	return func(ctx context.Context, see func(string)) (int, error) {
		var v string
		var row func() error
		if see != nil {
			row = func() error { see(v); return nil }
		}
		return e.each(ctx, row, []any{&v}, text, args...)
	}
}

func (e *sqliteEngine) counted(text string, args ...any) question {
	return func(ctx context.Context, _ func(string)) (n int, err error) {
		return n, e.db.QueryRowContext(ctx, text, args...).Scan(&n)
	}
}

// decision asks by subject, as SQLite has no index by graph: its parts are found by
// what their names begin with.
func (e *sqliteEngine) decision(ctx context.Context, see func(string)) (int, error) {
	node := quad.StringOf(decision(e.n / 2))
	var s, p string
	var o int64
	var v sql.NullString
	var row func() error
	if see != nil {
		row = func() error {
			if !v.Valid {
				v.String = printed(o)
			}
			see(s + p + v.String)
			return nil
		}
	}
	return e.each(ctx, row, []any{&s, &p, &o, &v}, `SELECT ns.v, np.v, q.o, no.v FROM node ns
		JOIN quad q ON q.s=ns.id JOIN node np ON np.id=q.p LEFT JOIN node no ON no.id=q.o
		WHERE ns.v=? OR ns.v>=? AND ns.v<?`, node, node[:len(node)-1]+"#", node[:len(node)-1]+"$")
}

// replace deletes the quads of the decision and its parts, and inserts the others.
func (e *sqliteEngine) replace(ctx context.Context, _ func(string)) (_ int, err error) {
	i, version := replaced(&e.turn, e.n)
	quads := quadsOf(i, version)
	tx, err := e.db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, ended(tx.Rollback())) }()
	label := e.dict.of(decision(i))
	subjects := map[quad.Value]bool{}
	for _, q := range quads {
		if subjects[q.Subject] {
			continue
		}
		subjects[q.Subject] = true
		if _, err := tx.ExecContext(ctx, "DELETE FROM quad WHERE s=? AND c=?", e.dict.of(q.Subject), label); err != nil {
			return 0, err
		}
	}
	node, err := tx.PrepareContext(ctx, "INSERT INTO node VALUES(?,?)")
	if err != nil {
		return 0, err
	}
	row, err := tx.PrepareContext(ctx, "INSERT OR IGNORE INTO quad VALUES(?,?,?,?)")
	if err != nil {
		return 0, err
	}
	if err := e.insert(ctx, node, row, quads); err != nil {
		return 0, err
	}
	return len(quads), tx.Commit()
}
