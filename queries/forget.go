package queries

import (
	"context"
	"errors"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// Forget removes one held decision from store, graph and index, and leaves a
// tombstone: indexing it again, from any source, is refused until Recall. Who opens
// the library for reading from then on does not find it either. It
// returns the key under which it was forgotten.
func (l *Library) Forget(ctx context.Context, reference string) (corpus.Key, error) {
	l.adding.Lock()
	defer l.adding.Unlock()
	if l.readOnly {
		return "", coded(graph.ErrReadOnly)
	}
	d, err := l.find(ctx, reference)
	if err != nil {
		return "", coded(err)
	}
	key, err := l.unique(ctx, d)
	if err != nil {
		return "", coded(err)
	}
	if err := l.store.Forget(ctx, d.Node); err != nil {
		return "", coded(err)
	}
	if err := l.follow(ctx); err != nil {
		return key, coded(err)
	}
	return key, coded(l.publish(ctx)) // no reader shall find it either
}

// Recall takes the tombstone of a forgotten decision away, so that it can be
// indexed again, or the note that its publisher withdrew it. The reference is its
// key or node; a withdrawn decision has only its node, or its id: JURITEXT…. It answers NotFound when no
// such decision was forgotten, and Invalid when several fit.
func (l *Library) Recall(ctx context.Context, reference string) (corpus.Key, error) {
	if l.readOnly {
		return "", coded(graph.ErrReadOnly)
	}
	keys, err := l.parseReference(reference)
	if err != nil {
		keys = nil // a node is no reference
	}
	var nodes []corpus.Node
	var found corpus.Key
	for stone, err := range l.store.Forgotten(ctx) {
		if err != nil {
			return "", coded(err)
		}
		for _, k := range stone.Keys {
			if string(stone.Node) == reference || len(keys) == 1 && (k == keys[0].Base()) {
				nodes, found = append(nodes, stone.Node), stone.Keys[0]
				break
			}
		}
	}
	switch len(nodes) {
	case 0:
		if sourceID.MatchString(reference) {
			return l.recallSource(ctx, reference)
		}
		return "", notFound("no decision %s was forgotten", reference)
	case 1:
		return found, coded(l.store.Recall(ctx, nodes[0]))
	}
	return "", invalid("%d forgotten decisions fit %s: %v", len(nodes), reference, nodes)
}

// recallSource lets a withdrawn source come back.
func (l *Library) recallSource(ctx context.Context, reference string) (corpus.Key, error) {
	node := corpus.Node(reference)
	if !strings.Contains(reference, ":") {
		node = corpus.Source{ID: reference}.Node()
	}
	err := l.store.Recall(ctx, node)
	if errors.Is(err, graph.ErrNotFound) {
		return "", notFound("no decision %s was forgotten or withdrawn", reference)
	}
	return corpus.Key(node), coded(err)
}
