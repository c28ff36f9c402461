package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// zoneText is a part of a decision as it is read: paragraphs, cut where the speaker
// changes or something is cited.
type zoneText struct {
	Zone   corpus.ZoneKind
	ID     string
	Blocks []block
}

// block is a paragraph. Label says that its voice is told beside it, since it is
// another than that of the paragraph before.
type block struct {
	Voice  voice
	Label  bool
	Pieces []piece
}

// voice is one who speaks.
type voice struct {
	Speaker corpus.Speaker
	Side    corpus.Side
}

// Key is the key of the words for a voice.
func (v voice) Key() string {
	if v.Side != "" && v.Speaker == corpus.Partie {
		return "voice.partie." + string(v.Side)
	}
	return "voice." + string(v.Speaker)
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

// reading is a decision on its way to paragraphs.
type reading struct {
	d        *queries.DecisionAnswer
	speeches []corpus.Speech
	links    []textLink // ordered, without overlaps
	at       corpus.Span
	wrapped  bool  // lines were ended by a typewriter, not by a writer
	cuts     []int // where anything begins or ends, ordered
	ordered  map[int]bool
	found    bool
}

// textLink is a mention in the text.
type textLink struct {
	corpus.Span
	href string
	use  corpus.Use
}

func newReading(d *queries.DecisionAnswer, speeches []corpus.Speech, at corpus.Span) *reading {
	r := &reading{d: d, speeches: speeches, at: at, wrapped: wrapped(d.Text), ordered: map[int]bool{}}
	if !at.Valid(len(d.Text)) || !utf8.ValidString(at.Of(d.Text)) {
		r.at = corpus.Span{}
	}
	for _, list := range [][]queries.Cited{d.Provisions, d.Decisions} {
		for i := range list {
			for j := range list[i].Mentions {
				m := &list[i].Mentions[j]
				r.links = append(r.links, textLink{m.Span, mentionHref(&list[i], m), m.Use})
			}
		}
	}
	slices.SortFunc(r.links, func(a, b textLink) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	end := 0
	r.links = slices.DeleteFunc(r.links, func(l textLink) bool {
		if l.Start < end || !l.Valid(len(d.Text)) || l.Len() == 0 {
			return true
		}
		end = l.End
		return false
	})
	r.cut()
	return r
}

// place is where on the page a mention stands: its own link, or that of the longer one around
// it ("L. 131-1 à L. 131-3" holds L. 131-3).
func (r *reading) place(m corpus.Span) string {
	for _, l := range r.links {
		if l.Overlaps(m) {
			return fmt.Sprintf("#c%d", l.Start)
		}
	}
	return spotHref(r.d.Key, m)
}

// cut notes where anything begins or ends.
func (r *reading) cut() {
	add := func(s corpus.Span) { r.cuts = append(r.cuts, s.Start, s.End) }
	for _, s := range r.speeches {
		add(s.Span)
	}
	for _, l := range r.links {
		add(l.Span)
	}
	for _, h := range r.d.Holdings {
		add(h.Whole)
	}
	add(r.at)
	slices.Sort(r.cuts)
	r.cuts = slices.Compact(r.cuts)
}

// zones are the parts of the decision, and the voices that speak in it.
func (r *reading) zones() (out []zoneText, voices []voice) {
	zones := r.d.Zones
	if len(zones) == 0 {
		zones = []corpus.Zone{{Span: corpus.Span{End: len(r.d.Text)}}}
	}
	var last voice
	for i, z := range zones {
		x := zoneText{Zone: z.Zone, ID: fmt.Sprintf("z%d", i+1)}
		for _, p := range r.paragraphs(z.Span) {
			b := r.block(p)
			if z.Zone != corpus.Entete {
				b.Label = b.Voice != last && (b.Voice.Speaker != corpus.Cour || last.Speaker != "") && !b.Pieces[0].Label
				last = b.Pieces[len(b.Pieces)-1].Voice
			}
			x.Blocks = append(x.Blocks, b)
			for _, p := range b.Pieces {
				if p.Voice.Speaker != "" && !slices.Contains(voices, p.Voice) {
					voices = append(voices, p.Voice)
				}
			}
		}
		if len(x.Blocks) > 0 {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(voices, func(a, b voice) int { return cmp.Compare(rank(a), rank(b)) })
	return out, voices
}

// rank is the place of a voice in the legend.
func rank(v voice) int {
	return slices.Index([]corpus.Speaker{corpus.Cour, corpus.Partie, corpus.JugeAttaque, corpus.Quote}, v.Speaker)
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
