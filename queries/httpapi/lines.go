package httpapi

import (
	"context"
	"time"

	"github.com/attendu/attendu/queries"
	"github.com/danielgtaylor/huma/v2"
)

type lineageInput struct{ Ref }

// LineageBody is a line of cases, with candidates for reversals.
type LineageBody struct {
	queries.LineageAnswer
	LeftOut Coverage `json:"left_out"`
}

type lineageOutput struct{ Body LineageBody }

type communitiesInput struct {
	Least      int     `query:"least" minimum:"0" maximum:"1000000" doc:"Decisions that a group must have; 0 is 5."`
	Resolution float64 `query:"resolution" minimum:"0" maximum:"100" doc:"Above 1 for more and smaller groups; 0 is 1."`
	Seed       uint64  `query:"seed" doc:"Another seed may draw the borders otherwise."`
	Limit      int     `query:"limit" minimum:"0" maximum:"100" doc:"Groups to give at most; 0 is 10."`
}

// CommunitiesBody is the largest groups of decisions that cite each other.
type CommunitiesBody struct {
	queries.CommunitiesAnswer
	LeftOut Coverage `json:"left_out"`
}

type communitiesOutput struct{ Body CommunitiesBody }

// lines registers what is found among the citations of many decisions.
func (a *api) lines(x huma.API) {
	get(a, x, "lineage", "/lineage", "Follow a line of cases", "Gives the chain of citations through a decision, or among those that apply a provision, that most other chains follow; and candidates for reversals, with what speaks for each: they are found by counting and by words, and are no statement of law.", a.doLineage)
	get(a, x, "communities", "/communities", "Group decisions", "Divides the decisions into groups that cite each other more than chance would have it. The same library and seed give the same groups.", a.doCommunities)
}

func (a *api) doLineage(ctx context.Context, in *lineageInput) (*lineageOutput, error) {
	ans, err := a.lib.Lineage(ctx, queries.LineageRequest{Reference: in.Reference})
	if err != nil {
		return nil, err
	}
	out := &lineageOutput{Body: LineageBody{LineageAnswer: *ans}}
	if out.Body.LeftOut, err = a.covers(ctx, 0); err != nil {
		return nil, err
	}
	out.Body.LeftOut.note("only citations by decisions of the library are followed")
	if ans.Cut {
		out.Body.LeftOut.note("only the nearest %d decisions were looked at", ans.Among)
	}
	return out, nil
}

// communitiesTime is how long groups may be looked for: it is done once for each state of
// the library and each request.
const communitiesTime = 45 * time.Second

func (a *api) doCommunities(ctx context.Context, in *communitiesInput) (*communitiesOutput, error) {
	long, cancel := context.WithTimeout(context.WithoutCancel(ctx), communitiesTime)
	defer cancel()
	ans, err := a.lib.Communities(long, queries.CommunitiesRequest{Least: in.Least, Resolution: in.Resolution, Seed: in.Seed, Limit: in.Limit})
	if err != nil {
		if long.Err() != nil {
			err = &queries.Error{Code: queries.Canceled, Message: err.Error(), Err: err}
		}
		return nil, err
	}
	out := &communitiesOutput{Body: CommunitiesBody{CommunitiesAnswer: *ans}}
	if out.Body.LeftOut, err = a.covers(long, max(ans.Total-len(ans.Communities), 0)); err != nil {
		return nil, err
	}
	if n := ans.Linked - ans.Grouped; n > 0 {
		out.Body.LeftOut.note("%d decisions are in groups of fewer than %d", n, ans.Least)
	}
	if n := out.Body.LeftOut.Decisions - int64(ans.Linked); n > 0 {
		out.Body.LeftOut.note("decisions that neither cite another nor are cited are in no group")
	}
	return out, nil
}
