package queries

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// LineText is one text of the line of a rule: a number that it bears or bore.
type LineText struct {
	Key     corpus.Key     `json:"key"`
	Title   string         `json:"title"`
	Version corpus.Version `json:"version"`
	Subject string         `json:"subject"` // what the rule is about, in French; "" when not described
	From    corpus.Date    `json:"from"`    // first day under this number, "" when not known
	Until   corpus.Date    `json:"until"`   // first day no longer under it, "" when it still stands there
	// Act moved it away from this number; null when that is not known, or it has
	// not been moved.
	Act      corpus.Key `json:"act"`
	ActTitle string     `json:"act_title"`
}

// OtherRule is another rule that a number has borne.
type OtherRule struct {
	LineText
	Today   []corpus.Key `json:"today"`   // where that rule stands today; empty when it is gone
	Citing  int          `json:"citing"`  // decisions that mean it, under any of its numbers
	Pending bool         `json:"pending"` // it is not proved that the number bore a rule then
	Day     corpus.Date  `json:"day"`     // a day on which the number bore it
}

// line describes the texts of a sense, the oldest first; empty for a number that
// has borne one rule only.
func (l *Library) line(s sense) []LineText {
	list := []LineText{}
	if s.rule.Version == "" {
		return list
	}
	for _, t := range l.extract.Succession().Line(s.rule.Text) {
		list = append(list, l.lineText(t))
	}
	return list
}

func (l *Library) lineText(t corpus.Text) LineText {
	past := l.extract.Succession()
	x := LineText{Key: t.Key, Title: l.Title(t.Key), Version: t.Version}
	for _, r := range past.Rules(t.Key) {
		if r.Version == t.Version {
			x.From, x.Until = past.Entered(t), r.Leave
		}
	}
	if s := past.Subject(t); s != nil {
		x.Subject = s.Label
	}
	for _, m := range past.Moved(t) {
		if x.Act == "" && m.Act != "" {
			x.Act, x.ActTitle = m.Act, bareTitle(l.Title(m.Act))
		}
	}
	return x
}

// wordings fills in what LEGI has of the articles of a line: of each its versions
// while it bore the rule, and the text on a day, "" for the latest.
func (l *Library) wordings(ctx context.Context, a *ArticleAnswer, s sense, day corpus.Date) error {
	a.Versions = []Wording{}
	a.NoSuchArticle = l.noSuchArticle(s.key)
	texts := []LineText{{Key: s.key}}
	if len(a.Line) > 0 {
		texts = a.Line
	}
	for _, t := range texts {
		for _, v := range l.law.Versions(t.Key) {
			if v.Start >= t.Until && t.Until != "" || v.End != "" && v.End <= t.From {
				continue
			}
			a.Versions = append(a.Versions, *wordingOf(&v))
			if t.Key == s.key && (day != "" && v.InForce(day) || day == "" && (a.TextID == "" || v.InForce(latest))) {
				a.TextID = v.ID
			}
		}
	}
	slices.SortStableFunc(a.Versions, func(x, y Wording) int { return strings.Compare(string(x.Start), string(y.Start)) })
	if a.TextID == "" {
		return nil
	}
	text, err := l.store.ArticleText(ctx, a.TextID)
	a.Text = text
	return err
}

// latest is a day on which only what has no end is in force.
const latest corpus.Date = "2999-01-01"

// bareTitle is a title without its article: "décret n° 2019-1333".
func bareTitle(title string) string {
	for _, article := range []string{"le ", "la ", "l'"} {
		title = strings.TrimPrefix(title, article)
	}
	return title
}

// others describes the other rules that the number of a sense has borne.
func (l *Library) others(ctx context.Context, s sense) ([]OtherRule, error) {
	list := []OtherRule{}
	for _, r := range s.rules {
		if r.Version == s.rule.Version {
			continue
		}
		o := OtherRule{LineText: l.lineText(r.Text), Today: []corpus.Key{}, Pending: r.Doubt, Day: r.Enter}
		if r.Leave != "" {
			o.Day = corpus.Date(r.Leave.Time().AddDate(0, 0, -1).Format(time.DateOnly))
		}
		t := target{node: corpus.Node(s.key)}
		t.names, _ = l.textNames(r.Text, nil)
		if !r.Doubt {
			o.Today = append(o.Today, l.extract.Succession().Ends(r.Text)...)
		}
		var err error
		if o.Citing, err = l.count(ctx, t); err != nil {
			return nil, err
		}
		if !o.Pending || o.Citing > 0 {
			list = append(list, o)
		}
	}
	return list, nil
}

// YearCount counts the decisions of a year that cite a provision.
type YearCount struct {
	Year  int `json:"year"` // 0 when the decisions have no known day
	Total int `json:"total"`
	UseCount
}

// years counts decisions, given with their days and the strongest thing that each does, by
// year, in the order of time.
func years(days []corpus.Date, does []corpus.Use) []YearCount {
	count := map[int]*YearCount{}
	for i, day := range days {
		year := yearOf(day)
		y := count[year]
		if y == nil {
			y = &YearCount{Year: year}
			count[year] = y
		}
		y.Total++
		y.add(does[i])
	}
	list := []YearCount{}
	for _, y := range count {
		list = append(list, *y)
	}
	slices.SortFunc(list, func(a, b YearCount) int { return a.Year - b.Year })
	return list
}

// yearOf is the year of a day, 0 for none.
func yearOf(day corpus.Date) int {
	if len(day) < len("2006") {
		return 0
	}
	y, _ := strconv.Atoi(string(day[:4])) // days are valid, or ""
	return y
}

// newest keeps the n latest decisions of a set, given with their days, and all others of
// the day of the last: of a hundred thousand that cite an article a page shows ten, and the
// rest need no name.
func newest(set graph.NodeSet, days []corpus.Date, n int) graph.NodeSet {
	if n >= len(days) {
		return set
	}
	count := map[corpus.Date]int{}
	for _, day := range days {
		count[day]++
	}
	n = max(n, 1)
	var from corpus.Date
	for _, day := range slices.Backward(slices.Sorted(maps.Keys(count))) {
		if from, n = day, n-count[day]; n <= 0 {
			break
		}
	}
	return set.Keep(func(i int) bool { return days[i] >= from })
}
