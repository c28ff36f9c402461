package quadstore

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
)

// Follower gives what nodes lead to by one predicate, as Objects does, for many nodes one
// after the other: what Objects opens for each, it opens once. It is of one view, which
// must stay open, and for one goroutine.
type Follower struct {
	s         *Store
	predicate uint64
	known     bool // some quad has the predicate
	values    *rows
	groups    *groupStream
	names     namer
	key       []byte
}

// Follower opens a follower of a predicate on a view.
func (s *Store) Follower(predicate quad.Value) (f *Follower, err error) {
	f = &Follower{s: s, names: namer{s: s}}
	if f.predicate, f.known, err = s.id(predicate); err == nil {
		f.values, err = s.rows(tableStart(tableValue), tableEnd(tableValue))
	}
	if err == nil {
		f.groups, err = s.groups(bySubject)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("quadstore: follower: %w", err), f.Close())
	}
	return f, nil
}

// Objects gives the distinct objects of a subject, in no promised order.
func (f *Follower) Objects(ctx context.Context, subject quad.Value) ([]quad.Value, error) {
	id, ok, err := f.id(subject)
	if err != nil || !ok || !f.known {
		return nil, err
	}
	g := f.groups
	g.prefix = objectsPrefix(g.prefix[:0], ID(id), ID(f.predicate))
	var out []quad.Value
	for g.open(); g.next(ctx); {
		v, err := f.names.known(g.cur)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	err, g.err = g.err, nil // what was cancelled once may be asked again
	return out, err
}

// id is Store.id with rows that stay open.
func (f *Follower) id(v quad.Value) (id uint64, ok bool, err error) {
	if _, inlined := inline(canonical(v)); inlined {
		return f.s.id(v)
	}
	enc, err := encode(nil, canonical(v))
	if err != nil {
		return 0, false, nil // cannot be stored, so it is not there
	}
	f.key = valueKey(f.key[:0], enc)
	if !f.values.seek(f.key) || !bytes.Equal(f.values.key(), f.key) {
		return 0, false, f.values.err()
	}
	b, err := f.values.value()
	if err != nil {
		return 0, false, err
	}
	id, err = parseID(b)
	return id, err == nil, err
}

// Close ends the follower.
func (f *Follower) Close() (err error) {
	if f.values != nil {
		err = f.values.close()
	}
	if f.groups != nil {
		f.groups.close()
		err = errors.Join(err, f.groups.err)
	}
	f.names.close()
	return err
}
