package queries

import (
	"context"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// DecisionRef is a decision in one line: enough to name it and to ask for more.
type DecisionRef struct {
	// Key names this decision and no other of the library: where two share a
	// key, it carries "@date".
	Key       corpus.Key  `json:"key"`
	Node      corpus.Node `json:"node"`
	Usual     string      `json:"usual"` // as lawyers cite it
	Court     string      `json:"court"`
	Date      corpus.Date `json:"date"`
	Numbers   []string    `json:"numbers"`
	ECLI      string      `json:"ecli"`
	Solution  string      `json:"solution"`
	Secondary bool        `json:"secondary"` // known from a commentary only
	// Held is false for a decision that is cited and not in the library.
	Held bool `json:"held"`
}

// ref describes a held decision.
func (l *Library) ref(ctx context.Context, d *corpus.Decision) (DecisionRef, error) {
	key, err := l.unique(ctx, d)
	if err != nil {
		return DecisionRef{}, err
	}
	return DecisionRef{
		Key: key, Node: d.Node, Usual: Usual(&d.Metadata), Court: d.Court.Name(), Date: d.Date,
		Numbers: append([]string{}, d.Numbers...), ECLI: d.ECLI, Solution: d.Solution,
		Secondary: d.Secondary(), Held: true,
	}, nil
}

// pendingRef describes a decision of which only a key is known.
func pendingRef(key corpus.Key) DecisionRef {
	m := keyMetadata(key)
	return DecisionRef{Key: key, Node: corpus.Node(key), Usual: Usual(&m), Court: m.Court.Name(),
		Date: m.Date, Numbers: append([]string{}, m.Numbers...)}
}

// pending describes a decision that is not held by the best of its names: a
// number says more than a date, and the date is taken from another name.
func (l *Library) pending(ctx context.Context, node corpus.Node) (DecisionRef, error) {
	ref := pendingRef(corpus.Key(node))
	aliases, err := l.store.Aliases(ctx, node)
	for _, k := range aliases {
		if other := pendingRef(k); ref.Date == "" && other.Date != "" {
			m := keyMetadata(corpus.Key(node))
			m.Date = other.Date
			ref.Date, ref.Usual = m.Date, Usual(&m)
		}
	}
	return ref, err
}

// keyMetadata reads back from a key what it says.
func keyMetadata(key corpus.Key) (m corpus.Metadata) {
	p, err := key.Parts()
	if err != nil || p.Family != corpus.CaseLaw {
		return m
	}
	m.Court = corpus.Court{Kind: corpus.CourtKind(p.Head), Place: placeName(p.Place)}
	m.Date = p.At
	if d, err := corpus.ParseDate(p.ID); err == nil {
		m.Date = d
		return m
	}
	id := p.ID
	if p.Head == string(corpus.Cass) && len(id) == 8 { // 17-21434 is printed 17-21.434
		id = id[:5] + "." + id[5:]
	}
	m.Numbers = []string{id}
	return m
}

// small are the words of a place's name that keep their small letter.
var small = map[string]bool{"en": true, "de": true, "du": true, "la": true, "le": true, "les": true,
	"sur": true, "sous": true, "d": true, "l": true, "et": true, "aux": true, "lès": true}

// placeName writes the slug of a place as a name: accents are lost, which is
// why it serves only where no printed name is known.
func placeName(slug string) string {
	b := []byte(slug)
	word := 0
	for i := 0; i <= len(b); i++ {
		if i < len(b) && b[i] != '-' {
			continue
		}
		if w := string(b[word:i]); w != "" && (word == 0 || !small[w]) && b[word] >= 'a' {
			b[word] -= 'a' - 'A'
		}
		word = i + 1
	}
	return string(b)
}

// unique is the shortest key that names this decision and no other.
func (l *Library) unique(ctx context.Context, d *corpus.Decision) (corpus.Key, error) {
	for _, k := range d.Keys {
		nodes, err := l.store.Resolve(ctx, k)
		if err != nil {
			return "", err
		}
		if len(nodes) == 1 {
			return k, nil
		}
		if k != d.Keys[0] {
			continue
		}
		for _, tie := range []string{"", graph.Tie(d.Node)} {
			at := k.At(d.Date, tie)
			if nodes, err = l.store.Resolve(ctx, at); err != nil {
				return "", err
			} else if len(nodes) == 1 && nodes[0] == d.Node {
				return at, nil
			}
		}
	}
	return d.Key.At(d.Date, graph.Tie(d.Node)), nil
}

// find returns the one held decision that a reference names. A reference that
// fits several is answered with the list of them.
func (l *Library) find(ctx context.Context, reference string) (*corpus.Decision, error) {
	if d, err := l.store.Get(ctx, corpus.Node(reference)); err == nil {
		return d, nil
	}
	keys, err := l.extract.ParseReference(reference)
	if err != nil {
		return nil, invalid("%v", err)
	}
	if len(keys) != 1 || !keys[0].IsDecision() {
		return nil, invalid("%q does not name one decision", reference)
	}
	held, err := l.held(ctx, keys[0])
	switch {
	case err != nil:
		return nil, err
	case len(held) == 0:
		return nil, notFound("%s is not in this library", keys[0])
	case len(held) > 1:
		return nil, l.ambiguous(ctx, keys[0], held)
	}
	return held[0], nil
}

// held returns the held decisions that a key names.
func (l *Library) held(ctx context.Context, key corpus.Key) (held []*corpus.Decision, err error) {
	nodes, err := l.store.Resolve(ctx, key)
	if err != nil {
		return nil, err
	}
	for _, node := range nodes {
		d, err := l.store.Get(ctx, node)
		if isNotFound(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		held = append(held, d)
	}
	return held, nil
}
