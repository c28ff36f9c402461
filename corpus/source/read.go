package source

import (
	"bufio"
	"context"
	"io"
	"iter"
	"sync"

	"github.com/attendu/attendu/corpus/source/dila"
	"github.com/attendu/attendu/corpus/source/judilibre"
	"github.com/attendu/attendu/corpus/source/page"
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
	j, err := judilibre.Load()
	if err != nil {
		return nil, err
	}
	p, err := page.Load()
	if err != nil {
		return nil, err
	}
	return []record.Format{d, j, p, plain.Reader{}}, nil
})

// Read recognises the format of one stream by its content, never by its name,
// and yields its records in their order. name is what the paths of the records
// begin with. When ctx ends, its error is the last record.
func Read(ctx context.Context, name string, r io.Reader, opt Options) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		f, in, err := open(&cancelled{ctx, r})
		if err == nil {
			for rec := range f.Read(name, in, opt.max()) {
				if ctx.Err() != nil {
					break
				}
				if !yield(rec) {
					return
				}
			}
		}
		switch {
		case ctx.Err() != nil:
			yield(Record{Path: name, Err: ctx.Err()})
		case err != nil:
			yield(record.Failed(name, err))
		}
	}
}

// open looks at the first bytes of a stream and finds its reader.
func open(r io.Reader) (record.Format, io.Reader, error) {
	all, err := formats()
	if err != nil {
		return nil, nil, err
	}
	in := bufio.NewReaderSize(utf8Reader(bufio.NewReader(r)), 1<<16)
	head, err := in.Peek(record.SniffSize)
	if err != nil && err != io.EOF {
		return nil, nil, err
	}
	for _, f := range all {
		if f.Sniff(head) {
			return f, in, nil
		}
	}
	return nil, nil, refuse(head)
}

// cancelled is a reader that stops when its context does.
type cancelled struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelled) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
