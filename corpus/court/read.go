package court

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/fold"
)

// Text is a folded text in which runs of blanks are one blank and runs of line
// ends one line end, with the way back to what is printed.
type Text interface {
	// Folded is the text.
	Folded() string
	// Capital reports whether a byte of it comes from a capital letter.
	Capital(i int) bool
	// Printed gives the original words of a range of it, in bytes.
	Printed(start, end int) string
}

// At reads the name of a court that begins at the byte i, as a heading prints
// it: the kind, the place if one follows, and where the name ends.
func (c *Courts) At(t Text, i int) (corpus.Court, int, bool) { return c.at(t, i, c.heading) }

func (c *Courts) at(t Text, i int, m manner) (corpus.Court, int, bool) {
	n, end, ok := c.index.at(t.Folded(), i)
	if !ok || n.Capitals && !t.Capital(i) {
		return corpus.Court{}, i, false
	}
	read := corpus.Court{Kind: n.Kind}
	if n.Kind.HasPlace() || n.Kind == corpus.CAA {
		if n.Kind != corpus.CA && !m.bare { // only courts of appeal sit in one of two towns of a name
			m = c.below
		}
		if place, to := m.placeAt(t, end); place != "" {
			read.Place, end = place, to
		}
	}
	return read, end, true
}

// Find reads the first court that a heading names in a range of bytes.
func (c *Courts) Find(t Text, start, end int) (corpus.Court, corpus.Span, bool) {
	return c.find(t, start, end, c.heading)
}

func (c *Courts) find(t Text, start, end int, m manner) (corpus.Court, corpus.Span, bool) {
	s := t.Folded()
	for i := start; i < end; i++ {
		if !wordStart(s, i) {
			continue
		}
		if read, to, ok := c.at(t, i, m); ok && to <= end {
			return read, corpus.Span{Start: i, End: to}, true
		}
	}
	return corpus.Court{}, corpus.Span{}, false
}

// maxName is the longest name that Parse reads, in bytes; a longer one is prose.
const maxName = 500

// Parse reads the name of one court as official metadata write it: "Cour d'appel
// d'Aix-en-Provence", "TGI LAVAL", "Chambre de l'instruction de la cour d'appel
// de Douai". The chamber is left to the caller. It is false when no court is
// named.
func (c *Courts) Parse(name string) (corpus.Court, bool) {
	if len(name) > maxName {
		return corpus.Court{}, false
	}
	t := newLabel(name)
	read, _, ok := c.find(t, 0, len(t.Folded()), c.label)
	return read, ok
}

// label is a short text as a Text.
type label struct{ t *fold.Text }

// newLabel makes the white space of a short text even.
func newLabel(s string) label {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return label{fold.New(strings.Join(lines, "\n"))}
}

// Folded, Capital and Printed make a label a Text.
func (l label) Folded() string                { return l.t.Folded }
func (l label) Capital(i int) bool            { return upper(l.Printed(i, i+1)) }
func (l label) Printed(start, end int) string { return l.t.Span(start, end).Of(l.t.Original) }
