package queries

import (
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/export"
)

// exportSource is what the writers of an export ask the library, at the moment at which it
// begins. It is safe for concurrent use.
type exportSource struct {
	l   *Library
	ctx context.Context
	v   graph.Moment

	// What keys name is asked once, as long as it is remembered: most rows name the same
	// few thousand provisions.
	things   memo[corpus.Key, export.Thing]
	resolved memo[corpus.Key, named]

	// directory is made when it is first wanted, by who asks for very many keys.
	many      bool
	once      sync.Once
	directory *graph.Directory
	lost      error // in making it

	mu   sync.Mutex
	idle []graph.Resolver // that nobody asks just now
}

// named is what a key names.
type named struct {
	held corpus.Node // the one held decision; "" when there is none, or several
	one  corpus.Key  // the one thing; the key itself when it fits several
}

// rememberedKeys bounds what each generation of a memo remembers: some 4 MB.
const rememberedKeys = 1 << 15

var _ export.Source = (*exportSource)(nil)

// manyDecisions is from how many decisions on an export makes a directory: as long as it
// takes to make one, some thousands of keys are looked up.
const manyDecisions = 10_000

// exportSource is of an export of so many decisions, and is to be closed.
func (l *Library) exportSource(ctx context.Context, decisions int64) (*exportSource, error) {
	v, err := l.store.Moment(ctx)
	if err != nil {
		return nil, err
	}
	s := &exportSource{l: l, ctx: ctx, v: v, many: decisions >= manyDecisions}
	s.things.most, s.resolved.most = rememberedKeys, rememberedKeys
	return s, nil
}

// Close ends what was opened to answer.
func (s *exportSource) Close() (err error) {
	for _, r := range s.idle {
		err = errors.Join(err, r.Close())
	}
	return errors.Join(err, s.v.Close())
}

// Key implements export.Names.
func (s *exportSource) Key(d *corpus.Decision) (key corpus.Key, err error) {
	err = s.asking(func(r graph.Resolver) error {
		key, err = unique(s.ctx, r, d)
		return err
	})
	return key, err
}

// Usual implements export.Names.
func (s *exportSource) Usual(m *corpus.Metadata) string { return s.l.Usual(m) }

// Title implements export.Names.
func (s *exportSource) Title(key corpus.Key) string { return bareTitle(s.l.Title(key)) }

// Held implements export.Names.
func (s *exportSource) Held(key corpus.Key) (corpus.Node, error) {
	n, err := s.name(key)
	return n.held, err
}

// Resolve implements export.Source.
func (s *exportSource) Resolve(key corpus.Key) (corpus.Key, error) {
	n, err := s.name(key)
	return n.one, err
}

// Thing implements export.Names.
func (s *exportSource) Thing(key corpus.Key) (export.Thing, error) {
	t, ok := s.things.get(key)
	if ok {
		return t, nil
	}
	t, err := export.NewThing(key, s.held)
	if err == nil {
		s.things.put(key, t)
	}
	return t, err
}

// held asks what Held remembers.
func (s *exportSource) held(key corpus.Key) (corpus.Node, error) {
	n, err := s.look(key)
	return n.held, err
}

func (s *exportSource) name(key corpus.Key) (named, error) {
	n, ok := s.resolved.get(key)
	if ok {
		return n, nil
	}
	n, err := s.look(key)
	if err == nil {
		s.resolved.put(key, n)
	}
	return n, err
}

// look asks what a key names.
func (s *exportSource) look(key corpus.Key) (n named, err error) {
	if s.many {
		s.once.Do(func() { s.directory, s.lost = s.v.Directory(s.ctx) })
		if s.lost != nil {
			return n, s.lost
		}
		if node, known := s.directory.Held(key); known && node == "" {
			return named{one: key}, nil
		} else if known {
			return named{held: node, one: corpus.Key(node)}, nil
		}
	}
	err = s.asking(func(r graph.Resolver) error {
		n, err = s.ask(r, key)
		return err
	})
	return n, err
}

// asking hands a resolver to one who asks.
func (s *exportSource) asking(ask func(graph.Resolver) error) (err error) {
	var r graph.Resolver
	s.mu.Lock()
	if n := len(s.idle); n > 0 {
		r, s.idle = s.idle[n-1], s.idle[:n-1]
	}
	s.mu.Unlock()
	if r == nil {
		if r, err = s.v.Resolver(s.ctx); err != nil {
			return err
		}
	}
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.idle = append(s.idle, r)
	}()
	return ask(r)
}

// ask asks one who resolves.
func (s *exportSource) ask(r graph.Resolver, key corpus.Key) (named, error) {
	n := named{one: key}
	nodes, err := r.Resolve(s.ctx, key)
	if err != nil || len(nodes) != 1 {
		return n, err
	}
	n.one = corpus.Key(nodes[0])
	held, err := holds(r, nodes[0])
	if held {
		n.held = nodes[0]
	}
	return n, err
}

// holds reports whether a node is a held decision. One that is named by its source is;
// one that bears a key may only be cited, or known from a commentary.
func holds(r graph.Resolver, node corpus.Node) (bool, error) {
	head, _, _ := strings.Cut(string(node), "/")
	if strings.Contains(head, ":") {
		return true, nil
	}
	if !corpus.Key(node).IsDecision() {
		return false, nil
	}
	return r.Holds(node)
}
