package web

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// life is the life of a rule in decisions: how many of each year cite it, under which of
// its numbers, and when it moved. It is drawn, and told as a table.
type life struct {
	Groups []string // the numbers, the oldest first
	Years  []lifeYear
	Moves  []lifeMove
	// Undated are decisions without a day, which are in no year.
	Undated int
	day     func(corpus.Date) string // in the language of the page
}

type lifeYear struct {
	Year   int
	Total  int
	Counts []int // by group
}

type lifeMove struct {
	Date  corpus.Date
	Label string // "1382 → 1240"
	Act   string
}

// numberOf is the article of a key.
func numberOf(k corpus.Key) string {
	if p, err := k.Parts(); err == nil && p.Article != "" {
		return p.Article
	}
	return string(k)
}

// newLife makes the life of a rule of its timeline by number; nil where there is nothing
// to draw.
func newLife(v *visit, t *queries.Timeline) *life {
	l := &life{Undated: t.Undated, day: v.day}
	for _, g := range t.Groups {
		name := v.text("life.several")
		if k := corpus.Key(g.Name); k.IsProvision() {
			name = v.text("life.under", numberOf(k))
		}
		l.Groups = append(l.Groups, name)
	}
	for _, y := range t.Years {
		l.Years = append(l.Years, lifeYear{y.Year, y.Total, y.Counts})
	}
	for _, m := range t.Marks {
		l.Moves = append(l.Moves, lifeMove{Date: m.Date, Label: m.Label(), Act: m.ActTitle})
	}
	if len(l.Years) == 0 {
		return nil
	}
	return l
}

// The size of the drawing, in its own units.
const (
	lifeWidth, lifeHeight = 720, 260
	lifeLeft, lifeRight   = 40, 12
	lifeTop, lifeFoot     = 56, 34
)

// plot is a drawing on its way to SVG.
type plot struct {
	*life
	strings.Builder
	first, last int // years
	most        int // the highest line of the grid
}

// SVG draws bars by year, divided by number, and a line where the rule moved. What it
// shows stands beside it as a table: for those who do not see it, it is one image.
func (l *life) SVG(title string) template.HTML {
	p := &plot{life: l, first: l.Years[0].Year, last: l.Years[len(l.Years)-1].Year}
	for _, m := range l.Moves {
		if y := m.Date.Time().Year(); m.Date != "" && y >= p.first-30 && y <= p.last+5 {
			p.first, p.last = min(p.first, y-1), max(p.last, y+1)
		}
	}
	for p.last-p.first < 9 { // a few years are not drawn as wide blocks
		p.first, p.last = p.first-1, p.last+1
	}
	most := 1
	for _, y := range l.Years {
		most = max(most, y.Total)
	}
	step := (most + 3) / 4
	p.most = step * ((most + step - 1) / step)
	fmt.Fprintf(p, `<svg class="life" viewBox="0 0 %d %d" role="img" aria-label="%s">`, lifeWidth, lifeHeight, template.HTMLEscapeString(title))
	for n := 0; n <= p.most; n += step {
		fmt.Fprintf(p, `<line class="grid" x1="%d" x2="%d" y1="%.1f" y2="%.1f"/><text class="axis" x="%d" y="%.1f" text-anchor="end">%d</text>`,
			lifeLeft, lifeWidth-lifeRight, p.y(n), p.y(n), lifeLeft-8, p.y(n)+4, n)
	}
	p.bars()
	p.moves()
	p.axis()
	p.WriteString("</svg>")
	return template.HTML(p.String()) //nolint:gosec // every text in it was escaped
}

func (p *plot) x(year float64) float64 {
	return lifeLeft + (year-float64(p.first))*float64(lifeWidth-lifeLeft-lifeRight)/float64(p.last-p.first+1)
}

func (p *plot) y(n int) float64 {
	return float64(lifeHeight-lifeFoot) - float64(n)/float64(p.most)*float64(lifeHeight-lifeFoot-lifeTop)
}

func (p *plot) bars() {
	wide := min(34, (p.x(1)-p.x(0))*0.72)
	for _, y := range p.Years {
		under := 0
		for g, n := range y.Counts {
			if n == 0 {
				continue
			}
			top, foot := p.y(under+n), p.y(under)
			fmt.Fprintf(p, `<rect class="bar g%d" x="%.1f" y="%.1f" width="%.1f" height="%.1f"/>`, g%6, p.x(float64(y.Year)+0.5)-wide/2, top, wide, foot-top)
			under += n
		}
	}
}

// moves draws where the rule moved. Labels of moves that stand near each other go down
// line by line.
func (p *plot) moves() {
	var ends []float64 // of the labels on each line
	for _, m := range p.Moves {
		if m.Date == "" {
			continue
		}
		at := p.x(float64(m.Date.Time().Year()) + float64(m.Date.Time().YearDay()-1)/365)
		if at < lifeLeft || at > lifeWidth-lifeRight {
			continue
		}
		label := m.Label + ", " + p.day(m.Date)
		size := float64(len([]rune(label))) * 7.2
		from, anchor := at+5, "start"
		if from+size > lifeWidth {
			from, anchor = at-5, "end"
		}
		left := from
		if anchor == "end" {
			left = from - size
		}
		row := slices.IndexFunc(ends, func(end float64) bool { return end < left })
		if row < 0 {
			row = len(ends)
			ends = append(ends, 0)
		}
		ends[row] = left + size
		y := 16 + 15*float64(min(row, 2))
		fmt.Fprintf(p, `<line class="move" x1="%.1f" x2="%.1f" y1="%.1f" y2="%d"/><text class="moved" x="%.1f" y="%.1f" text-anchor="%s">%s</text>`,
			at, at, y-10, lifeHeight-lifeFoot, from, y, anchor, template.HTMLEscapeString(label))
	}
}

// axis writes some of the years.
func (p *plot) axis() {
	step := 1
	for (p.last-p.first+1)/step > 12 {
		step = map[int]int{1: 2, 2: 5, 5: 10, 10: 20, 20: 50, 50: 100}[step]
		if step == 0 {
			step = 200
		}
	}
	fmt.Fprintf(p, `<line class="base" x1="%d" x2="%d" y1="%d" y2="%d"/>`, lifeLeft, lifeWidth-lifeRight, lifeHeight-lifeFoot, lifeHeight-lifeFoot)
	for y := p.first; y <= p.last; y++ {
		if y%step == 0 {
			fmt.Fprintf(p, `<text class="axis" x="%.1f" y="%d" text-anchor="middle">%d</text>`, p.x(float64(y)+0.5), lifeHeight-lifeFoot+20, y)
		}
	}
}
