package quadstore

import (
	"fmt"
	"log/slog"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Options of a store. The zero value is a durable, writable store on disk.
type Options struct {
	// NoSync lets a commit return before it is on disk: power loss then takes
	// back the last commits, whole ones and in order. Default: wait for the disk.
	NoSync bool
	// Counted are predicates of which the store keeps, for each object, how many
	// quads have both, so that counting them reads one key, and the ids of their
	// subjects packed together, so that Select reads a key for thousands of them.
	// They are noted in the store; opened for writing with others, or after an
	// earlier version, it is brought up to them by a scan of their quads. Default:
	// those that are noted.
	Counted []quad.IRI
	// ReadOnly refuses all writes. Default: writable.
	ReadOnly bool
	// CacheBytes is the size of the block cache. Default: 64 MiB, and 192 for reading
	// only, where no write buffer takes memory. This and the following are settings of
	// the database: Attach does not use them.
	CacheBytes int64
	// Logged says that the folder holds a log, which is read into write buffers even
	// when it is opened for reading only.
	Logged bool
	// MemTableBytes is the size of the write buffer. Default: 64 MiB.
	MemTableBytes int64
	// Logger gets what Pebble has to say. Default: nothing is logged.
	Logger *slog.Logger
	// Fatal is told why the database cannot go on without losing data: a commit
	// that failed because the disk is full, for instance. It must not return.
	// Default: panic. Either way what was committed before is safe, and the store
	// must not be used any more, not even be closed.
	Fatal func(error)
	// FS is the file system of Init and Open. Default: the disk, or memory when
	// the path is empty.
	FS vfs.FS
}

// buffers is how many write buffers there are at most times: the one being written
// and the one being flushed. Pebble takes them out of the cache: one as large as these
// two would hold no block at all. Who only reads has none, unless a writer that was
// killed left its log.
const buffers = 2

const (
	defaultCache = 64 << 20
	// Twice the buffer saves a quarter of the compactions of a load, and costs half a
	// second more when the log is read after a kill.
	defaultMemTable = 64 << 20
	// A database below this size has one level: 4 million quads load with a third less
	// processor time than with Pebble's 64 MiB.
	baseLevel = 512 << 20
)

// compression packs the bottom level, where nearly all is, with zstd, and what is soon
// packed again as fast as it can be. The store of 20,000 decisions, compacted as a whole,
// takes 117,292 KiB instead of 127,264, in the same 2.2 s; where C is linked in 108,072, in
// 4.6 s. What is read costs more: a range of days in BenchmarkDirect 1.0 to 1.4 ms instead
// of 0.4 to 0.5.
var compression = func() pebble.DBCompressionSettings {
	c := pebble.DBCompressionFastest
	c.Name = "bottom"
	c.Levels[len(c.Levels)-1] = pebble.DBCompressionGood.Levels[len(c.Levels)-1]
	return c
}()

// Pebble gives the settings a store likes its database to have: what Init and
// Open use, and an owner should start from. The caller owns its Cache and
// calls Cache.Unref once the database is open.
func (o Options) Pebble() *pebble.Options {
	if o.MemTableBytes <= 0 {
		o.MemTableBytes = defaultMemTable
	}
	log := logger{o.Logger, o.Fatal}
	p := &pebble.Options{
		Cache:                       pebble.NewCache(o.cache()),
		FS:                          o.FS,
		FormatMajorVersion:          pebble.FormatNewest,
		L0CompactionThreshold:       4,
		L0StopWritesThreshold:       24,
		EventListener:               (&watch{logger: log}).listener(),
		Logger:                      log,
		MemTableSize:                uint64(o.MemTableBytes),
		MemTableStopWritesThreshold: 3,
		LBaseMaxBytes:               baseLevel,
		ReadOnly:                    o.ReadOnly,
	}
	p.ApplyCompressionSettings(func() pebble.DBCompressionSettings { return compression })
	for i := range p.Levels {
		p.Levels[i].FilterPolicy = bloom.FilterPolicy(10)
		p.Levels[i].BlockSize = 16 << 10
	}
	// Pebble does not look into filters of the bottom level unless it is asked to: they
	// were five bytes a quad for nothing.
	p.Levels[len(p.Levels)-1].FilterPolicy = pebble.NoFilterPolicy
	return p
}

// cache is how many bytes the cache has, the write buffers among them.
func (o Options) cache() int64 {
	size := o.CacheBytes
	if size <= 0 {
		size = defaultCache
	}
	if o.ReadOnly && o.CacheBytes > 0 && !o.Logged {
		return size
	}
	return size + buffers*o.MemTableBytes
}

// parseOptions reads the options of Cayley's registry: nosync and read_only
// (bool), cache_mb and memtable_mb (number), fs (vfs.FS), logger (*slog.Logger),
// counted ([]quad.IRI).
func parseOptions(in graph.Options) (o Options, err error) {
	if o.NoSync, err = in.BoolKey("nosync", false); err != nil {
		return o, err
	}
	if o.ReadOnly, err = in.BoolKey("read_only", false); err != nil {
		return o, err
	}
	for key, to := range map[string]*int64{"cache_mb": &o.CacheBytes, "memtable_mb": &o.MemTableBytes} {
		mb, err := in.IntKey(key, 0)
		if err != nil {
			return o, err
		}
		*to = int64(mb) << 20
	}
	var ok bool
	if v := in["fs"]; v != nil {
		if o.FS, ok = v.(vfs.FS); !ok {
			return o, fmt.Errorf("quadstore: option fs is a %T", v)
		}
	}
	if v := in["logger"]; v != nil {
		if o.Logger, ok = v.(*slog.Logger); !ok {
			return o, fmt.Errorf("quadstore: option logger is a %T", v)
		}
	}
	if v := in["counted"]; v != nil {
		if o.Counted, ok = v.([]quad.IRI); !ok {
			return o, fmt.Errorf("quadstore: option counted is a %T", v)
		}
	}
	return o, nil
}

// logger hands Pebble's messages to slog.
type logger struct {
	to    *slog.Logger
	fatal func(error)
}

func (l logger) Infof(format string, args ...any) {
	if l.to != nil {
		l.to.Debug("pebble: " + fmt.Sprintf(format, args...))
	}
}

func (l logger) Errorf(format string, args ...any) {
	if l.to != nil {
		l.to.Error("pebble: " + fmt.Sprintf(format, args...))
	}
}

// Fatalf must not return: Pebble calls it when it cannot go on without losing
// data, a failed commit for instance.
func (l logger) Fatalf(format string, args ...any) {
	err := fmt.Errorf("pebble: "+format, args...)
	if l.to != nil {
		l.to.Error(err.Error())
	}
	if l.fatal != nil {
		l.fatal(err)
	}
	panic(err)
}
