package quadstore

import (
	"errors"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// Each way to damage a store is found.
func TestCheckFindsDamage(t *testing.T) {
	number := func(n byte) []byte { return []byte{0, 0, 0, 0, 0, 0, 0, n} }
	ids := func(s *Store, q quad.Quad) quadRef {
		p, ok, err := s.patternOf(q)
		if !ok || err != nil {
			t.Fatal(q, ok, err)
		}
		return p.ids
	}
	one := quad.Make(iri("a"), iri("p"), quad.Int(5), iri("g"))
	two := quad.Make(iri("b"), iri("p"), "text", nil)
	word := func(v quad.Value) []byte {
		enc, _ := encode(nil, v)
		return valueKey(nil, enc)
	}
	for name, damage := range map[string]func(s *Store, b *pebble.Batch) error{
		"entry gone": func(s *Store, b *pebble.Batch) error {
			q := ids(s, one)
			return b.Delete(byObject.key(nil, &q), nil)
		},
		"entry moved": func(s *Store, b *pebble.Batch) error {
			q := ids(s, one)
			if err := b.Delete(byLabel.key(nil, &q), nil); err != nil {
				return err
			}
			q[quad.Object] = ids(s, two)[quad.Object]
			return b.Set(byLabel.key(nil, &q), nil, nil)
		},
		"quad gone": func(s *Store, b *pebble.Batch) error {
			q := ids(s, two)
			for _, ix := range indexes {
				if err := b.Delete(ix.key(nil, &q), nil); err != nil {
					return err
				}
			}
			return nil
		},
		"malformed entry": func(s *Store, b *pebble.Batch) error { return b.Set([]byte("qp\x01\x01\x02"), nil, nil) },
		"entry with value": func(s *Store, b *pebble.Batch) error {
			q := ids(s, one)
			return b.Set(bySubject.key(nil, &q), []byte("x"), nil)
		},
		"node gone":   func(s *Store, b *pebble.Batch) error { return b.Delete(nodeKey(nil, ids(s, one)[quad.Subject]), nil) },
		"int gone":    func(s *Store, b *pebble.Batch) error { return b.Delete(nodeKey(nil, ids(s, one)[quad.Object]), nil) },
		"unused node": func(s *Store, b *pebble.Batch) error { return b.Set(nodeKey(nil, 99), []byte("zx"), nil) },
		"unused int":  func(s *Store, b *pebble.Batch) error { return b.Set(nodeKey(nil, inlineInt+7), nil, nil) },
		"other value": func(s *Store, b *pebble.Batch) error { return b.Set(nodeKey(nil, 1), []byte("zother"), nil) },
		"unreadable":  func(s *Store, b *pebble.Batch) error { return b.Set(nodeKey(nil, 1), []byte("?"), nil) },
		"second form": func(s *Store, b *pebble.Batch) error {
			return b.Set(nodeKey(nil, 1), append([]byte{typeInt}, number(1)...), nil)
		},
		"value gone":     func(s *Store, b *pebble.Batch) error { return b.Delete(word(iri("a")), nil) },
		"value of other": func(s *Store, b *pebble.Batch) error { return b.Set(word(iri("a")), []byte{1, 3}, nil) },
		"unused value":   func(s *Store, b *pebble.Batch) error { return b.Set(word(iri("zzz")), []byte{1, 1}, nil) },
		"malformed id":   func(s *Store, b *pebble.Batch) error { return b.Set(word(iri("zzz")), []byte{0}, nil) },
		"counter wrong": func(s *Store, b *pebble.Batch) error {
			return b.Set(countKey(nil, quad.Predicate, ids(s, one)[quad.Predicate]), number(9), nil)
		},
		"counter gone": func(s *Store, b *pebble.Batch) error {
			return b.Delete(countKey(nil, quad.Label, ids(s, one)[quad.Label]), nil)
		},
		"counter short": func(s *Store, b *pebble.Batch) error {
			return b.Set(countKey(nil, quad.Label, ids(s, one)[quad.Label]), []byte{1}, nil)
		},
		"counter unused": func(s *Store, b *pebble.Batch) error { return b.Set(countKey(nil, quad.Label, 77), number(1), nil) },
		"pair wrong": func(s *Store, b *pebble.Batch) error {
			q := ids(s, one)
			return b.Set(pairKey(nil, pair{q[quad.Predicate], q[quad.Object]}), number(2), nil)
		},
		"pair gone": func(s *Store, b *pebble.Batch) error {
			q := ids(s, two)
			return b.Delete(pairKey(nil, pair{q[quad.Predicate], q[quad.Object]}), nil)
		},
		"pair unused":       func(s *Store, b *pebble.Batch) error { return b.Set(pairKey(nil, pair{77, 1}), number(1), nil) },
		"pairs not counted": func(s *Store, b *pebble.Batch) error { return b.Set(countedKey, nil, nil) },
		"posting wrong": func(s *Store, b *pebble.Batch) error {
			q := ids(s, one)
			return b.Set(postingKey(nil, place{pair{q[quad.Predicate], q[quad.Object]}, 0}), []byte{1, 0, 2, 0}, nil)
		},
		"posting gone": func(s *Store, b *pebble.Batch) error {
			q := ids(s, two)
			return b.Delete(postingKey(nil, place{pair{q[quad.Predicate], q[quad.Object]}, 0}), nil)
		},
		"posting unused": func(s *Store, b *pebble.Batch) error {
			return b.Set(postingKey(nil, place{pair{77, 1}, 0}), []byte{1, 0}, nil)
		},
		"strange table": func(s *Store, b *pebble.Batch) error { return b.Set([]byte("qx"), nil, nil) },
		"bare key":      func(s *Store, b *pebble.Batch) error { return b.Set([]byte("q"), nil, nil) },
		"strange head":  func(s *Store, b *pebble.Batch) error { return b.Set([]byte("qh2"), nil, nil) },
		"number of quads": func(s *Store, b *pebble.Batch) error {
			return b.Set(headKey, head{formatVersion, 50, 3, 6}.bytes(), nil)
		},
		"number of nodes": func(s *Store, b *pebble.Batch) error {
			return b.Set(headKey, head{formatVersion, 50, 2, 7}.bytes(), nil)
		},
		"next id": func(s *Store, b *pebble.Batch) error {
			return b.Set(headKey, head{formatVersion, 2, 2, 6}.bytes(), nil)
		},
		"nothing": func(s *Store, b *pebble.Batch) error { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			db := newDB(t)
			s, err := Attach(db, Options{Counted: []quad.IRI{"p", "q"}})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			add(t, s, one, two)
			check(t, s)
			b := db.NewBatch()
			if err := damage(s, b); err != nil {
				t.Fatal(err)
			}
			if err := b.Commit(pebble.NoSync); err != nil {
				t.Fatal(err)
			}
			if err := s.Check(bg); errors.Is(err, ErrCorrupt) == (name == "nothing") {
				t.Error(err)
			}
		})
	}
}

// Damage that a reader meets is an error, not a panic and not a gap.
func TestDamageIsReported(t *testing.T) {
	db := newDB(t)
	s, err := Attach(db, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	q := quad.Make(iri("a"), iri("p"), iri("b"), nil)
	add(t, s, q)
	r := s.ValueOf(iri("a"))
	if err := db.Set(nodeKey(nil, uint64(r.(nodeRef))), nil, pebble.NoSync); err != nil {
		t.Fatal(err)
	}
	if s.NameOf(r) != nil || !errors.Is(s.Err(), ErrCorrupt) {
		t.Errorf("lost: %v", s.Err())
	}
	if err := drain(s.Match(bg, quad.Quad{})); !errors.Is(err, ErrCorrupt) {
		t.Errorf("match: %v", err)
	}
	if err := db.Delete(nodeKey(nil, uint64(r.(nodeRef))), pebble.NoSync); err != nil {
		t.Fatal(err)
	}
	if err := drain(s.Match(bg, quad.Quad{})); !errors.Is(err, ErrCorrupt) {
		t.Errorf("match without node: %v", err)
	}
	if err := db.Set([]byte("qs\x05"), nil, pebble.NoSync); err != nil {
		t.Fatal(err)
	}
	it := s.QuadsAllIterator()
	for it.Next(bg) {
	}
	if !errors.Is(it.Err(), ErrCorrupt) {
		t.Errorf("iterator: %v", it.Err())
	}
}
