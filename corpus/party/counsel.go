package party

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

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
	for end < to && (f.firmGoesOn(t, i, end, to) || strings.IndexByte(",;:()\n", s[end]) < 0 &&
		(!counselEnds(s[end:to]) || t.Capital(end+1) && !(o.class == counsel && !strings.Contains(s[i:end], " de la ") && oneLawyer(s[end:to])))) {
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
		if a := articleAt(s[max(0, from-len("la ")):]); a > 0 && f.say.placed.MatchString(s[from:stop]) {
			from -= a
		}
		c.Bar, end = clean(t.Span(from, trimEnd(s, from, stop)).Of(t.Original)), stop
	} else if strings.HasPrefix(s[i:], "cabinet") { // a syndic, an expert
		c = corpus.Counsel{}
	}
	return c, max(end, i+1)
}

// firmGoesOn reports whether a mark at end stands within the name of a firm that opens at
// or behind i: "SELARL BRUNEL - AUBRY - PERRIN", "SCP Brunel, Aubry et Perrin, avocat".
func (f *Finder) firmGoesOn(t *fold.Text, i, end, to int) bool {
	s := t.Folded
	if s[end] != ',' && !strings.HasPrefix(s[end:to], " - ") && !strings.HasPrefix(s[end:to], "- ") {
		return false
	}
	return f.say.inFirm.MatchString(s[i:end]) && f.say.partner.MatchString(s[end:to]) &&
		t.Capital(end+strings.IndexFunc(s[end:to], func(r rune) bool { return r >= 'a' && r <= 'z' })) &&
		!f.nextCounsel(t, end+1, min(to, end+6))
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
