package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/spf13/cobra"
)

func (a *app) showCommand() *cobra.Command {
	var text, all bool
	c := &cobra.Command{
		Use:   "show DECISION",
		Short: "Show one decision: parties, orders, what it cites, its case",
		Long: `Shows a decision, named by its key, number, ECLI, court and date, as one writes
them. A name that fits several decisions is answered with their keys.`,
		Example: `  attendu show tgi/laval/2016-10-04
  attendu show 17-21.434
  attendu show "CA Paris 12 mars 2015" --text`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, words []string) error {
			return a.withLibrary(c.Context(), func(lib *queries.Library) error {
				d, err := lib.Decision(c.Context(), strings.Join(words, " "))
				switch {
				case err != nil:
					return err
				case a.json:
					return a.printJSON(d)
				case text:
					a.printf("%s\n", d.Text)
				default:
					a.printDecision(d, all)
				}
				return nil
			})
		},
	}
	c.Flags().BoolVar(&all, "all", false, "print every party, however many")
	c.Flags().BoolVar(&text, "text", false, "print the text of the decision")
	a.jsonFlag(c, "the answer as one JSON object, with the text")
	return c
}

func (a *app) section(name string) { a.printf("\n%s\n", a.look.bold(name)) }

func (a *app) printDecision(d *queries.DecisionAnswer, all bool) {
	a.printf("%s", a.headline(&d.DecisionRef))
	court := d.Court
	if d.Official.Court.Chamber != "" || d.Read.Court.Chamber != "" {
		chamber := d.Official.Court.Chamber
		if chamber == "" {
			chamber = d.Read.Court.Chamber
		}
		court += ", " + chamber
	}
	a.printf("    %s\n", court)
	if len(d.Official.Publication) > 0 {
		a.printf("    %s\n", strings.Join(d.Official.Publication, ", "))
	}
	if d.ECLI != "" {
		a.printf("    %s\n", d.ECLI)
	}
	a.printFate(d)
	a.printParties(d, all)
	a.printHoldings(d)
	a.printOutcomes(d)
	a.printPrinciples(d)
	a.printCited("Provisions", provisionUses, d.Provisions)
	a.printCited("Decisions cited", decisionUses, d.Decisions)
	a.printUnresolved(d)
	a.printHistory(d)
	a.printSources(d)
}

// sideNames are the sides as they are written in French.
var sideNames = map[corpus.Side]string{corpus.Demandeur: "demandeur", corpus.Defendeur: "défendeur",
	corpus.Intervenant: "intervenant", corpus.Prevenu: "prévenu", corpus.MinisterePublic: "ministère public"}

// sideOrder is the order in which parties are shown.
var sideOrder = []corpus.Side{corpus.Demandeur, corpus.Defendeur, corpus.Prevenu, corpus.Intervenant, corpus.MinisterePublic}

// maxParties bounds the parties shown: some cases have hundreds.
const maxParties = 20

func (a *app) printParties(d *queries.DecisionAnswer, all bool) {
	if len(d.Parties) == 0 {
		return
	}
	a.section("Parties")
	parties := slices.Clone(d.Parties)
	slices.SortStableFunc(parties, func(x, y corpus.Party) int {
		return slices.Index(sideOrder, x.Side) - slices.Index(sideOrder, y.Side)
	})
	for i, p := range parties {
		if i == maxParties && !all {
			a.printf("    and %s (--all shows them)\n", plural(len(d.Parties)-i, "more", "more"))
			break
		}
		kind := ""
		if p.Kind != corpus.Physique && p.Kind != "" {
			kind = a.look.dim(" (personne " + string(p.Kind) + siren(p) + ")")
		}
		a.printf("    %s %s%s\n", pad(sideNames[p.Side], 16), oneLine(p.Name), kind)
		if len(p.RepresentedBy) > 0 {
			a.printf("%s", a.look.dim(a.look.wrap(strings.Repeat(" ", 23), counselOf(p))))
		}
	}
}

// siren is the number of a legal person as it is written.
func siren(p corpus.Party) string {
	if len(p.Siren) != 9 {
		return ""
	}
	return ", SIREN " + p.Siren[:3] + " " + p.Siren[3:6] + " " + p.Siren[6:]
}

// counselOf is who represents a party, each with his bar: "Me Anne Brunel (Nancy)".
func counselOf(p corpus.Party) string {
	var list []string
	for _, c := range p.RepresentedBy {
		name := oneLine(c.Name)
		if c.Bar != "" {
			name += " (" + c.Bar + ")"
		}
		list = append(list, name)
	}
	return strings.Join(list, ", ")
}

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

// maxOrder bounds an order as shown, in characters.
const maxOrder = 900

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

// useName says what a citation does; the lists are in the order of showing.
type useName struct {
	use  corpus.Use
	name string
}

var provisionUses = []useName{
	{corpus.Visa, "the basis of the court: in a visa, or of an order"},
	{corpus.Applied, "applied by the court"},
	{corpus.Rejected, "rejected by the court: inapplicable, or refused what is asked by it"},
	{corpus.Invoked, "invoked by a party"},
	{corpus.Reported, "in another decision of the case, as reported"},
	{corpus.Quoted, "inside a quotation"},
	{corpus.Recited, "in the facts and procedure"},
}

var decisionUses = []useName{
	{corpus.Visa, "by the court, in a visa"},
	{corpus.Applied, "by the court, in its reasons"},
	{corpus.Rejected, "by the court, which rejects it"},
	{corpus.Invoked, "by a party"},
	{corpus.Reported, "in another decision of the case, as reported"},
	{corpus.Quoted, "inside a quotation"},
	{corpus.Recited, "in the facts and procedure"},
}

// printCited lists what is cited under its strongest use.
func (a *app) printCited(title string, uses []useName, list []queries.Cited) {
	if len(list) == 0 {
		return
	}
	a.section(title)
	shown := map[corpus.Key]bool{}
	for _, u := range uses {
		first := true
		for _, c := range list {
			if shown[c.Key] || !slices.Contains(c.Uses, u.use) {
				continue
			}
			shown[c.Key] = true
			if first {
				a.printf("  %s\n", a.look.dim(u.name))
				first = false
			}
			a.printf("%s", a.look.hang("    "+pad(string(c.Key), 38)+"  ", citedTitle(c)+a.look.dim(rulesNote(c))))
		}
	}
}

func citedTitle(c queries.Cited) string {
	if q := c.Mentions[0].Qualifier; q != "" {
		return c.Title + " [" + string(q) + "]"
	}
	return c.Title
}

func (a *app) printUnresolved(d *queries.DecisionAnswer) {
	if len(d.Unresolved) == 0 {
		return
	}
	a.section("Not resolved")
	times := map[string]int{}
	for _, m := range d.Unresolved {
		times[oneLine(m.Text)]++
	}
	for _, m := range d.Unresolved {
		words := oneLine(m.Text)
		switch n := times[words]; {
		case n > 1:
			a.printf("%s", a.look.wrap("    ", fmt.Sprintf("« %s », %d times", words, n)))
		case n == 1:
			a.printf("%s", a.look.wrap("    ", "« "+words+" »"))
		}
		delete(times, words)
	}
}

func (a *app) printHistory(d *queries.DecisionAnswer) {
	if len(d.History) > 1 {
		a.section("The case")
		for _, h := range d.History {
			mark, what := "  ", h.Usual
			if h.Self {
				mark = "▸ "
			}
			if !h.Held {
				what += a.look.dim(" not in this library")
			}
			a.printf("%s", a.look.hang("  "+mark+pad(string(h.Key), 34)+"  ", what))
			if len(h.Reviews) > 0 {
				a.printf("%s", a.look.dim(a.look.wrap("        ", reviewNote(&h))))
			}
		}
	}
	if d.CitedBy > 0 {
		a.section("Cited by " + plural(d.CitedBy, "decision", "decisions"))
		a.printf("    attendu cited-by %s\n", d.Key)
	}
}

func joinKeys(keys []corpus.Key) string {
	s := make([]string, len(keys))
	for i, k := range keys {
		s[i] = string(k)
	}
	return strings.Join(s, ", ")
}

// oneLine writes a passage without its line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
