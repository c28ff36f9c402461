package source

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/attendu/attendu/corpus/source/archive"
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
//
// The archives of one dataset of the DILA (Freemium_cass_global_<date>-<time>,
// CASS_<date>-<time>), in one folder or among the paths, come in the order of
// their dates, and a list of suppressions before all else in its folder.
func Walk(ctx context.Context, paths []string, opt Options) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		w := &walker{ctx: ctx, opt: opt, yield: yield, gauge: &gauge{report: opt.Progress}}
		if opt.Progress != nil {
			w.sizing = true
			w.paths(paths)
			w.sizing = false
			w.gauge.tell()
		}
		w.paths(paths)
	}
}

// walker is the state of one Walk. Its methods report whether to go on.
type walker struct {
	ctx    context.Context
	opt    Options
	yield  func(Record) bool
	seen   map[string]bool // folders already read, without links
	gauge  *gauge
	sizing bool // only the sizes of files are wanted, for the gauge
}

func (w *walker) paths(all []string) {
	for _, path := range archive.Order(all) {
		w.seen = map[string]bool{}
		if !w.path(path, true) {
			return
		}
	}
}

// path reads a file or folder. named says that the caller gave it by name: a
// pipe is then read as a file is, while one that lies about in a folder would
// only block.
func (w *walker) path(path string, named bool) bool {
	if err := w.ctx.Err(); err != nil {
		if !w.sizing {
			w.yield(Record{Path: path, Err: err})
		}
		return false
	}
	if named && path == "-" {
		return w.stdin()
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return w.failed(path, reason(err))
	case info.IsDir():
		return w.opt.Skip != nil && w.opt.Skip(path) || w.folder(path)
	case !named && !info.Mode().IsRegular():
		return w.failed(path, record.Unknown("not a regular file"))
	}
	return w.file(path, info)
}

func (w *walker) folder(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return w.failed(path, reason(err))
	}
	if w.seen[real] {
		return true
	}
	w.seen[real] = true
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil && !w.failed(path, reason(err)) {
		return false
	}
	var below []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			below = append(below, filepath.Join(path, e.Name()))
		}
	}
	for _, path := range archive.Order(below) {
		if !w.path(path, false) {
			return false
		}
	}
	return true
}

func (w *walker) file(path string, info fs.FileInfo) bool {
	if w.sizing {
		w.gauge.expect(info.Size(), info.Mode().IsRegular())
		return true
	}
	of := &record.File{Path: named(path), Size: info.Size(), ModTime: info.ModTime()}
	var err error
	if of.Absolute, err = filepath.Abs(path); err != nil {
		return w.failed(path, err)
	}
	if w.opt.Known != nil && info.Mode().IsRegular() && w.opt.Known(*of) {
		w.gauge.open(info.Size(), true)
		w.gauge.close()
		rec := record.Failed(of.Path, record.ErrKnown)
		rec.File = of
		return w.yield(rec)
	}
	f, err := os.Open(path)
	if err != nil {
		return w.failed(path, reason(err))
	}
	defer f.Close()
	return w.stream(of, f, info.Mode().IsRegular())
}

func (w *walker) stdin() bool {
	if w.sizing {
		w.gauge.expect(0, false)
		return true
	}
	in := w.opt.Stdin
	if in == nil {
		in = os.Stdin
	}
	return w.stream(&record.File{Path: Stdin}, in, false)
}

// stream passes the records of one stream on. sized says that the size of the
// file is what will be read.
func (w *walker) stream(of *record.File, r io.Reader, sized bool) bool {
	w.gauge.open(of.Size, sized)
	for rec := range read(w.ctx, of.Path, byPosition(r), w.opt, w.gauge) {
		if of.Absolute != "" {
			rec.File = of
		}
		if !w.yield(rec) || rec.Err != nil && w.ctx.Err() != nil {
			return false
		}
	}
	w.gauge.close()
	return true
}

func (w *walker) failed(path string, err error) bool {
	return w.sizing || w.yield(record.Failed(named(path), err))
}

// named is a path as records show it: one that is not UTF-8, or that would move
// the cursor of a terminal, is quoted.
func named(path string) string {
	if utf8.ValidString(path) && !strings.ContainsFunc(path, func(r rune) bool { return !strconv.IsGraphic(r) }) {
		return path
	}
	return strconv.Quote(path)
}

// reason is an error of the file system without the path, which the record
// names already.
func reason(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}
