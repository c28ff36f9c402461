package corpus

import (
	"cmp"
	"slices"
)

// rank orders sources by how well they give a decision: official zones before
// none, an official id before none, and a text that only speaks of the decision
// last.
func (s Source) rank() int {
	switch {
	case s.Secondary:
		return 3
	case s.ID == "":
		return 2
	case s.Zoned:
		return 0
	}
	return 1
}

// order compares two sources by rank. Those of two publishers are never equal, so
// that it does not matter which of them comes first: the later name wins, which
// puts the court's own publication before that of the DILA.
func (s Source) order(o Source) int {
	return cmp.Or(cmp.Compare(s.rank(), o.rank()), cmp.Compare(o.Format, s.Format))
}

// staler reports whether a source is an older issue of one that is held.
func (d *Decision) staler(s Source) bool {
	return s.Issued != "" && s.ID != "" && slices.ContainsFunc(d.Sources, func(held Source) bool {
		return held.Issued > s.Issued && held.Node() == s.Node()
	})
}

// Merge joins what a new source says of a decision to what is held of it. The
// text and all that was read from it are those of the better source, of equals
// those of the new one; official metadata are joined field by field, the better
// source first; every source is kept, and a path that comes again replaces
// itself. An older issue of a source that is held never replaces the newer one, and
// what it says officially counts no more. The node stays that of held. Neither
// argument is changed; fresh tells whether the text is that of next.
func Merge(held, next *Decision) (merged *Decision, fresh bool) {
	fresh = next.Sources[0].order(held.Sources[0]) <= 0 || next.Sources[0].Path == held.Sources[0].Path
	fresh = fresh && !held.staler(next.Sources[0])
	base, other := *held, next
	if fresh {
		base, other = *next, held
	}
	base.Node = held.Node
	base.Sources = slices.Clone(base.Sources)
	for _, s := range other.Sources {
		at := slices.IndexFunc(base.Sources, func(b Source) bool { return b.Path == s.Path })
		switch {
		case at < 0:
			base.Sources = append(base.Sources, s)
		case !fresh: // the same path again, with something new to say
			base.Sources[at] = s
		}
	}
	base.Keys = append(slices.Clone(base.Keys), other.Keys...) // settle keeps the names by chamber
	base.settle()
	return &base, fresh
}

// Without gives the decision without some of its sources, and with the metadata
// that the others leave. It has no meaning when the source of the text, or the
// last one, is taken away. d is not changed.
func (d *Decision) Without(gone func(Source) bool) *Decision {
	rest := *d
	rest.Sources = slices.DeleteFunc(slices.Clone(d.Sources), gone)
	rest.settle()
	return &rest
}

// settle works metadata and keys out again from all sources.
func (d *Decision) settle() {
	ranked := slices.Clone(d.Sources)
	slices.SortStableFunc(ranked, Source.order)
	d.Official = Metadata{}
	for _, s := range ranked {
		if s.Official != nil && !s.Secondary && !d.staler(s) {
			d.Official = d.Official.Prefer(*s.Official)
		}
	}
	d.Metadata = d.Official.Prefer(d.Read)
	node, was := d.Node, d.Keys
	d.Name()
	d.Node = node
	for _, s := range ranked {
		if s.Official == nil || s.Secondary {
			continue
		}
		for _, k := range s.Official.Prefer(d.Metadata).Keys() {
			if !slices.Contains(d.Keys, k) {
				d.Keys = append(d.Keys, k)
			}
		}
	}
	for _, k := range chamberNames(was, d.Date) {
		if !slices.Contains(d.Keys, k) {
			d.Keys = append(d.Keys, k)
		}
	}
}
