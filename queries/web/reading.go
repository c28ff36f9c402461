package web

import (
	"cmp"
	"fmt"
	"slices"
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
