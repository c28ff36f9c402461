package queries

import (
	"context"
	"slices"

	"github.com/attendu/attendu/corpus"
)

// target is a thing that is cited, under all its names.
type target struct {
	node corpus.Node
	date corpus.Date // of a held decision
	// numbered says that the decision has a number, so that a mention of its court and
	// day alone may mean another.
	numbered bool
	names    []corpus.Key
	// shared are the names that also fit something else in the library.
	shared map[corpus.Key]bool
}

// targets finds what a reference names.
func (l *Library) targets(ctx context.Context, reference string) (out []target, err error) {
	if d, err := l.store.Heading(ctx, corpus.Node(reference)); err == nil {
		t, err := l.target(ctx, d.Node)
		return []target{t}, err
	}
	keys, err := l.references(ctx, []string{reference})
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		nodes, err := l.store.Resolve(ctx, k)
		if err != nil {
			return nil, err
		}
		if k.IsDecision() && len(nodes) > 1 {
			held, err := l.held(ctx, k)
			if err != nil {
				return nil, err
			}
			if len(held) > 1 {
				return nil, l.ambiguous(ctx, string(k), held)
			}
		}
		for _, node := range nodes {
			t, err := l.target(ctx, node)
			if err != nil {
				return nil, err
			}
			if k.IsProvision() {
				if t.names, err = l.lineNames(ctx, k, following{}); err != nil {
					return nil, err
				}
			}
			if node == corpus.Node(k) {
				t.names = append(t.names, l.ofChambers(k)...)
			}
			out = append(out, t)
		}
	}
	return out, nil
}

// ofChambers are the names that the rulings of the chambers have where a day of the Cour de
// cassation names none that is held; none for any other key.
func (l *Library) ofChambers(k corpus.Key) (names []corpus.Key) {
	for _, short := range l.extract.Courts().CitedChambers() {
		if n := k.OfChamber(short); n != k && k.Chamber() == "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return names
}

// lineNames lists everything under which the graph may have a provision: each
// rule that its number has borne, under all numbers of that rule.
func (l *Library) lineNames(ctx context.Context, key corpus.Key, f following) ([]corpus.Key, error) {
	if !key.IsProvision() {
		return l.names(ctx, key)
	}
	senses, err := l.senses(ctx, key, f)
	if err != nil {
		return nil, err
	}
	var names []corpus.Key
	for _, s := range senses {
		open := s.open
		if f.at != "" { // what may mean another rule does not answer for that of a day
			open = nil
		}
		for _, n := range slices.Concat(open, s.names) {
			if !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	return names, nil
}

// target gathers the names of one thing.
func (l *Library) target(ctx context.Context, node corpus.Node) (target, error) {
	t, err := l.namesOf(ctx, l.store, node)
	if err != nil {
		return t, err
	}
	d, err := l.store.Heading(ctx, node)
	if err == nil {
		t.date, t.numbered = d.Date, len(d.Numbers) > 0
	} else if !isNotFound(err) {
		return t, err
	} else if p, err := corpus.Key(node).Parts(); err == nil && p.Family == corpus.CaseLaw {
		t.numbered = !isDay(p.ID)
	}
	return t, nil
}

// namesOf is target for its names alone; by resolves them.
func (l *Library) namesOf(ctx context.Context, by resolving, node corpus.Node) (target, error) {
	t := target{node: node, shared: map[corpus.Key]bool{}}
	aliases, err := l.store.Aliases(ctx, node)
	if err != nil {
		return t, err
	}
	if _, err := corpus.ParseKey(string(node)); err == nil {
		t.names = append(t.names, corpus.Key(node))
	}
	for _, k := range aliases {
		nodes, err := by.Resolve(ctx, k)
		if err != nil {
			return t, err
		}
		t.names = append(t.names, k)
		t.shared[k] = len(nodes) > 1
	}
	return t, nil
}

// names lists every key under which a thing may be cited, the key itself first.
func (l *Library) names(ctx context.Context, key corpus.Key) ([]corpus.Key, error) {
	nodes, err := l.store.Resolve(ctx, key)
	if err != nil {
		return nil, err
	}
	names := []corpus.Key{key.Base()}
	for _, node := range nodes {
		t, err := l.target(ctx, node)
		if err != nil {
			return nil, err
		}
		for _, k := range t.names {
			if !slices.Contains(names, k) {
				names = append(names, k)
			}
		}
	}
	return names, nil
}

// meant reports whether a mention means the target: the text that it designates
// where its number has borne several rules, else the key or the node.
func (t target) meant(m *corpus.Citation) bool {
	if text := m.Meant.Text(m.Node); text.Version != "" && text.Version != corpus.Unchanged {
		return slices.Contains(t.names, corpus.Key(text.String())) || slices.Contains(t.names, corpus.Key(m.Meant.Part(m.Node)))
	}
	if m.Node.Chamber() != "" { // the day alone is also that of other chambers
		return slices.Contains(t.names, m.Node)
	}
	return slices.Contains(t.names, m.Node) || slices.Contains(t.names, m.Key)
}

// doubt says why a mention may mean another decision than the target; "" when
// it does not.
func (t target) doubt(m *corpus.Citation) string {
	p, err := m.Node.Parts()
	named := err == nil && p.Family == corpus.CaseLaw && isDay(p.ID)
	switch {
	case named && t.numbered:
		return "the mention gives the court and the day only"
	case t.shared[m.Node] && m.Date == "":
		return "the mention also fits another decision"
	}
	return ""
}
