package index

import (
	"fmt"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/blevesearch/bleve/v2/search/query"
)

// where writes a condition as a Bleve query, in which what gives no score is unscored;
// nil for a condition that holds always. leaf writes those that join no others.
func where(e Expr, leaf func(Expr) (query.Query, error)) (query.Query, error) {
	switch e := e.(type) {
	case nil:
		return nil, nil
	case All:
		return whereAll(e, leaf)
	case Any:
		return whereAny(e, leaf)
	case Not:
		return whereAll(All{e}, leaf)
	}
	return leaf(e)
}

// decisionLeaf writes a condition on decisions that joins no others.
func decisionLeaf(e Expr) (query.Query, error) {
	switch e := e.(type) {
	case Words:
		return whereWords(e), nil
	case Nodes:
		q := query.NewDocIDQuery(nodeIDs(e.Nodes))
		if e.Best {
			q.SetBoost(bestBoost)
			return q, nil
		}
		return unscored{q}, nil
	case Near:
		return newNear(e)
	case Pattern, Like:
		p, err := newPart(e)
		if err != nil {
			return nil, err
		}
		if zones := zonesOf(e); zones != nil {
			return unscored{nearQuery{parts: []nearPart{p}, zones: zones}}, nil
		}
		return unscored{formQuery{p.forms}}, nil
	}
	q, err := filter(e)
	if err != nil {
		return nil, err
	}
	return unscored{q}, nil
}

// bestBoost lifts what was asked for by its name above what only holds the words.
const bestBoost = 1000

// whereAll joins conditions that must all hold.
func whereAll(list All, leaf func(Expr) (query.Query, error)) (query.Query, error) {
	var must, not []query.Query
	for _, e := range list {
		n, negated := e.(Not)
		if negated {
			e = n.Expr
		}
		q, err := where(e, leaf)
		switch {
		case err != nil:
			return nil, err
		case negated && q == nil: // what holds always must not hold
			not = append(not, query.NewMatchAllQuery())
		case negated:
			not = append(not, unscored{q})
		case q != nil:
			must = append(must, q)
		}
	}
	switch {
	case len(not) > 0:
		if len(must) == 0 {
			must = append(must, unscored{query.NewMatchAllQuery()})
		}
		return query.NewBooleanQuery(must, nil, not), nil
	case len(must) == 0:
		return nil, nil
	case len(must) == 1:
		return must[0], nil
	}
	return query.NewConjunctionQuery(must), nil
}

// whereAny joins conditions of which one must hold.
func whereAny(list Any, leaf func(Expr) (query.Query, error)) (query.Query, error) {
	var either []query.Query
	for _, e := range list {
		q, err := where(e, leaf)
		if err != nil || q == nil {
			return nil, err
		}
		either = append(either, q)
	}
	if len(either) == 0 {
		return unscored{query.NewMatchNoneQuery()}, nil
	}
	return anyOf(either), nil
}

// whereWords asks for words that follow one another.
func whereWords(e Words) query.Query {
	it := item{terms: terms(cut(e.Text))}
	if it.terms = it.terms[:min(len(it.terms), maxTerms)]; len(it.terms) == 0 {
		return nil
	}
	switch {
	case e.In.Zones != nil:
		return nearQuery{parts: []nearPart{{seqs: [][]string{it.terms}}}, zones: e.In.Zones}
	case e.In.Field == InSummary:
		return anyOf(inFields(it, fieldSummary))
	case e.In.Field == InMatter:
		return anyOf(inFields(it, fieldMatter))
	}
	if name := strings.Trim(e.Text, ".,;:!?()[]{}"); e.Name && strings.ContainsAny(name, "0123456789") {
		it.name = name
	}
	return itemQuery(it)
}

// filter writes a condition that gives no score.
func filter(e Expr) (query.Query, error) {
	switch e := e.(type) {
	case Is:
		return isQuery(e), nil
	case Court:
		return anyOf(courtQueries([]string{string(e)})), nil
	case Days:
		q, err := dateQuery(e.From, e.To)
		if q == nil && err == nil {
			return query.NewMatchAllQuery(), nil
		}
		return q, err
	case Cents:
		from, to, included := float64(e.From), float64(e.To), true
		q := query.NewNumericRangeInclusiveQuery(&from, &to, &included, &included)
		q.SetField(fieldAmount)
		return q, nil
	case Party:
		words := terms(cut(string(e)))
		if len(words) == 0 {
			return query.NewMatchNoneQuery(), nil
		}
		return oneValueQuery(words[:min(len(words), maxTerms)], fieldParties), nil
	}
	return nil, fmt.Errorf("no such condition: %T", e)
}

// isQuery asks for one of the values of a field.
func isQuery(e Is) query.Query {
	if len(e.Values) == 0 {
		return query.NewMatchNoneQuery()
	}
	var either []query.Query
	for _, v := range e.Values {
		switch e.Field {
		case Number:
			v = canonNumber(v)
		case ECLI:
			v = canonECLI(v)
		}
		either = append(either, term(v, string(e.Field)))
	}
	return anyOf(either)
}

// zonesOf are the zones in which a word must stand.
func zonesOf(e Expr) []corpus.ZoneKind {
	switch e := e.(type) {
	case Words:
		return e.In.Zones
	case Pattern:
		return e.In.Zones
	case Like:
		return e.In.Zones
	}
	return nil
}

func nodeIDs(nodes []corpus.Node) []string {
	ids := make([]string, len(nodes))
	for i, n := range nodes {
		ids[i] = string(n)
	}
	return ids
}
