package party

import (
	"strings"

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
		for k := n; len(own) > 0 && k > 0 && f.beside(t, &all[order[k-1]], &all[order[k]]); k-- {
			all[order[k-1]].counsel = own // "M. Durieux et Mme Vautier, par Me Brunel"
		}
	}
}

// beside reports whether two parties of one side are named together, the first without
// counsel of its own.
func (f *Finder) beside(t *fold.Text, a, b *found) bool {
	return a.side == b.side && !a.alone && len(a.counsel) == 0 && a.next <= b.from && f.say.adjacent.MatchString(t.Folded[a.next:b.from])
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

// counsels lists the counsel named in the words about a party.
func (f *Finder) counsels(t *fold.Text, from, to int) []corpus.Counsel {
	s := t.Folded
	var out []corpus.Counsel
	start := from   // of the clause
	beside := false // counsel was named before, in this clause
	for i := from; i < to; {
		switch {
		case s[i] == ';' || s[i] == '\n':
			i++
			start, beside = i, false
			continue
		case !fold.Letter(s[i]) || i > 0 && fold.Letter(s[i-1]) || !f.opensCounsel(t, i, to) ||
			!f.say.represented.MatchString(s[start:i]) && !(beside && f.say.andCounsel.MatchString(s[start:i])) ||
			strings.HasSuffix(s[start:i], "en la personne de "):
			i++
			continue
		}
		c, end := f.counselAt(t, i, to)
		if c.Name != "" {
			out, beside = append(out, c), true
		}
		i = end
		start = i
	}
	return out
}

// firms are the words that open the name of a firm of counsel.
var firms = map[string]bool{"scp": true, "selarl": true, "selas": true, "selarlu": true, "aarpi": true, "cabinet": true}

// unionistReach is how far behind a name it is said that he stands for a union.
const unionistReach = 100

// opensCounsel reports whether the name of counsel or of a firm opens at i.
func (f *Finder) opensCounsel(t *fold.Text, i, to int) bool {
	o, n := f.openerAt(t, i, to)
	if n > 0 && (o.class == counsel || o.class == civility && f.say.unionist.MatchString(t.Folded[i:min(to, i+unionistReach)])) {
		return true
	}
	word := strings.ReplaceAll(t.Folded[i:tokenEnd(t.Folded, i, to)], ".", "")
	return firms[word] && t.Capital(i)
}

// counselAt reads the name and the bar of counsel, and gives the offset behind both.
func (f *Finder) counselAt(t *fold.Text, i, to int) (corpus.Counsel, int) {
	s := t.Folded
	end := i
	o, _ := f.openerAt(t, i, to)
	for end < to && strings.IndexByte(",;:()\n", s[end]) < 0 && (!counselEnds(s[end:to]) || t.Capital(end+1) && !(o.class == counsel && !strings.Contains(s[i:end], " de la ") && oneLawyer(s[end:to]))) {
		end++
	}
	if m := f.say.street.FindStringIndex(s[i:end]); m != nil {
		end = i + m[0]
	}
	end = trimEnd(s, i, end)
	c := corpus.Counsel{Span: t.Span(i, end)}
	if f.say.officer.MatchString(s[end:to]) {
		return corpus.Counsel{}, end + 1
	}
	if end-i < 5 || end-i > nameLimit/2 {
		return corpus.Counsel{}, end + 1
	}
	c.Name = clean(c.Of(t.Original))
	window := s[end:min(to, end+160)]
	if m := f.say.bar.FindStringIndex(window); m != nil && !f.nextCounsel(t, end, end+m[1]) {
		from := end + m[1]
		stop := min(to, from+60)
		if e := f.say.barEnd.FindStringIndex(s[from:stop]); e != nil {
			stop = from + e[0]
		}
		c.Bar, end = clean(t.Span(from, trimEnd(s, from, stop)).Of(t.Original)), stop
	} else if strings.HasPrefix(s[i:], "cabinet") { // a syndic, an expert
		c = corpus.Counsel{}
	}
	return c, max(end, i+1)
}

// nextCounsel reports whether another counsel is named in [from,to): the bar behind is his.
func (f *Finder) nextCounsel(t *fold.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if fold.Letter(t.Folded[i]) && !fold.Letter(t.Folded[i-1]) && f.opensCounsel(t, i, to) {
			return true
		}
	}
	return false
}

// oneLawyer reports whether s opens with the profession of one counsel, which a firm may
// bear in its name in the plural: "Me Anne BRUNEL Avocat (D12)", "SELARL BRUNEL AVOCATS".
func oneLawyer(s string) bool {
	n := len(" avocat")
	return strings.HasPrefix(s, " avocat") && (len(s) == n || !fold.Letter(s[n]) || strings.HasPrefix(s[n:], "e "))
}

// counselEnds reports whether s goes on behind the name of counsel.
func counselEnds(s string) bool {
	for _, w := range []string{" avocat", " substitu", " et me ", " et maitre ", " et assiste", " loco ", " toque", " - "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
