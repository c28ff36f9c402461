package queries

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source"
	"github.com/attendu/attendu/graph"
)

// AddOptions steer an Add. The zero value is usable.
type AddOptions struct {
	// Each is called for every record, in the order of the sources, from one
	// goroutine, when what became of it is safe.
	Each func(Added)
	// Progress is called with the bytes of the sources read so far and in all,
	// -1 when that is not known, from another goroutine than Each.
	Progress func(read, total int64)
	// Workers is how many documents are read at the same time; 0 means one for
	// each processor.
	Workers int
	// MaxBytes is the limit for one text; 0 means 64 MiB.
	MaxBytes int64
	// Again reads files too that were taken in before and have not changed since.
	Again bool
	// DryRun says what would become of every record, and changes nothing. Each
	// batch is judged by the library as it is, not by the batches before it.
	DryRun bool
	// CheckpointEvery is how long those who read the library while it is written may be
	// behind (see Options.ReadOnly): at such intervals, and in the end, the state of the
	// library is published for them. It takes links of the files, and at most a
	// twentieth of the time, for which the intervals grow. 0 means a minute; a negative
	// value publishes in the end only.
	CheckpointEvery time.Duration
	// Stdin is what the path "-" reads; nil is os.Stdin.
	Stdin io.Reader
}

// Added says what became of one record of a source, or of a whole file that was
// not read because it was taken in before.
type Added struct {
	Path string `json:"path"`
	// Key is that of the decision or of the article; null when there is none, or
	// when the record was not read again.
	Key corpus.Key `json:"key"`
	// Outcome is added, replaced, unchanged, attached, refused (it was forgotten
	// or withdrawn), withdrawn (its publisher took it back), set_aside
	// (recognised, but no decision), skipped (could not be read) or, once more for a
	// version of an article that was taken in, doubtful (something in it is wrong).
	Outcome string `json:"outcome"`
	Reason  string `json:"reason,omitempty"`
	// Article is the identifier of the version of an article that the record holds or
	// withdraws.
	Article string `json:"article,omitempty"`
	// Usual marks what is set aside as a matter of course, such as the sections of
	// LEGI: only the number of it is worth telling.
	Usual bool `json:"-"`
	// Files counts the files begun so far.
	Files int `json:"-"`
}

// Summary counts the records of an Add by outcome; those that hold or withdraw
// versions of articles are counted apart.
type Summary struct {
	Files     int `json:"files"`
	Added     int `json:"added"`
	Replaced  int `json:"replaced"`
	Unchanged int `json:"unchanged"`
	Attached  int `json:"attached"`
	Refused   int `json:"refused"`
	Withdrawn int `json:"withdrawn"`
	SetAside  int `json:"set_aside"`
	Skipped   int `json:"skipped"`

	Articles ArticleSummary `json:"articles"`
}

// ArticleSummary counts the versions of articles of an Add by outcome. Doubtful is
// the number of things that are wrong in what was taken in.
type ArticleSummary struct {
	Added     int `json:"added"`
	Replaced  int `json:"replaced"`
	Unchanged int `json:"unchanged"`
	Refused   int `json:"refused"`
	Withdrawn int `json:"withdrawn"`
	Doubtful  int `json:"doubtful"`
}

// Any reports whether a version of an article was met.
func (s ArticleSummary) Any() bool { return s != ArticleSummary{} }

// count adds n records with an outcome.
func (s *ArticleSummary) count(outcome string, n int) {
	switch outcome {
	case graph.Added.String():
		s.Added += n
	case graph.Replaced.String():
		s.Replaced += n
	case graph.Unchanged.String():
		s.Unchanged += n
	case graph.Refused.String():
		s.Refused += n
	case graph.Withdrawn.String():
		s.Withdrawn += n
	case doubtful:
		s.Doubtful += n
	}
}

// The outcomes of records that no store gives.
const (
	setAside = "set_aside"
	skipped  = "skipped"
	doubtful = "doubtful"
)

// add counts n records with an outcome as an Intake counts it.
func (s *Summary) add(outcome string, n int) {
	if of, ok := strings.CutPrefix(outcome, ofArticles); ok {
		s.Articles.count(of, n)
		return
	}
	s.count(outcome, n)
}

// count adds n records with an outcome.
func (s *Summary) count(outcome string, n int) {
	switch outcome {
	case graph.Added.String():
		s.Added += n
	case graph.Replaced.String():
		s.Replaced += n
	case graph.Unchanged.String():
		s.Unchanged += n
	case graph.Attached.String():
		s.Attached += n
	case graph.Refused.String():
		s.Refused += n
	case graph.Withdrawn.String():
		s.Withdrawn += n
	case setAside:
		s.SetAside += n
	default:
		s.Skipped += n
	}
}

// Add reads files, folders or "-" for standard input, and takes every decision
// and every version of an article into the library. A record that cannot be read is reported through Each and
// counted, and the rest goes on; an error is returned only when the library
// cannot be written or ctx ends. What was committed until then stays, and the
// next Add of the same paths goes on from there: a file that was taken in and has
// not changed since (path, size, time of change) is not read again. A decision
// that its publisher withdraws is removed.
func (l *Library) Add(ctx context.Context, paths []string, opt AddOptions) (Summary, error) {
	return l.AddRecords(ctx, source.Walk(ctx, paths, source.Options{
		MaxBytes: opt.MaxBytes, Stdin: opt.Stdin, Progress: opt.Progress, Skip: isLibrary,
		Known: func(f source.File) bool { return !opt.Again && l.complete(ctx, f) }}), opt)
}

// AddRecords is Add for records that a program makes itself.
func (l *Library) AddRecords(ctx context.Context, records iter.Seq[source.Record], opt AddOptions) (Summary, error) {
	l.adding.Lock()
	defer l.adding.Unlock()
	if l.readOnly {
		return Summary{}, coded(graph.ErrReadOnly)
	}
	a := &adder{l: l, opt: opt, publisher: newPublisher(l, opt.CheckpointEvery)}
	err := a.all(ctx, l.read(ctx, records, opt))
	if !opt.DryRun {
		err = errors.Join(err, a.publisher.end(ctx))
	}
	return a.sum, coded(err)
}
