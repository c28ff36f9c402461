package queries

import (
	"context"
	"slices"
	"strconv"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/index"
)

// TimelineGroup is a part of the decisions: those of one use, number or kind of court.
type TimelineGroup struct {
	Name  string `json:"name"`  // "applied", "code-civil/1382", "cass"
	Label string `json:"label"` // for people
	Total int    `json:"total"`
}

// TimelineYear are the decisions of a year, by group.
type TimelineYear struct {
	Year   int   `json:"year"`
	Total  int   `json:"total"`
	Counts []int `json:"counts"`
	// Held is how many decisions of the year the library holds, of the courts asked for:
	// a rule is not cited less because less is held.
	Held int `json:"held"`
}

// TimelineMark is a day on which the rule left one number for others.
type TimelineMark struct {
	Date     corpus.Date  `json:"date"`
	From     corpus.Key   `json:"from"`
	To       []corpus.Key `json:"to"`
	Act      corpus.Key   `json:"act"` // null when it is not known
	ActTitle string       `json:"act_title"`
}

// heldByYear counts the decisions held of each year.
func (l *Library) heldByYear(ctx context.Context, req TimelineRequest) (map[int]int, error) {
	found, err := l.index.Search(ctx, index.Request{Courts: req.Courts, From: req.From, To: req.To, Limit: -1,
		Facets: []index.Facet{index.FacetYear}, FacetLimit: 10_000})
	if err != nil {
		return nil, err
	}
	held := map[int]int{}
	for _, c := range found.Facets[0].Counts {
		if y, err := strconv.Atoi(c.Value); err == nil {
			held[y] = c.Count
		}
	}
	return held, nil
}

// count counts the decisions by year and group; part is the group of each.
func (t *Timeline) count(days []corpus.Date, part []int) {
	first, last := 0, 0
	for _, d := range days {
		if d == "" {
			continue
		}
		y := yearOf(d)
		if first == 0 || y < first {
			first = y
		}
		last = max(last, y)
	}
	if first > 0 {
		for y := first; y <= last; y++ {
			t.Years = append(t.Years, TimelineYear{Year: y, Counts: make([]int, len(t.Groups))})
		}
	}
	for i, d := range days {
		t.Groups[part[i]].Total++
		if d == "" {
			t.Undated++
			continue
		}
		y := &t.Years[yearOf(d)-first]
		y.Total++
		y.Counts[part[i]]++
	}
	t.dropEmpty()
}

// dropEmpty takes out the groups to which no decision belongs.
func (t *Timeline) dropEmpty() {
	for g := len(t.Groups) - 1; g >= 0; g-- {
		if t.Groups[g].Total > 0 {
			continue
		}
		t.Groups = slices.Delete(t.Groups, g, g+1)
		for i := range t.Years {
			t.Years[i].Counts = slices.Delete(t.Years[i].Counts, g, g+1)
		}
	}
}

// marks are the days on which a rule changed its number, and by which act.
func (l *Library) marks(s sense) (list []TimelineMark) {
	if s.rule.Version == "" {
		return nil
	}
	past := l.extract.Succession()
	line := past.Line(s.rule.Text)
	for _, t := range line {
		x := l.lineText(t)
		if x.Until == "" {
			continue
		}
		m := TimelineMark{Date: x.Until, From: t.Key, To: []corpus.Key{}, Act: x.Act, ActTitle: x.ActTitle}
		for _, n := range past.Next(t) {
			if slices.Contains(line, n) && n.Key != t.Key && !slices.Contains(m.To, n.Key) {
				m.To = append(m.To, n.Key)
			}
		}
		if len(m.To) > 0 {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b TimelineMark) int { return compareDates(a.Date, b.Date) })
	return list
}
