package source

import (
	"io"

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

// The formats that Read knows, as documents carry them.
const (
	DILA      corpus.Format = dila.Name
	Judilibre corpus.Format = judilibre.Name
	LEGI      corpus.Format = legi.Name
	JustAdmin corpus.Format = justadmin.Name
	Page      corpus.Format = page.Name
	Plain     corpus.Format = plain.Name
	DOCX      corpus.Format = docx.Name
	PDF       corpus.Format = pdf.Name
)

// Record is one record found in a source: a document, a version of an article of
// law, or the reason why there is neither. Exactly one of Doc, Article and Err is
// set. Path names the record: the path
// given; "!" and the name of the member for each archive within which it is; and
// "#n" for the n-th record (n >= 1) of a file of several, which in JSONL is the
// line: "feed.tar.gz!2018/a.jsonl#3". A path that is not UTF-8 and a member's name
// that could mislead are quoted, and no path behind a "!" is one of the file
// system.
type Record = record.Record

// Withdrawn is the error of a record by which the publisher asks that a
// decision be removed.
type Withdrawn = record.Withdrawn

// The reasons why a record holds no document.
var (
	// ErrUnknown is content of no known format: binary data, an empty file,
	// JSON or XML of another kind.
	ErrUnknown = record.ErrUnknown
	// ErrMalformed is content of a known format that breaks its rules.
	ErrMalformed = record.ErrMalformed
	// ErrTooLarge is a text beyond Options.MaxBytes, or an archive beyond
	// another limit of Options, which the error names.
	ErrTooLarge = record.ErrTooLarge
	// ErrNotDecision is content that is recognised and is no decision (section or
	// text of LEGI; list of suppressions; withdrawn decision): set aside, and the
	// error says what it is.
	ErrNotDecision = record.ErrNotDecision
	// ErrNoArticle is the ErrNotDecision of what stands beside the articles of LEGI
	// as a matter of course.
	ErrNoArticle = record.ErrNoArticle
	// ErrKnown is a file that Options.Known knows. It is the only record of the
	// file.
	ErrKnown = record.ErrKnown
)

// File is a file of the file system that records come from.
type File = record.File

// Options are the choices of a reading. The zero value is usable.
type Options struct {
	// MaxBytes is the size of the largest single text, in bytes as read; what
	// is larger gives ErrTooLarge. 0 is 64 MiB.
	MaxBytes int64
	// MaxRatio is how many bytes an archive may give for each byte of its own,
	// at any depth, after the first 64 MiB. 0 is 200.
	MaxRatio int64
	// MaxDepth is how many archives may stand within each other; a tar.gz is
	// one. 0 is 4.
	MaxDepth int
	// MaxMembers is how many members one file or stream may hold, in all its
	// archives. 0 is no limit.
	MaxMembers int64
	// Progress is told how many bytes of the files given have been read, as they
	// are on disk, and how many there are; total is -1 when that cannot be known
	// (standard input). It is called at the beginning, about four times per MiB and at
	// the end of each file, by the goroutine that takes the records. nil is nobody.
	Progress func(read, total int64)
	// Known is asked before a file is read: true passes it over, with a record of
	// ErrKnown. It is called by the goroutine that takes the records. nil knows
	// no file.
	Known func(File) bool
	// Skip is asked before a folder below a path is read: true passes it over
	// without a word. nil skips none.
	Skip func(dir string) bool
	// Stdin is what the path "-" reads; nil is os.Stdin.
	Stdin io.Reader
}

func (o Options) max() int64 {
	if o.MaxBytes <= 0 {
		return 64 << 20
	}
	return o.MaxBytes
}

func (o Options) limits() archive.Limits {
	return archive.Limits{Ratio: o.MaxRatio, Depth: o.MaxDepth, Members: o.MaxMembers}
}
