package main

import (
	"context"
	"errors"

	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

const (
	perCommit = 250 // decisions
	cacheMB   = 64
)

var countedPredicates = []quad.IRI{cites}

// pebbleEngine is the quad store, loaded by Update or by BulkLoad.
type pebbleEngine struct {
	dir    string
	bulk   bool
	memory int64
	s      *quadstore.Store
	turn   int // of replaceDecision
	n      int
}

func (e *pebbleEngine) options() graph.Options {
	return graph.Options{"nosync": true, "cache_mb": cacheMB, "counted": countedPredicates}
}

func (e *pebbleEngine) load(ctx context.Context, n int) error {
	e.n = n
	if e.bulk {
		_, err := quadstore.BulkLoad(ctx, e.dir, graphOf(n), quadstore.BulkOptions{MemoryBytes: e.memory, Counted: countedPredicates})
		return err
	}
	if err := quadstore.Init(e.dir, e.options()); err != nil {
		return err
	}
	if err := e.open(); err != nil {
		return err
	}
	for at := 0; at < n; at += perCommit {
		err := e.s.Update(ctx, func(tx *quadstore.Tx) error {
			for i := at; i < min(n, at+perCommit); i++ {
				if _, _, err := tx.ReplaceLabel(decision(i), quadsOf(i, 0)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (e *pebbleEngine) open() (err error) {
	e.s, err = quadstore.Open(e.dir, e.options())
	return err
}

func (e *pebbleEngine) reopen(context.Context) error {
	if err := e.close(); err != nil {
		return err
	}
	return e.open()
}

func (e *pebbleEngine) size() (int64, error) { return settled(e.dir) }

func (e *pebbleEngine) close() error {
	if e.s == nil {
		return nil
	}
	s := e.s
	e.s = nil
	return errors.Join(s.Err(), s.Close())
}

func (e *pebbleEngine) questions() map[string]question {
	all := map[string]question{oneDecision: e.decision, replaceDecision: e.replace}
	for _, some := range []map[string]question{e.direct(), e.cayley()} {
		for name, q := range some {
			all[name] = q
		}
	}
	return all
}

func (e *pebbleEngine) decision(ctx context.Context, see func(string)) (n int, err error) {
	for q, err := range e.s.Match(ctx, quad.Quad{Label: decision(e.n / 2)}) {
		if err != nil {
			return n, err
		}
		n++
		if see != nil {
			see(quad.StringOf(q.Subject) + quad.StringOf(q.Predicate) + quad.StringOf(q.Object))
		}
	}
	return n, nil
}

// replace gives a decision another version, and another one its first again.
func (e *pebbleEngine) replace(ctx context.Context, _ func(string)) (int, error) {
	i, version := replaced(&e.turn, e.n)
	return perDecision, e.s.Update(ctx, func(tx *quadstore.Tx) error {
		_, _, err := tx.ReplaceLabel(decision(i), quadsOf(i, version))
		return err
	})
}

// replaced chooses the decision that is replaced next, and its version.
func replaced(turn *int, n int) (i, version int) {
	*turn++
	return (*turn * 7919) % n, *turn
}
