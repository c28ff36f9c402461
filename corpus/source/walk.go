package source

import (
	"context"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/attendu/attendu/corpus/source/record"
)

// Stdin is the name of the standard input in paths of records.
const Stdin = "<stdin>"

// Walk reads each path and yields its records, in the order of the paths. A
// path is a file, a folder, or "-" for the standard input. A folder is read
// with all below it, names in the order of their bytes; hidden files and
// folders are skipped, links are followed, and no folder is read twice below
// one path. What fails, a path that does not exist too, is a record with Err,
// and the rest goes on. When ctx ends, its error is the last record. Files are
// read as a stream, one after the other.
func Walk(ctx context.Context, paths []string, opt Options) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		w := &walker{ctx: ctx, opt: opt, yield: yield}
		for _, path := range paths {
			w.seen = map[string]bool{}
			if !w.path(path, true) {
				return
			}
		}
	}
}

// walker is the state of one Walk. Its methods report whether to go on.
type walker struct {
	ctx   context.Context
	opt   Options
	yield func(Record) bool
	seen  map[string]bool // folders already read, without links
}

// path reads a file or folder. named says that the caller gave it by name: a
// pipe is then read as a file is, while one that lies about in a folder would
// only block.
func (w *walker) path(path string, named bool) bool {
	if err := w.ctx.Err(); err != nil {
		w.yield(Record{Path: path, Err: err})
		return false
	}
	if named && path == "-" {
		return w.stdin()
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return w.yield(record.Failed(path, reason(err)))
	case info.IsDir():
		return w.folder(path)
	case !named && !info.Mode().IsRegular():
		return w.yield(record.Failed(path, record.Unknown("not a regular file")))
	}
	return w.file(path)
}

func (w *walker) folder(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return w.yield(record.Failed(path, reason(err)))
	}
	if w.seen[real] {
		return true
	}
	w.seen[real] = true
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil && !w.yield(record.Failed(path, reason(err))) {
		return false
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !w.path(filepath.Join(path, e.Name()), false) {
			return false
		}
	}
	return true
}

func (w *walker) file(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return w.yield(record.Failed(path, reason(err)))
	}
	defer f.Close()
	return w.records(Read(w.ctx, path, f, w.opt))
}

func (w *walker) stdin() bool {
	in := w.opt.Stdin
	if in == nil {
		in = os.Stdin
	}
	return w.records(Read(w.ctx, Stdin, in, w.opt))
}

// records passes the records of one stream on.
func (w *walker) records(all iter.Seq[Record]) bool {
	for rec := range all {
		if !w.yield(rec) || rec.Err != nil && w.ctx.Err() != nil {
			return false
		}
	}
	return true
}

// reason is an error of the file system without the path, which the record
// names already.
func reason(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}
