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
// that the library holds. What a code never had it tells of codes that are held as a
// whole.
func (l *Library) Reader() *Reader { return &Reader{l.extract, l.wholeLaw()} }

// NewReader loads the rules of extraction.
func NewReader() (*Reader, error) {
	x, err := sharedExtractor()
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
// day of the decision that the passage comes from, and may be absent.
//
// A line that is no such object, that is too long, or whose day is in no calendar
// yields an Invalid error that names the number of the line, and the rest goes on;
// any other error is the last.
func (r *Reader) Passages(ctx context.Context, in io.Reader) iter.Seq2[extract.Line, error] {
	return func(yield func(extract.Line, error) bool) {
		lines := bufio.NewReaderSize(in, 64<<10)
		for n := 1; ; n++ {
			data, err := passageLine(lines)
			if errors.Is(err, io.EOF) {
				return
			}
			if err = errors.Join(ctx.Err(), err); err != nil && !errors.Is(err, errPassage) {
				yield(extract.Line{}, coded(fmt.Errorf("reading passages: line %d: %w", n, err)))
				return
			}
			var line extract.Line
			if err == nil {
				if data = bytes.TrimSpace(data); len(data) == 0 {
					continue
				}
				line, err = r.passage(data)
			}
			if err != nil {
				err = invalid("line %d: %v", n, err)
			}
			if !yield(line, err) {
				return
			}
		}
	}
}

// errPassage is that of a line which is longer than maxPassage.
var errPassage = fmt.Errorf("it is longer than %d bytes", maxPassage)

// passageLine reads a line; io.EOF when there is none, errPassage
// when it was too long and was passed over.
func passageLine(in *bufio.Reader) (line []byte, err error) {
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxPassage; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, errPassage
		case errors.Is(err, io.EOF) && len(line) > 0:
			return line, nil
		}
		return line, err
	}
}

// passage reads one line of the input.
func (r *Reader) passage(data []byte) (extract.Line, error) {
	var p passage
	if err := json.Unmarshal(data, &p); err != nil {
		return extract.Line{}, err
	}
	if p.Text == nil {
		return extract.Line{}, errors.New("it has no \"text\"")
	}
	if _, err := corpus.ParseDate(string(p.Date)); err != nil && p.Date != "" {
		return extract.Line{}, fmt.Errorf("\"date\": %q is no day; write YYYY-MM-DD", string(p.Date))
	}
	line := extract.NewLine(r.x.Passage(*p.Text, p.Date), r.texts)
	line.ID = p.ID
	return line, nil
}

// ExtractVersion is the version of the extraction that this build runs.
const ExtractVersion = extract.Version
