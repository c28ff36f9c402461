package quadstore

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// ErrNotEmpty: a bulk load was asked of a store that holds quads.
var ErrNotEmpty = errors.New("quad store is not empty")

// BulkOptions of a bulk load. The zero value is usable.
type BulkOptions struct {
	// MemoryBytes bounds what the load keeps in memory at a time; the process
	// takes about twice as much, and what the quads themselves take on their way.
	// Default: 64 MiB.
	MemoryBytes int64
	// Dir is the folder for temporary files: about 100 bytes a quad. It is made,
	// emptied and removed, and must be on the file system of the database.
	// Default: a folder inside that of the store; a store that is attached to a
	// database of somebody else has no default.
	Dir string
	// Counted are the predicates that the function BulkLoad gives to a store that it
	// makes: see Options.Counted. Default: those the store has.
	Counted []quad.IRI
	// FS is the file system of Dir. Default: that of the store, or the disk.
	FS vfs.FS
}

// BulkStats says what a bulk load did.
type BulkStats struct {
	Read  uint64 // quads that came
	Quads uint64 // quads that are stored: those that came, each once
	Nodes uint64 // values of these quads
}

const defaultBulkMemory = 64 << 20

// BulkLoad makes a store of a stream of quads in the folder path, where there may
// be an empty one. See Store.BulkLoad.
func BulkLoad(ctx context.Context, path string, quads iter.Seq2[quad.Quad, error], opt BulkOptions) (_ BulkStats, err error) {
	settings := graph.Options{}
	if opt.FS != nil {
		settings["fs"] = opt.FS
	}
	if opt.Counted != nil {
		settings["counted"] = opt.Counted
	}
	if err := Init(path, settings); err != nil && !errors.Is(err, graph.ErrDatabaseExists) {
		return BulkStats{}, err
	}
	s, err := Open(path, settings)
	if err != nil {
		return BulkStats{}, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.BulkLoad(ctx, quads, opt)
}

// BulkLoad fills an empty store with a stream of quads, three times as fast as
// Update, and in bounded memory: quads and values are sorted on disk and become
// tables of the database, which are taken in all at once. Quads that come twice are
// stored once. On an error, of the stream too, when ctx is cancelled, and when the
// process ends, the store is as empty as before; it is complete and on disk when
// BulkLoad returns nil. ErrNotEmpty if the store holds a quad.
//
// Readers see the empty store until then; an Update waits.
func (s *Store) BulkLoad(ctx context.Context, quads iter.Seq2[quad.Quad, error], opt BulkOptions) (BulkStats, error) {
	stats, err := s.bulkLoad(ctx, quads, opt)
	if err != nil {
		return BulkStats{}, fmt.Errorf("quadstore: bulk load: %w", err)
	}
	return stats, nil
}

func (s *Store) bulkLoad(ctx context.Context, quads iter.Seq2[quad.Quad, error], opt BulkOptions) (BulkStats, error) {
	if s.readOnly() {
		return BulkStats{}, ErrReadOnly
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed.Load() {
		return BulkStats{}, ErrClosed
	}
	h := s.counters()
	if h.quads != 0 || h.nodes != 0 {
		return BulkStats{}, ErrNotEmpty
	}
	b, err := newBulk(ctx, s, opt)
	if err != nil {
		return BulkStats{}, err
	}
	stats, err := b.load(quads, h)
	if cerr := b.folder.remove(); cerr != nil && err != nil {
		err = errors.Join(err, cerr) // of a load that is complete, the next one removes it
	}
	return stats, err
}

// bulk is a bulk load on its way: see load.
type bulk struct {
	ctx    context.Context
	s      *Store
	folder *folder
	memory int64
	format sstable.WriterOptions
	first  uint64 // id of the first word
	words  uint64 // values that are not inlined
	nodes  uint64 // all values

	counted map[uint64]bool // predicates whose pairs are counted
}

func newBulk(ctx context.Context, s *Store, opt BulkOptions) (*bulk, error) {
	if opt.MemoryBytes <= 0 {
		opt.MemoryBytes = defaultBulkMemory
	}
	if opt.Dir == "" && s.dir == "" {
		return nil, errors.New("BulkOptions.Dir is not given, and the store is attached")
	}
	if opt.FS == nil {
		opt.FS = s.opt.FS
	}
	if opt.FS == nil {
		opt.FS = vfs.Default
	}
	if opt.Dir == "" {
		opt.Dir = opt.FS.PathJoin(s.dir, bulkFolder)
	}
	f, err := newFolder(opt.FS, opt.Dir)
	if err != nil {
		return nil, err
	}
	return &bulk{ctx: ctx, s: s, folder: f, memory: opt.MemoryBytes, format: s.tableOptions(), counted: map[uint64]bool{}}, nil
}

// tableOptions are those of the tables that the database keeps at the bottom.
func (s *Store) tableOptions() sstable.WriterOptions {
	p := s.opt.Pebble()
	defer p.Cache.Unref()
	p.EnsureDefaults()
	return p.MakeWriterOptions(len(p.Levels)-1, s.db.TableFormat())
}

// load goes four steps:
//
//	gather  quads -> words, sorted, each with where it was met; quads of numbers
//	number  words -> ids; tables of nodes and values; where it was met -> id
//	arrange quads of numbers -> quads of ids, sorted by each index
//	index   quads of ids -> tables of the indexes, counters and postings
//
// and then gives all tables to the database.
func (b *bulk) load(quads iter.Seq2[quad.Quad, error], h head) (BulkStats, error) {
	b.first = h.next
	g, err := b.gather(quads)
	if err != nil || g.read == 0 {
		return BulkStats{}, err
	}
	places, err := b.number(g)
	if err != nil {
		return BulkStats{}, err
	}
	sorted, err := b.arrange(g, places)
	if err != nil {
		return BulkStats{}, err
	}
	n, err := b.index(sorted)
	if err != nil {
		return BulkStats{}, err
	}
	h.next, h.quads, h.nodes = b.first+b.words, n, b.nodes
	if err := b.ingest(h); err != nil {
		return BulkStats{}, err
	}
	return BulkStats{Read: g.read, Quads: h.quads, Nodes: h.nodes}, nil
}

// ingest makes the tables the content of the store.
func (b *bulk) ingest(h head) error {
	t := b.newTable()
	t.set(headKey, h.bytes())
	if err := t.close(); err != nil {
		return err
	}
	if err := b.ctx.Err(); err != nil {
		return err
	}
	if err := b.s.db.Ingest(context.WithoutCancel(b.ctx), b.folder.tables); err != nil {
		return err
	}
	b.s.headMu.Lock()
	defer b.s.headMu.Unlock()
	b.s.head = h
	return nil
}

// removeLeftovers removes what a load left in the folder of a store when its
// process was killed.
func removeLeftovers(fs vfs.FS, dir string) error {
	return fs.RemoveAll(fs.PathJoin(dir, bulkFolder))
}
