package queries

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries/figure"
)

// SVG draws the timeline: bars by year and group, with the days on which the rule moved
// on the axis. The same timeline gives the same bytes.
func (t *Timeline) SVG() []byte {
	b := &figure.Bars{Title: capital(t.Title), Subtitle: t.subtitle(), Unit: "decisions"}
	if t.Subject != "" {
		b.Title += ": " + t.Subject
	}
	for _, g := range t.Groups {
		b.Groups = append(b.Groups, g.Label)
	}
	for _, y := range t.Years {
		b.Years = append(b.Years, figure.Year{Year: y.Year, Counts: y.Counts, Of: y.Held})
	}
	for _, m := range t.Marks {
		if at := moment(m.Date); len(t.Years) > 0 && at >= float64(t.Years[0].Year) && at <= float64(t.Years[len(t.Years)-1].Year+1) {
			b.Marks = append(b.Marks, figure.Mark{At: at, Label: m.Label(), Note: strings.TrimPrefix(m.ActTitle+", "+string(m.Date), ", ")})
		}
	}
	b.Notes = t.notes()
	return b.SVG()
}

func (t *Timeline) subtitle() string {
	s := fmt.Sprintf("%d decisions of the library cite the rule", t.Total)
	if t.Total == 1 {
		s = "1 decision of the library cites the rule"
	}
	if len(t.Line) > 1 {
		s += ", under all its numbers"
	}
	return s + "; each counts once, in its year" + map[string]string{"use": ", for the strongest use", "number": "", "court": ""}[t.By]
}

// notes say what the bars do not show.
func (t *Timeline) notes() (list []string) {
	var left []string
	if t.Undated > 0 {
		left = append(left, fmt.Sprintf("%d without a day", t.Undated))
	}
	if t.Open > 0 {
		left = append(left, fmt.Sprintf("%d more that cite a number of the rule without showing that they mean it", t.Open))
	}
	if len(left) > 0 {
		list = append(list, "Not in the bars: "+strings.Join(left, "; ")+".")
	}
	return append(list, "Source: citations read from the decisions by attendu. “of” is how many decisions of the year the library holds.")
}

// Label is the renumbering in short: "1382 → 1240".
func (m TimelineMark) Label() string {
	to := make([]string, len(m.To))
	for i, k := range m.To {
		to[i] = number(k)
	}
	if len(to) > 3 {
		to = append(to[:3], "…")
	}
	return number(m.From) + " → " + strings.Join(to, ", ")
}

// number is the article of a key, or the key itself.
func number(k corpus.Key) string {
	if p, err := k.Parts(); err == nil && p.Article != "" {
		return p.Article
	}
	return string(k)
}

// moment is a day as a year and a part of it.
func moment(d corpus.Date) float64 {
	t := d.Time()
	days := 365.0
	if y := t.Year(); y%4 == 0 && (y%100 != 0 || y%400 == 0) {
		days = 366
	}
	return float64(t.Year()) + float64(t.YearDay()-1)/days
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
