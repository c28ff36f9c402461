package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

// screen gives the lines that print writes at 80 columns, and wants none longer.
func screen(t *testing.T, print func(*app)) []string {
	t.Helper()
	var b bytes.Buffer
	print(&app{std: std{out: &b}, look: look{width: 80}})
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	for _, l := range lines {
		if width(l) > 80 {
			t.Errorf("%d columns: %s", width(l), l)
		}
	}
	return lines
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("printed:\n%s\nwant:\n%s", g, w)
	}
}

func TestPrintTimeline(t *testing.T) {
	line := []queries.LineText{
		{Title: "article L. 311-37 du code de la consommation", Until: "2011-05-01", ActTitle: "loi n° 2010-737", Act: "loi/2010-737"},
		{Title: "article L. 311-52 du code de la consommation", From: "2011-05-01", Until: "2016-07-01", ActTitle: "décret n° 2016-884", Act: "decret/2016-884"},
		{Title: "article R. 312-35 du code de la consommation", From: "2016-07-01"},
	}
	wantLines(t, screen(t, func(a *app) { a.printTimeline(line) }),
		"    ┌             article L. 311-37 du code de la consommation",
		"    ├ 2011-05-01  article L. 311-52 du code de la consommation (loi n° 2010-737)",
		"    └ 2016-07-01  article R. 312-35 du code de la consommation (décret",
		"                  n° 2016-884)")
	for _, short := range [][]queries.LineText{nil, line[:1]} {
		wantLines(t, screen(t, func(a *app) { a.printTimeline(short) }), "")
	}
	// Two rules that became one: each act stands by the day on which it moved them.
	merged := []queries.LineText{{Title: "article 1", Until: "2008-05-01", Act: "a", ActTitle: "acte A"}, {Title: "article 2", From: "1982-10-29", Until: "2008-05-01", Act: "a", ActTitle: "acte A"},
		{Title: "article 3", From: "2008-05-01", Until: "2018-01-01", Act: "b", ActTitle: "acte B"}, {Title: "article 4", From: "2008-05-01", Until: "2018-01-01", Act: "b", ActTitle: "acte B"},
		{Title: "article 5", From: "2018-01-01"}}
	wantLines(t, screen(t, func(a *app) { a.printTimeline(merged) }),
		"    ┌             article 1",
		"    ├ 1982-10-29  article 2",
		"    ├ 2008-05-01  article 3 (acte A)",
		"    ├ 2008-05-01  article 4 (acte A)",
		"    └ 2018-01-01  article 5 (acte B)")
	// A text that left before the next came says until when it stood.
	gap := []queries.LineText{{Title: "article 1", Until: "2001-01-01"}, {Title: "article 2", From: "2003-01-01"}}
	wantLines(t, screen(t, func(a *app) { a.printTimeline(gap) }),
		"    ┌             article 1 until 2001-01-01",
		"    └ 2003-01-01  article 2")
}

func TestPrintYears(t *testing.T) {
	wantLines(t, screen(t, func(a *app) {
		a.printYears([]queries.YearCount{{Total: 1}, {Year: 2015, Total: 6000, UseCount: queries.UseCount{Applied: 2000, Invoked: 3000}}, {Year: 2016, Total: 3000}})
	}),
		"    no day █ 1",
		"    2015   "+strings.Repeat("█", 30)+" 6000 (2000 applied, 3000 only invoked)",
		"    2016   "+strings.Repeat("█", 15)+" 3000")
	wantLines(t, screen(t, func(a *app) { a.printYears([]queries.YearCount{{Year: 2015, Total: 3}}) }), "")
}

func TestPrintOthers(t *testing.T) {
	other := func(from, until corpus.Date, subject string, today ...corpus.Key) queries.OtherRule {
		return queries.OtherRule{LineText: queries.LineText{From: from, Until: until, Subject: subject}, Today: today, Citing: 2, Day: "2009-12-31"}
	}
	x := &queries.ArticleAnswer{Key: "code-civil/1", Open: 2, Others: []queries.OtherRule{
		other("", "2001-01-01", "ventes", "code-civil/2"), other("2001-01-01", "2010-01-01", ""), other("2010-01-01", "", "baux", "code-civil/1")}}
	wantLines(t, screen(t, func(a *app) { a.printOthers(x) }),
		"    ! before 2001-01-01 this number was: ventes, today code-civil/2 (2",
		"    decisions; --at 2009-12-31)",
		"    ! from 2001-01-01 until 2010-01-01 this number was: another rule (2",
		"    decisions; --at 2009-12-31)",
		"    ! since 2010-01-01 this number is: baux (2 decisions; --at 2009-12-31)",
		"    ! 2 more decisions cite the number without showing which rule is meant",
		"    (--exact)")
}
