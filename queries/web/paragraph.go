package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
)

// block is a paragraph. Label says that its voice is told beside it, since it is
// another than that of the paragraph before.
type block struct {
	Voice  voice
	Label  bool
	Pieces []piece
}

// piece is words that share everything that is shown of them. Break ends a line.
type piece struct {
	Text  string
	Voice voice
	Other bool // another voice than the paragraph's
	Label bool // that voice begins here
	Href  string
	Use   corpus.Use
	ID    string
	Order int  // number of the order that they belong to
	Begin bool // where that order begins
	At    bool // the place that the address names
	AtID  bool // where it begins
	Break bool
}

// wrapped reports whether the lines of a text end where a line was full: hardly any is
// longer than a page is wide, and many are nearly as long.
func wrapped(text string) bool {
	long, full, lines := 0, 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		n := utf8.RuneCountInString(line)
		if n == 0 {
			continue
		}
		lines++
		switch {
		case n > 130:
			long++
		case n > 60:
			full++
		}
	}
	return long*50 < lines && full*3 > lines
}

// paragraphs cuts a part at its empty lines.
func (r *reading) paragraphs(in corpus.Span) (out []corpus.Span) {
	text := in.Of(r.d.Text)
	for at := 0; at < len(text); {
		end := strings.Index(text[at:], "\n\n")
		if end < 0 {
			end = len(text) - at
		}
		words := text[at : at+end]
		from := at + len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
		to := at + len(strings.TrimRightFunc(words, unicode.IsSpace))
		if from < to {
			out = append(out, corpus.Span{Start: in.Start + from, End: in.Start + to})
		}
		at += end + 1
	}
	return out
}

// block cuts a paragraph into pieces.
func (r *reading) block(p corpus.Span) block {
	b := block{Voice: r.main(p)}
	last := b.Voice
	at := p.Start
	i, _ := slices.BinarySearch(r.cuts, p.Start+1)
	for at < p.End {
		end := p.End
		if i < len(r.cuts) && r.cuts[i] < p.End {
			end = r.cuts[i]
			i++
		}
		x := r.piece(corpus.Span{Start: at, End: end})
		if !strings.ContainsFunc(x.Text, wordy) { // the point behind a quotation is nobody's
			x.Voice = last
		}
		x.Other = x.Voice != b.Voice && x.Voice.Speaker != ""
		x.Label = x.Voice != last
		last = x.Voice
		b.Pieces = append(b.Pieces, r.lines(x)...)
		at = end
	}
	return b
}

// wordy reports whether a sign belongs to words.
func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// main is the voice that says most of a paragraph.
func (r *reading) main(p corpus.Span) (v voice) {
	size := map[voice]int{}
	for _, s := range r.speeches {
		if s.Overlaps(p) {
			x := voice{s.Speaker, s.Side}
			size[x] += min(s.End, p.End) - max(s.Start, p.Start)
			if size[x] > size[v] || v.Speaker == "" {
				v = x
			}
		}
	}
	return v
}

// piece describes words that nothing cuts.
func (r *reading) piece(s corpus.Span) piece {
	x := piece{Text: s.Of(r.d.Text)}
	if i, ok := slices.BinarySearchFunc(r.speeches, s.Start, func(sp corpus.Speech, at int) int { return cmp.Compare(sp.End, at+1) }); ok || i < len(r.speeches) {
		x.Voice = voice{r.speeches[i].Speaker, r.speeches[i].Side}
	}
	i, _ := slices.BinarySearchFunc(r.links, s.Start, func(l textLink, at int) int { return cmp.Compare(l.End, at+1) })
	if i < len(r.links) && r.links[i].Covers(s) {
		x.Href, x.Use = r.links[i].href, r.links[i].use
		if r.links[i].Start == s.Start {
			x.ID = fmt.Sprintf("c%d", s.Start)
		}
	}
	for n, h := range r.d.Holdings {
		if h.Whole.Covers(s) {
			x.Order, x.Begin = n+1, !r.ordered[n+1]
			r.ordered[n+1] = true
			break
		}
	}
	if r.at.Len() > 0 && r.at.Covers(s) {
		x.At, x.AtID = true, !r.found
		r.found = true
	}
	return x
}

// lines ends the lines of a piece where a writer ended them.
func (r *reading) lines(x piece) (out []piece) {
	if r.wrapped || !strings.Contains(x.Text, "\n") {
		return []piece{x}
	}
	for i, line := range strings.Split(x.Text, "\n") {
		y := x
		y.Text, y.Break = line, i > 0
		if i > 0 {
			y.ID, y.Begin, y.AtID, y.Label = "", false, false, false
		}
		out = append(out, y)
	}
	return out
}
