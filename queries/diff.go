package queries

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"maps"
	"os"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/queries/snapshot"
)

// Comparison compares two libraries or snapshots, of two days or of two versions of
// attendu.
type Comparison struct {
	a, b side
	sum  DiffSummary
}

// side is one of the two.
type side struct {
	decisions func(context.Context) iter.Seq2[*corpus.Decision, error] // by node
	counts    graph.Stats
	wholeLaw  bool
	// checkpoint is what is read of a library that another process writes.
	checkpoint *Checkpoint
	close      func() error
}

// DiffSummary counts what a comparison found.
type DiffSummary struct {
	// DecisionsBefore and DecisionsAfter are how many the two hold; Added are only in
	// the second, Withdrawn only in the first, and TextChanged in both with another text.
	DecisionsBefore int `json:"decisions_before"`
	DecisionsAfter  int `json:"decisions_after"`
	Added           int `json:"added"`
	Withdrawn       int `json:"withdrawn"`
	TextChanged     int `json:"text_changed"`
	// Gained, Lost and Changed count citations, By those with each reason.
	Gained  int            `json:"gained"`
	Lost    int            `json:"lost"`
	Changed int            `json:"changed"`
	By      map[Reason]int `json:"by"`
}

// Compare opens two libraries or snapshots, named as in Open, for a comparison, which
// must be closed. Snapshots are read as they are, without being unpacked.
func Compare(ctx context.Context, before, after string, opt Options) (*Comparison, error) {
	a, err := openSide(ctx, before, opt)
	if err != nil {
		return nil, err
	}
	b, err := openSide(ctx, after, opt)
	if err != nil {
		return nil, errors.Join(err, a.close())
	}
	return &Comparison{a: a, b: b}, nil
}

// Checkpoints are the states that are compared in place of libraries that another process
// is writing; nil for what is read as it is.
func (c *Comparison) Checkpoints() (before, after *Checkpoint) {
	return c.a.checkpoint, c.b.checkpoint
}

func openSide(ctx context.Context, path string, opt Options) (side, error) {
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		r, err := openSnapshot(path)
		if err != nil {
			return side{}, err
		}
		return side{decisions: snapshotDecisions(path, r), counts: r.Manifest.Counts, wholeLaw: r.Manifest.WholeLaw, close: r.Close}, nil
	}
	opt.ReadOnly = true
	l, err := Open(ctx, path, opt)
	if err != nil {
		return side{}, err
	}
	st, err := l.tally.of(ctx, l.store)
	var whole bool
	if err == nil {
		whole, err = l.store.WholeLaw(ctx)
	}
	if err != nil {
		return side{}, coded(errors.Join(err, l.Close()))
	}
	return side{decisions: l.store.Decisions, counts: st, wholeLaw: whole, checkpoint: l.Checkpoint(), close: l.Close}, nil
}

// snapshotDecisions reads the decisions of a snapshot, errors with their one line.
func snapshotDecisions(path string, r *snapshot.Reader) func(context.Context) iter.Seq2[*corpus.Decision, error] {
	return func(ctx context.Context) iter.Seq2[*corpus.Decision, error] {
		return func(yield func(*corpus.Decision, error) bool) {
			for d, err := range r.Decisions(ctx) {
				if err != nil {
					err = snapshotError(path, err)
				}
				if !yield(d, err) {
					return
				}
			}
		}
	}
}

// Close ends the comparison.
func (c *Comparison) Close() error { return coded(errors.Join(c.a.close(), c.b.close())) }

// Summary counts what Changes yielded so far.
func (c *Comparison) Summary() DiffSummary {
	sum := c.sum
	if sum.By = maps.Clone(sum.By); sum.By == nil {
		sum.By = map[Reason]int{}
	}
	return sum
}

// Changes yields every citation that was gained, lost or changed, decision by decision
// in the order of their nodes, those of one decision as they stand in its text. Both
// sides are read as streams, a decision of each at a time.
func (c *Comparison) Changes(ctx context.Context) iter.Seq2[*CitationChange, error] {
	return func(yield func(*CitationChange, error) bool) {
		c.sum = DiffSummary{By: map[Reason]int{}}
		for p, err := range pairs(c.a.decisions(ctx), c.b.decisions(ctx)) {
			if err != nil {
				yield(nil, coded(err))
				return
			}
			for _, x := range c.compare(p) {
				c.sum.count(x)
				if !yield(x, nil) {
					return
				}
			}
		}
	}
}

func (s *DiffSummary) count(x *CitationChange) {
	switch x.Change {
	case Gained:
		s.Gained++
	case Lost:
		s.Lost++
	default:
		s.Changed++
	}
	s.By[x.Because]++
}

// pair is a decision on both sides, or nil on one.
type pair struct{ was, is *corpus.Decision }

// pairs walks along two streams in the order of nodes.
func pairs(a, b iter.Seq2[*corpus.Decision, error]) iter.Seq2[pair, error] {
	return func(yield func(pair, error) bool) {
		nextA, stopA := iter.Pull2(a)
		defer stopA()
		nextB, stopB := iter.Pull2(b)
		defer stopB()
		was, errA, _ := nextA()
		is, errB, _ := nextB()
		for was != nil || is != nil || errA != nil || errB != nil {
			if err := errors.Join(errA, errB); err != nil {
				yield(pair{}, err)
				return
			}
			p := pair{was, is}
			switch {
			case was == nil || is != nil && is.Node < was.Node:
				p.was = nil
			case is == nil || was.Node < is.Node:
				p.is = nil
			}
			if !yield(p, nil) {
				return
			}
			if p.was != nil {
				was, errA, _ = nextA()
			}
			if p.is != nil {
				is, errB, _ = nextB()
			}
		}
	}
}

// compare compares a decision with itself, and counts it.
func (c *Comparison) compare(p pair) []*CitationChange {
	if p.was != nil {
		c.sum.DecisionsBefore++
	}
	if p.is != nil {
		c.sum.DecisionsAfter++
	}
	switch {
	case p.was == nil:
		c.sum.Added++
	case p.is == nil:
		c.sum.Withdrawn++
	case p.was.Text != p.is.Text:
		c.sum.TextChanged++
	}
	d := cmp.Or(p.is, p.was)
	list := changes(citationsOf(p.was), citationsOf(p.is), p.sameText())
	for _, x := range list {
		x.Key, x.Node, x.Because = d.Key, d.Node, c.because(p, x)
	}
	slices.SortStableFunc(list, func(x, y *CitationChange) int { return cmp.Compare(x.start(), y.start()) })
	return list
}

func (p pair) sameText() bool { return p.was != nil && p.is != nil && p.was.Text == p.is.Text }
