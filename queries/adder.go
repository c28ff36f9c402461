package queries

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/graph"
)

// A batch has a hundred records at first, so that something is safe soon, and more
// in a long run, which spares the index small segments; not too many, for a batch of
// decisions stands in memory several times while it is indexed. Articles are short.
// Long texts end it sooner.
const (
	minBatch  = 100
	maxBatch  = 250
	maxLaw    = 500
	batchText = 16 << 20 // bytes of text
)

// adder gathers records into batches. While the index takes in one batch, the store takes
// in the next.
type adder struct {
	l      *Library
	opt    AddOptions
	sum    Summary
	batch  []result
	text   int // bytes of text in the batch
	behind behind
	moves  moves
	taken  int // records before the batch
	files  intakes
	texts  articleFollower

	publisher *publisher
}

// all takes in records up to the last.
func (a *adder) all(ctx context.Context, records iter.Seq[result]) (err error) {
	a.texts.l = a.l
	a.files.catalogue = a.l.extract.Law().Codes()
	defer func() { err = errors.Join(err, a.settle(ctx), a.texts.end()) }()
	for r := range records {
		if err := a.take(ctx, r); err != nil {
			return err
		}
	}
	if err := cmp.Or(a.flush(ctx), a.settle(ctx), ctx.Err()); err != nil {
		return err
	}
	if err := a.checkMoves(ctx); err != nil {
		return err
	}
	a.files.end()
	return a.note(ctx)
}

func (a *adder) take(ctx context.Context, r result) error {
	if r.d == nil && r.Err != nil && errors.Is(r.Err, ctx.Err()) && ctx.Err() != nil {
		return ctx.Err()
	}
	if len(a.batch) > 0 && isWithdrawal(r) != isWithdrawal(a.batch[0]) {
		if err := a.flush(ctx); err != nil {
			return err
		}
	}
	a.batch = append(a.batch, r)
	if r.d != nil {
		a.text += len(r.d.Text)
	}
	if r.Article != nil {
		a.text += len(r.Article.Text)
	}
	most := maxBatch
	if r.Article != nil {
		most = maxLaw
	}
	if len(a.batch) < min(max(minBatch, a.taken/10), most) && a.text < batchText {
		return nil
	}
	return a.flush(ctx)
}

// flush commits the batch, which either puts or withdraws, and lets the index follow
// beside what comes next. The batch before is settled then.
func (a *adder) flush(ctx context.Context) error {
	if len(a.batch) == 0 {
		return nil
	}
	commit := a.put
	if isWithdrawal(a.batch[0]) {
		commit = a.withdraw
	}
	articles := a.l.store.ArticleSeq()
	if err := commit(ctx, a.batch); err != nil {
		return err
	}
	if a.l.store.ArticleSeq() != articles {
		a.texts.more(len(a.batch))
	}
	if err := a.settle(ctx); err != nil {
		return err
	}
	a.follow(ctx)
	if a.opt.DryRun || !a.publisher.due() {
		return nil
	}
	if err := cmp.Or(a.settle(ctx), a.texts.end()); err != nil { // the indexes follow first
		return err
	}
	a.publisher.publish(context.WithoutCancel(ctx))
	return nil
}

// put stores the decisions and articles of some results, and settles the others.
func (a *adder) put(ctx context.Context, list []result) error {
	var decisions []*corpus.Decision
	for _, r := range list {
		if r.d != nil {
			decisions = append(decisions, r.d)
		}
	}
	var outcomes []graph.Outcome
	if len(decisions) > 0 {
		write := a.l.store.Put
		if a.opt.DryRun {
			write = a.l.store.Try
		}
		var err error
		if outcomes, err = write(ctx, decisions); err != nil {
			return err
		}
	}
	if err := a.putArticles(ctx, list); err != nil {
		return err
	}
	for i := range list {
		r := &list[i]
		switch {
		case r.d != nil:
			r.outcome = outcomes[0].String()
			outcomes = outcomes[1:]
		case r.outcome != "": // known, or an article
		case isSetAside(r.Err):
			r.outcome, r.reason, r.usual = setAside, reason(r.Path, r.Err), errors.Is(r.Err, source.ErrNoArticle)
		default:
			r.outcome, r.reason = skipped, reason(r.Path, r.Err)
		}
		switch r.outcome {
		case graph.Refused.String():
			if r.Article != nil {
				continue
			}
			r.reason = "it was forgotten (forget --undo lets it come back)"
		case graph.Withdrawn.String():
			r.outcome = graph.Refused.String()
			r.reason = fmt.Sprintf("its publisher withdrew it (forget --undo %s lets it come back)", r.d.Node)
		}
	}
	return nil
}

// reason is an error of a record without the path, which is told beside it.
func reason(path string, err error) string {
	return strings.TrimPrefix(err.Error(), "source: "+path+": ")
}

// isSetAside tells what is recognised and no decision from what cannot be read.
func isSetAside(err error) bool { return errors.Is(err, source.ErrNotDecision) }
