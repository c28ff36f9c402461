package party

import (
	"slices"
	"strings"
)

// maxProduced is how many places that say who produced a moyen are read.
const maxProduced = 200

// produced gives the parties the counsel who, the text says, produced their moyens:
// "Moyen produit par la SCP Brunel et Perrin, avocat aux Conseils, pour M. Durieux". Older
// rulings name counsel nowhere else.
func (c *clients) produced() {
	s := c.t.Folded
	for _, p := range c.f.say.produced.FindAllStringSubmatchIndex(s, maxProduced) {
		end := lineEnd(s, p[1], len(s))
		if m := c.f.say.grounds.FindStringIndex(s[p[1]:end]); m != nil {
			end = p[1] + m[0]
		}
		who, of := c.list(p[1], end), c.f.counselIn(c.t, p[2], p[3])
		for _, k := range who {
			x := &c.all[k]
			known := false
			for _, o := range x.counsel {
				known = known || sameFirm(s[c.t.Index(o.Start):c.t.Index(o.End)], s[p[2]:p[3]])
			}
			if !known {
				x.counsel = append(x.counsel, of)
			}
		}
	}
}

// list gives the parties that a list names in [i,to), joined by commas or "et".
func (c *clients) list(i, to int) []int {
	var out []int
	for n := 0; i < to && n < maxTold; n++ {
		who, _, next := c.at(i, to)
		out = append(out, who...)
		m := c.f.say.itemMark.FindStringIndex(c.t.Folded[next:to])
		if m == nil || next == i {
			break
		}
		i = next + m[1]
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameFirm reports whether two folded names are those of one firm: "SCP Brunel et
// Perrin", "SCP Brunel-Perrin"; "Me Aubry", "Me Anne Aubry".
func sameFirm(a, b string) bool {
	words := func(s string) []string {
		return slices.DeleteFunc(strings.FieldsFunc(s, func(r rune) bool { return !(r >= 'a' && r <= 'z') }),
			func(w string) bool { return w == "et" || w == "de" || w == "la" || w == "le" })
	}
	x, y := words(a), words(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}
