package synth

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/table"
)

// tribunal is an administrative tribunal with its cours administratives d'appel.
type tribunal struct {
	place, prefet string // "Rennes", "préfet d'Ille-et-Vilaine"
	cours         []cour // in the order of time
}

// cour is a cour administrative d'appel and the day from which appeals go there.
type cour struct {
	place, code string
	since       day
}

func (t *tables) addTribunals(r table.Row) error {
	since, err := parseDay(r.Get("since"))
	if err != nil {
		return err
	}
	c := cour{place: r.Get("cour"), code: r.Get("code"), since: since}
	for _, item := range r.List("tribunals") {
		place, of, ok := strings.Cut(item, " = ")
		if !ok {
			return fmt.Errorf("%q names no préfet", item)
		}
		i := slices.IndexFunc(t.tribunals, func(x tribunal) bool { return x.place == place })
		if i < 0 {
			i = len(t.tribunals)
			t.tribunals = append(t.tribunals, tribunal{place: place, prefet: "préfet " + of})
		}
		x := &t.tribunals[i]
		x.cours = append(x.cours, c)
		slices.SortFunc(x.cours, func(a, b cour) int { return int(a.since - b.since) })
	}
	return nil
}

// cour is the one that reviews the judgments of the tribunal on a day.
func (t *tribunal) cour(d day) cour {
	c := t.cours[0]
	for _, later := range t.cours[1:] {
		if d >= later.since {
			c = later
		}
	}
	return c
}

// administrative reports whether the case is one of the administrative courts.
func (h *head) administrative() bool { return h.subject.first == string(corpus.TA) }

// publicHead completes the head of an administrative case, of number n in its
// series and year: tribunal, cour, Conseil d'État, and the same cour again.
func (g *Generator) publicHead(c *chance, h *head, year, n int, p place) {
	t := pick(c, g.tables.tribunals)
	to := t.cour(newDay(year+1, 1, 1)) // the year in which the appeal is registered
	h.seat, h.prefet = seat{place: t.place, appeal: to.place}, t.prefet
	h.renvoi = h.seat
	h.court[judgment] = corpus.Court{Kind: corpus.TA, Place: t.place}
	h.court[appeal] = corpus.Court{Kind: corpus.CAA, Place: to.place}
	h.court[ruling] = corpus.Court{Kind: corpus.CE}
	h.court[remand] = h.court[appeal]
	odd := 0
	if p.series == publicBelow {
		odd = 1
	}
	h.dockets[judgment] = yy(year) + digits(registered(2*n+odd, year), 5)
	h.dockets[appeal] = yy(year+1) + to.code + digits(registered(3*n+odd, year+1), 5)
	h.dockets[ruling] = strconv.Itoa(g.docket.recours(year+3, n))
	h.dockets[remand] = yy(year+5) + to.code + digits(registered(3*n+2, year+5), 5)
}

// registered is the n-th number that a tribunal or cour gives in a year: below
// 15,000 as long as there are any.
func registered(n, year int) int {
	if n %= 99_999; n < 15_000 {
		return 1 + (n*7919+year*2971)%15_000
	}
	return n + 1
}

// recours is the n-th number that the Conseil d'État gives in a year. It counts
// through: 241,000 at the beginning of 2002, and some 11,500 a year since, fewer
// before. Cases beyond these get the numbers after those of the last year.
func (d *docket) recours(year, n int) int {
	first, width := recoursOf(year)
	if n < width {
		return first + (n*7919+year*2971)%width
	}
	end, _ := recoursOf(d.lastYear + 1)
	return end + (n-width)*(d.lastYear-d.firstYear+1) + d.lastYear - year
}

// recoursOf is the first number of a year and how many it has.
func recoursOf(year int) (first, width int) {
	const change, reached = 2002, 241_000
	if year < change {
		return reached - (change-year)*4_500, 4_500
	}
	return reached + (year-change)*11_500, 11_500
}
