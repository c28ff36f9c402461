package httpapi

import (
	"context"
	"slices"
	"strings"

	"github.com/attendu/attendu/queries"
	"github.com/danielgtaylor/huma/v2"
)

type decisionInput struct {
	Key    string `path:"key" maxLength:"512" doc:"A key, number, ECLI, court and date in any usual writing, or node." example:"cass/18-29417"`
	Format string `query:"format" enum:"json" doc:"The form of the answer; goes before Accept."`
}

// DecisionBody is all that the library knows of a decision.
type DecisionBody struct {
	queries.DecisionAnswer
	LeftOut Coverage `json:"left_out"`
}

type decisionOutput struct{ Body DecisionBody }

// Ref names what is asked about.
type Ref struct {
	Reference string `query:"ref" required:"true" minLength:"1" maxLength:"512" doc:"A decision or a provision in any usual writing, or its key."`
}

// HistoryBody is the life of a case.
type HistoryBody struct {
	queries.DecisionRef
	History []queries.HistoryStep `json:"history"` // from the first to the last decision
	Fate    queries.Fate          `json:"fate"`
	LeftOut Coverage              `json:"left_out"`
}

type historyOutput struct{ Body HistoryBody }

// decisions registers what is asked of one decision.
func (a *api) decisions(x huma.API) {
	get(a, x, "get_decision", "/decisions/{key}", "Get a decision",
		"Gives one held decision: facts with their sources, parties, orders, what it cites, its history and its text.", a.doDecision)
	op := x.OpenAPI().Paths[Prefix+"/decisions/{key}"].Get
	for _, f := range formats[1:] {
		op.Responses["200"].Content[f.media] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
		for _, p := range op.Parameters {
			if p.Name == "format" {
				p.Schema.Enum = append(p.Schema.Enum, f.name)
			}
		}
	}
	get(a, x, "case_history", "/history", "Follow a case", "Gives the decisions of a case, what each rules on those before it, and what became of them.", a.doHistory)
}

func (a *api) doDecision(ctx context.Context, in *decisionInput) (*decisionOutput, error) {
	ans, err := a.lib.Decision(ctx, in.Key)
	if err != nil {
		return nil, err
	}
	out := &decisionOutput{Body: DecisionBody{DecisionAnswer: *ans}}
	if out.Body.LeftOut, err = a.covers(ctx, 0); err != nil {
		return nil, err
	}
	withoutFolders(&out.Body.DecisionAnswer)
	c := &out.Body.LeftOut
	if n := len(ans.Unresolved); n > 0 {
		c.count(n, "of %d mention it is not known what it names; it is in unresolved", "of %d mentions it is not known what they name; they are in unresolved")
	}
	if ans.Secondary {
		c.note("the decision is known from a commentary only; its own text is not held")
	}
	c.ofHistory(ans.History)
	return out, nil
}

// withoutFolders leaves the names of files in the paths of sources, wherever an answer has
// them: where they lay is nobody's affair but the owner's.
func withoutFolders(d *queries.DecisionAnswer) {
	d.Sources = slices.Clone(d.Sources)
	for i := range d.Sources {
		d.Sources[i].Path = fileOf(d.Sources[i].Path)
	}
	for i := range d.Provenance { // made for this answer
		f := &d.Provenance[i]
		for n := range f.From {
			f.From[n] = fileOf(f.From[n])
		}
		for _, o := range f.Others {
			for n := range o.From {
				o.From[n] = fileOf(o.From[n])
			}
		}
	}
}

// fileOf is the last name of a path.
func fileOf(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

func (a *api) doHistory(ctx context.Context, in *Ref) (*historyOutput, error) {
	ans, err := a.lib.Decision(ctx, in.Reference)
	if err != nil {
		return nil, err
	}
	out := &historyOutput{Body: HistoryBody{DecisionRef: ans.DecisionRef, History: ans.History, Fate: ans.Fate}}
	if out.Body.LeftOut, err = a.covers(ctx, 0); err != nil {
		return nil, err
	}
	out.Body.LeftOut.ofHistory(ans.History)
	return out, nil
}

// ofHistory says how much of a case the library does not hold.
func (c *Coverage) ofHistory(steps []queries.HistoryStep) {
	missing := 0
	for _, s := range steps {
		if !s.Held {
			missing++
		}
	}
	if missing > 0 {
		c.count(missing, "%d decision of the case is known by name only", "%d decisions of the case are known by name only")
	}
}
