package index

import (
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/blevesearch/bleve/v2/search/query"
)

// maxSearchers bounds the lists of decisions that one search may open; a
// request of maxTerms words opens at most 5 for each.
const maxSearchers = 8192

// compile writes a request as a Bleve query.
func compile(req Request, text question) (query.Query, error) {
	all, err := filters(req)
	if err != nil {
		return nil, err
	}
	cond, err := where(req.Where, decisionLeaf)
	if err != nil {
		return nil, err
	}
	return combine(all, cond, text, itemQuery), nil
}

// combine is the query for documents that pass all filters, and answer a condition, which
// may be nil, and the question about the text, which give the score. ask asks for an item.
func combine(filters []query.Query, cond query.Query, text question, ask func(item) query.Query) query.Query {
	var all []query.Query
	for _, f := range filters {
		all = append(all, unscored{f})
	}
	if cond != nil {
		all = append(all, cond)
	}
	if scored := textQuery(text, ask); scored != nil {
		all = append(all, scored)
	}
	switch {
	case len(asks(text.not, ask)) > 0:
		if len(all) == 0 {
			all = append(all, unscored{query.NewMatchAllQuery()})
		}
		return query.NewBooleanQuery(all, nil, asks(text.not, ask))
	case len(all) == 0:
		return unscored{query.NewMatchAllQuery()}
	case len(all) == 1:
		return all[0]
	}
	return query.NewConjunctionQuery(all)
}

// textQuery asks for the words that must occur; nil when there are none.
func textQuery(text question, ask func(item) query.Query) query.Query {
	var must []query.Query
	for _, clause := range text.must {
		if either := asks(clause, ask); len(either) > 0 {
			must = append(must, anyOf(either))
		}
	}
	switch {
	case len(must) == 0 && len(text.must) > 0:
		return query.NewMatchNoneQuery()
	case len(must) == 0:
		return nil
	case len(must) == 1:
		return must[0]
	}
	return query.NewConjunctionQuery(must)
}

// asks asks for each item, but not for a function word by itself: it stands in every
// decision, and says nothing of one.
func asks(items []item, ask func(item) query.Query) (out []query.Query) {
	for _, it := range items {
		if !it.grammar {
			out = append(out, ask(it))
		}
	}
	return out
}

// itemQuery asks for a word or a phrase, in the text or in what is said of it.
func itemQuery(it item) query.Query {
	either := inFields(it, fieldText, fieldSummary)
	if it.name != "" {
		either = append(either,
			term(canonNumber(it.name), fieldNumber),
			term(canonECLI(it.name), fieldECLI),
			term(strings.ToLower(it.name), fieldKey))
	}
	return anyOf(either)
}

// inFields asks for a word or a phrase in each of the fields.
func inFields(it item, fields ...string) []query.Query {
	var either []query.Query
	for _, field := range fields {
		if len(it.terms) == 1 {
			either = append(either, term(it.terms[0], field))
		} else {
			either = append(either, phraseQuery(it.terms, field))
		}
	}
	return either
}

// filters are the conditions of a request that are not about its text.
func filters(req Request) ([]query.Query, error) {
	var all []query.Query
	if courts := courtQueries(req.Courts); len(courts) > 0 {
		all = append(all, anyOf(courts))
	}
	dates, err := dateQuery(req.From, req.To)
	if err != nil {
		return nil, err
	}
	if dates != nil {
		all = append(all, dates)
	}
	if words := terms(cut(req.Party)); len(words) > 0 {
		all = append(all, oneValueQuery(words[:min(len(words), maxTerms)], fieldParties))
	}
	if req.Nodes != nil {
		all = append(all, query.NewDocIDQuery(nodeIDs(req.Nodes)))
	}
	return all, nil
}

// courtQueries asks for each court named; blank names are passed over.
func courtQueries(courts []string) []query.Query {
	var out []query.Query
	for _, c := range courts {
		kind, place, one := strings.Cut(strings.ToLower(strings.TrimSpace(c)), "/")
		switch {
		case kind == "":
		case one:
			court := corpus.Court{Kind: corpus.CourtKind(kind), Place: place}
			out = append(out, term(courtName(court), fieldCourt))
		default:
			out = append(out, term(kind, fieldKind))
		}
	}
	return out
}

// dateQuery asks for the days from from to to, both included; nil when neither
// is given.
func dateQuery(from, to corpus.Date) (query.Query, error) {
	var bounds [2]*float64
	for i, d := range []corpus.Date{from, to} {
		if d == "" {
			continue
		}
		n, err := dayNumber(d)
		if err != nil {
			return nil, err
		}
		bounds[i] = &n
	}
	if bounds[0] == nil && bounds[1] == nil {
		return nil, nil
	}
	included := true
	q := query.NewNumericRangeInclusiveQuery(bounds[0], bounds[1], &included, &included)
	q.SetField(fieldDate)
	return q, nil
}

func term(value, field string) query.Query {
	q := query.NewTermQuery(value)
	q.SetField(field)
	return q
}

func anyOf(queries []query.Query) query.Query {
	if len(queries) == 1 {
		return queries[0]
	}
	return query.NewDisjunctionQuery(queries)
}
