package main

import (
	"context"
	"errors"
	"time"

	"github.com/attendu/attendu/graph/quadstore"
	"github.com/cayleygraph/quad"
)

func firstDay(y int) quad.Time { return quad.Time(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)) }

// known are the nodes that the questions speak of.
type known struct{ cites, date, hub, tenth, middle quadstore.ID }

func (k known) hubLink() quadstore.Link   { return quadstore.Link{Predicate: k.cites, Object: k.hub} }
func (k known) tenthLink() quadstore.Link { return quadstore.Link{Predicate: k.cites, Object: k.tenth} }

var errNotThere = errors.New("the graph lacks a value that it should have")

// known looks the nodes up, as part of each question.
func (e *pebbleEngine) known() (k known, err error) {
	for _, w := range []struct {
		value quad.Value
		to    *quadstore.ID
	}{{cites, &k.cites}, {date, &k.date}, {hub, &k.hub}, {tenth, &k.tenth}, {decision(e.n / 2), &k.middle}} {
		id, ok, err := e.s.ID(w.value)
		if err != nil || !ok {
			return k, errors.Join(errNotThere, err)
		}
		*w.to = id
	}
	return k, nil
}

// direct are the questions that the store answers by ids, past Cayley's paths.
func (e *pebbleEngine) direct() map[string]question {
	has := func(l ...quadstore.Link) (s quadstore.Selection) {
		for _, one := range l {
			s.Has = append(s.Has, []quadstore.Link{one})
		}
		return s
	}
	return map[string]question{
		citersOfHub:   e.selected(func(k known) quadstore.Selection { return has(k.hubLink()) }),
		citersOfTenth: e.selected(func(k known) quadstore.Selection { return has(k.tenthLink()) }),
		intersection:  e.selected(func(k known) quadstore.Selection { return has(k.tenthLink(), k.hubLink()) }),
		dateRange: e.selected(func(k known) quadstore.Selection {
			s := has(k.hubLink())
			s.Within = []quadstore.Range{{Predicate: k.date, From: firstDay(year), To: firstDay(year + 1)}}
			return s
		}),
		page: e.selected(func(k known) quadstore.Selection {
			s := has(k.hubLink())
			s.After, s.Limit = k.middle, 20
			return s
		}),
		coCited: e.ids(func(ctx context.Context, k known) (quadstore.Set, error) {
			from, err := e.s.Select(ctx, has(k.tenthLink()))
			if err != nil {
				return nil, err
			}
			return e.s.Hop(ctx, from, k.cites, quad.Object)
		}),
		count: func(ctx context.Context, _ func(string)) (int, error) {
			k, err := e.known()
			if err != nil {
				return 0, err
			}
			n, err := e.s.Degree(ctx, k.hubLink())
			return int(n), err
		},
		citerValues: e.values,
	}
}

// ids asks for nodes, and for their values only when somebody sees them.
func (e *pebbleEngine) ids(of func(context.Context, known) (quadstore.Set, error)) question {
	return func(ctx context.Context, see func(string)) (int, error) {
		k, err := e.known()
		if err != nil {
			return 0, err
		}
		ids, err := of(ctx, k)
		if err != nil || see == nil {
			return len(ids), err
		}
		return len(ids), e.show(ctx, ids, see)
	}
}

func (e *pebbleEngine) selected(by func(known) quadstore.Selection) question {
	return e.ids(func(ctx context.Context, k known) (quadstore.Set, error) { return e.s.Select(ctx, by(k)) })
}

func (e *pebbleEngine) show(ctx context.Context, ids quadstore.Set, see func(string)) error {
	values, err := e.s.Values(ctx, ids)
	for _, v := range values {
		see(quad.StringOf(v))
	}
	return err
}

// values asks for the citers of the hub by their values.
func (e *pebbleEngine) values(ctx context.Context, see func(string)) (int, error) {
	k, err := e.known()
	if err != nil {
		return 0, err
	}
	ids, err := e.s.Select(ctx, quadstore.Selection{Has: [][]quadstore.Link{{k.hubLink()}}})
	if err != nil {
		return 0, err
	}
	if see != nil {
		return len(ids), e.show(ctx, ids, see)
	}
	values, err := e.s.Values(ctx, ids)
	return len(values), err
}
