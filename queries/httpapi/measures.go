package httpapi

import (
	"context"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/queries"
	"github.com/danielgtaylor/huma/v2"
)

type similarInput struct {
	Ref
	Limit    int  `query:"limit" minimum:"0" maximum:"100" doc:"How many at most; 0 is 10."`
	SameCase bool `query:"same_case" doc:"Keep the decisions of the same case."`
}

// SimilarBody is the decisions that are most like one.
type SimilarBody struct {
	queries.SimilarAnswer
	LeftOut Coverage `json:"left_out"`
}

type similarOutput struct{ Body SimilarBody }

type rankInput struct {
	Page
	Provision string   `query:"provision" maxLength:"512" doc:"Keep the decisions that cite it, through all the numbers of its rule."`
	Uses      []string `query:"use,explode" maxItems:"12" doc:"Keep those that do this with the provision."`
	Courts    []string `query:"court,explode" maxItems:"50" doc:"Kinds (ca), courts (ca/paris) or their names; any of them."`
	From      string   `query:"from" doc:"First day of the decisions ranked."`
	To        string   `query:"to" doc:"Last day."`
	By        string   `query:"by" enum:"citations,decayed,pagerank,standing" doc:"How many cite each (default); the same, weighing less with age; PageRank; or PageRank among its peers."`
	At        string   `query:"at" doc:"The day on which the age of citations is taken."`
	HalfLife  float64  `query:"half_life" minimum:"0" maximum:"1000" doc:"After how many years a citation weighs half; 0 is 10."`
}

// RankBody is one page of a ranking.
type RankBody struct {
	queries.RankAnswer
	Next    string   `json:"next"`
	LeftOut Coverage `json:"left_out"`
}

type rankOutput struct{ Body RankBody }

type timelineInput struct {
	Ref
	By     string   `query:"by" enum:"use,number,court" doc:"What divides each year; use is the default."`
	Courts []string `query:"court,explode" maxItems:"50" doc:"Kinds (ca), courts (ca/paris) or their names; any of them."`
	From   string   `query:"from" doc:"First day."`
	To     string   `query:"to" doc:"Last day."`
	At     string   `query:"at" doc:"Take the rule that the number bore on this day."`
	Exact  bool     `query:"exact" doc:"Take the number as printed, whatever rule was meant."`
}

// TimelineBody is the life of each rule of a reference.
type TimelineBody struct {
	Timelines []queries.Timeline `json:"timelines"`
	LeftOut   Coverage           `json:"left_out"`
}

type timelineOutput struct{ Body TimelineBody }

// measures registers what is counted over many decisions.
func (a *api) measures(x huma.API) {
	get(a, x, "similar", "/similar", "Find similar decisions", "Gives decisions that cite the same, or are cited together with one. It compares citations, not facts nor words.", a.doSimilar)
	get(a, x, "rank", "/rank", "Rank decisions", "Puts decisions in the order of what others say of them by citing; docs/measures.md defines the measures.", a.doRank)
	get(a, x, "timeline", "/timeline", "Follow a provision", "Counts by year who applies and invokes a rule, through its renumberings.", a.doTimeline)
}

func (a *api) doSimilar(ctx context.Context, in *similarInput) (*similarOutput, error) {
	ans, err := a.lib.Similar(ctx, queries.SimilarRequest{Reference: in.Reference, Limit: (Page{Limit: in.Limit}).size(), SameCase: in.SameCase})
	if err != nil {
		return nil, err
	}
	out := &similarOutput{Body: SimilarBody{SimilarAnswer: *ans}}
	if out.Body.LeftOut, err = a.covers(ctx, max(ans.Compared-len(ans.Similar), 0)); err != nil {
		return nil, err
	}
	if ans.Partial {
		out.Body.LeftOut.note("even its rarest citation has too many citers to look at each")
	}
	if n := len(ans.Common); n > 0 {
		out.Body.LeftOut.note("decisions that share only one of %d things that very many cite were not compared", n)
	}
	if n := len(ans.SameCase); n > 0 {
		out.Body.LeftOut.count(n, "%d decision of the same case was left out", "%d decisions of the same case were left out")
	}
	return out, nil
}

func (a *api) doRank(ctx context.Context, in *rankInput) (*rankOutput, error) {
	from, err := in.offset()
	if err != nil {
		return nil, err
	}
	ans, err := a.lib.Rank(ctx, queries.RankRequest{Provision: in.Provision, Uses: usesOf(in.Uses), Courts: in.Courts, From: corpus.Date(in.From),
		To: corpus.Date(in.To), By: in.By, At: corpus.Date(in.At), HalfLife: in.HalfLife, Limit: in.size(), Offset: from})
	if err != nil {
		return nil, err
	}
	out := &rankOutput{Body: RankBody{RankAnswer: *ans}}
	later := max(ans.Total-from-len(ans.Decisions), 0)
	out.Body.Next = next(from+len(ans.Decisions), later)
	if out.Body.LeftOut, err = a.covers(ctx, later); err != nil {
		return nil, err
	}
	out.Body.LeftOut.note("only citations by decisions of the library are counted")
	if ans.Ambiguous > 0 {
		out.Body.LeftOut.count(ans.Ambiguous, "%d citation fits several decisions, and is counted for none", "%d citations fit several decisions, and are counted for none")
	}
	return out, nil
}

func (a *api) doTimeline(ctx context.Context, in *timelineInput) (*timelineOutput, error) {
	list, err := a.lib.Timeline(ctx, queries.TimelineRequest{Reference: in.Reference, By: in.By, Courts: in.Courts, From: corpus.Date(in.From),
		To: corpus.Date(in.To), At: corpus.Date(in.At), Exact: in.Exact})
	if err != nil {
		return nil, err
	}
	out := &timelineOutput{Body: TimelineBody{Timelines: append([]queries.Timeline{}, list...)}}
	if out.Body.LeftOut, err = a.covers(ctx, 0); err != nil {
		return nil, err
	}
	for _, t := range list {
		if t.Undated > 0 {
			out.Body.LeftOut.note("%s: %d decisions have no day, and are in no year", t.Title, t.Undated)
		}
		if t.Open > 0 {
			out.Body.LeftOut.note("%s: %d decisions do not show whether they mean the rule, and are not counted", t.Title, t.Open)
		}
	}
	return out, nil
}
