package queries

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/corpus/meant"
	"github.com/attendu/attendu/corpus/source"
)

// Reader reads decisions without a library.
type Reader struct {
	x     *extract.Extractor
	texts meant.Texts // nil when no articles are looked up
}

// Reader is a reader that looks the articles that it finds up in the texts of law
// that the library holds.
func (l *Library) Reader() *Reader { return &Reader{l.extract, l.law} }

// NewReader loads the rules of extraction.
func NewReader() (*Reader, error) {
	x, err := extract.New()
	if err != nil {
		return nil, coded(err)
	}
	return &Reader{x: x}, nil
}

// Read is one decision as read, or the reason why there is none.
type Read struct {
	Path     string
	Decision *corpus.Decision // nil when Err is set
	Line     extract.Line     // the extraction contract
	Err      error
	Reason   string // of Err, without the path
	// SetAside is true when Err says that the record is known and no decision.
	SetAside bool
}

// Read reads files, folders or "-" for stdin, in order; a nil stdin is os.Stdin.
func (r *Reader) Read(ctx context.Context, paths []string, stdin io.Reader) iter.Seq[Read] {
	return func(yield func(Read) bool) {
		for rec := range source.Walk(ctx, paths, source.Options{Stdin: stdin}) {
			out := Read{Path: rec.Path, Err: unreadable(rec)}
			if rec.Doc != nil {
				out.Decision, out.Err = read(r.x, rec.Doc)
			}
			if out.Err == nil {
				out.Line = extract.NewLine(out.Decision, r.texts)
				out.Line.File = rec.Path
			} else {
				out.SetAside, out.Reason = isSetAside(out.Err), reason(rec.Path, out.Err)
			}
			if !yield(out) {
				return
			}
		}
	}
}

// unreadable is why a record gives no decision: its error, or that it is an article.
func unreadable(rec source.Record) error {
	if rec.Article != nil {
		return fmt.Errorf("%w: LEGI article %s (%s)", source.ErrNotDecision, rec.Article.ID, rec.Article.Key)
	}
	return rec.Err
}

// read makes a decision of a document; an error that wraps source.ErrNotDecision
// says that there is none in it.
func read(x *extract.Extractor, doc *corpus.Document) (*corpus.Decision, error) {
	d := x.Extract(doc)
	if doc.ID == "" && extract.Blank(d) {
		return nil, fmt.Errorf("%w: no court, date, party, citation or order in it", source.ErrNotDecision)
	}
	return d, nil
}

// passage is a line of the input of Passages.
type passage struct {
	ID   string      `json:"id"`
	Text *string     `json:"text"`
	Date corpus.Date `json:"date"`
}

// maxPassage is the longest line that Passages reads, in bytes.
const maxPassage = 16 << 20

// Passages reads short texts, one JSON object {"id","text","date"} a line, and
// yields the extraction contract with the id in place of the file. date is the
// day of the decision that the passage comes from, and may be absent. A line
// that is no such object ends the stream with an error.
func (r *Reader) Passages(ctx context.Context, in io.Reader) iter.Seq2[extract.Line, error] {
	return func(yield func(extract.Line, error) bool) {
		lines := bufio.NewScanner(in)
		lines.Buffer(nil, maxPassage)
		for n := 1; lines.Scan(); n++ {
			if len(bytes.TrimSpace(lines.Bytes())) == 0 {
				continue
			}
			var p passage
			err := json.Unmarshal(lines.Bytes(), &p)
			if err == nil && p.Text == nil {
				err = errors.New("it has no \"text\"")
			}
			if err != nil {
				yield(extract.Line{}, invalid("line %d: %v", n, err))
				return
			}
			if err := ctx.Err(); err != nil {
				yield(extract.Line{}, coded(err))
				return
			}
			line := extract.NewLine(r.x.Passage(*p.Text, p.Date), r.texts)
			line.ID = p.ID
			if !yield(line, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(extract.Line{}, invalid("reading passages: %v", err))
		}
	}
}

// ExtractVersion is the version of the extraction that this build runs.
const ExtractVersion = extract.Version
