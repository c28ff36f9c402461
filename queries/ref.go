package queries

import (
	"context"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/law"
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
	return l.refBy(ctx, l.store, d)
}

// refBy is ref for one of several decisions, whose keys one resolver resolves.
func (l *Library) refBy(ctx context.Context, by resolving, d *corpus.Decision) (DecisionRef, error) {
	key, err := unique(ctx, by, d)
	if err != nil {
		return DecisionRef{}, err
	}
	return DecisionRef{
		Key: key, Node: d.Node, Usual: l.Usual(&d.Metadata), Court: d.Court.Name(), Date: d.Date,
		Numbers: append([]string{}, d.Numbers...), ECLI: d.ECLI, Solution: d.Solution,
		Secondary: d.Secondary(), Held: true,
	}, nil
}

// pendingRef describes a decision of which only a key is known.
func (l *Library) pendingRef(key corpus.Key) DecisionRef {
	m := l.keyMetadata(key)
	ref := DecisionRef{Key: key, Node: corpus.Node(key), Usual: l.Usual(&m), Court: m.Court.Name(),
		Date: m.Date, Numbers: append([]string{}, m.Numbers...), ECLI: m.ECLI}
	if m.Court.Kind == "" { // the key says no court
		ref.Usual = l.extract.Law().Title(key)
	}
	return ref
}

// pending describes a decision that is not held by the best of its names: a
// number says more than a date, and the date is taken from another name.
func (l *Library) pending(ctx context.Context, node corpus.Node) (DecisionRef, error) {
	ref := l.pendingRef(corpus.Key(node))
	aliases, err := l.store.Aliases(ctx, node)
	for _, k := range aliases {
		if other := l.pendingRef(k); ref.Date == "" && other.Date != "" {
			m := l.keyMetadata(corpus.Key(node))
			m.Date = other.Date
			ref.Date, ref.Usual = m.Date, l.Usual(&m)
		}
	}
	return ref, err
}

// keyMetadata reads back from a key what it says.
func (l *Library) keyMetadata(key corpus.Key) (m corpus.Metadata) {
	p, err := key.Parts()
	if err != nil || p.Family != corpus.CaseLaw {
		return m
	}
	switch p.Head {
	case "ecli":
		m.ECLI = "ECLI:" + p.ID
		return m
	case "texte":
		return m
	}
	m.Court = corpus.Court{Kind: corpus.CourtKind(p.Head), Place: l.extract.Courts().Place(p.Place)}
	m.Court.Chamber = l.extract.Courts().ChamberInKey(p.Chamber)
	m.Date = p.At
	if d, err := corpus.ParseDate(p.ID); err == nil {
		m.Date = d
		return m
	}
	m.Numbers = []string{law.DecisionNumber(p)}
	return m
}

// unique is the shortest key that names this decision and no other.
func (l *Library) unique(ctx context.Context, d *corpus.Decision) (corpus.Key, error) {
	return unique(ctx, l.store, d)
}

// resolving says what a key names: a store, or a resolver of one.
type resolving interface {
	Resolve(ctx context.Context, key corpus.Key) ([]corpus.Node, error)
}

func unique(ctx context.Context, by resolving, d *corpus.Decision) (corpus.Key, error) {
	for _, k := range d.Keys {
		nodes, err := by.Resolve(ctx, k)
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
			if nodes, err = by.Resolve(ctx, at); err != nil {
				return "", err
			} else if len(nodes) == 1 && nodes[0] == d.Node {
				return at, nil
			}
		}
	}
	return d.Key.At(d.Date, graph.Tie(d.Node)), nil
}
