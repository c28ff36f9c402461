package figure

import (
	"fmt"
	"slices"
	"strings"
)

// ink is the colour of text and outlines; mark that of marks, which prints as dark as ink.
const (
	ink   = "#222"
	faint = "#555"
	rule  = "#d9d9d9"
	mark  = "#8f1d1d"
)

// fills are those of the groups, from the bottom. Neighbours differ in more than their
// grey.
var fills = []string{"#3a3a3a", "url(#hatch)", "#a9a9a9", "#ececec", "url(#dots)", "#fff"}

const patterns = `<defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="#6b6b6b"/></pattern>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.4" fill="#6b6b6b"/></pattern>
</defs>
`

// fill is that of a group.
func fill(group int) string { return fills[group%len(fills)] }

// head opens the figure: its title, and what it shows in words.
func (d *drawing) head() {
	d.printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="title desc" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif" font-size="%d" fill="%s">`+"\n", width, height, width, height, letters, ink)
	d.printf("<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n%s", escape(d.Title), escape(d.description()), patterns)
	d.printf("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", width, height)
	size := 20.0
	for size > letters && wide(d.Title, size) > width-40 {
		size--
	}
	d.printf("<text x=\"20\" y=\"34\" font-size=\"%s\" font-weight=\"bold\">%s</text>\n", num(size), escape(d.Title))
	d.y = 44
	if d.Subtitle != "" {
		d.y += 14
		d.printf("<text x=\"20\" y=\"%s\" fill=\"%s\">%s</text>\n", num(d.y), faint, escape(d.Subtitle))
	}
	d.y += 14
}

// description tells the figure in words.
func (d *drawing) description() string {
	var s strings.Builder
	if d.Subtitle != "" {
		s.WriteString(d.Subtitle + ". ")
	}
	for _, y := range d.Years {
		if y.total() > 0 {
			s.WriteString(d.yearInWords(y) + ". ")
		}
	}
	for _, m := range d.Marks {
		s.WriteString(strings.TrimSpace(m.Label+" "+m.Note) + ". ")
	}
	return strings.TrimSpace(s.String())
}

func (d *drawing) yearInWords(y Year) string {
	var parts []string
	for g, n := range y.Counts {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, d.Groups[g]))
		}
	}
	s := fmt.Sprintf("%d: %d %s", y.Year, y.total(), d.Unit)
	if y.Of > 0 {
		s = fmt.Sprintf("%d: %d of %d %s", y.Year, y.total(), y.Of, d.Unit)
	}
	if len(d.Groups) > 1 && len(parts) > 0 {
		s += " (" + strings.Join(parts, ", ") + ")"
	}
	return s
}

// legend names the groups, from left to right, in as many lines as it takes.
func (d *drawing) legend() {
	if len(d.Groups) < 2 {
		return
	}
	x := 20.0
	for g, name := range d.Groups {
		w := 22 + wide(name, letters) + 20
		if x > 20 && x+w > width-20 {
			x = 20
			d.y += lineHeight + 3
		}
		d.printf("<rect x=\"%s\" y=\"%s\" width=\"15\" height=\"12\" fill=\"%s\" stroke=\"%s\" stroke-width=\"0.7\"/>", num(x), num(d.y), fill(g), ink)
		d.printf("<text x=\"%s\" y=\"%s\">%s</text>\n", num(x+22), num(d.y+10.5), escape(name))
		x += w
	}
	d.y += lineHeight + 8
}

// label is where the label of a mark stands.
type label struct {
	row    int
	before bool // its end is at the mark, not its beginning
}

// labels puts the labels of marks into rows so that none overlaps another.
func (d *drawing) labels() (rows int, list []label) {
	d.scale()
	var taken [][][2]float64 // of each row
	for _, m := range d.Marks {
		w := wide(m.Label, letters)*1.08 + 8 + wide(m.Note, smallLetters) + 14
		x := d.x(m.At)
		l := label{before: x+w > width-10 && x-w > 10}
		from, to := x, x+w
		if l.before {
			from, to = x-w, x
		}
		for l.row < len(taken) && slices.ContainsFunc(taken[l.row], func(t [2]float64) bool { return from < t[1] && t[0] < to }) {
			l.row++
		}
		if l.row == len(taken) {
			taken = append(taken, nil)
		}
		taken[l.row] = append(taken[l.row], [2]float64{from, to})
		list = append(list, l)
	}
	return len(taken), list
}
