package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
)

// UseCount counts decisions by the strongest thing that they do with a provision.
type UseCount struct {
	Applied  int `json:"applied"`  // the court rests on it: in a visa, or in its reasons
	Rejected int `json:"rejected"` // the court finds it inapplicable, or refuses what is asked by it
	Invoked  int `json:"invoked"`  // a party invokes it, and the court says nothing of it
}

// CourtCount counts the decisions of a court that cite a provision.
type CourtCount struct {
	Court string `json:"court"` // as it stands in keys: "ca/paris"; "" when not known
	Name  string `json:"name"`  // "cour d'appel de Paris"
	Total int    `json:"total"`
	UseCount
}

// byUse are the decisions that cite a provision, by what they do with it.
type byUse map[corpus.Use]map[corpus.Node]bool

// count adds a decision.
func (c *UseCount) count(node corpus.Node, by byUse) {
	switch {
	case by[corpus.Visa][node] || by[corpus.Applied][node]:
		c.Applied++
	case by[corpus.Rejected][node]:
		c.Rejected++
	case by[corpus.Invoked][node]:
		c.Invoked++
	}
}

// uses gathers the decisions that cite a target, by use.
func (l *Library) uses(ctx context.Context, t target) (byUse, error) {
	by := byUse{}
	for _, use := range corpus.Uses() {
		by[use] = map[corpus.Node]bool{}
		for node, err := range l.citers(ctx, t, use) {
			if err != nil {
				return nil, err
			}
			by[use][node] = true
		}
	}
	return by, nil
}

// byCourt counts decisions by court, that of most decisions first.
func (l *Library) byCourt(ctx context.Context, nodes []corpus.Node, by byUse) ([]CourtCount, error) {
	count := map[string]*CourtCount{}
	for _, node := range nodes {
		court, err := l.store.Court(ctx, node)
		if err != nil {
			return nil, err
		}
		c := count[court]
		if c == nil {
			c = &CourtCount{Court: court, Name: l.courtName(court)}
			count[court] = c
		}
		c.Total++
		c.count(node, by)
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
