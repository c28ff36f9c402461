package main

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
)

func (a *app) printHoldings(d *queries.DecisionAnswer) {
	if len(d.Holdings) == 0 {
		return
	}
	a.section("Orders")
	for i, h := range d.Holdings {
		head := fmt.Sprintf("%3d. %s", i+1, pad(string(h.Kind), 22))
		body := a.look.wrap(strings.Repeat(" ", 28), wholeOrder(d.Text, h))
		a.printf("%s%s", pad(head, 28), strings.TrimLeft(body, " "))
		if who := whoPays(h); who != "" {
			a.printf("%s", a.look.dim(a.look.wrap(strings.Repeat(" ", 28), who)))
		}
	}
}

// printPrinciples prints the rules that the court states, with the provisions on which
// they rest.
func (a *app) printPrinciples(d *queries.DecisionAnswer) {
	if len(d.Principles) == 0 {
		return
	}
	a.section("Rules that the court states")
	for i, h := range d.Principles {
		a.printf("%s", a.look.hang(fmt.Sprintf("%3d. ", i+1), wholeOrder(d.Text, h)))
		if len(h.Bases) > 0 {
			a.printf("%s", a.look.dim(a.look.wrap("     ", joinKeys(h.Bases))))
		}
	}
}

// wholeOrder is an order in full, on one line; a very long one ends with a sign
// that it goes on.
func wholeOrder(text string, h corpus.Holding) string {
	words := []rune(oneLine(h.Whole.Of(text)))
	if len(words) <= maxOrder {
		return string(words)
	}
	return string(words[:maxOrder]) + " … (" + plural(len(words)-maxOrder, "more character", "more characters") + ")"
}

// whoPays tells for whom and against whom an order is.
func whoPays(h corpus.Holding) string {
	var parts []string
	if len(h.Debtors) > 0 {
		parts = append(parts, "against "+strings.Join(h.Debtors, ", "))
	}
	switch {
	case len(h.Shares) > 0:
		for _, s := range h.Shares {
			parts = append(parts, "for "+strings.Join(s.Beneficiaries, ", ")+" "+euros(s.AmountCents))
		}
	case len(h.Beneficiaries) > 0:
		parts = append(parts, "for "+strings.Join(h.Beneficiaries, ", "))
	}
	if len(h.Refused) > 0 {
		parts = append(parts, "refused to "+strings.Join(h.Refused, ", "))
	}
	if h.AmountCents != 0 && len(h.Shares) == 0 {
		parts = append(parts, euros(h.AmountCents))
	}
	if p := h.Penalty; p != nil {
		parts = append(parts, "astreinte of "+euros(p.AmountCents)+" par "+p.Per)
	}
	if d := h.Deadline; d != nil {
		parts = append(parts, strings.TrimSpace("within "+plural(d.Number, d.Unit, frenchPlural(d.Unit))+" "+oneLine(d.From)))
	}
	return strings.Join(parts, "; ")
}

// frenchPlural is the plural of a unit of time.
func frenchPlural(unit string) string {
	if strings.HasSuffix(unit, "s") {
		return unit
	}
	return unit + "s"
}

// printOutcomes prints what each party got out of the orders, by their numbers.
func (a *app) printOutcomes(d *queries.DecisionAnswer) {
	if len(d.Outcomes) == 0 {
		return
	}
	a.section("Who got what")
	for _, o := range d.Outcomes {
		var parts []string
		for _, part := range []struct {
			what   string
			orders []int
		}{{"obtains", o.Won}, {"must obey", o.Owes}, {"is refused", o.Refused}} {
			if len(part.orders) > 0 {
				parts = append(parts, part.what+" "+orderNumbers(part.orders))
			}
		}
		a.printf("%s", a.look.hang("    "+pad(sideNames[o.Side], 16)+" ", oneLine(o.Name)+": "+strings.Join(parts, "; ")))
	}
}

// orderNumbers lists orders by their numbers as shown: "orders 1, 3".
func orderNumbers(list []int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = fmt.Sprint(n + 1)
	}
	noun := "orders "
	if len(list) == 1 {
		noun = "order "
	}
	return noun + strings.Join(words, ", ")
}

func euros(cents int64) string {
	s := strings.ReplaceAll(thousands(cents/100), ",", " ")
	if cents%100 != 0 {
		s += fmt.Sprintf(",%02d", cents%100)
	}
	return s + " €"
}
