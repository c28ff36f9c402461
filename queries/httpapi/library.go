package httpapi

import (
	"context"

	"github.com/attendu/attendu/queries"
	"github.com/danielgtaylor/huma/v2"
)

// StatsBody counts what the library holds.
type StatsBody struct {
	queries.Stats
	Position       queries.Position `json:"position"`
	ExtractVersion int              `json:"extract_version"`
	LeftOut        Coverage         `json:"left_out"`
}

type statsOutput struct{ Body StatsBody }

// library registers what is asked of the library as a whole.
func (a *api) library(x huma.API) {
	get(x, "stats", "/stats", "Count what is held", "Counts what the library holds, and says which state answers.", a.doStats)
}

func (a *api) doStats(ctx context.Context, _ *struct{}) (*statsOutput, error) {
	st, err := a.lib.Stats(ctx)
	if err != nil {
		return nil, err
	}
	at, err := a.lib.Position(ctx)
	if err != nil {
		return nil, err
	}
	out := &statsOutput{Body: StatsBody{Stats: *st, Position: at, ExtractVersion: queries.ExtractVersion}}
	if out.Body.LeftOut, err = a.covers(ctx, 0); err != nil {
		return nil, err
	}
	if st.PendingDecisions > 0 {
		out.Body.LeftOut.note("%d decisions are cited and not held", st.PendingDecisions)
	}
	return out, nil
}
