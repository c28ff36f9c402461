package graph

import (
	"context"
	"errors"
	"iter"

	"github.com/attendu/attendu/corpus"
	cayley "github.com/cayleygraph/cayley/graph"
)

// Errors that callers branch on; they come wrapped with the operation and the
// node.
var (
	// ErrNotFound: no such decision is held.
	ErrNotFound = errors.New("not found")
	// ErrInUse: another process has the store open.
	ErrInUse = errors.New("store is in use by another process")
	// ErrFormat: the store was written by a newer attendu.
	ErrFormat = errors.New("store has a newer format")
	// ErrFull: the disk has too little room left for a write to begin.
	ErrFull = errors.New("disk is full")
	// ErrReadOnly: the store was opened for reading.
	ErrReadOnly = errors.New("store is open for reading only")
	// ErrClosed: the store is closed.
	ErrClosed = errors.New("store is closed")
)

// Store keeps decisions with their quads. It is safe for concurrent use; writes
// are taken one at a time.
type Store interface {
	// Put stores a batch of whole decisions: all of it or, on error, nothing.
	// A decision replaces the one with the same node. See Outcome for what
	// becomes of each; the answer is in the order of the batch. What was put must not
	// be changed afterwards: Changes may hand the same decisions on.
	Put(ctx context.Context, batch []*corpus.Decision) ([]Outcome, error)
	// Restore stores a batch of decisions as they were held in another store: each under
	// its node, joined with nothing. One that is held already is an error, and nothing of
	// the batch is stored then.
	Restore(ctx context.Context, batch []*corpus.Decision) error
	// Try says what Put would do, and changes nothing.
	Try(ctx context.Context, batch []*corpus.Decision) ([]Outcome, error)
	// Remove deletes decisions with their quads, and returns how many were
	// held. What others say of them stays: they become pending.
	Remove(ctx context.Context, nodes ...corpus.Node) (int, error)
	// Forget removes a held decision and leaves a tombstone: Put refuses it from
	// now on, from whatever source it comes (outcome Refused).
	Forget(ctx context.Context, node corpus.Node) error
	// Recall takes away the tombstone of a node, or the note that its source was
	// withdrawn; ErrNotFound when there is neither.
	// The decision itself is held again when it is next put.
	Recall(ctx context.Context, node corpus.Node) error
	// Withdraw takes back sources that their publisher took back, known by their
	// ids: Withdrawn, Detached, or Unchanged where nothing of the source is held.
	// Put refuses them from now on (outcome Withdrawn) unless they were issued
	// later, or, where that is not known, have another text.
	Withdraw(ctx context.Context, gone []corpus.Source) ([]Outcome, error)
	// TryWithdraw says what Withdraw would do, and changes nothing.
	TryWithdraw(ctx context.Context, gone []corpus.Source) ([]Outcome, error)
	// Forgotten yields the tombstones.
	Forgotten(ctx context.Context) iter.Seq2[Tombstone, error]
	// Note keeps how far files were taken in, and Intake gives it back, or
	// ErrNotFound. What removes a decision forgets the intake of its files, for
	// they have something to give again.
	Note(ctx context.Context, files []Intake) error
	Intake(ctx context.Context, path string) (Intake, error)
	// Get returns a held decision with its text, or ErrNotFound. The lists that JSON
	// always has are never nil.
	Get(ctx context.Context, node corpus.Node) (*corpus.Decision, error)
	// Heading returns what a held decision is called, and what became of it: keys and
	// metadata, sources, zones, parties and orders. It is Get in a fraction of the time,
	// without text, citations and rules stated, and without what the text and each source
	// say of the metadata (Read, Official); or ErrNotFound. Reading is Heading with the text.
	Heading(ctx context.Context, node corpus.Node) (*corpus.Decision, error)
	Reading(ctx context.Context, node corpus.Node) (*corpus.Decision, error)
	// Decisions yields every held decision with its text, by node.
	Decisions(ctx context.Context) iter.Seq2[*corpus.Decision, error]
	// Records yields the decisions of Decisions in a fraction of the time, without their
	// texts and zones, and without what the text and each source say of the metadata
	// (Read, Official); the joined Metadata are there.
	Records(ctx context.Context, req RecordsRequest) iter.Seq2[*corpus.Decision, error]
	// RecordBatches yields the same, some at a time and still packed, for those who unpack
	// them where they go on with them.
	RecordBatches(ctx context.Context, req RecordsRequest) iter.Seq2[RecordBatch, error]

	// Day is the day of a held decision, "" when it has none or is not held. It
	// reads the graph only.
	Day(ctx context.Context, node corpus.Node) (corpus.Date, error)
	// Court is the court of a held decision as it stands in keys, "ca/paris"; "" when
	// it has none or is not held. It reads the graph only.
	Court(ctx context.Context, node corpus.Node) (string, error)
	// Resolve returns the nodes that a key names, sorted: held decisions, or
	// the key itself when nothing more is known of it. A suffix "@date" keeps
	// the decision of that day. The answer is never empty.
	Resolve(ctx context.Context, key corpus.Key) ([]corpus.Node, error)
	// Aliases returns every key that names the node, sorted, without the node
	// itself. For a provision they are provisions.
	Aliases(ctx context.Context, node corpus.Node) ([]corpus.Key, error)
	// Citing yields the nodes of the decisions that cite exactly this key, by
	// one of the uses, or by any when none is given. Each decision comes once.
	Citing(ctx context.Context, key corpus.Key, uses ...corpus.Use) iter.Seq2[corpus.Node, error]
	// Reviewing yields the decisions that review exactly this key.
	Reviewing(ctx context.Context, key corpus.Key) iter.Seq2[corpus.Node, error]
	// Reviewed yields the keys that a decision reviews.
	Reviewed(ctx context.Context, node corpus.Node) iter.Seq2[corpus.Key, error]

	// Neighbours yields the edges from and to exactly this node, those from it
	// first.
	Neighbours(ctx context.Context, node corpus.Node) iter.Seq2[Edge, error]
	// Path returns a shortest chain of edges between two nodes over citations,
	// reviews and names, in either direction; ErrNotFound when there is none,
	// ErrTooFar when too many nodes lie between them.
	Path(ctx context.Context, from, to corpus.Node) ([]Edge, error)

	// Links are the hot questions, each answered at a moment of its own; Moment answers
	// several at one.
	Links
	Moment(ctx context.Context) (Moment, error)

	// Articles of law.
	ArticleStore

	// Changes yields what was put or removed after a sequence number, oldest
	// first, each node once, with its last change. Sequence numbers grow by
	// one with each Put or Remove.
	Changes(ctx context.Context, after uint64) iter.Seq2[Change, error]
	// Seq is the sequence number of the last change; 0 for an empty store.
	Seq() uint64
	// Stats counts what is held.
	Stats(ctx context.Context) (Stats, error)
	// Quads is the graph as a Cayley back end, for paths, Gizmo and GraphQL.
	Quads() cayley.QuadStore
	// View hands f one state of the graph, which no write changes while f runs, and
	// which refuses writes. Errors of reading that Cayley's interfaces have no room
	// for come back as View's error; f must not keep the graph.
	View(ctx context.Context, f func(cayley.QuadStore) error) error
	// Check verifies that the files are as they were written, and that records,
	// journal and quads agree, and returns the first disagreement: by the name of the
	// file, or of the record.
	Check(ctx context.Context) error
	// Repair makes graph, journal and counts anew from the records, and returns
	// how many decisions were wrong in the graph.
	Repair(ctx context.Context) (int, error)
	// Compact rewrites the whole store in its best order, without what was replaced
	// and removed. It may take minutes, and may be cancelled at any time.
	Compact(ctx context.Context) error
	// Settle waits until the tables are written and joined that writes have left to be,
	// so that a checkpoint shares its files with the store for as long as can be.
	Settle(ctx context.Context) error
	// Outdated reports whether a store that was opened for reading would be brought up
	// by an opening for writing: until then its answers are right, and slower.
	Outdated() bool
	// Checkpoint writes the present state into a new folder, which Open reads as a
	// store. Files that never change are linked where the file system can, so that it
	// costs little time, and room only as the store is rewritten. A store in memory
	// writes it into its memory.
	Checkpoint(ctx context.Context, dir string) error
	// Close ends all work on the store; a second Close does nothing.
	Close() error
}

// Outcome says what Put did with a decision.
type Outcome int

// The outcomes of Put.
const (
	// Added: no decision had this node.
	Added Outcome = iota
	// Replaced: the decision had this node, and has new content now.
	Replaced
	// Unchanged: this source was already taken in with the same content.
	Unchanged
	// Attached: the source says nothing new of a decision that is held, from a
	// better source or with the same content, and was noted there.
	Attached
	// Refused: the decision was forgotten, and must not come back.
	Refused
	// Withdrawn: its publisher took it back. Withdraw: it is no longer held;
	// Put: it is refused.
	Withdrawn
	// Detached: its publisher took one source of it back, and it is still held
	// from another.
	Detached
)

func (o Outcome) String() string {
	return [...]string{"added", "replaced", "unchanged", "attached", "refused", "withdrawn", "detached"}[o]
}

// Change is one entry of the journal. Decision is nil when it was removed.
type Change struct {
	Seq      uint64
	Node     corpus.Node
	Decision *corpus.Decision
}

// Stats are the counts of a store.
type Stats struct {
	Decisions           int64 `json:"decisions"`
	SecondaryDecisions  int64 `json:"secondary_decisions"`
	PendingDecisions    int64 `json:"pending_decisions"`
	Provisions          int64 `json:"provisions"`
	Citations           int64 `json:"citations"`
	UnresolvedCitations int64 `json:"unresolved_citations"`
	Parties             int64 `json:"parties"`
	Holdings            int64 `json:"holdings"`
	ArticleVersions     int64 `json:"article_versions"`
	Codes               int64 `json:"codes"` // of which an article is held
	Quads               int64 `json:"quads"`
}
