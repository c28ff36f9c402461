package graph

import (
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/quadstore"
)

// citedCount counts what is cited: provisions, each once under whatever names, and
// decisions that are not held. It works on numbers of nodes, many at a time; a key is
// resolved by itself only where its names lead on to names.
type citedCount struct {
	v           *moment
	names       Resolver
	held        quadstore.Set
	instruments map[corpus.Key][]corpus.Node // what each resolves to
	provisions  map[corpus.Node]bool
	pending     map[corpus.Node]bool
	decisions   quadstore.Set                   // the keys of decisions that are cited, ascending
	leads       map[quadstore.ID][]quadstore.ID // what they name, and what that names
	seen        map[quadstore.ID]bool
}

func (s *pebbleStore) countCited(ctx context.Context) (provisions, pending int, err error) {
	v, err := s.moment(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer v.Close()
	names, err := v.Resolver(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer names.Close()
	c := &citedCount{v: v, names: names, instruments: map[corpus.Key][]corpus.Node{}, provisions: map[corpus.Node]bool{},
		pending: map[corpus.Node]bool{}, leads: map[quadstore.ID][]quadstore.ID{}, seen: map[quadstore.ID]bool{}}
	if c.held, err = v.held(ctx); err != nil {
		return 0, 0, err
	}
	var cited quadstore.Set
	for x, err := range v.EachCited(ctx) {
		if err != nil {
			return 0, 0, err
		}
		cited = append(cited, quadstore.ID(x.Node))
	}
	written, err := v.names(ctx, cited)
	if err != nil {
		return 0, 0, err
	}
	for i, name := range written {
		if err := c.take(ctx, cited[i], name); err != nil {
			return 0, 0, err
		}
	}
	if err := c.decide(ctx); err != nil {
		return 0, 0, err
	}
	return len(c.provisions), len(c.pending), nil
}

// take counts a provision, and puts a decision by.
func (c *citedCount) take(ctx context.Context, id quadstore.ID, name string) error {
	if strings.Contains(name, ">") { // a part of a text that is counted
		return nil
	}
	key := corpus.Key(name)
	if t, ok := corpus.ParseText(name); ok {
		key = t.Key
	}
	p, err := key.Parts()
	switch {
	case err != nil:
		return err
	case p.At != "" || p.Tie != "":
		return c.resolve(ctx, key)
	case p.Family == corpus.CaseLaw:
		c.decisions = append(c.decisions, id)
		return nil
	}
	instrument := key.Instrument()
	nodes, ok := c.instruments[instrument]
	if !ok {
		if nodes, err = c.names.Resolve(ctx, instrument); err != nil {
			return err
		}
		c.instruments[instrument] = nodes
	}
	for _, n := range nodes {
		if p.Article != "" {
			n += corpus.Node("/" + p.Article)
		}
		c.provisions[n] = true
	}
	return nil
}

// decide counts the decisions that are not held among those that are cited.
func (c *citedCount) decide(ctx context.Context) error {
	if err := c.follow(ctx); err != nil {
		return err
	}
	var open quadstore.Set
	for _, id := range c.decisions {
		for _, end := range c.ends(id) {
			if !c.holds(end) {
				open = append(open, end)
			}
		}
	}
	slices.Sort(open)
	nodes, err := c.v.names(ctx, slices.Compact(open))
	for _, node := range nodes {
		c.pending[corpus.Node(node)] = true
	}
	return err
}

// follow reads where the names of the cited decisions lead, to their ends: a round for
// all that was met in the one before.
func (c *citedCount) follow(ctx context.Context) error {
	names, ok, err := c.v.id(Names)
	if err != nil || !ok {
		return err
	}
	for round := c.decisions; len(round) > 0; {
		var met quadstore.Set
		err := c.v.q.EachObject(ctx, round, names, func(at int, o quadstore.ID) error {
			c.leads[round[at]] = append(c.leads[round[at]], o)
			met = append(met, o)
			return nil
		})
		if err != nil {
			return err
		}
		for _, id := range round {
			c.seen[id] = true
		}
		if round, err = c.keysAmong(ctx, met); err != nil {
			return err
		}
	}
	return nil
}

// keysAmong are those of some nodes that were not seen yet, and are keys: only a decision
// that is held is named by what is none.
func (c *citedCount) keysAmong(ctx context.Context, ids quadstore.Set) (keys quadstore.Set, err error) {
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id quadstore.ID) bool { return c.seen[id] })
	names, err := c.v.names(ctx, ids)
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		if isKey(name) {
			keys = append(keys, ids[i])
		}
	}
	return keys, nil
}

// ends are where the names of a key end, as terminals finds them.
func (c *citedCount) ends(id quadstore.ID) (found []quadstore.ID) {
	todo := []quadstore.ID{id}
	for at := 0; at < len(todo); at++ {
		next := c.leads[todo[at]]
		if len(next) == 0 || c.holds(todo[at]) {
			found = append(found, todo[at])
		}
		for _, n := range next {
			if !slices.Contains(todo, n) {
				todo = append(todo, n)
			}
		}
	}
	if len(found) == 0 { // two names that only name each other
		found = append(found, id)
	}
	return found
}

func (c *citedCount) holds(id quadstore.ID) bool {
	_, found := slices.BinarySearch(c.held, id)
	return found
}

// resolve counts what a key names by asking for it.
func (c *citedCount) resolve(ctx context.Context, key corpus.Key) error {
	nodes, err := c.names.Resolve(ctx, key)
	if err != nil {
		return err
	}
	for _, node := range nodes {
		if key.IsProvision() {
			c.provisions[node] = true
			continue
		}
		held, err := c.names.Holds(node)
		if err != nil {
			return err
		}
		if !held {
			c.pending[node] = true
		}
	}
	return nil
}
