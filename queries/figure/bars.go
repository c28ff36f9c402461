package figure

import (
	"fmt"
	"strings"
)

// Bars is a figure: one bar for each year, divided into groups.
type Bars struct {
	Title    string
	Subtitle string
	Unit     string   // what is counted, in the plural: "decisions"
	Groups   []string // the parts of a bar, from the bottom
	Years    []Year   // ascending, without gaps
	Marks    []Mark   // ascending
	Notes    []string // lines under the figure
}

// Year is one bar.
type Year struct {
	Year   int
	Counts []int // of each group
	Of     int   // of how many, told in words and under the axis; 0 for none
}

func (y Year) total() (n int) {
	for _, c := range y.Counts {
		n += c
	}
	return n
}

// Mark is something that happened on a day: a line across the bars with a label.
type Mark struct {
	At    float64 // year and part of it: 2016.75 is the beginning of October
	Label string
	Note  string // in smaller letters, behind the label
}

// The size of a figure and of its parts, in pixels.
const (
	width, height = 960, 540
	left, right   = 64, 24
	under         = 62 // the axis of years, and of how many
	lineHeight    = 17 // of notes, legend and labels
	smallLetters  = 12
	letters       = 13
)

// drawing is a figure on its way to SVG.
type drawing struct {
	*Bars
	out         strings.Builder
	y           float64 // below what stands at the top
	top, bottom float64 // of the bars
	band        float64 // width of a year
	most        int     // value of the highest line of the grid
	step        int
}

// SVG writes the figure.
func (b *Bars) SVG() []byte {
	d := &drawing{Bars: b}
	d.head()
	d.legend()
	rows, labels := d.labels()
	d.top = d.y + float64(rows)*lineHeight + 10
	d.bottom = float64(height - under - len(b.Notes)*lineHeight)
	d.scale()
	d.grid()
	d.bars()
	d.marks(labels)
	d.axis()
	d.notes()
	d.out.WriteString("</svg>\n")
	return []byte(d.out.String())
}

// scale finds the lines of the grid: five or fewer, of round numbers.
func (d *drawing) scale() {
	most := 1
	for _, y := range d.Years {
		most = max(most, y.total())
	}
	d.step = 1
	for k, factors := 0, [...]int{2, 5, 10}; (most+d.step-1)/d.step > 5; k++ {
		power := 1
		for range k / 3 {
			power *= 10
		}
		d.step = power * factors[k%3]
	}
	d.most = (most + d.step - 1) / d.step * d.step
	d.band = float64(width-left-right) / float64(max(1, len(d.Years)))
}

// x is the place of a moment, given as a year and part of it.
func (d *drawing) x(at float64) float64 {
	if len(d.Years) == 0 {
		return left
	}
	return left + (at-float64(d.Years[0].Year))*d.band
}

// h is the height of a count.
func (d *drawing) h(n int) float64 { return float64(n) / float64(d.most) * (d.bottom - d.top) }

func (d *drawing) printf(format string, args ...any) { fmt.Fprintf(&d.out, format, args...) }

// num writes a length with one digit at most behind the point.
func num(x float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0")
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape writes a text as XML has it, without the signs that XML does not know.
func escape(s string) string {
	return escapes.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

// wide is how wide a text is at most, about: letters are half as wide as high or, in the
// fonts that stand in for Helvetica, somewhat more.
func wide(s string, size float64) float64 {
	n := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("ijl.,:;'’|!()[] ", r):
			n += 0.36
		case strings.ContainsRune("mwMW→…", r):
			n += 0.9
		default:
			n += 0.63
		}
	}
	return n * size
}
