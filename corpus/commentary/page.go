package commentary

import (
	"strings"

	"github.com/attendu/attendu/corpus/fold"
)

// blockKind says what a paragraph of a page is.
type blockKind uint8

const (
	headline  blockKind = iota // a title, a menu entry, a line without a sentence
	prose                      // a paragraph that tells something
	furniture                  // links to other pages, legal notices, readers' remarks
)

// block is a paragraph, in bytes of the folded text.
type block struct {
	start, end int
	kind       blockKind
	lead       bool // before the first prose
}

// minProse is the number of words from which a line with a full stop is prose,
// longProse the number from which it is prose without one.
const minProse, longProse = 8, 25

// page cuts a text into paragraphs and tells prose from the rest.
func (r *Reader) page(t *fold.Text) []block {
	blocks := paragraphs(t.Folded)
	lead, after, end := true, false, false
	for i := range blocks {
		b := &blocks[i]
		s := t.Folded[b.start:b.end]
		b.kind = lineKind(s)
		alone := false
		switch r.remnant(s) {
		case "seule":
			alone = true
		case "suite":
			after = true
		case "fin":
			end = true
		}
		switch {
		case end && !lead, after && b.kind == headline, alone:
			b.kind = furniture
		case b.kind == prose:
			after = false
		}
		b.lead = lead && b.kind != prose
		lead = b.lead
	}
	return blocks
}

// lineKind tells prose from a headline by length and full stop.
func lineKind(s string) blockKind {
	n := len(strings.Fields(s))
	full := strings.HasSuffix(strings.TrimRight(s, "\") "), ".") || strings.ContainsAny(s[max(0, len(s)-2):], ".!?:;\"")
	if n >= longProse || n >= minProse && full {
		return prose
	}
	return headline
}

// maxRemnant is the length in bytes beyond which a line is no page furniture.
const maxRemnant = 300

// remnant gives the reach of a line of page furniture: "seule" for the line
// itself, "suite" for the list that follows it, "fin" for all that follows; ""
// for any other line.
func (r *Reader) remnant(s string) string {
	if len(s) > maxRemnant {
		return ""
	}
	for _, m := range r.remnants {
		if m.line.MatchString(s) {
			return m.reach
		}
	}
	return ""
}

// paragraphs cuts at line ends; in a text wrapped at a fixed width, at empty
// lines only.
func paragraphs(s string) []block {
	soft := wrapped(s)
	var out []block
	open := false
	for at := 0; at < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			end = at + n
		}
		a, b := trim(s, at, end)
		switch {
		case a == b:
			open = false
		case open && soft:
			out[len(out)-1].end = b
		default:
			out = append(out, block{start: a, end: b})
			open = true
		}
		at = end + 1
	}
	return out
}

// wrapped reports whether the lines of a text were broken to fit a width: they
// are of like length, and many stop in mid-sentence.
func wrapped(s string) bool {
	lines, full, open := 0, 0, 0
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		lines++
		if len(line) > 120 {
			return false
		}
		if len(line) > 50 {
			full++
			if !strings.ContainsRune(".!?:;\"", rune(line[len(line)-1])) {
				open++
			}
		}
	}
	return lines >= 4 && 2*full >= lines && 3*open >= full
}

// trim drops the blanks around s[a:b].
func trim(s string, a, b int) (int, int) {
	for a < b && (s[a] == ' ' || s[a] == '\n') {
		a++
	}
	for a < b && (s[b-1] == ' ' || s[b-1] == '\n') {
		b--
	}
	return a, b
}
