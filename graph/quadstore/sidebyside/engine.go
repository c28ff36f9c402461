package main

import (
	"context"
	"fmt"
)

// engine is one way to keep the graph.
type engine interface {
	// load takes in the quads of n decisions.
	load(ctx context.Context, n int) error
	// reopen closes what load has made and opens it again.
	reopen(ctx context.Context) error
	// size gives the bytes on disk, 0 for memory.
	size() (bytes int64, err error)
	// questions gives those the engine can be asked, by their names.
	questions() map[string]question
	close() error
}

// question asks once and gives the number of results. Results that have values are
// given to see, each once in any order, if it is not nil; then time does not count.
type question func(ctx context.Context, see func(value string)) (int, error)

// The questions, in the order of the table.
const (
	citersOfHub     = "citers of the hub"
	citersOfTenth   = "citers of the tenth"
	coCited         = "co-cited with the tenth, distinct"
	intersection    = "citers of tenth and hub"
	dateRange       = "citers of the hub, one year"
	count           = "count of the citers of the hub"
	page            = "page of 20 citers behind the middle"
	citerValues     = "values of the citers of the hub"
	oneDecision     = "one decision, all quads with values"
	replaceDecision = "replace one decision"
	pathCiters      = "path: citers of the hub"
	pathHops        = "path: two hops from the tenth, distinct"
	gizmoCiters     = "Gizmo: In().All() of the tenth"
)

var questionNames = []string{citersOfHub, citersOfTenth, coCited, intersection, dateRange, count, page,
	citerValues, oneDecision, pathCiters, pathHops, gizmoCiters,
	replaceDecision} // the last: it changes the answers to the others

// Cayley's questions have a counterpart that other engines answer as well.
var counterpart = map[string]string{pathCiters: citersOfHub, pathHops: coCited, gizmoCiters: citersOfTenth}

var engineNames = []string{"pebble", "pebble-bulk", "sqlite", "csr"}

func newEngine(name string, s settings) (engine, error) {
	switch name {
	case "pebble":
		return &pebbleEngine{dir: s.Dir}, nil
	case "pebble-bulk":
		return &pebbleEngine{dir: s.Dir, bulk: true, memory: s.Memory}, nil
	case "sqlite":
		return &sqliteEngine{dir: s.Dir}, nil
	case "csr":
		return &csrEngine{}, nil
	}
	return nil, fmt.Errorf("no engine %q, there are %v", name, engineNames)
}

// The year of dateRange.
const year = 2010
