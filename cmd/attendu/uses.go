package main

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/queries"
)

// printUses prints what courts do with a provision, by year and by court.
func (a *app) printUses(i int, x *queries.ArticleAnswer) {
	if i > 0 {
		a.printf("\n")
	}
	title := a.look.bold(x.Title)
	if x.Subject != "" {
		title += ": " + x.Subject
	}
	a.printf("%s%s\n", a.look.wrap("", title), a.look.dim("    "+string(x.Key)+versionNote(x)))
	if x.Total == 0 {
		a.printf("    cited by no decision\n")
		return
	}
	var all queries.UseCount
	years := make([]useRow, len(x.Years))
	for n, y := range x.Years {
		years[n] = useRow{name: "no day", total: y.Total, UseCount: y.UseCount}
		if y.Year != 0 {
			years[n].name = fmt.Sprint(y.Year)
		}
		all.Applied += y.Applied
		all.Rejected += y.Rejected
		all.Invoked += y.Invoked
	}
	courts := make([]useRow, len(x.Courts))
	for n, c := range x.Courts {
		courts[n] = useRow{name: c.Name, total: c.Total, UseCount: c.UseCount}
	}
	a.printUseTable("year", years)
	a.printUseTable("court", courts)
	a.printUseRows(courtColumns, []useRow{{"all", x.Total, all}})
	a.printf("\n%s", a.look.wrap("", "Each decision counts once, for the strongest: applied is in a visa or in the reasons of the court; "+
		"invoked is by a party only. The rest reports, quotes or recites it."))
}

// useRow is one row of a table of uses.
type useRow struct {
	name  string
	total int
	queries.UseCount
}

// courtColumns is the width of the first column.
const courtColumns = 38

func (a *app) printUseTable(what string, rows []useRow) {
	a.printf("\n%s\n", a.look.dim(pad(what, courtColumns)+"  decisions   applied  rejected   invoked"))
	a.printUseRows(courtColumns, rows)
}

func (a *app) printUseRows(columns int, rows []useRow) {
	for _, r := range rows {
		name := r.name
		if len([]rune(name)) > columns {
			name = strings.TrimSpace(string([]rune(name)[:columns-1])) + "…"
		}
		a.printf("%s %10s %9s %9s %9s\n", pad(name, columns), thousands(int64(r.total)), thousands(int64(r.Applied)),
			thousands(int64(r.Rejected)), thousands(int64(r.Invoked)))
	}
}
