package queries

import (
	"context"
	"errors"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/graph"
)

// isWithdrawal reports whether a record asks that a decision be removed.
func isWithdrawal(r result) bool {
	var gone *source.Withdrawn
	return errors.As(r.Err, &gone)
}

// withdraw takes back the sources that some results name. The intake of the files
// before them is noted first, so that a withdrawal can undo it.
func (a *adder) withdraw(ctx context.Context, list []result) error {
	if err := a.settle(ctx); err != nil {
		return err
	}
	a.files.begin(list[0].File)
	if err := a.note(ctx); err != nil {
		return err
	}
	var sources []corpus.Source
	var decisions, laws []*result
	for i := range list {
		r := &list[i]
		if isLaw(r.withdrawn().ID) {
			laws = append(laws, r)
			continue
		}
		sources, decisions = append(sources, r.withdrawn()), append(decisions, r)
	}
	if err := a.removeArticles(ctx, laws); err != nil {
		return err
	}
	if len(sources) == 0 {
		return nil
	}
	write := a.l.store.Withdraw
	if a.opt.DryRun {
		write = a.l.store.TryWithdraw
	}
	outcomes, err := write(ctx, sources)
	if err != nil {
		return err
	}
	for i, o := range outcomes {
		r := decisions[i]
		switch o {
		case graph.Withdrawn:
			r.outcome, r.reason = o.String(), sources[i].ID+" is withdrawn by its publisher, and no longer held"
		case graph.Detached:
			r.outcome, r.reason = graph.Withdrawn.String(), sources[i].ID+" is withdrawn by its publisher; the decision is still held from another source"
		default:
			r.outcome, r.reason = setAside, sources[i].ID+" is withdrawn by its publisher, and is not held"
		}
	}
	return nil
}
