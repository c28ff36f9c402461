package queries

import (
	"context"
	"fmt"
	"strings"

	"github.com/attendu/attendu/graph"
)

// behind is a batch that the store holds and the index is taking in. The zero value is
// none.
type behind struct {
	batch   []result
	indexed chan error // nil when there is none
}

// follow lets the index take in the batch, which stands behind from then on, and begins
// another. There must be none behind. What is committed is indexed and reported too when
// ctx ends.
func (a *adder) follow(ctx context.Context) {
	before := a.behind.batch
	a.behind = behind{a.batch, make(chan error, 1)}
	a.taken += len(a.batch)
	a.batch, a.text = before[:0], 0
	indexed := a.behind.indexed
	go func() { indexed <- a.l.follow(context.WithoutCancel(ctx)) }()
}

// settle waits until the index holds the batch that stands behind, if there is one, then
// reports each of its records in order and notes how far the files are taken in.
func (a *adder) settle(ctx context.Context) error {
	if a.behind.indexed == nil {
		return nil
	}
	err := <-a.behind.indexed
	a.behind.indexed = nil
	if err != nil {
		return err
	}
	for i := range a.behind.batch {
		a.report(&a.behind.batch[i])
	}
	clear(a.behind.batch) // nothing of it is held any longer
	return a.note(context.WithoutCancel(ctx))
}

// report tells what became of a record.
func (a *adder) report(r *result) {
	a.files.count(*r)
	a.sum.Files = a.files.files
	done := Added{Path: r.Path, Outcome: r.outcome, Reason: r.reason, Article: r.ofArticle(), Usual: r.usual, Files: a.files.files}
	switch {
	case r.d != nil:
		done.Key = r.d.Key
	case r.Article != nil:
		done.Key = r.Article.Key
	}
	switch in := r.known; {
	case in == nil:
		a.sum.add(r.counted(), 1)
	default:
		for outcome, n := range in.Outcomes {
			switch {
			case strings.HasPrefix(outcome, ofArticles):
				outcome = ofArticles + graph.Unchanged.String()
			case outcome != setAside:
				outcome = graph.Unchanged.String()
			}
			a.sum.add(outcome, n)
		}
		if n := in.Outcomes[setAside]; n > 0 {
			done.Reason = fmt.Sprintf("not read again, for it has not changed; %d of its %d records were set aside", n, in.Records)
		}
	}
	if a.opt.Each != nil {
		a.opt.Each(done)
	}
	if r.Article != nil && (r.outcome == graph.Added.String() || r.outcome == graph.Replaced.String()) {
		for _, why := range r.Doubts {
			a.doubt(r.Path, r.Article.Key, r.Article.ID, why)
		}
	}
}

// note keeps how far the files are taken in.
func (a *adder) note(ctx context.Context) error {
	notes := a.files.take()
	if a.opt.DryRun {
		return nil
	}
	return a.l.store.Note(ctx, notes)
}
