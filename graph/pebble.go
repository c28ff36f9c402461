package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/attendu/attendu/graph/quadstore"
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Format is the version of the store's layout. It grows when a change makes stores
// unreadable, old ones for this attendu or new ones for an older; Open refuses a newer one.
// A store of format 1, without dictionaries, or of 2, whose records bear the names of
// JSON, becomes one of 3 with its next change.
const Format = 3

// Options open a store. The zero value is usable.
type Options struct {
	// NoSync lets a commit return before it is on disk. A crash of the process
	// loses nothing; a loss of power may lose the last commits, never a part
	// of one.
	NoSync bool
	// CacheBytes is the size of the block cache; 0 means 64 MiB, and 192 for ReadOnly.
	CacheBytes int64
	// MinFree is how many bytes of the disk must be free for a write to begin; 0
	// means 64 MiB, which is what the database needs to put its house in order.
	MinFree uint64
	// Fatal is told why the store cannot be written any more without losing data,
	// and must end the process; nil panics. What was committed before is safe.
	Fatal func(error)
	// MustExist makes Open fail with ErrNotFound where there is no store yet.
	MustExist bool
	// ReadOnly opens a store that is there, for reading: nothing in its folder is
	// changed, and whatever would write is ErrReadOnly. Any number may read the same
	// folder, for no lock is taken: the caller sees to it that nobody writes there.
	ReadOnly bool
}

// head is the one record that is about the whole store.
type head struct {
	Format int    `json:"format"`
	Seq    uint64 `json:"seq"`
	Stats  Stats  `json:"stats"` // the counts that records add up to
	// ArticleSeq is the last number of the journal of articles.
	ArticleSeq uint64 `json:"article_seq,omitempty"`
}

type pebbleStore struct {
	db    *pebble.DB
	quads *quadstore.Store
	opt   Options
	fs    vfs.FS
	dir   string

	mu   sync.RWMutex         // held for writing during a commit, for reading by who wants none meanwhile
	head atomic.Pointer[head] // as the last commit left it: who asks for it does not wait for the next
	last lastWrites
	life life

	columns latestColumns
}

// Open opens the store in a folder, or creates it there. It returns ErrInUse at
// once when another process has it.
func Open(dir string, opt Options) (Store, error) { return open(dir, vfs.Default, opt) }

// Memory opens an empty store that lives in memory, for tests and for programs
// that keep nothing.
func Memory(opt Options) (Store, error) { return open("store", vfs.NewMem(), opt) }

func open(dir string, fs vfs.FS, opt Options) (Store, error) {
	if opt.MinFree == 0 {
		opt.MinFree = 64 << 20
	}
	qopt := quadstore.Options{NoSync: opt.NoSync, CacheBytes: opt.CacheBytes, Fatal: opt.Fatal, ReadOnly: opt.ReadOnly, Logged: logged(fs, dir)}
	popt := qopt.Pebble()
	defer popt.Cache.Unref()
	popt.FS, popt.ErrorIfNotExists = fs, opt.MustExist || opt.ReadOnly
	if opt.ReadOnly {
		popt.FS = readers{fs}
	}
	db, err := pebble.Open(dir, popt)
	if err != nil {
		return nil, fmt.Errorf("graph: open %s: %w", dir, openError(err))
	}
	s := &pebbleStore{db: db, opt: opt, fs: fs, dir: dir}
	s.life.end = s.end
	if err := s.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("graph: open %s: %w", dir, err), db.Close())
	}
	return s, nil
}

// logged reports whether a folder holds the log of a writer.
func logged(fs vfs.FS, dir string) bool {
	names, err := fs.List(dir)
	return err == nil && slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(n, ".log") })
}

// openError turns Pebble's answers into ours. Pebble has no sentinel for a
// locked folder: the operating system's words are all there is.
func openError(err error) error {
	switch {
	case errors.Is(err, pebble.ErrDBDoesNotExist), strings.HasSuffix(err.Error(), "does not exist"):
		return ErrNotFound
	case strings.Contains(err.Error(), "resource temporarily unavailable"),
		strings.Contains(err.Error(), "lock held by current process"),
		strings.Contains(err.Error(), "used by another process"):
		return ErrInUse
	}
	return err
}

func (s *pebbleStore) load() (err error) {
	var h head
	b, err := s.value([]byte{spaceHead})
	switch {
	case errors.Is(err, ErrNotFound):
		h = head{Format: Format}
	case err != nil:
		return err
	default:
		if err := json.Unmarshal(b, &h); err != nil {
			return fmt.Errorf("head: %w", err)
		}
	}
	if h.Format > Format {
		return fmt.Errorf("%w: %d, this attendu reads up to %d", ErrFormat, h.Format, Format)
	}
	s.head.Store(&h)
	s.quads, err = quadstore.Attach(s.db, quadstore.Options{NoSync: s.opt.NoSync, Counted: counted, ReadOnly: s.opt.ReadOnly})
	if s.opt.ReadOnly && errors.Is(err, cayley.ErrNotInitialized) {
		return ErrNotFound // killed while it was made
	}
	if errors.Is(err, quadstore.ErrFormat) {
		return fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return err
}

// value reads one key, or ErrNotFound.
func (s *pebbleStore) value(key []byte) ([]byte, error) { return read(s.db, key) }

func read(r pebble.Reader, key []byte) ([]byte, error) {
	v, closer, err := r.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	return append([]byte(nil), v...), nil
}

func (s *pebbleStore) Quads() cayley.QuadStore { return s.quads }

func (s *pebbleStore) Seq() uint64 { return s.head.Load().Seq }

// room reports ErrFull when too little of the disk is free. A file system that
// does not tell, such as memory, has room.
func (s *pebbleStore) room() error {
	usage, err := s.fs.GetDiskUsage(s.dir)
	if err != nil || usage.AvailBytes >= s.opt.MinFree {
		return nil
	}
	return fmt.Errorf("%w: %d MiB free, %d are wanted", ErrFull, usage.AvailBytes>>20, s.opt.MinFree>>20)
}
