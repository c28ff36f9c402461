package source

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/archive"
	"github.com/attendu/attendu/corpus/source/dila"
	"github.com/attendu/attendu/corpus/source/docx"
	"github.com/attendu/attendu/corpus/source/judilibre"
	"github.com/attendu/attendu/corpus/source/justadmin"
	"github.com/attendu/attendu/corpus/source/legi"
	"github.com/attendu/attendu/corpus/source/page"
	"github.com/attendu/attendu/corpus/source/pdf"
	"github.com/attendu/attendu/corpus/source/plain"
	"github.com/attendu/attendu/corpus/source/record"
)

// formats gives the readers in the order in which they are asked. Plain text
// comes last, for it takes what nobody else does. Their tables are loaded once.
var formats = sync.OnceValues(func() ([]record.Format, error) {
	d, err := dila.Load()
	if err != nil {
		return nil, err
	}
	l, err := legi.Load()
	if err != nil {
		return nil, err
	}
	a, err := justadmin.Load()
	if err != nil {
		return nil, err
	}
	j, err := judilibre.Load()
	if err != nil {
		return nil, err
	}
	p, err := page.Load()
	if err != nil {
		return nil, err
	}
	f, err := pdf.Load()
	if err != nil {
		return nil, err
	}
	return []record.Format{d, l, a, j, p, f, docx.Reader{}, plain.Reader{}}, nil
})

// Read recognises the format of one stream by its content, never by its name,
// and yields its records in their order; those of an archive are the records of
// its members. One name matters: liste_suppression_<dataset>.dat, the list of what
// an increment of the DILA removes, whose records hold a Withdrawn each. name is
// what the paths of the records begin with. When ctx ends, its error is the last
// record.
//
// A zip is read from a stream that can be read by position too (a file); from
// another it is held in memory up to 64 MiB, or else read from front to back.
func Read(ctx context.Context, name string, r io.Reader, opt Options) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		in := byPosition(r)
		g := &gauge{report: opt.Progress, total: -1}
		if in.At != nil {
			g.total = in.Size
		}
		g.open(in.Size, in.At != nil)
		for rec := range read(ctx, name, in, opt, g) {
			if !yield(rec) {
				return
			}
		}
		g.close()
	}
}

func read(ctx context.Context, name string, in archive.Input, opt Options, g *gauge) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		in.Reader = &inflow{ctx, g, in.Reader, in.At}
		if in.At != nil {
			in.At = in.Reader.(*inflow)
		}
		leaf := func(path string, in *bufio.Reader) iter.Seq[Record] { return records(path, in, opt.max()) }
		for rec := range archive.Read(ctx, name, in, opt.limits(), leaf) {
			if ctx.Err() != nil {
				break
			}
			stamp(&rec)
			if !yield(rec) {
				return
			}
		}
		if ctx.Err() != nil {
			yield(Record{Path: name, Err: ctx.Err()})
		}
	}
}

// stamp notes on a document or an article, or on a request to remove one, what its
// path says of where it is from. What the document says of its own issue counts first.
func stamp(rec *Record) {
	var of *corpus.Source
	var gone *Withdrawn
	switch {
	case rec.Doc != nil:
		of = &rec.Doc.Source
	case rec.Article != nil:
		of = &rec.Origin
	case errors.As(rec.Err, &gone):
		of = &gone.Source
		of.Path = rec.Path
	default:
		return
	}
	dataset, issued := archive.Provenance(rec.Path)
	of.Dataset, of.Issued = dataset, cmp.Or(of.Issued, issued)
}

// records reads a stream that is no archive.
func records(path string, r *bufio.Reader, max int64) iter.Seq[Record] {
	f, in, err := open(r)
	if err != nil {
		return func(yield func(Record) bool) { yield(record.Failed(path, err)) }
	}
	return apart(f.Read(path, in, max))
}

// open looks at the first bytes of a stream and finds its reader. A fault behind
// them is left for the reader to meet, after the records that stand before it.
func open(r *bufio.Reader) (record.Format, io.Reader, error) {
	all, err := formats()
	if err != nil {
		return nil, nil, err
	}
	in := utf8Reader(r)
	head, err := in.Peek(record.SniffSize)
	if len(head) == 0 && err != nil && err != io.EOF {
		return nil, nil, err
	}
	if err := setAside(head); err != nil {
		return nil, nil, err
	}
	for _, f := range all {
		if f.Sniff(head) {
			return f, in, nil
		}
	}
	return nil, nil, refuse(head)
}
