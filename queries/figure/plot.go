package figure

// grid draws the lines of the axis of counts.
func (d *drawing) grid() {
	d.printf("<g font-size=\"%d\" text-anchor=\"end\" fill=\"%s\">\n", smallLetters, faint)
	for n := 0; n <= d.most; n += d.step {
		y := d.bottom - d.h(n)
		if n > 0 {
			d.printf("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\" stroke=\"%s\"/>", left, num(y), width-right, num(y), rule)
		}
		d.printf("<text x=\"%d\" y=\"%s\">%s</text>\n", left-8, num(y+4), grouped(n))
	}
	d.printf("</g>\n<text transform=\"translate(18 %s) rotate(-90)\" text-anchor=\"middle\" font-size=\"%d\" fill=\"%s\">%s a year</text>\n",
		num((d.top+d.bottom)/2), smallLetters, faint, escape(d.Unit))
}

// grouped writes a number with its digits in threes: 12,500.
func grouped(n int) string {
	if n < 1000 {
		return num(float64(n))
	}
	return grouped(n/1000) + "," + num(float64(1000 + n%1000))[1:]
}

// widestBar bounds the width of bars where there are few.
const widestBar = 64

// bars draws the years, each with its figures in words.
func (d *drawing) bars() {
	wide := min(d.band-min(6, d.band*0.22), widestBar)
	d.printf("<g stroke=\"%s\" stroke-width=\"0.7\">\n", ink)
	for _, y := range d.Years {
		if y.total() == 0 {
			continue
		}
		d.printf("<g><title>%s</title>", escape(d.yearInWords(y)))
		at := d.bottom
		for g, n := range y.Counts {
			if n == 0 {
				continue
			}
			h := d.h(n)
			at -= h
			d.printf("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", num(d.x(float64(y.Year)+0.5)-wide/2), num(at), num(wide), num(h), fill(g))
		}
		d.printf("</g>\n")
	}
	d.printf("</g>\n")
}

// marks draws what happened on a day, on a white ground so that it shows on any bar.
func (d *drawing) marks(labels []label) {
	for i, m := range d.Marks {
		x, l := d.x(m.At), labels[i]
		y := d.y + float64(l.row)*lineHeight + 10
		d.printf("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#fff\" stroke-width=\"5\"/>", num(x), num(d.top), num(x), num(d.bottom))
		d.printf("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"1.8\" stroke-dasharray=\"6 3\"/>", num(x), num(y-9), num(x), num(d.bottom), mark)
		anchor, dx := "start", 6.0
		if l.before {
			anchor, dx = "end", -6
		}
		d.printf("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\"><tspan font-weight=\"bold\">%s</tspan>", num(x+dx), num(y), anchor, mark, escape(m.Label))
		if m.Note != "" {
			d.printf("<tspan dx=\"6\" font-size=\"%d\">%s</tspan>", smallLetters, escape(m.Note))
		}
		d.printf("</text>\n")
	}
}

// axis draws the axis of years, and names as many as there is room for.
func (d *drawing) axis() {
	d.printf("<line x1=\"%d\" y1=\"%s\" x2=\"%d\" y2=\"%s\" stroke=\"%s\"/>\n<g font-size=\"%d\" text-anchor=\"middle\">\n", left, num(d.bottom), width-right, num(d.bottom), ink, smallLetters)
	every := 1
	for _, n := range []int{1, 2, 5, 10, 20, 50, 100} {
		if every = n; float64(n)*d.band >= 36 {
			break
		}
	}
	for _, y := range d.Years {
		x := d.x(float64(y.Year) + 0.5)
		if every > 1 && y.Year%every != 0 {
			continue
		}
		d.printf("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/><text x=\"%s\" y=\"%s\">%d</text>", num(x), num(d.bottom), num(x), num(d.bottom+5), ink, num(x), num(d.bottom+19), y.Year)
		if y.Of > 0 {
			d.printf("<text x=\"%s\" y=\"%s\" font-size=\"10\" fill=\"%s\">of %s</text>", num(x), num(d.bottom+33), faint, grouped(y.Of))
		}
		d.printf("\n")
	}
	d.printf("</g>\n")
	if len(d.Years) == 0 {
		d.printf("<text x=\"%d\" y=\"%s\" text-anchor=\"middle\" fill=\"%s\">no %s</text>\n", (left+width-right)/2, num((d.top+d.bottom)/2), faint, escape(d.Unit))
	}
}

// notes writes the lines under the figure.
func (d *drawing) notes() {
	y := d.bottom + under - 6
	for _, n := range d.Notes {
		d.printf("<text x=\"20\" y=\"%s\" font-size=\"%d\" fill=\"%s\">%s</text>\n", num(y), smallLetters, faint, escape(n))
		y += lineHeight
	}
}
