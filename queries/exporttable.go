package queries

import (
	"fmt"
	"io"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/graph/export"
)

// tableFile writes a flat table, some rows at a time.
type tableFile[T any] struct {
	once
	x    *exporter
	of   graph.Parts
	w    export.Encoder[T]
	make func([]T, *corpus.Decision, export.Names) ([]T, error)
	used sync.Pool // of *rowBatch[T]: those that were written
	rows []T       // to be written
	n    int64
}

// rowsAtOnce is how many rows go to an encoder together, and those of the last decision
// among them: the pages of Parquet end where they end.
const rowsAtOnce = 1000

// rowBatch are the rows of some decisions.
type rowBatch[T any] struct {
	rows []T
	ends []int // of each decision
}

func tableOf[T any](x *exporter, w io.Writer, f export.TableFormat, of graph.Parts, rows func([]T, *corpus.Decision, export.Names) ([]T, error)) *tableFile[T] {
	return &tableFile[T]{x: x, of: of, w: export.NewTable[T](w, f, versions()), make: rows,
		used: sync.Pool{New: func() any { return new(rowBatch[T]) }}}
}

func (t *tableFile[T]) parts() graph.Parts { return t.of }

func (t *tableFile[T]) prepare(_ int, list []*corpus.Decision) (write func() error, err error) {
	b := t.used.Get().(*rowBatch[T])
	for _, d := range list {
		if b.rows, err = t.make(b.rows, d, t.x.source); err != nil {
			return nil, fmt.Errorf("export %s: %w", d.Node, err)
		}
		b.ends = append(b.ends, len(b.rows))
	}
	return func() error {
		from := 0
		for _, end := range b.ends {
			if err := t.add(b.rows[from:end]...); err != nil {
				return err
			}
			from = end
		}
		b.rows, b.ends = b.rows[:0], b.ends[:0]
		t.used.Put(b)
		return nil
	}, nil
}

// add writes the rows of one decision, or one row.
func (t *tableFile[T]) add(rows ...T) error {
	if t.rows = append(t.rows, rows...); len(t.rows) < rowsAtOnce {
		return nil
	}
	return t.flush()
}

func (t *tableFile[T]) flush() error {
	t.n += int64(len(t.rows))
	err := t.w.Encode(t.rows)
	t.rows = t.rows[:0]
	return err
}

func (t *tableFile[T]) end() (int64, error) {
	if err := t.flush(); err != nil {
		return 0, err
	}
	return t.n, t.w.Close()
}

// reviews makes the rows of the table history.
func (x *exporter) reviews(rows []export.Review, d *corpus.Decision, names export.Names) ([]export.Review, error) {
	reviewed, ruling, err := x.source.Reviewed(d)
	if err != nil {
		return rows, err
	}
	return export.Reviews(rows, d, reviewed, ruling, names)
}

// provisionsFile counts what is cited, and writes it at the end.
type provisionsFile struct {
	once
	x     *exporter
	of    export.Provisions
	table *tableFile[export.Provision]
}

func (p *provisionsFile) parts() graph.Parts { return p.table.parts() }

func (p *provisionsFile) prepare(_ int, list []*corpus.Decision) (func() error, error) {
	return inTurn(list, func(d *corpus.Decision) error { return p.of.Add(d, p.x.source.Resolve) })
}

func (p *provisionsFile) end() (int64, error) {
	if err := p.of.Rows(p.x.source, p.x.l.extract.Succession(), func(r export.Provision) error { return p.table.add(r) }); err != nil {
		return 0, err
	}
	return p.table.end()
}

// renumberingsFile writes every renumbering that is known, whatever decisions are exported.
type renumberingsFile struct {
	everything
	x     *exporter
	table *tableFile[export.Renumbering]
}

func (r *renumberingsFile) turns() int { return 0 }

func (r *renumberingsFile) prepare(int, []*corpus.Decision) (func() error, error) {
	return inTurn(nil, nil)
}

func (r *renumberingsFile) end() (int64, error) {
	moves, err := r.x.l.allMoves(r.x.ctx)
	if err != nil {
		return 0, err
	}
	for _, m := range moves {
		if err := r.table.add(export.NewRenumbering(m, r.x.source)); err != nil {
			return 0, err
		}
	}
	return r.table.end()
}
