package segment

import (
	"cmp"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// A quotation is the words of another when it is long: shorter ones name things.
// One that does not end within maxQuote bytes was never meant to.
const (
	minQuote = 100
	maxQuote = 16 << 10
	// maxDepth is how many quotations may stand inside one another.
	maxDepth = 8
	// quoteLead is how many bytes before a quotation may name its source.
	quoteLead = 120
)

// mark is a quotation mark: its kind, and where its quotation begins.
type mark struct {
	kind byte // '<' for «, '(' for “, '"', 'd' for two apostrophes, '\'' for one
	at   int
}

// quoter finds the quotations of a text: marks of one kind nest in those of
// another.
type quoter struct {
	t     *fold.Text
	open  []mark
	spans []corpus.Span // in folded bytes, outer after inner
}

// quotations finds the quotations that are long enough, in folded bytes.
func quotations(t *fold.Text) []corpus.Span {
	q := &quoter{t: t}
	f := t.Folded
	for i := 0; i < len(f); i++ {
		switch f[i] {
		case '"':
			q.double(i)
		case '\'':
			if i+1 < len(f) && f[i+1] == '\'' {
				q.toggle('d', i, i+2)
				i++
				continue
			}
			q.single(i)
		}
	}
	return q.spans
}

// double reads a mark that folds to one double quotation mark.
func (q *quoter) double(i int) {
	switch o := q.t.Original[q.t.Start(i):]; {
	case strings.HasPrefix(o, "«"):
		q.push('<', i)
	case strings.HasPrefix(o, "»"):
		q.pop('<', i+1)
	case strings.HasPrefix(o, "“"):
		q.push('(', i)
	case strings.HasPrefix(o, "”"):
		q.pop('(', i+1)
	default:
		q.toggle('"', i, i+1)
	}
}

// toggle reads a mark that looks the same at both ends. At the start of a line
// it only marks a new paragraph of the same words.
func (q *quoter) toggle(kind byte, i, end int) {
	f := q.t.Folded
	switch {
	case i == 0 || f[i-1] == '\n':
	case (f[i-1] == ' ' || f[i-1] == '(') && end < len(f) && isWord(f[end]):
		q.push(kind, i)
	default:
		q.pop(kind, end)
	}
}

// single reads an apostrophe that may be a quotation mark: it opens after a
// comma, a colon or "que", and closes where no word follows it.
func (q *quoter) single(i int) {
	f := q.t.Folded
	if i+1 < len(f) && isWord(f[i+1]) {
		if i > 1 && f[i-1] == ' ' && (strings.IndexByte(",:", f[i-2]) >= 0 || strings.HasSuffix(f[:i], " que ")) {
			q.push('\'', i)
		}
		return
	}
	if i > 0 && f[i-1] != '\n' {
		q.pop('\'', i+1)
	}
}

func (q *quoter) push(kind byte, at int) {
	n := len(q.open)
	if n > 0 && q.open[n-1].kind == kind {
		if again := at == 0 || q.t.Folded[at-1] == '\n'; again && at-q.open[n-1].at < maxQuote {
			return // a new paragraph of the same words
		}
		if kind != '<' {
			q.open[n-1].at = at // the one before was never closed
			return
		}
	}
	if n == maxDepth {
		q.open = append(q.open[:0], q.open[1:]...)
	}
	q.open = append(q.open, mark{kind, at})
}

// pop ends the last quotation of a kind, and forgets those left open inside.
func (q *quoter) pop(kind byte, end int) {
	for n := len(q.open) - 1; n >= 0 && end-q.open[n].at <= maxQuote; n-- {
		if q.open[n].kind != kind {
			continue
		}
		if end-q.open[n].at >= minQuote {
			q.spans = append(q.spans, corpus.Span{Start: q.open[n].at, End: end})
		}
		q.open = q.open[:n]
		return
	}
}

// withQuotations lays the quotations over the voices: over the court's own words
// in its account and its reasons, and over a party's where the words before name
// the text that is quoted. What a moyen or the judge under review puts between
// quotation marks stays theirs.
func (s *speakerRules) withQuotations(t *fold.Text, passages []passage, voices []voice) []voice {
	spans := quotations(t)
	slices.SortFunc(spans, func(a, b corpus.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	out := make([]voice, 0, len(voices)+2*len(spans))
	p, v, done := 0, 0, 0
	for _, q := range spans {
		for p+1 < len(passages) && passages[p+1].start <= q.Start {
			p++
		}
		for v < len(voices) && voices[v].start <= q.Start {
			out = append(out, voices[v])
			v++
		}
		crosses := p+1 < len(passages) && passages[p+1].start < q.End
		if q.Start < done || crosses || len(out) == 0 || !s.quotes(t, passages[p].zone, out[len(out)-1], q) {
			continue
		}
		under := out[len(out)-1]
		out = append(out, voice{start: q.Start, speaker: corpus.Quote})
		for v < len(voices) && voices[v].start <= q.End {
			under = voices[v]
			v++
		}
		under.start, done = q.End, q.End
		out = append(out, under)
	}
	return append(out, voices[v:]...)
}

// quotes says whether what stands between the marks is the words of a text and
// not those of the one who speaks.
func (s *speakerRules) quotes(t *fold.Text, zone corpus.ZoneKind, v voice, q corpus.Span) bool {
	if zone != corpus.Motifs && zone != corpus.Expose && zone != corpus.Moyens {
		return false
	}
	lead := t.Folded[max(0, q.Start-quoteLead):q.Start]
	if n := strings.LastIndexByte(lead, '\n'); n >= 0 {
		lead = lead[n:]
	}
	switch v.speaker {
	case corpus.Cour, corpus.Quote:
		return true
	case corpus.Partie:
		return s.namesText(lead) && !opensMoyen(lead)
	case corpus.JugeAttaque:
		return s.namesText(lead) && opensText(lead)
	}
	return false
}

// opensMoyen reports whether the quotation is the moyen itself: "alors « que …",
// "alors, selon le moyen, « que …".
func opensMoyen(lead string) bool {
	lead = strings.TrimRight(lead, " ,:")
	return strings.HasSuffix(lead, "alors") || strings.HasSuffix(lead, "selon le moyen")
}

// opensText reports whether the words end as those before a quoted text do: "…
// dispose :", "aux termes de l'article 9, ".
func opensText(lead string) bool {
	lead = strings.TrimRight(lead, " ")
	return strings.HasSuffix(lead, ":") || strings.HasSuffix(lead, ",")
}
