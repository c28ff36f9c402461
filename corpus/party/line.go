package party

import (
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/re2"
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
	end      int // where it ends with its blanks
	kind     lineKind
	role     *role
	rest     int  // where a name may follow on a heading line; to when none does
	item     bool // opens with a dash or a number
	several  bool // a heading in the plural
	told     bool // a heading whose line goes on about its party: "Partie civile, représentée par …"
	person   bool // names a person without civility, whose birth or address follows
}

// sheet is the lines of a head, each read once: where the head ends is found out
// step by step.
type sheet struct {
	f     *Finder
	t     *fold.Text
	read  []line // the whole lines before next
	next  int
	whole []line // those before to, the last of which may be cut
	to    int
}

// lines reads the lines before a folded offset.
func (s *sheet) lines(to int) []line {
	if s.whole != nil && s.to == to {
		return s.whole
	}
	for s.next < to {
		end := strings.IndexByte(s.t.Folded[s.next:to], '\n')
		if end < 0 {
			break
		}
		s.read = append(s.read, s.f.line(s.t, s.next, s.next+end))
		s.next += end + 1
	}
	n := len(s.read)
	for n > 0 && s.read[n-1].end >= to {
		n--
	}
	s.whole, s.to = slices.Clip(s.read[:n]), to
	from := 0
	if n > 0 {
		from = s.read[n-1].end + 1
	}
	if from < to {
		s.whole = append(s.whole, s.f.line(s.t, from, to))
	}
	return s.whole
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
	l := line{from: from, to: to, end: to}
	for l.to > l.from && (fold.Blank(s[l.to-1]) || s[l.to-1] == '~') {
		l.to--
	}
	for l.from < l.to && strings.IndexByte(" -*~_>\"", s[l.from]) >= 0 {
		l.item = l.item || s[l.from] == '-'
		l.from++
	}
	if n := f.numbered(t, l.from, l.to); n > 0 {
		l.from, l.item = l.from+n, true
	}
	label := len(f.say.label.FindString(s[l.from:l.to]))
	l.from += label
	l.rest = l.to
	text := s[l.from:l.to]
	switch {
	case text == "" || strings.Trim(text, " .,:;_*-~") == "":
		l.kind = empty
	case text == "c/" || text == "contre" || text == "contre :" || text == "c/ :" || text == "c /":
		l.kind = versus
	case f.heading(&l, text):
		l.kind = heading
	case f.details.MatchString(text) || lawyers(text):
		l.kind = detail
	case f.opens(t, l):
		if l.kind = named; f.say.bench.MatchString(text) {
			l.kind = stop
		}
	case label > 0 && t.Capital(l.from):
		l.kind, l.person = named, true
	case f.stops.MatchString(text):
		l.kind = stop
	}
	return l
}

// itemNumber is the number of an item: "1)", "2°/", "3 -".
var itemNumber = re2.MustCompile(`^\d{1,2} ?(?:[)/]|#[ )/]*| ?- ) *`)

// numbered is the length of the number of an item that names a party; 0 of other lines, as
// of addresses.
func (f *Finder) numbered(t *fold.Text, from, to int) int {
	n := len(itemNumber.FindString(t.Folded[from:to]))
	if n == 0 {
		return 0
	}
	if _, opener := f.openerAt(t, f.lead(t, from+n, to), to); opener == 0 {
		return 0
	}
	return n
}

// heading reads a line that announces the parties of a side, alone or before a
// colon and a first name.
func (f *Finder) heading(l *line, text string) bool {
	head, after, inline := strings.Cut(text, ":")
	if f.announces(l, head) {
		if after = strings.TrimLeft(after, " "); inline && after != "" {
			if l.told = f.details.MatchString(after); !l.told { // else "Partie demanderesse : comparant par …"
				l.rest = l.to - len(after)
			}
		}
		return true
	}
	if !f.is("role", text[:fold.LettersEnd(text, 0, len(text))]) {
		return false
	}
	if m := f.say.roleEnd.FindStringIndex(text); m != nil && f.announces(l, text[:m[0]]) {
		l.told = true
		return true
	}
	return false
}

// maxHeading is how long the words of a heading are at most, in folded bytes.
const maxHeading = 80

// announces reads the words of a heading, which may have the number of a list.
func (f *Finder) announces(l *line, head string) bool {
	head = strings.TrimSpace(strings.TrimRight(head, " .,-"))
	if len(head) > maxHeading {
		return false
	}
	head = strings.ReplaceAll(head, "(s)", "s")
	if f.roleOf(l, head) {
		return true
	}
	n := len(numeral.FindString(head))
	if n == 0 || !f.roleOf(l, head[n:]) {
		return false
	}
	l.from += n
	return true
}

// roleOf finds the role that words announce.
func (f *Finder) roleOf(l *line, words string) bool {
	for i := range f.roles {
		if f.roles[i].pattern.MatchString(words) {
			l.role = &f.roles[i]
			word, _, _ := strings.Cut(words, " ")
			l.several = strings.HasSuffix(word, "s") || strings.Contains(words, "(")
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
	if n > 0 && o.class == counsel {
		_, ok := f.officer(t, i, i+n, l.to)
		return ok
	}
	if n == 0 {
		return false
	}
	return t.Capital(i) || l.item || t.Capital(l.from)
}
