package main

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/queries"
)

// printTimeline draws the numbers of a rule over time, one to a line:
//
//	│            article 1382 du code civil
//	├ 2016-10-01 article 1240 du code civil (ordonnance n° 2016-131)
func (a *app) printTimeline(list []queries.LineText) {
	if len(list) < 2 {
		return
	}
	act := ""
	for i, t := range list {
		mark := "├"
		if i == 0 {
			mark = "┌"
		}
		if i == len(list)-1 {
			mark = "└"
		}
		line := fmt.Sprintf("    %s %s  %s", mark, pad(string(t.From), 10), t.Title)
		if act != "" {
			line += a.look.dim(" (" + act + ")")
		}
		if t.Until != "" && (i+1 == len(list) || list[i+1].From != t.Until) {
			line += a.look.dim(" until " + string(t.Until))
		}
		a.printf("%s\n", line)
		act = ""
		if t.Act != "" {
			act = t.ActTitle
		}
	}
}

// barColumns is the width of the longest bar of a year.
const barColumns = 30

// printYears draws how many decisions of each year cite a provision.
func (a *app) printYears(years []queries.YearCount) {
	most := 0
	for _, y := range years {
		most = max(most, y.Total)
	}
	if len(years) < 2 {
		return
	}
	for _, y := range years {
		year := "no day"
		if y.Year != 0 {
			year = fmt.Sprint(y.Year)
		}
		n := max(1, y.Total*barColumns/most)
		var parts []string
		if y.Applied > 0 {
			parts = append(parts, fmt.Sprintf("%d applied", y.Applied))
		}
		if y.Invoked > 0 {
			parts = append(parts, fmt.Sprintf("%d only invoked", y.Invoked))
		}
		note := ""
		if len(parts) > 0 {
			note = a.look.dim(" (" + strings.Join(parts, ", ") + ")")
		}
		a.printf("    %s %s %d%s\n", pad(year, 6), strings.Repeat("█", n), y.Total, note)
	}
}

// printOthers warns that a number has borne other rules.
func (a *app) printOthers(x *queries.ArticleAnswer) {
	for _, o := range x.Others {
		what := o.Subject
		if what == "" {
			what = "another rule"
		}
		when := "since " + string(o.From)
		switch {
		case o.From == "" && o.Until != "":
			when = "before " + string(o.Until)
		case o.Until != "":
			when = "from " + string(o.From) + " to " + string(o.Until)
		}
		note := fmt.Sprintf("%s this number was: %s", when, what)
		if o.Until == "" {
			note = fmt.Sprintf("%s this number is: %s", when, what)
		}
		if len(o.Today) > 0 && (len(o.Today) > 1 || o.Today[0] != x.Key) {
			note += ", today " + joinKeys(o.Today)
		}
		a.printf("%s", a.look.wrap("    ", "! "+note+fmt.Sprintf(" (%s; --at %s)", plural(o.Citing, "decision", "decisions"), o.Day)))
	}
	if x.Open > 0 {
		a.printf("%s", a.look.wrap("    ", fmt.Sprintf("! %s the number without showing which rule is meant (--exact)",
			plural(x.Open, "more decision cites", "more decisions cite"))))
	}
}
