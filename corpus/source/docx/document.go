package docx

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus/source/prose"
)

// document is what is read of a package.
type document struct {
	styles    styles
	numbering numbering
	main      *story
	beside    []*story
	notes     map[string]int // numbers of the notes, by their references
}

func newDocument() *document {
	d := &document{notes: map[string]int{}}
	d.main = &story{d: d, kind: "main"}
	return d
}

// story adds a header, a footer or the notes.
func (d *document) story(kind string) *story {
	s := &story{d: d, kind: kind}
	d.beside = append(d.beside, s)
	return s
}

// note is the number of a note: they are counted as the text refers to them.
func (d *document) note(id string) int {
	if d.notes[id] == 0 {
		d.notes[id] = len(d.notes) + 1
	}
	return d.notes[id]
}

// block is a paragraph, or a row of a table.
type block struct {
	text          string
	before, after int // room around it, in twentieths of a point
}

// apart is the room between two blocks from which on they stand apart.
const apart = 60

// pageWord finds what stood around a page number at the end of a line of a header
// or footer.
var pageWord = regexp.MustCompile(`(?i)[\s–—|/-]*(?:\bpage[\s:]*)?(?:(?:\bsur\b|/)[\s–—-]*)?$`)

// text puts the stories together.
func (d *document) text() string {
	body := join(d.main.blocks())
	var head, foot, notes []string
	for _, s := range d.beside {
		lines := strings.Split(join(s.blocks()), "\n")
		for i := range lines {
			lines[i] = pageWord.ReplaceAllString(lines[i], "")
		}
		switch s.kind {
		case "header":
			head = append(head, lines...)
		case "footer":
			foot = append(foot, lines...)
		default:
			notes = append(notes, join(s.blocks()))
		}
	}
	all := append(prose.Unsaid(head, body), "", body, "")
	all = append(append(all, notes...), "")
	all = append(all, prose.Unsaid(foot, body+"\n"+strings.Join(head, "\n"))...)
	return prose.Clean(strings.TrimSpace(strings.Join(all, "\n")), prose.Layout{TrimLines: true, MaxEnds: 2})
}

// join writes blocks as lines.
func join(all []block) string {
	var b strings.Builder
	for i, bl := range all {
		if i > 0 {
			b.WriteByte('\n')
			if max(all[i-1].after, bl.before) >= apart {
				b.WriteByte('\n')
			}
		}
		b.WriteString(bl.text)
	}
	return b.String()
}

// row writes the cells of a row: on one line, or each paragraph on its own when
// a cell has several.
func row(cells [][]block) []block {
	var line []string
	var all []block
	several := false
	for _, cell := range cells {
		var said int
		for _, b := range cell {
			if strings.TrimSpace(b.text) == "" {
				continue
			}
			said++
			several = several || said > 1 || strings.Contains(b.text, "\n")
			all = append(all, b)
			line = append(line, b.text)
		}
	}
	if several || len(all) == 0 {
		return all
	}
	return []block{{text: strings.Join(line, "\t")}}
}

func noteMark(n int) string { return "(" + strconv.Itoa(n) + ")" }
