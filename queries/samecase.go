package queries

import (
	"slices"

	"github.com/attendu/attendu/corpus"
)

// ofTheCase keeps, of the decisions that review one which is not held, those that can be
// of the case asked for. A judge gives many orders a day: where only court and day name
// the decision under review, two that review it are of one case only when they share a
// party that is no public body.
func (h *historian) ofTheCase(node corpus.Node, above []corpus.Node) ([]corpus.Node, error) {
	t, err := h.l.target(h.ctx, node)
	if err != nil || slices.ContainsFunc(t.names, func(k corpus.Key) bool { return !byDay(k) }) {
		return above, err
	}
	var out []corpus.Node
	for _, n := range above {
		if n == h.asked.Node {
			out = append(out, n)
			continue
		}
		d, err := h.l.store.Heading(h.ctx, n)
		if err != nil {
			return nil, err
		}
		if shareParty(h.asked, d) {
			out = append(out, n)
		}
	}
	return out, nil
}

// byDay reports whether a key names a decision by its court and day only.
func byDay(k corpus.Key) bool {
	p, err := k.Parts()
	if err != nil {
		return false
	}
	_, err = corpus.ParseDate(p.ID)
	return err == nil
}

// shareParty reports whether two decisions have a party of one name that is no public
// body.
func shareParty(a, b *corpus.Decision) bool {
	names := map[string]bool{}
	for _, p := range a.Parties {
		if p.Kind != corpus.Publique {
			names[corpus.Slug(p.Name)] = true
		}
	}
	return slices.ContainsFunc(b.Parties, func(p corpus.Party) bool {
		return p.Kind != corpus.Publique && names[corpus.Slug(p.Name)]
	})
}
