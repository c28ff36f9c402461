package mcp

import (
	"context"

	"github.com/attendu/attendu/queries"
)

const searchHelp = `Searches the decisions of this library. The query takes words, "exact phrases", ET OU SAUF (or AND OR
NOT), PROCHE/10, and fields: motifs:"…" dispositif:"…" (a part of the decision), cite:"C. civ. 1240" (any
citation), applique: (the court applies it), invoque: (a party invokes it), vise:, rejette:, juridiction:tj,
date:2015..2017, partie:Kirsch, ordre:condamnation, montant:>10000, solution:cassation, issue:, confirme:,
infirme:, casse:. A number, ECLI or citation by itself finds that decision. Old numbers of an article are
followed: cite:"C. civ. 1240" also finds decisions on the former 1382. Answers with passages, the reasons
first.`

type searchIn struct {
	Query string `json:"query" jsonschema:"the query, for example: \"mot de passe\" ET applique:\"CPC 809\" ET date:2015..2017"`
	Sort  string `json:"sort,omitempty" jsonschema:"relevance (default), date (latest first) or authority (most cited first)"`
	Limit int    `json:"limit,omitempty" jsonschema:"decisions at most, 10 by default, 50 at most"`
	After string `json:"after,omitempty" jsonschema:"next of the answer before, to go on"`
}

type searchOut struct {
	Total       int      `json:"total" jsonschema:"decisions that answer, in all"`
	Hits        []hit    `json:"hits"`
	Next        string   `json:"next,omitempty" jsonschema:"give it as after for more"`
	Notes       []string `json:"notes" jsonschema:"what the query names that this library does not hold"`
	AlsoLooked  []string `json:"also_looked_for" jsonschema:"synonyms that were looked for too"`
	Suggestions []string `json:"suggestions" jsonschema:"words that may have been meant"`
	LeftOut     leftOut  `json:"left_out"`
}

type hit struct {
	ref
	Score    float64 `json:"score,omitempty"`
	Passages []words `json:"passages"`
}

// leftOut says what an answer does not cover.
type leftOut struct {
	Unsearched  int  `json:"not_searched" jsonschema:"decisions that were not looked at when the time was over"`
	WithoutText int  `json:"without_text" jsonschema:"decisions of which the library has no text: words find only their titles and abstracts"`
	Moved       bool `json:"moved,omitempty" jsonschema:"decisions came or went since the page before"`
}

// maxLimit bounds the decisions of an answer.
const maxLimit = 50

// search answers search_decisions.
func (t tools) search(ctx context.Context, in searchIn) (*searchOut, error) {
	limit, err := bounded("limit", in.Limit, 10, maxLimit)
	if err != nil {
		return nil, err
	}
	ans, err := t.lib.Search(ctx, queries.SearchRequest{Text: in.Query, Sort: in.Sort, Limit: limit, After: in.After, TimeoutMS: 20_000})
	if err != nil {
		return nil, err
	}
	out := &searchOut{Total: ans.Total, Hits: []hit{}, Next: ans.Next, Notes: append([]string{}, ans.Notes...), AlsoLooked: []string{}, Suggestions: []string{}}
	for i := range ans.Hits {
		h := &ans.Hits[i]
		one := hit{ref: refOf(&h.DecisionRef), Score: h.Score, Passages: []words{}}
		for _, s := range h.Snippets {
			one.Passages = append(one.Passages, words{Words: s.Text, Start: s.Start, End: s.End, Zone: string(s.Zone)})
		}
		out.Hits = append(out.Hits, one)
	}
	for _, s := range ans.Synonyms {
		out.AlsoLooked = append(out.AlsoLooked, s.Also...)
	}
	for _, s := range ans.Suggestions {
		out.Suggestions = append(out.Suggestions, s.Words...)
	}
	out.LeftOut = leftOut(ans.LeftOut)
	return out, nil
}
