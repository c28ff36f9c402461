package graph

import (
	"context"
	"errors"

	"github.com/attendu/attendu/corpus"
)

// momentary answers one question of Links at a moment of its own.
func momentary[T any](ctx context.Context, s *pebbleStore, ask func(*moment) (T, error)) (out T, err error) {
	v, err := s.moment(ctx)
	if err != nil {
		return out, err
	}
	out, err = ask(v)
	return out, errors.Join(err, v.Close())
}

// Citers implements Store.
func (s *pebbleStore) Citers(ctx context.Context, req CitersRequest) (NodeSet, error) {
	return momentary(ctx, s, func(v *moment) (NodeSet, error) { return v.Citers(ctx, req) })
}

// CountCiters implements Store.
func (s *pebbleStore) CountCiters(ctx context.Context, req CitersRequest) (int, error) {
	return momentary(ctx, s, func(v *moment) (int, error) { return v.CountCiters(ctx, req) })
}

// CitersPage implements Store.
func (s *pebbleStore) CitersPage(ctx context.Context, req CitersRequest, after string) (page NodeSet, next string, err error) {
	page, err = momentary(ctx, s, func(v *moment) (page NodeSet, err error) {
		page, next, err = v.CitersPage(ctx, req, after)
		return page, err
	})
	return page, next, err
}

// CoCited implements Store.
func (s *pebbleStore) CoCited(ctx context.Context, req CitersRequest, limit int) ([]CoCited, error) {
	return momentary(ctx, s, func(v *moment) ([]CoCited, error) { return v.CoCited(ctx, req, limit) })
}

// SharedCitations implements Store.
func (s *pebbleStore) SharedCitations(ctx context.Context, nodes ...corpus.Node) ([]corpus.Key, error) {
	return momentary(ctx, s, func(v *moment) ([]corpus.Key, error) { return v.SharedCitations(ctx, nodes...) })
}

// Nodes implements Store.
func (s *pebbleStore) Nodes(ctx context.Context, set NodeSet) ([]corpus.Node, error) {
	return momentary(ctx, s, func(v *moment) ([]corpus.Node, error) { return v.Nodes(ctx, set) })
}

// Days implements Store.
func (s *pebbleStore) Days(ctx context.Context, set NodeSet) ([]corpus.Date, error) {
	return momentary(ctx, s, func(v *moment) ([]corpus.Date, error) { return v.Days(ctx, set) })
}

// Courts implements Store.
func (s *pebbleStore) Courts(ctx context.Context, set NodeSet) ([]string, error) {
	return momentary(ctx, s, func(v *moment) ([]string, error) { return v.Courts(ctx, set) })
}
