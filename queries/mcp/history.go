package mcp

import "context"

const historyHelp = `Gives the life of the case of a decision, from the first decision to the last, as far as this library knows:
which decision reviews which, how it rules, and whether each still stands, as far as this library knows.`

type historyIn struct {
	Reference string `json:"reference" jsonschema:"key, number, ECLI, or court and date of any decision of the case"`
}

type historyOut struct {
	Steps   []step `json:"steps" jsonschema:"the oldest first"`
	LeftOut string `json:"left_out"`
}

type step struct {
	ref
	Reviews []string `json:"reviews" jsonschema:"keys of the decisions that it reviews"`
	Outcome string   `json:"outcome,omitempty" jsonschema:"what it does to them"`
	Part    bool     `json:"in_part,omitempty"`
	Fate    fate     `json:"fate"`
	Asked   bool     `json:"asked,omitempty" jsonschema:"the decision that was asked for"`
}

// history answers case_history.
func (t tools) history(ctx context.Context, in historyIn) (*historyOut, error) {
	d, err := t.lib.Decision(ctx, in.Reference)
	if err != nil {
		return nil, err
	}
	out := &historyOut{Steps: []step{}, LeftOut: "decisions of the case that this library neither holds nor finds cited"}
	for i := range d.History {
		h := &d.History[i]
		s := step{ref: refOf(&h.DecisionRef), Reviews: stringsOf(h.Reviews), Fate: fateOf(&h.Fate), Asked: h.Self}
		if h.Ruling != nil {
			s.Outcome, s.Part = string(h.Ruling.Outcome), h.Ruling.Part
		}
		out.Steps = append(out.Steps, s)
	}
	return out, nil
}
