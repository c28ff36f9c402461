package source

import (
	"io"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/dila"
	"github.com/attendu/attendu/corpus/source/judilibre"
	"github.com/attendu/attendu/corpus/source/page"
	"github.com/attendu/attendu/corpus/source/plain"
	"github.com/attendu/attendu/corpus/source/record"
)

// The formats that Read knows, as documents carry them.
const (
	DILA      corpus.Format = dila.Name
	Judilibre corpus.Format = judilibre.Name
	Page      corpus.Format = page.Name
	Plain     corpus.Format = plain.Name
)

// Record is one record found in a source: a document, or the reason why there
// is none. Exactly one of Doc and Err is set. Path names the record: the path
// given, with "#n" behind it for the n-th record (n >= 1) of a file of several;
// in JSONL n is the line.
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
	// ErrTooLarge is a text beyond Options.MaxBytes.
	ErrTooLarge = record.ErrTooLarge
	// ErrNotDecision is content that is recognised and is no decision (article,
	// section or text of LEGI; list of suppressions; withdrawn decision): set
	// aside, and the error says what it is.
	ErrNotDecision = record.ErrNotDecision
)

// Options are the choices of a reading. The zero value is usable.
type Options struct {
	// MaxBytes is the size of the largest single text, in bytes as read; what
	// is larger gives ErrTooLarge. 0 is 64 MiB.
	MaxBytes int64
	// Stdin is what the path "-" reads; nil is os.Stdin.
	Stdin io.Reader
}

func (o Options) max() int64 {
	if o.MaxBytes <= 0 {
		return 64 << 20
	}
	return o.MaxBytes
}
