package party

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// lineKind says what a line of a heading is.
type lineKind int

const (
	other   lineKind = iota
	empty            // blank, or marks only
	heading          // announces the parties of a side
	stop             // ends a list of parties
	detail           // about the party named before
	versus           // "C/", "contre": between the parties of a caption
	named            // opens the name of a party
)

// line is one line of a heading, in folded offsets without outer blanks and marks.
type line struct {
	from, to int
	kind     lineKind
	role     *role
	rest     int  // where a name may follow on a heading line; to when none does
	item     bool // opens with a dash or a number
	several  bool // a heading in the plural
}

// lines reads the lines of a folded range.
func (f *Finder) lines(t *fold.Text, from, to int) []line {
	var out []line
	for from < to {
		end := lineEnd(t.Folded, from, to)
		out = append(out, f.line(t, from, end))
		from = end + 1
	}
	return out
}

// lineEnd gives the offset of the first line end in [from,to), or to.
func lineEnd(s string, from, to int) int {
	if n := strings.IndexByte(s[from:to], '\n'); n >= 0 {
		return from + n
	}
	return to
}

// line reads the line [from,to).
func (f *Finder) line(t *fold.Text, from, to int) line {
	s := t.Folded
	l := line{from: from, to: to}
	for l.to > l.from && (blank(s[l.to-1]) || s[l.to-1] == '~') {
		l.to--
	}
	for l.from < l.to && strings.IndexByte(" -*~_>\"", s[l.from]) >= 0 {
		l.item = l.item || s[l.from] == '-'
		l.from++
	}
	l.rest = l.to
	text := s[l.from:l.to]
	switch {
	case strings.Trim(text, " .,:;_*-~") == "":
		l.kind = empty
	case text == "c/" || text == "contre" || text == "contre :" || text == "c/ :" || text == "c /":
		l.kind = versus
	case f.heading(&l, text):
		l.kind = heading
	case f.details.MatchString(text) || lawyers(text):
		l.kind = detail
	case f.opens(t, l):
		l.kind = named
	case f.stops.MatchString(text):
		l.kind = stop
	}
	return l
}

// heading reads a line that announces the parties of a side, alone or before a
// colon and a first name.
func (f *Finder) heading(l *line, text string) bool {
	head, after, inline := strings.Cut(text, ":")
	head = strings.TrimSpace(strings.TrimRight(head, " .,-"))
	if len(head) > 80 {
		return false
	}
	head = strings.ReplaceAll(head, "(s)", "s")
	for i := range f.roles {
		if f.roles[i].pattern.MatchString(head) {
			l.role = &f.roles[i]
			word, _, _ := strings.Cut(head, " ")
			l.several = strings.HasSuffix(word, "s") || strings.Contains(head, "(")
			if inline && strings.TrimSpace(after) != "" {
				l.rest = l.to - len(after)
			}
			return true
		}
	}
	return false
}

// lawyers reports whether a line speaks of counsel.
func lawyers(text string) bool {
	for _, w := range []string{"avocat", "barreau", "toque", "vestiaire", "defenseur syndical", "delegue syndical"} {
		if i := strings.Index(text, w); i >= 0 {
			return !strings.Contains(text[:i], "represent") || strings.HasPrefix(text, "represent")
		}
	}
	return false
}

// opens reports whether a line opens with a word that announces a party.
func (f *Finder) opens(t *fold.Text, l line) bool {
	i := f.lead(t, l.from, l.to)
	o, n := f.openerAt(t, i, l.to)
	if n == 0 || o.class == counsel {
		return false
	}
	return capital(t, i) || l.item || capital(t, l.from)
}
