package httpapi

import (
	"context"
	"time"

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

// statsTime is how long counting may take.
const statsTime = 45 * time.Second

// library registers what is asked of the library as a whole.
func (a *api) library(x huma.API) {
	get(a, x, "stats", "/stats", "Count what is held", "Counts what the library holds, and says which state answers.", a.doStats)
}

func (a *api) doStats(ctx context.Context, _ *struct{}) (*statsOutput, error) {
	// It looks at every citation of a large library, once for each of its states.
	long, cancel := context.WithTimeout(context.WithoutCancel(ctx), statsTime)
	defer cancel()
	st, err := a.lib.Stats(long)
	if err != nil {
		return nil, err
	}
	at, err := a.lib.Position(long)
	if err != nil {
		return nil, err
	}
	out := &statsOutput{Body: StatsBody{Stats: *st, Position: at, ExtractVersion: queries.ExtractVersion}}
	if out.Body.LeftOut, err = a.covers(long, 0); err != nil {
		return nil, err
	}
	if st.PendingDecisions > 0 {
		out.Body.LeftOut.count(int(st.PendingDecisions), "%d decision is cited and not held", "%d decisions are cited and not held")
	}
	return out, nil
}
