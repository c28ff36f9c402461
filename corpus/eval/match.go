package eval

import (
	"slices"

	"github.com/attendu/attendu/corpus"
)

// meet reports whether two spans share a byte.
func meet(a, b corpus.Span) bool { return a.Start < b.End && b.Start < a.End }

// covers reports whether at least half of the found span lies inside the gold's.
func covers(found, gold corpus.Span) bool {
	n := found.End - found.Start
	return n > 0 && 2*(min(found.End, gold.End)-max(found.Start, gold.Start)) >= n
}

// wanted is one gold reference of a decision, and whether it was found.
type wanted struct {
	key  string // as compared
	ref  Ref
	cite *Citation
	used bool
}

// citations compares the citations of a decision.
func (t *tally) citations(g *Decision, d *corpus.Decision) {
	sure, doubtful := references(g)
	all := t.score("citations")
	for _, c := range keyed(d.Citations) {
		key := same(string(c.Key))
		i := slices.IndexFunc(sure, func(w wanted) bool { return !w.used && w.key == key && covers(c.Span, w.cite.Span) })
		switch {
		case i >= 0:
			sure[i].used = true
			all.Right++
			t.score("citations: "+family(key)).Right++
			t.fields(g.Name, &sure[i], &c)
		case slices.ContainsFunc(doubtful, func(s corpus.Span) bool { return meet(c.Span, s) }):
		default:
			all.Extra++
			t.score("citations: "+family(key)).Extra++
			t.fault(Fault{Case: g.Name, What: "citation", Fault: Extra, Got: string(c.Key), Start: c.Start, Quote: c.Text})
		}
	}
	for _, w := range sure {
		if !w.used {
			all.Missed++
			t.score("citations: "+family(w.key)).Missed++
			t.fault(Fault{Case: g.Name, What: "citation", Fault: Missed, Want: w.ref.Key, Start: w.cite.Span.Start, Quote: w.cite.Quote})
		}
	}
}

// references lists what a decision cites for certain, and where it is doubtful.
func references(g *Decision) (sure []wanted, doubtful []corpus.Span) {
	for i := range g.Citations {
		c := &g.Citations[i]
		for _, r := range c.Refs {
			if c.Doubt != "" || r.Doubt != "" {
				doubtful = append(doubtful, c.Span)
			} else {
				sure = append(sure, wanted{key: same(r.Key), ref: r, cite: c})
			}
		}
	}
	return sure, doubtful
}

// keyed are the citations that were resolved, in the order of their places.
func keyed(list []corpus.Citation) []corpus.Citation {
	list = slices.DeleteFunc(slices.Clone(list), func(c corpus.Citation) bool { return c.Key == "" })
	slices.SortStableFunc(list, func(a, b corpus.Citation) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return list
}

// fields looks at what else a right citation carries.
func (t *tally) fields(name string, w *wanted, c *corpus.Citation) {
	f := Fault{Case: name, Start: c.Start, Quote: c.Text}
	look := func(field, want, got string) {
		f.Want, f.Got = want, got
		t.field(field, want == got, f)
	}
	if w.cite.Zone != "" {
		look("zone", string(w.cite.Zone), string(c.Zone))
	}
	if w.cite.Speaker != "" {
		look("speaker", string(w.cite.Speaker), string(c.Speaker))
	}
	t.reading("", f, w.ref.Qualifier, c.Qualifier, w.ref.Sub, c.Sub)
}

// reading looks at qualifier and subdivision. Two absent qualifiers are no look;
// of a subdivision only its presence counts, for there are many ways to shorten
// one.
func (t *tally) reading(prefix string, f Fault, want, got corpus.Qualifier, wantSub, gotSub string) {
	if want != "" || got != "" {
		f.Want, f.Got = string(want), string(got)
		t.field(prefix+"qualifier", want == got, f)
	}
	f.Want, f.Got = wantSub, gotSub
	t.field(prefix+"sub", (wantSub == "") == (gotSub == ""), f)
}

// form scores a short form: exact when every reference that is not doubtful is
// found where its words stand, and nothing else. A form in which all is doubtful
// is left out.
func (t *tally) form(g *Form, d *corpus.Decision) {
	var doubtful []corpus.Span
	var sure []FormRef
	for _, r := range g.Refs {
		if r.Doubt != "" {
			doubtful = append(doubtful, r.Span)
		} else {
			sure = append(sure, r)
		}
	}
	if len(sure) == 0 && len(doubtful) > 0 {
		return
	}
	left := slices.DeleteFunc(keyed(d.Citations), func(c corpus.Citation) bool {
		return slices.ContainsFunc(doubtful, func(s corpus.Span) bool { return meet(c.Span, s) })
	})
	all, exact := t.score("forms"), true
	for _, r := range sure {
		key := same(r.Key)
		i := slices.IndexFunc(left, func(c corpus.Citation) bool { return same(string(c.Key)) == key && meet(c.Span, r.Span) })
		if i < 0 {
			exact = false
			all.Missed++
			t.score("forms: "+family(key)).Missed++
			t.fault(Fault{Case: g.ID, Group: g.Group, What: "citation", Fault: Missed, Want: r.Key, Start: r.Span.Start, Quote: r.Quote})
			continue
		}
		c := left[i]
		left = slices.Delete(left, i, i+1)
		all.Right++
		t.score("forms: "+family(key)).Right++
		t.reading("forms: ", Fault{Case: g.ID, Group: g.Group, Start: c.Start, Quote: c.Text}, r.Qualifier, c.Qualifier, r.Sub, c.Sub)
	}
	for _, c := range left {
		key := same(string(c.Key))
		all.Extra++
		t.score("forms: "+family(key)).Extra++
		t.fault(Fault{Case: g.ID, Group: g.Group, What: "citation", Fault: Extra, Got: string(c.Key), Start: c.Start, Quote: c.Text})
	}
	t.count(g, exact && len(left) == 0, len(g.Refs) == 0 && len(left) > 0)
}

// count adds a form to its group.
func (t *tally) count(g *Form, exact, alarm bool) {
	n := t.groups[g.Group]
	if n == nil {
		n = &GroupCount{Group: g.Group}
		t.groups[g.Group] = n
	}
	t.report.Forms++
	n.Of++
	if exact {
		t.report.Exact++
		n.Exact++
	}
	if alarm {
		t.report.FalseAlarms++
	}
}
