package quadstore

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// onDisk makes a store of n decisions in a folder, with all of it in tables.
func onDisk(t *testing.T, dir string, n int) {
	t.Helper()
	opt := graph.Options{"nosync": true, "memtable_mb": 1, "counted": []quad.IRI{"lex:cites"}}
	if err := Init(dir, opt); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir, opt)
	if err != nil {
		t.Fatal(err)
	}
	loadDecisions(t, s, 0, n)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// questions are reads of all kinds: each gives how many results it had.
func questions(s *Store) map[string]func() (int, error) {
	hub, cites := iri(benchHub), iri("lex:cites")
	id := func(v quad.Value) ID { id, _, err := s.ID(v); s.note(err); return id }
	iterate := func(p *path.Path) func() (int, error) {
		return func() (n int, err error) {
			err = p.Iterate(bg).Each(func(graph.Ref) { n++ })
			return n, err
		}
	}
	return map[string]func() (int, error){
		"match": func() (n int, err error) {
			for _, err := range s.Match(bg, quad.Quad{Object: hub}) {
				if err != nil {
					return n, err
				}
				n++
			}
			return n, nil
		},
		"subjects": func() (n int, err error) {
			for _, err := range s.Subjects(bg, cites, hub) {
				if err != nil {
					return n, err
				}
				n++
			}
			return n, nil
		},
		"count": func() (int, error) {
			n, err := s.CountQuads(bg, quad.Quad{Predicate: iri("lex:court"), Object: iri("lex:court/7")})
			return int(n), err
		},
		"select": func() (int, error) {
			l, err := s.Select(bg, Selection{Has: [][]Link{{{id(cites), id(hub)}}, {{id(iri("lex:court")), id(iri("lex:court/7"))}}}})
			return len(l), err
		},
		"cocited": func() (int, error) {
			from, err := s.Select(bg, Selection{Has: [][]Link{{{id(cites), id(hub)}}}})
			if err != nil {
				return 0, err
			}
			l, err := s.Hop(bg, from, id(cites), quad.Object)
			return len(l), err
		},
		"values": func() (n int, err error) {
			from, err := s.Select(bg, Selection{Has: [][]Link{{{id(cites), id(hub)}}}})
			if err != nil {
				return 0, err
			}
			l, err := s.Values(bg, from)
			return len(l), err
		},
		"path":     iterate(path.StartPath(s, hub).In(cites)),
		"two hops": iterate(path.StartPath(s, hub).In(cites).Out(cites).Unique()),
		"both":     iterate(path.StartPath(s, hub).In(cites).And(path.StartPath(s, iri("lex:court/7")).In(iri("lex:court")))),
		"except":   iterate(path.StartPath(s, hub).In(cites).Except(path.StartPath(s, iri("lex:court/7")).In(iri("lex:court")))),
		"optional": iterate(path.StartPath(s, hub).In(cites).SaveOptional(iri("lex:outcome"), "o")),
		"names": func() (n int, err error) {
			err = path.StartPath(s, hub).In(cites).Iterate(bg).EachValue(s, func(quad.Value) { n++ })
			return n, err
		},
		"all": iterate(path.StartPath(s)),
	}
}

// A flipped byte in a table is an error of whatever read meets it, and Check names
// the file.
func TestFlippedByte(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "d")
	onDisk(t, dir, 200)
	want := map[string]int{}
	ask := func(dir string, each func(name string, n int, err error)) {
		s, err := Open(dir, graph.Options{"read_only": true, "cache_mb": 1, "memtable_mb": 1})
		if err != nil {
			each("open", 0, err)
			return
		}
		defer s.Close()
		for name := range questions(s) {
			v, err := s.View()
			if err != nil {
				each(name, 0, err)
				continue
			}
			n, err := questions(v)[name]()
			each(name, n, errors.Join(err, v.Err(), v.Close()))
		}
	}
	ask(dir, func(name string, n int, err error) {
		if want[name] = n; err != nil || n == 0 {
			t.Fatalf("%s: %d, %v", name, n, err)
		}
	})
	tables, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err != nil || len(tables) == 0 {
		t.Fatal(tables, err)
	}
	r, met := newRand(2), 0
	for range 10 {
		table := filepath.Base(tables[r.IntN(len(tables))])
		b, err := os.ReadFile(filepath.Join(dir, table))
		if err != nil {
			t.Fatal(err)
		}
		at, bit := r.IntN(len(b)-100), byte(1)<<r.IntN(8) // the last bytes are the footer, without which it does not open
		flip := func() {
			b[at] ^= bit
			if err := os.WriteFile(filepath.Join(dir, table), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		flip()
		ask(dir, func(name string, n int, err error) {
			switch {
			case err != nil:
				if met++; !strings.Contains(err.Error(), strings.TrimSuffix(table, ".sst")) {
					t.Errorf("byte %d of %s: %s does not name it: %v", at, table, name, err)
				}
			case n != want[name]:
				t.Errorf("byte %d of %s: %s has %d results, not %d, and no error", at, table, name, n, want[name])
			}
		})
		checkDamaged(t, dir, table)
		flip() // back
	}
	if met == 0 {
		t.Error("no read met the damage")
	}
}

func checkDamaged(t *testing.T, dir, table string) {
	t.Helper()
	db, err := pebble.Open(dir, &pebble.Options{ReadOnly: true, Logger: logger{}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := CheckTables(bg, db, vfs.Default, dir); !errors.Is(err, ErrCorrupt) || !strings.Contains(err.Error(), table) {
		t.Errorf("damage in %s: %v", table, err)
	}
}

// Sound tables pass, and a context ends the reading.
func TestCheckTables(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "d")
	onDisk(t, dir, 100)
	s, err := Open(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := CheckTables(bg, s.db, vfs.Default, dir); err != nil {
		t.Error(err)
	}
	if err := CheckTables(cancelledAfter(0), s.db, vfs.Default, dir); err == nil || bytes.Contains([]byte(err.Error()), []byte("corrupt")) {
		t.Errorf("cancelled: %v", err)
	}
}
