package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// pleaders reads who pleads for whom before the Cour de cassation: "les observations
// de la SCP Brunel et Perrin, avocat de M. Durieux, de Me Aubry, avocat de la société
// Lorme". It gives the parties, and in criminal matters those whom the pourvoi does not
// name: who answers the pourvoi of an accused is named by his counsel alone.
func (f *Finder) pleaders(t *fold.Text, all []found) []found {
	to := min(len(t.Folded), headLimit)
	m := f.say.pleading.FindStringIndex(t.Folded[:to])
	if m == nil || len(all) == 0 {
		return all
	}
	criminal := strings.Contains(t.Folded[:m[0]], "chambre criminelle")
	from, end := m[1], lineEnd(t.Folded, m[1], to)
	list := f.say.pleader.FindAllStringSubmatchIndex(t.Folded[from:end], maxTold)
	for i, p := range list {
		a, b := from+p[2], from+p[3]
		for _, before := range []string{", de la ", ", de ", " et de la ", " et de ", "celles de la ", "celles de "} {
			if k := strings.LastIndex(t.Folded[a:b], before); k >= 0 && f.opensFirm(t, a+k+len(before), b) {
				a += k + len(before) // another party stood before
			}
		}
		c := corpus.Counsel{Span: t.Span(a, b)}
		c.Name = clean(c.Of(t.Original))
		stop := end
		if i+1 < len(list) {
			stop = from + list[i+1][0]
		}
		rest := f.pleadsFor(t, from+p[1], stop, all, c)
		if criminal {
			all = append(all, rest...)
		}
	}
	return all
}

// pleadsFor gives counsel to the parties of the list that starts at i, and gives those of
// the list who are not among them.
func (f *Finder) pleadsFor(t *fold.Text, i, to int, all []found, c corpus.Counsel) (rest []found) {
	if m := f.say.pluralBodies.FindStringIndex(t.Folded[i:to]); m != nil {
		f.pleadsForBodies(t, t.Folded[i+m[1]:to], all, c)
		return nil
	}
	for n := 0; n < maxTold; n++ {
		x, ok := f.told(t, i, to)
		if !ok {
			return rest
		}
		for _, x := range f.together(t, x, to) {
			if k := f.named(t, all, x); k >= 0 {
				all[k].counsel = append(all[k].counsel, c)
			} else if x.as == "" && f.listed(t, all, x) < 0 && !f.openerOnly(t, x) {
				rest = append(rest, found{name: x, side: corpus.Defendeur, rule: "observations", confidence: 0.6, counsel: []corpus.Counsel{c}})
			}
			i = max(i, x.next)
		}
		x.next = max(x.next, i)
		m := f.say.andBy.FindStringIndex(t.Folded[x.next:to])
		if m == nil {
			return rest
		}
		i = x.next + m[1]
	}
	return rest
}

// opensFirm reports whether counsel, or a firm of any form, is named at i.
func (f *Finder) opensFirm(t *fold.Text, i, to int) bool {
	return f.opensCounsel(t, i, to) || strings.HasPrefix(t.Folded[i:to], "sarl ")
}

// pleadsForBodies gives counsel to the bodies that words name without their forms: "des
// sociétés Lorme et Brume".
func (f *Finder) pleadsForBodies(t *fold.Text, words string, all []found, c corpus.Counsel) {
	if m := f.say.opinion.FindStringIndex(words); m != nil {
		words = words[:m[0]]
	}
	for i := range all {
		x := &all[i]
		if x.class == form || x.class == acronym || x.class == body {
			if inList(words, f.core(t, x.name)) {
				x.counsel = append(x.counsel, c)
			}
		}
	}
}

// inList reports whether a name is an item of a list: between commas or "et".
func inList(words, name string) bool {
	for from := 0; ; {
		k := strings.Index(words[from:], name)
		if k < 0 {
			return false
		}
		k += from
		from = k + len(name)
		before, after := words[:k], words[from:]
		if (before == "" || strings.HasSuffix(before, ", ") || strings.HasSuffix(before, " et ")) &&
			(after == "" || strings.IndexByte(",;.", after[0]) >= 0 || strings.HasPrefix(after, " et ")) {
			return true
		}
	}
}

// together lists those whom one name names: husband and wife, or all whom a list
// behind "MM." names.
func (f *Finder) together(t *fold.Text, n name, to int) []name {
	o, k := f.openerAt(t, n.from, n.to)
	if o.class != civility || !plural(o.words) {
		return f.couple(t, n)
	}
	n.from = skipBlank(t.Folded, n.from+k, n.to)
	out := []name{n}
	for i := bareNext(t.Folded, n.next, to); i < to; i = bareNext(t.Folded, n.next, to) {
		var ok bool
		if _, k := f.openerAt(t, i, to); k > 0 || !t.Capital(i) && t.Folded[i] != '[' {
			break
		}
		if n, ok = f.person(t, i, i, to); !ok {
			break
		}
		out = append(out, n)
	}
	return out
}

// named gives the place of the party that a name is that of: the one with the same
// words, else the only one that it can name; -1 when there is none, or several.
func (f *Finder) named(t *fold.Text, all []found, n name) int {
	id := f.identified(t, n)
	words := strings.Fields(id)
	only := -1
	for k := range all {
		x := &all[k]
		if x.id == "" {
			x.id = f.identified(t, x.name)
		}
		switch {
		case x.id == id:
			return k
		case (x.kind == corpus.Physique) != (n.kind == corpus.Physique) || !alike(strings.Fields(x.id), words, x.kind):
		case only >= 0:
			only = len(all) // several
		default:
			only = k
		}
	}
	if only == len(all) {
		return -1
	}
	return only
}
