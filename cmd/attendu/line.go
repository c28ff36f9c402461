package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
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
	for i, t := range list {
		mark := "├"
		if i == 0 {
			mark = "┌"
		}
		if i == len(list)-1 {
			mark = "└"
		}
		line := t.Title
		if act := actInto(list, t); act != "" {
			line += a.look.dim(" (" + act + ")")
		}
		if t.Until != "" && !slices.ContainsFunc(list, func(next queries.LineText) bool { return next.From == t.Until }) {
			line += a.look.dim(" until " + string(t.Until))
		}
		head := fmt.Sprintf("    %s %s  ", mark, pad(string(t.From), 10))
		blank := strings.Repeat(" ", width(head))
		a.printf("%s%s", head, strings.TrimPrefix(a.look.wrap(blank, line), blank))
	}
}

// actInto names the act that brought a rule to its number: the one by which it left
// another of the line on that day.
func actInto(list []queries.LineText, t queries.LineText) string {
	for _, from := range list {
		if t.From != "" && from.Until == t.From && from.Act != "" {
			return from.ActTitle
		}
	}
	return ""
}

// maxVersions bounds the versions shown of an article.
const maxVersions = 12

// printVersions lists the versions of the articles of a rule, and prints the text
// of the one asked for.
func (a *app) printVersions(x *queries.ArticleAnswer) {
	if x.NoSuchArticle {
		a.printf("    ! the code never had an article of this number\n")
	}
	if len(x.Versions) == 0 {
		return
	}
	a.printf("    %s\n", plural(len(x.Versions), "version", "versions"))
	from := max(0, len(x.Versions)-maxVersions)
	if from > 0 {
		a.printf("      %s\n", a.look.dim(fmt.Sprintf("%d older (--json)", from)))
	}
	for _, v := range x.Versions[from:] {
		mark := " "
		if v.ID == x.TextID {
			mark = "▸"
		}
		_, number, _ := strings.Cut(string(v.Key), "/")
		a.printf("    %s %s  %s %s%s\n", mark, pad(wordingDays(v), 27), pad(number, 12), a.look.dim(v.ID), doubtNote(v))
	}
	if x.Text != "" {
		a.printf("%s", a.look.wrap("      ", oneLine(x.Text)))
	}
}

// wordingDays are the days of a version: the first, and the first no longer in force.
func wordingDays(v queries.Wording) string {
	start, end := cmp.Or(string(v.Start), "?"), "no end"
	if v.End != "" {
		end = "until " + string(v.End)
	}
	return pad(start, 10) + " " + end
}

// doubtNote warns of a version whose days are not to be relied on.
func doubtNote(v queries.Wording) string {
	if v.Doubt == "" {
		return ""
	}
	return "  doubtful: " + v.Doubt
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
		if y.Rejected > 0 {
			parts = append(parts, fmt.Sprintf("%d rejected", y.Rejected))
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
			when = "from " + string(o.From) + " until " + string(o.Until)
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

// meantNote says in a few words which rule the number of an article meant, where
// that is not the rule that it bears today.
func meantNote(key corpus.Key, d *corpus.Designation) string {
	switch {
	case d == nil || d.Version == corpus.Unchanged:
		return ""
	case d.Version == "":
		return "; which rule is not known"
	case !d.Version.Old():
		return ""
	case len(d.TodayCandidates) > 0:
		return "; as before " + string(d.Version.Day()) + ", today " + joinKeys(d.TodayCandidates)
	case d.Today == "":
		return "; as before " + string(d.Version.Day())
	}
	return "; as before " + string(d.Version.Day()) + ", today " + string(d.Today)
}

// neverThere is said of an article that is in no version of its code.
const neverThere = "the code never had such an article"

// rulesNote is meantNote for all that one decision means by a number.
func rulesNote(c queries.Cited) string {
	var notes []string
	for _, m := range c.Mentions {
		if n := meantNote(c.Key, m.Meant); n != "" && !slices.Contains(notes, n) {
			notes = append(notes, n)
		}
	}
	for _, m := range c.Mentions {
		if m.NoSuchArticle {
			return strings.Join(notes, "") + "; " + neverThere
		}
	}
	return strings.Join(notes, "")
}
