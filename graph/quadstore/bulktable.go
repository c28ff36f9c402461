package quadstore

import (
	"encoding/binary"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2/objstorage/objstorageprovider"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/vfs"
)

const (
	// A sorted table of the database is ended at this size.
	tableBytes = 32 << 20
	// Entries go to the goroutine that writes them in batches of this size.
	tableBatch = 32 << 10
)

// table writes sorted entries into sorted tables of the database. It makes blocks
// and filters on a goroutine of its own.
type table struct {
	b      *bulk
	batch  []byte // lengths of key and value, key, value, …
	to     chan []byte
	used   chan []byte
	done   chan struct{}
	failed atomic.Pointer[error]

	w    *sstable.Writer // these are the goroutine's
	path string
	n    int
}

// newTable begins a table.
func (b *bulk) newTable() *table {
	t := &table{b: b, to: make(chan []byte, 2), used: make(chan []byte, 4), done: make(chan struct{})}
	go t.run()
	return t
}

// set appends an entry. The error may be that of an earlier one.
func (t *table) set(key, value []byte) error {
	t.batch = binary.LittleEndian.AppendUint16(t.batch, uint16(len(key)))
	t.batch = binary.LittleEndian.AppendUint32(t.batch, uint32(len(value)))
	t.batch = append(append(t.batch, key...), value...)
	if len(t.batch) < tableBatch {
		return nil
	}
	t.send()
	return t.err()
}

func (t *table) send() {
	t.to <- t.batch
	select {
	case t.batch = <-t.used:
	default:
		t.batch = make([]byte, 0, tableBatch+512)
	}
}

func (t *table) err() error {
	if p := t.failed.Load(); p != nil {
		return *p
	}
	return nil
}

// close ends the table; without entries there is none.
func (t *table) close() error {
	t.send()
	close(t.to)
	<-t.done
	return t.err()
}

func (t *table) run() {
	defer close(t.done)
	for batch := range t.to {
		if t.err() == nil {
			t.fail(t.write(batch))
		}
		select {
		case t.used <- batch[:0]:
		default:
		}
	}
	t.fail(t.cut(t.err() == nil))
}

func (t *table) fail(err error) {
	if err != nil {
		t.failed.CompareAndSwap(nil, &err)
	}
}

func (t *table) write(batch []byte) error {
	for len(batch) > 0 {
		k, v := int(binary.LittleEndian.Uint16(batch)), int(binary.LittleEndian.Uint32(batch[2:]))
		batch = batch[6:]
		if t.w == nil {
			if err := t.open(); err != nil {
				return err
			}
		}
		if err := t.w.Set(batch[:k], batch[k:k+v]); err != nil {
			return err
		}
		batch = batch[k+v:]
		if t.n++; t.n%pollEvery == 0 && t.w.Raw().EstimatedSize() >= tableBytes {
			if err := t.cut(true); err != nil {
				return err
			}
		}
	}
	return t.b.ctx.Err()
}

func (t *table) open() error {
	t.path = t.b.folder.name("sst")
	f, err := t.b.folder.fs.Create(t.path, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	t.w = sstable.NewWriter(objstorageprovider.NewFileWritable(f), t.b.format)
	return nil
}

// cut ends the present sorted table, which syncs it. One that is not whole is only
// closed.
func (t *table) cut(whole bool) error {
	if t.w == nil {
		return nil
	}
	w := t.w
	t.w = nil
	if err := w.Close(); err != nil {
		return err
	}
	if whole {
		t.b.folder.addTable(t.path)
	}
	return nil
}
