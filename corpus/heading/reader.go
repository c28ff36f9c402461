package heading

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/court"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/segment"
)

// Reader holds the rules. It is immutable and safe for concurrent use.
type Reader struct {
	courts   *court.Courts
	formulas map[string][]formula
	shelves  map[corpus.CourtKind]shelf
}

// Load compiles the embedded rules. An error means a bad rule, never a bad text.
func Load() (*Reader, error) {
	r := &Reader{}
	var err error
	if r.courts, err = court.Load(); err != nil {
		return nil, fmt.Errorf("heading: %w", err)
	}
	if r.formulas, err = loadFormulas(formulasTSV); err != nil {
		return nil, fmt.Errorf("heading: %w", err)
	}
	r.shelves = shelve(r.formulas)
	return r, nil
}

// Spans locates what was read, in bytes of the original text. A zero Span means
// that nothing was found.
type Spans struct {
	Court     corpus.Span
	Date      corpus.Span
	ECLI      corpus.Span
	Numbers   []corpus.Span // one for each of Metadata.Numbers
	Contested corpus.Span   // from the formula to the last thing read of it
}

// Head is what a decision says of itself. Of the metadata it fills Court, Date,
// Numbers, ECLI, Nature, Solution and Contested.
type Head struct {
	corpus.Metadata
	Spans Spans
}

// The stretches that are looked at, in bytes: the heading, the end of the
// ruling, and the first lines after the heading.
const (
	maxHead  = 12 << 10
	maxTail  = 3000
	maxFirst = 1500

	maxExpose = 6000 // of the facts and procedure
)

// reading is one decision being read.
type reading struct {
	*Reader
	out       Head
	head      view
	tail      view
	contested corpus.Span // in bytes of head: not about the decision itself
	official  corpus.CourtKind
}

// kind is the kind of court that rules: read, or named by official metadata.
func (w *reading) kind() corpus.CourtKind { return cmp.Or(w.out.Court.Kind, w.official) }

// Read reads the heading of a decision, and the day at the end of its ruling. The
// kind of court that official metadata name, if any, says which formulas hold for a
// text that names no court.
func (r *Reader) Read(t *fold.Text, layout segment.Layout, official corpus.CourtKind) Head {
	head, first, tail := regions(t, layout)
	w := &reading{Reader: r, head: newView(t, head.Start, head.End), tail: newView(t, tail.Start, tail.End), official: official}
	opening := newView(t, first.Start, first.End)
	w.readCourt(opening)
	w.courtOfText(t)
	w.readContested(opening, func() view { return exposed(t, layout) })
	w.readNumbers()
	w.readDate()
	w.readECLI()
	w.readLines()
	w.readTitle(layout)
	w.readRuling(t, layout)
	return w.out
}

// regions gives the heading, the first lines after it and the end of the ruling,
// in folded bytes.
func regions(t *fold.Text, layout segment.Layout) (head, first, tail corpus.Span) {
	for i, z := range layout.Zones {
		switch {
		case i == 0 && z.Zone == corpus.Entete:
			head = corpus.Span{End: t.Index(z.End)}
		case z.Zone == corpus.Dispositif:
			tail = corpus.Span{Start: t.Index(z.Start), End: t.Index(z.End)}
		}
	}
	if head.End == 0 {
		head.End = min(maxFirst, len(t.Folded))
	}
	first = corpus.Span{Start: head.End, End: min(head.End+maxFirst, len(t.Folded))}
	head.End = min(head.End, maxHead)
	tail.Start = max(tail.Start, tail.End-maxTail)
	return head, first, tail
}

// exposed is the beginning of the facts and procedure.
func exposed(t *fold.Text, layout segment.Layout) view {
	for _, z := range layout.Zones {
		if z.Zone == corpus.Expose {
			start := t.Index(z.Start)
			return newView(t, start, min(start+maxExpose, t.Index(z.End)))
		}
	}
	return view{}
}

// lineStarts calls f with the start of each line of a view, until f is false.
func (v view) lineStarts(f func(start, end int) bool) {
	for at := 0; at < len(v.s); {
		end := len(v.s)
		if n := strings.IndexByte(v.s[at:], '\n'); n >= 0 {
			end = at + n
		}
		start := at
		for start < end && !isWord(v.s[start]) && v.s[start] != '(' {
			start++
		}
		if start < end && !f(start, end) {
			return
		}
		at = end + 1
	}
}

// tidy trims what is not part of a printed name and joins its lines.
func tidy(s string) string {
	return strings.Trim(strings.Join(strings.Fields(s), " "), " ,;:.-_(")
}
