package queries

import (
	"cmp"
	"context"
	"io"
	"iter"
	"maps"
	"slices"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/export"
	"github.com/attendu/attendu/graph/ordered"
)

// exportRun is what a run over the decisions gave.
type exportRun struct {
	over      bool // it went over the decisions
	decisions int64
	sources   sourceCounts
	rows      []int64 // of each file
}

// progressEvery is after how many decisions a request is told of the progress.
const progressEvery = 500

// run writes some files of a plan, in one or two turns over the decisions.
func (x *exporter) run(plan []plannedFile, outs []io.Writer) (*exportRun, error) {
	sum := &exportRun{sources: sourceCounts{}}
	var writers []fileWriter
	turns := 0
	for i, p := range plan {
		w, err := x.writer(p, outs[i])
		if err != nil {
			return nil, err
		}
		writers = append(writers, w)
		turns = max(turns, w.turns())
	}
	sum.over = turns > 0
	for turn := range turns {
		if err := x.turn(turn, plan[0].format, int64(turns), writers, sum); err != nil {
			return nil, err
		}
	}
	for _, w := range writers {
		rows, err := w.end()
		if err != nil {
			return nil, err
		}
		sum.rows = append(sum.rows, rows)
	}
	if x.l.store.Seq() != x.state.Sequence || x.l.store.ArticleSeq() != x.state.ArticleSequence {
		return nil, &Error{Code: Conflict, Message: "the library was changed while it was exported; run the export again"}
	}
	return sum, nil
}

// turn goes over the decisions once.
func (x *exporter) turn(turn int, format string, turns int64, writers []fileWriter, sum *exportRun) error {
	done := int64(turn) * x.total
	for b, err := range x.batches(turn, writers) {
		if err != nil {
			return err
		}
		for _, d := range b.decisions {
			if turn == 0 {
				sum.decisions++
				sum.sources.add(d)
			}
			if done++; x.req.Progress != nil && done%progressEvery == 0 {
				x.req.Progress(format, done, turns*x.total)
			}
		}
		for _, write := range b.writes {
			if err := write(); err != nil {
				return err
			}
		}
	}
	return x.ctx.Err()
}

// exportBatch are some decisions that follow each other, and what writes them.
type exportBatch struct {
	decisions []*corpus.Decision
	writes    []func() error // of each writer
}

// batches yields the decisions in their order, unpacked and prepared for the writers on all
// processors.
func (x *exporter) batches(turn int, writers []fileWriter) iter.Seq2[exportBatch, error] {
	prepare := func(_ context.Context, packed graph.RecordBatch) (b exportBatch, err error) {
		if b.decisions, err = packed.Decisions(); err != nil {
			return b, err
		}
		for _, w := range writers {
			write, err := w.prepare(turn, b.decisions)
			if err != nil {
				return b, err
			}
			b.writes = append(b.writes, write)
		}
		return b, nil
	}
	return ordered.Map(x.ctx, x.of.records(x.ctx, partsOf(writers)), prepare)
}

// partsOf are the parts of records that writers look at.
func partsOf(writers []fileWriter) (parts graph.Parts) {
	for _, w := range writers {
		switch p := w.parts(); {
		case w.turns() == 0:
		case p == 0: // all
			return 0
		default:
			parts |= p
		}
	}
	return parts
}

// sourceCounts count decisions by where their text is from.
type sourceCounts map[[2]string]*export.SourceCount

func (s sourceCounts) add(d *corpus.Decision) {
	if len(d.Sources) == 0 {
		return
	}
	from := d.Sources[0]
	key := [2]string{string(from.Format), from.Dataset}
	c := s[key]
	if c == nil {
		c = &export.SourceCount{Format: key[0], Dataset: key[1], FirstIssued: from.Issued}
		s[key] = c
	}
	c.Decisions++
	if from.Issued != "" && (c.FirstIssued == "" || from.Issued < c.FirstIssued) {
		c.FirstIssued = from.Issued
	}
	c.LastIssued = max(c.LastIssued, from.Issued)
}

func (s sourceCounts) list() []export.SourceCount {
	list := []export.SourceCount{}
	for _, c := range slices.SortedFunc(maps.Values(s), func(a, b *export.SourceCount) int {
		return cmp.Or(cmp.Compare(a.Format, b.Format), cmp.Compare(a.Dataset, b.Dataset))
	}) {
		list = append(list, *c)
	}
	return list
}
