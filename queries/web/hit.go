package web

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// hit is a decision found, with its passages cut where the words asked for stand.
type hit struct {
	queries.SearchHit
	Passages []passage
}

type passage struct {
	Zone   corpus.ZoneKind
	Href   string
	Pieces []marked
}

// marked is a piece of a passage; Hit says that it was asked for.
type marked struct {
	Text string
	Hit  bool
}

func newHit(h queries.SearchHit) hit {
	out := hit{SearchHit: h}
	for _, s := range h.Snippets {
		p := passage{Zone: s.Zone, Href: spotHref(h.Key, s.Span)}
		at := s.Start
		for _, w := range s.Hits {
			if w.Start < at || w.End > s.End {
				continue
			}
			p.Pieces = append(p.Pieces, marked{Text: s.Text[at-s.Start : w.Start-s.Start]}, marked{s.Text[w.Start-s.Start : w.End-s.Start], true})
			at = w.End
		}
		p.Pieces = append(p.Pieces, marked{Text: s.Text[at-s.Start:]})
		p.Pieces = torn(s.Text, p.Pieces)
		out.Passages = append(out.Passages, p)
	}
	return out
}

// torn puts a sign where a passage begins or ends inside a sentence.
func torn(text string, pieces []marked) []marked {
	text = strings.TrimSpace(text)
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if unicode.IsLower(first) {
		pieces = slices.Insert(pieces, 0, marked{Text: "… "})
	}
	if wordy(last) || last == ',' {
		pieces = append(pieces, marked{Text: " …"})
	}
	return pieces
}

// spot writes a span for an address, and readSpot reads it.
func spot(s corpus.Span) string { return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) }

func readSpot(value string) (s corpus.Span, ok bool) {
	from, to, ok := strings.Cut(value, "-")
	if !ok {
		return s, false
	}
	var err, err2 error
	s.Start, err = strconv.Atoi(from)
	s.End, err2 = strconv.Atoi(to)
	return s, err == nil && err2 == nil && 0 <= s.Start && s.Start < s.End
}
