package party

import (
	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// describedReach is how far behind its name the words about a party go, in folded
// bytes.
const describedReach = 900

// describedBy reads the counsel and the number of each party of a head from the words
// between its name and the next one. The parties are in the order of the text.
func (f *Finder) describedBy(sh *sheet, all []found) {
	t := sh.t
	order := byPlace(all)
	for n, i := range order {
		x := &all[i]
		from := max(x.to, x.next)
		end := min(len(t.Folded), from+describedReach)
		if n+1 < len(order) {
			end = min(end, all[order[n+1]].from)
		}
		if end <= from {
			continue
		}
		end = f.aboutEnd(t, max(from, x.below), end)
		own := f.counsels(t, from, end)
		if len(own) > 0 {
			x.counsel = own
		}
		x.alone = len(x.counsel) == 0 && f.say.unrepresented.MatchString(t.Folded[from:end])
		if x.kind == corpus.Morale || x.kind == corpus.Publique {
			x.siren, x.sirenAt = f.registered(t, x.to, end)
		}
		if len(own) > 0 && f.say.together.MatchString(t.Folded[from:t.Index(own[0].Start)]) {
			f.share(all, order[:n], x)
		}
		listed := len(own) > 0 && f.say.neutral.MatchString(t.Folded[from:t.Index(own[0].Start)])
		for k := n; len(own) > 0 && k > 0 && f.beside(t, &all[order[k-1]], &all[order[k]], listed); k-- {
			all[order[k-1]].counsel = own // "M. Durieux et Mme Vautier, par Me Brunel"
		}
	}
}

// beside reports whether two parties of one side are named together, the first without
// counsel of its own. listed says that they may stand in the lines of one list, each of
// which ends with a comma.
func (f *Finder) beside(t *fold.Text, a, b *found, listed bool) bool {
	if a.side != b.side || a.alone || len(a.counsel) > 0 || a.next > b.from {
		return false
	}
	between := t.Folded[a.next:b.from]
	return f.say.adjacent.MatchString(between) || listed && f.say.listing.MatchString(between)
}

// appeared gives parties without counsel those with whom they came to the hearing: "- M.
// Paul Durieux, appelant, assisté de Me Brunel".
func (f *Finder) appeared(sh *sheet, all []found, to int) {
	t := sh.t
	for _, l := range sh.lines(to) {
		if l.kind != named && l.kind != detail {
			continue
		}
		n, ok := f.nameAt(t, l.from, l.to)
		if !ok || n.class == "" || !f.say.acting.MatchString(t.Folded[n.next:l.to]) {
			continue
		}
		if k := f.named(t, all, n, ""); k >= 0 && len(all[k].counsel) == 0 {
			all[k].counsel = f.counsels(t, n.next, l.to)
		}
	}
}

// share gives the counsel of a party to those named before it on its side, up to one
// who has counsel of his own, but for those who have none.
func (f *Finder) share(all []found, before []int, x *found) {
	for k := len(before) - 1; k >= 0; k-- {
		o := &all[before[k]]
		if o.side != x.side || len(o.counsel) > 0 {
			return
		}
		if !o.alone {
			o.counsel = x.counsel
		}
	}
}

// notifiedTo gives parties without counsel the one whom the text calls theirs: "notifiée à
// Me Brunel, avocat au barreau de Nancy, conseil de M. Durieux".
func (f *Finder) notifiedTo(t *fold.Text, all []found) {
	for _, m := range f.say.counselOf.FindAllStringSubmatchIndex(t.Folded, maxTold) {
		n, ok := f.told(t, m[1], lineEnd(t.Folded, m[1], len(t.Folded)))
		if !ok {
			continue
		}
		if k := f.named(t, all, n, ""); k >= 0 && len(all[k].counsel) == 0 {
			if c, _ := f.counselAt(t, m[2], m[1]); c.Name != "" {
				all[k].counsel = []corpus.Counsel{c}
			}
		}
	}
}

// byPlace lists the places of what was found in the order of the text.
func byPlace(all []found) []int {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	for i := 1; i < len(order); i++ { // they are in order but for a few
		for j := i; j > 0 && all[order[j]].from < all[order[j-1]].from; j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
	return order
}

// aboutEnd gives the offset at which the words about a party end: before a line that
// ends the list, or a heading.
func (f *Finder) aboutEnd(t *fold.Text, from, to int) int {
	for i := lineEnd(t.Folded, min(from, to), to); i < to; {
		end := lineEnd(t.Folded, i+1, to)
		switch l := f.line(t, i+1, end); l.kind {
		case heading, stop, versus:
			return i
		}
		i = end
	}
	return to
}
