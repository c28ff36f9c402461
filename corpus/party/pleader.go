package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// pleaders reads who pleads for whom before the Cour de cassation: "les observations
// de la SCP Brunel et Perrin, avocat de M. Durieux, de Me Aubry, avocat de la société
// Lorme"; "Moyen produit par Me Aubry, avocat aux Conseils, pour la société Lorme". It
// gives the parties, and in criminal matters those whom the pourvoi does not name: who
// answers the pourvoi of an accused is named by his counsel alone.
func (f *Finder) pleaders(t *fold.Text, all []found) []found {
	if len(all) == 0 {
		return all
	}
	to := min(len(t.Folded), headLimit)
	c := f.clientsOf(t, all)
	var further []found
	m := f.say.pleading.FindStringIndex(t.Folded[:to])
	if m != nil {
		criminal := strings.Contains(t.Folded[:m[0]], "chambre criminelle")
		end := lineEnd(t.Folded, m[1], to)
		for _, p := range f.briefs(t, m[1], end) {
			rest := c.give(p.clients, p.end, f.counselIn(t, p.from, p.to))
			if criminal {
				further = append(further, rest...)
			}
		}
		c.giveOthers()
	}
	c.produced()
	return append(c.all, further...)
}

// brief is a place that names counsel, in [from,to), before those for whom he pleads, in
// [clients,end).
type brief struct{ from, to, clients, end int }

// briefs lists the places of a list of counsel that name counsel before their clients.
func (f *Finder) briefs(t *fold.Text, from, to int) []brief {
	var out []brief
	for _, p := range f.say.pleader.FindAllStringSubmatchIndex(t.Folded[from:to], maxTold) {
		x := brief{from: from + p[2], to: from + p[3], clients: from + p[1], end: to}
		for _, before := range []string{", de la ", ", de ", " et de la ", " et de ", "celles de la ", "celles de "} {
			if k := strings.LastIndex(t.Folded[x.from:x.to], before); k >= 0 && f.opensFirm(t, x.from+k+len(before), x.to) {
				x.from += k + len(before) // another party stood before
			}
		}
		if len(out) > 0 {
			out[len(out)-1].end = x.from
		}
		out = append(out, x)
	}
	return out
}

// counselIn is the counsel whose name stands in [from,to).
func (f *Finder) counselIn(t *fold.Text, from, to int) corpus.Counsel {
	c := corpus.Counsel{Span: t.Span(from, to)}
	c.Name = clean(c.Of(t.Original))
	return c
}

// opensFirm reports whether counsel, or a firm of any form, is named at i.
func (f *Finder) opensFirm(t *fold.Text, i, to int) bool {
	return f.opensCounsel(t, i, to) || f.say.firm.MatchString(t.Folded[i:to])
}

// bodiesIn lists the bodies that words name without their forms: "des sociétés Lorme et
// Brume".
func (f *Finder) bodiesIn(t *fold.Text, words string, all []found) []int {
	var out []int
	for i := range all {
		x := &all[i]
		if (x.class == form || x.class == acronym || x.class == body) && inList(words, f.core(t, x.name)) {
			out = append(out, i)
		}
	}
	return out
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
// words, else the only person of that family name, else the only one that it can name; -1
// when there is none, or several. title is "m" or "mme" for one of a list behind "MM." or
// "Mmes".
func (f *Finder) named(t *fold.Text, all []found, n name, title string) int {
	id := f.identified(t, n)
	if title != "" && n.as == "" {
		id = f.identity(title+" "+t.Folded[n.from:n.to], n.kind)
	}
	words := strings.Fields(id)
	only, bearer, bearers := -1, -1, 0
	for k := range all {
		x := &all[k]
		if x.id == "" {
			x.id = f.identified(t, x.name)
		}
		switch {
		case x.id == id:
			return k
		case (x.kind == corpus.Physique) != (n.kind == corpus.Physique) || !alike(strings.Fields(x.id), words, x.kind):
		case n.kind == corpus.Physique && bears(x.id, id):
			bearers++
			bearer = k
		case only >= 0:
			only = len(all) // several
		default:
			only = k
		}
	}
	switch {
	case bearers == 1:
		return bearer
	case bearers > 1 || only == len(all):
		return -1
	}
	return only
}

// bears reports whether the identity of a person ends with the family name that a shorter
// one has: "m paul durieux", "m durieux".
func bears(id, short string) bool {
	title, family, ok := strings.Cut(short, " ")
	return ok && strings.HasPrefix(id, title+" ") && strings.HasSuffix(id, " "+family)
}
