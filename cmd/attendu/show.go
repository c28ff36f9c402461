package main

import (
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

// maxOrder bounds an order as shown, in characters.
const maxOrder = 900

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
	if ref := d.Read.Contested; len(d.History) <= 1 && ref != nil && ref.Court.Kind != "" && len(ref.Keys()) == 0 {
		a.section("The case")
		a.printf("%s", a.look.hang("    reviews ", unnamed(ref)))
	}
	if d.CitedBy > 0 {
		a.section("Cited by " + plural(d.CitedBy, "decision", "decisions"))
		a.printf("    attendu cited-by %s\n", d.Key)
	}
}

// unnamed describes a decision under review that has no key, because the publisher took its
// place out.
func unnamed(ref *corpus.Reference) string {
	said := ref.Court.Kind.Name() + " (no place is given)"
	if ref.Date != "" {
		said += ", " + ref.Date.Long()
	}
	if len(ref.Numbers) > 0 {
		said += ", n° " + strings.Join(ref.Numbers, ", ")
	}
	return said
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
