package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
)

// UseCount counts decisions by the strongest thing that they do with a provision.
type UseCount struct {
	Applied  int `json:"applied"`  // the court rests on it: in a visa, or in its reasons
	Rejected int `json:"rejected"` // the court finds it inapplicable, or refuses what is asked by it, and does not apply it
	Invoked  int `json:"invoked"`  // a party invokes it, and the court says nothing of it
}

// CourtCount counts the decisions of a court that cite a provision.
type CourtCount struct {
	Court string `json:"court"` // as it stands in keys: "ca/paris"; "" when not known
	Name  string `json:"name"`  // "cour d'appel de Paris"
	Total int    `json:"total"`
	UseCount
}

// addUses adds what a citation of a decision does to a list, once each.
func addUses(uses []corpus.Use, d *corpus.Decision, c *corpus.Citation) []corpus.Use {
	for _, u := range d.UsesOf(c) {
		if !slices.Contains(uses, u) {
			uses = append(uses, u)
		}
	}
	return uses
}

// byUse are the decisions that cite a provision, by what they do with it.
type byUse map[corpus.Use]graph.NodeSet

// strongest gives, of each decision of a set, the strongest thing that it does: one for
// which UseCount has a place, or "".
func (by byUse) strongest(set graph.NodeSet) []corpus.Use {
	does := make([]corpus.Use, set.Len())
	for _, use := range []corpus.Use{corpus.Invoked, corpus.Rejected, corpus.Applied, corpus.Visa} { // the stronger last
		set.Meet(by[use], func(i, _ int) { does[i] = use })
	}
	return does
}

// add counts a decision by the strongest thing that it does.
func (c *UseCount) add(use corpus.Use) {
	switch use {
	case corpus.Visa, corpus.Applied:
		c.Applied++
	case corpus.Rejected:
		c.Rejected++
	case corpus.Invoked:
		c.Invoked++
	}
}

// uses gathers the decisions that cite a target, by use.
func uses(ctx context.Context, v graph.Moment, t target) (by byUse, err error) {
	by = byUse{}
	for _, use := range corpus.Uses() {
		if by[use], err = v.Citers(ctx, t.citers(use)); err != nil {
			return nil, err
		}
	}
	return by, nil
}

// byCourt counts decisions, each given with the strongest thing that it does, by court:
// that of most decisions first.
func (l *Library) byCourt(ctx context.Context, v graph.Moment, set graph.NodeSet, does []corpus.Use) ([]CourtCount, error) {
	courts, err := v.Courts(ctx, set)
	if err != nil {
		return nil, err
	}
	count := map[string]*CourtCount{}
	for i, court := range courts {
		c := count[court]
		if c == nil {
			c = &CourtCount{Court: court, Name: l.courtName(court)}
			count[court] = c
		}
		c.Total++
		c.add(does[i])
	}
	list := []CourtCount{}
	for _, c := range count {
		list = append(list, *c)
	}
	slices.SortFunc(list, func(a, b CourtCount) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Court, b.Court))
	})
	return list, nil
}

// courtName writes the court of a key for people.
func (l *Library) courtName(court string) string {
	kind, place, _ := strings.Cut(court, "/")
	return corpus.Court{Kind: corpus.CourtKind(kind), Place: l.extract.Courts().Place(place)}.Name()
}
