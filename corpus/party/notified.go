package party

import (
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// notified adds the adverse party of a public-law decision in which nobody answered:
// its last article has it served on the parties. One name that is new, and a side on
// which nobody is known, are wanted: intervenors are served too.
func (f *Finder) notified(t *fold.Text, zones []corpus.Zone, all []found) []found {
	if len(all) == 0 || hasSide(all, corpus.Demandeur) == hasSide(all, corpus.Defendeur) {
		return all
	}
	side := corpus.Defendeur
	if hasSide(all, corpus.Defendeur) {
		side = corpus.Demandeur
	}
	var fresh []name
	for _, z := range zones {
		if z.Zone != corpus.Dispositif {
			continue
		}
		from, to := t.Index(z.Start), t.Index(z.End)
		m := f.say.served.FindStringIndex(t.Folded[from:to])
		if m == nil {
			continue
		}
		for _, n := range f.servedOn(t, from+m[1], lineEnd(t.Folded, from+m[1], to)) {
			if f.listed(t, all, n) < 0 && !f.among(t, fresh, n) {
				fresh = append(fresh, n)
			}
		}
	}
	if len(fresh) != 1 {
		return all
	}
	return append(all, found{name: fresh[0], side: side, rule: "notification", confidence: 0.6})
}

// hasSide reports whether a party is known on a side.
func hasSide(all []found, side corpus.Side) bool {
	return slices.ContainsFunc(all, func(x found) bool { return x.side == side })
}

// servedOn reads the names of a list of those on whom a decision is served: "à Mme
// Vautier, à la commune de Brézolles et au préfet de la Meuse."
func (f *Finder) servedOn(t *fold.Text, i, to int) []name {
	var out []name
	for i < to && len(out) < maxTold {
		n, ok := f.told(t, i, to)
		if !ok {
			break
		}
		out = append(out, n)
		m := f.say.andTo.FindStringIndex(t.Folded[n.next:to])
		if m == nil {
			break
		}
		i = n.next + m[1]
	}
	return out
}
