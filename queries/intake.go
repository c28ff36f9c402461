package queries

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/corpus/law"
	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/corpus/source/archive"
	"github.com/attendu/attendu/corpus/source/legi"
	"github.com/attendu/attendu/graph"
)

// noted gives what is noted of a file, if that still holds: the file has not
// changed, and it would be read by the same rules.
func (l *Library) noted(ctx context.Context, f source.File) (graph.Intake, bool) {
	in, err := l.store.Intake(ctx, f.Path)
	return in, err == nil && in.Absolute == f.Absolute && in.Size == f.Size && in.ModTime.Equal(f.ModTime) && sameRules(in)
}

// sameRules reports whether a file would be read now as it was read then. How LEGI is
// read matters only to a file of which something was set aside or is an article.
func sameRules(in graph.Intake) bool {
	if in.Version != extract.Version || in.Law == legi.Version {
		return in.Version == extract.Version
	}
	for outcome := range in.Outcomes {
		if outcome == setAside || strings.HasPrefix(outcome, ofArticles) {
			return false
		}
	}
	return true
}

// complete reports whether nothing of a file needs to be read again. What could
// not be read is tried, and named, each time.
func (l *Library) complete(ctx context.Context, f source.File) bool {
	in, ok := l.noted(ctx, f)
	return ok && in.Ended && in.Outcomes[skipped] == 0 && in.Outcomes[graph.Refused.String()] == 0
}

// resumption passes over the records that are in the library from an earlier
// reading of the same file, which ended early or met something unreadable.
type resumption struct {
	l    *Library
	ctx  context.Context
	off  bool
	file *source.File
	in   graph.Intake
	at   int // records of the file so far
}

// pass reports whether a record need not be read, and gives what is known of it.
func (r *resumption) pass(rec source.Record) (result, bool) {
	if rec.File == nil || r.off {
		return result{}, false
	}
	if rec.File != r.file {
		r.file, r.at = rec.File, 0
		in, ok := r.l.noted(r.ctx, *rec.File)
		if r.in = in; !ok {
			r.in = graph.Intake{}
		}
	}
	r.at++
	whole := errors.Is(rec.Err, source.ErrKnown)
	if _, open := slices.BinarySearch(r.in.Open, r.at); !whole && (open || rec.Doc == nil && rec.Article == nil || r.at > r.in.Records) {
		return result{}, false
	}
	res := result{Record: rec, outcome: graph.Unchanged.String()}
	if whole {
		in := r.in
		res.known = &in
	}
	res.Doc = nil
	return res, true
}

// ofArticles stands before the outcomes of versions of articles in an Intake.
const ofArticles = "article_"

// counted is the outcome as an Intake counts it.
func (r *result) counted() string {
	if r.ofArticle() != "" && r.outcome != setAside {
		return ofArticles + r.outcome
	}
	return r.outcome
}

// maxOpen is how many open records are noted of one file; what stands behind them
// is read again.
const maxOpen = 10_000

// intakes notes how far files are taken in. Its methods are called for each
// record in order, when the record is safe.
type intakes struct {
	catalogue []law.Code
	codes     map[corpus.Key]bool // those of which the present one holds articles
	takesBack bool                // it takes articles back
	file      *source.File        // the present one
	now       graph.Intake
	at        int            // records of it so far
	notes     []graph.Intake // to be kept
	files     int            // begun
}

// begin says that the next record is one of this file.
func (n *intakes) begin(f *source.File) {
	if f != n.file || n.files == 0 {
		n.end()
		n.file, n.files = f, n.files+1
		if f != nil {
			n.now = graph.Intake{Path: f.Path, Absolute: f.Absolute, Size: f.Size, ModTime: f.ModTime,
				Version: extract.Version, Law: legi.Version, Open: []int{}, Outcomes: map[string]int{}}
		}
	}
}

// count takes note of a record.
func (n *intakes) count(r result) {
	n.begin(r.File)
	if n.file == nil || r.known != nil { // what is known of the whole file stays as it is
		return
	}
	n.at++
	if r.Article != nil {
		n.codes[r.Article.Key.Instrument()] = true
	}
	n.takesBack = n.takesBack || isWithdrawal(r)
	n.now.Outcomes[r.counted()]++
	if len(n.now.Open) == maxOpen {
		return
	}
	n.now.Records = n.at
	if r.outcome == skipped || r.Doc != nil && r.outcome == setAside || r.Article == nil && r.outcome == graph.Refused.String() {
		n.now.Open = append(n.now.Open, n.at)
	}
}

// end notes that the present file has no more records. Only a full archive of which
// every record could be read holds the whole law: one that is named so, or one whose
// name says nothing, that holds articles of nearly every code in force and takes nothing
// back.
func (n *intakes) end() {
	if n.file != nil && n.now.Records > 0 {
		n.now.Ended = true
		n.now.WholeLaw = n.now.Outcomes[skipped] == 0 && (archive.Full(n.now.Path) == "legi" ||
			archive.Unnamed(n.now.Path) && !n.takesBack && nearlyAll(n.catalogue, func(code corpus.Key) bool { return n.codes[code] }))
		n.notes = append(n.notes, n.now)
	}
	n.file, n.now, n.at = nil, graph.Intake{}, 0
	n.codes, n.takesBack = map[corpus.Key]bool{}, false
}

// take gives the notes to be kept, with the present file as far as it is.
func (n *intakes) take() []graph.Intake {
	notes := n.notes
	if n.file != nil && n.now.Records > 0 {
		notes = append(notes, n.now)
	}
	n.notes = nil
	return notes
}
