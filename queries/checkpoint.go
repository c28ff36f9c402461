package queries

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/attendu/attendu/graph"
	"github.com/attendu/attendu/queries/checkpoint"
)

// Checkpoint is a published state of a library that another process is writing.
type Checkpoint struct {
	// Published is when its owner published it.
	Published time.Time `json:"published"`
	// Decisions and Articles are how many decisions and versions of articles it holds.
	Decisions int64 `json:"decisions"`
	Articles  int64 `json:"articles"`
	// Change and ArticleChange are the last changes of decisions and of articles.
	Change        uint64 `json:"change"`
	ArticleChange uint64 `json:"article_change"`
	// Attendu is the version that published it.
	Attendu string `json:"attendu"`
}

// Checkpoint is the state that a library opened for reading answers from, nil when it
// answers from the library itself.
func (l *Library) Checkpoint() *Checkpoint {
	if l.checkpoint == nil || l.checkpoint.current {
		return nil
	}
	c := l.checkpoint.Checkpoint
	return &c
}

type heldCheckpoint struct {
	*checkpoint.Held
	Checkpoint
	current bool // it is the library as it is
}

// checkpoints is where the checkpoints of a library are.
func checkpoints(dir string) string { return filepath.Join(dir, "checkpoint") }

// checkpointFile tells of a checkpoint, inside its folder.
const checkpointFile = "checkpoint.json"

// checkpointNote is what that file says.
type checkpointNote struct {
	Checkpoint
	// Counts are those of the library at this state, where they were made.
	Counts *graph.Stats `json:"counts,omitempty"`
}

func readCheckpoint(dir string) (*checkpointNote, error) {
	b, err := os.ReadFile(filepath.Join(dir, checkpointFile))
	if err != nil {
		return nil, err
	}
	c := new(checkpointNote)
	if err := json.Unmarshal(b, c); err != nil {
		return nil, fmt.Errorf("%s: %w", checkpointFile, err)
	}
	return c, nil
}

// publish publishes the present state of the library unless it is published already.
// The caller sees to it that nothing is written meanwhile, and that the indexes have
// followed. Counts are published with it.
func (l *Library) publish(ctx context.Context) error {
	if l.dir == "" || l.published() {
		return nil
	}
	if _, err := l.tally.of(ctx, l.store); err != nil {
		return err
	}
	return l.publishUncounted(ctx)
}

// publishUncounted publishes without counting: more will be written soon.
func (l *Library) publishUncounted(ctx context.Context) error {
	if l.dir == "" || l.published() {
		return nil
	}
	err := checkpoint.Publish(checkpoints(l.dir), func(dir string) error { return l.fill(ctx, dir) })
	if err == nil {
		l.remade.Store(false)
	}
	return err
}

// published reports whether the last checkpoint is that of the present state. Another
// attendu may have other formats, and what was made anew may have been damaged: these
// are published again.
func (l *Library) published() bool {
	if l.remade.Load() {
		return false
	}
	held, err := checkpoint.Last(checkpoints(l.dir))
	if err != nil {
		return false
	}
	c, err := readCheckpoint(held.Dir)
	return errors.Join(err, held.Close()) == nil &&
		c.Change == l.store.Seq() && c.ArticleChange == l.store.ArticleSeq() && c.Attendu == build()
}

// fill writes a checkpoint into an empty folder.
func (l *Library) fill(ctx context.Context, dir string) error {
	if err := l.store.Checkpoint(ctx, filepath.Join(dir, "store")); err != nil {
		return err
	}
	if err := l.index.Checkpoint(ctx, filepath.Join(dir, "text")); err != nil {
		return err
	}
	if l.lawText != nil {
		at, err := l.lawText.Cursor(ctx)
		if err == nil && at != l.store.ArticleSeq() {
			err = errors.New("the index of articles has not followed")
		}
		if err != nil {
			return err
		}
		if err := l.lawText.Checkpoint(ctx, filepath.Join(dir, "articles")); err != nil {
			return err
		}
	}
	decisions, articles, err := l.Held(ctx)
	if err != nil {
		return err
	}
	note := checkpointNote{Checkpoint: Checkpoint{Published: time.Now().UTC(), Decisions: decisions, Articles: articles,
		Change: l.store.Seq(), ArticleChange: l.store.ArticleSeq(), Attendu: build()}}
	note.Counts = l.tally.published(note.Change, note.ArticleChange)
	b, err := json.MarshalIndent(note, "", "  ")
	if err != nil {
		return err
	}
	return errors.Join(os.WriteFile(filepath.Join(dir, checkpointFile), append(b, '\n'), 0o644), writeManifest(dir))
}

// publisher publishes during an Add.
type publisher struct {
	l     *Library
	every time.Duration
	next  time.Time
}

// publishEvery is how often an Add publishes unless it is told otherwise.
const publishEvery = time.Minute

// publishShare bounds what publishing costs: it takes one part in so many of the time.
const publishShare = 20

func newPublisher(l *Library, every time.Duration) *publisher {
	if every == 0 {
		every = publishEvery
	}
	return &publisher{l: l, every: every, next: time.Now().Add(every)}
}

// due reports whether it is time to publish.
func (p *publisher) due() bool { return p.every > 0 && !time.Now().Before(p.next) }

// publish publishes, and waits the longer for the next time the longer it took. What
// cannot be published now is tried again then; end tells why it could not.
func (p *publisher) publish(ctx context.Context) {
	began := time.Now()
	_ = p.l.publishUncounted(ctx)
	p.next = time.Now().Add(max(p.every, publishShare*time.Since(began)))
}

// end publishes what the whole Add has made, once it has settled: the files of a state in
// between would be kept beside those of the library.
func (p *publisher) end(ctx context.Context) error {
	_ = p.l.store.Settle(ctx) // whoever interrupts does not wait
	if err := p.l.publish(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("what was indexed is safe, and could not be published for readers: %w", err)
	}
	return nil
}
