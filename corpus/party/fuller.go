package party

import (
	"iter"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// fuller gives the parties of a public-law decision the full name that another place
// of the text prints: the mémoire has "Mme Vautier" or "le préfet", the demand or the
// last article "Mme Claire Vautier" and "le préfet de la Meuse". A short name that
// two full ones could stand for is left as it is.
func (f *Finder) fuller(t *fold.Text, all []found) {
	for i := range all {
		x := &all[i]
		switch {
		case x.plural:
		case x.as != "": // "M. Tanguy" of "M. et Mme Tanguy"
			if x.kind == corpus.Physique {
				f.replace(t, x, f.fullPersons(t, fold.New(x.as).Folded))
			}
		case x.kind == corpus.Physique && x.class == civility:
			f.replace(t, x, f.fullPersons(t, t.Folded[x.from:x.to]))
		case x.class == body && f.openerOnly(t, x.name):
			f.replace(t, x, f.fullBodies(t, x.name))
		}
	}
}

// replace takes the one full name that there is: the first mention of it.
func (f *Finder) replace(t *fold.Text, x *found, full []name) {
	if len(full) == 0 {
		return
	}
	id := f.identity(t.Folded[full[0].from:full[0].to], full[0].kind)
	for _, n := range full[1:] {
		if f.identity(t.Folded[n.from:n.to], n.kind) != id {
			return
		}
	}
	x.name = full[0]
}

// maxMentions is how many mentions of one short name are looked at.
const maxMentions = 64

// occurrences yields where some folded words stand in a text that do not go on a word, among
// the first maxMentions times that they are there.
func occurrences(s, words string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for from, n := 0, 0; n < maxMentions; n++ {
			at := strings.Index(s[from:], words)
			if at < 0 {
				return
			}
			at += from
			from = at + len(words)
			if (at == 0 || !fold.Letter(s[at-1])) && !yield(at) {
				return
			}
		}
	}
}

// givenReach is how far before a family name its civility stands, in folded bytes.
const givenReach = 60

// fullPersons lists the names with the family name of a person of a short folded name,
// her civility and further words between them, in order.
func (f *Finder) fullPersons(t *fold.Text, short string) []name {
	s := t.Folded
	family := strings.TrimSpace(short[tokenEnd(short, 0, len(short)):])
	if family == "" {
		return nil
	}
	want := f.identity(short, corpus.Physique)
	title, _, _ := strings.Cut(want, " ")
	var out []name
	for at := range occurrences(s, family) {
		from := at + len(family)
		if at == 0 {
			continue
		}
		if full, ok := f.given(t, at, from); ok {
			id := f.identity(s[full.from:full.to], full.kind)
			if strings.HasPrefix(id, title+" ") && len(id) > len(want) {
				out = append(out, full)
			}
		}
	}
	return out
}

// given reads the name that ends with the family name in [at,end): from the nearest
// civility before it, when nothing but words of a name stands between.
func (f *Finder) given(t *fold.Text, at, end int) (name, bool) {
	s := t.Folded
	for i := at - 1; i > max(0, at-givenReach) && s[i] != '\n'; i-- {
		if !fold.Letter(s[i]) || i > 0 && (fold.Letter(s[i-1]) || s[i-1] == '-') {
			continue
		}
		o, n := f.openerAt(t, i, end)
		if n == 0 || o.class != civility {
			continue
		}
		if plural(o.words) || strings.Contains(o.words, " ") || strings.HasSuffix(s[:i], "m. et ") || strings.HasSuffix(s[:i], "monsieur et ") {
			return name{}, false // "M. et Mme Gaël Tanguy" prints his first name
		}
		x, ok := f.person(t, i, i+n, min(len(s), end+1))
		return x, ok && x.to == trimEnd(s, i, end)
	}
	return name{}, false
}

// openerOnly reports whether a body is named by nothing but the word that opens its
// name: "le préfet", "la commune".
func (f *Finder) openerOnly(t *fold.Text, n name) bool {
	_, k := f.openerAt(t, n.from, n.to)
	return k > 0 && n.from+k >= n.to
}

// fullBodies lists the names of bodies that open with the words of a short one and
// have a proper name: "préfet de la Meuse" for "préfet".
func (f *Finder) fullBodies(t *fold.Text, short name) []name {
	s, opener := t.Folded, t.Folded[short.from:short.to]
	var out []name
	for at := range occurrences(s, opener) {
		from := at + len(opener)
		if at > 0 && s[at-1] == '-' || from < len(s) && fold.Letter(s[from]) {
			continue
		}
		if sure, _ := f.run(t, from, min(len(s), from+nameLimit)); sure > 0 && joined(s[from:sure]) {
			full := short
			full.from, full.to, full.next = at, trimEnd(s, at, sure), sure
			out = append(out, full)
		}
	}
	return out
}

// joined reports whether the words after an opener name its place or office.
func joined(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return strings.HasPrefix(rest, "d'") || strings.HasPrefix(rest, "de ") || strings.HasPrefix(rest, "du ") || strings.HasPrefix(rest, "des ")
}
