package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/cockroachdb/pebble/v2"
)

// Intake says how far a file was taken into the store, so that it need not be
// read again while it stays the same.
type Intake struct {
	Path     string    `json:"path"` // as in the paths of its records
	Absolute string    `json:"absolute"`
	Size     int64     `json:"size"` // in bytes
	ModTime  time.Time `json:"mod_time"`
	Version  int       `json:"version"`       // of the extraction
	Law      int       `json:"law,omitempty"` // version of the reading of LEGI; 0: its articles were set aside
	// WholeLaw says that the file is a full archive of LEGI.
	WholeLaw bool `json:"whole_law,omitempty"`
	// Records of the file, from its beginning, are in the store or reported;
	// Ended says that these are all.
	Records int  `json:"records"`
	Ended   bool `json:"ended"`
	// Open are the records (the first is 1), in their order, of which it is only
	// known what becomes of them when they are read again.
	Open []int `json:"open"`
	// Outcomes counts what became of the records.
	Outcomes map[string]int `json:"outcomes"`
}

// Note implements Store. The notes reach the disk no sooner than what was put
// before them: both go through one log, in their order.
func (s *pebbleStore) Note(ctx context.Context, files []Intake) error {
	if err := s.life.begin(ctx); err != nil {
		return err
	}
	defer s.life.leave()
	if len(files) == 0 {
		return nil
	}
	if err := s.writable(); err != nil {
		return fmt.Errorf("graph: note: %w", err)
	}
	b := s.db.NewBatch()
	defer b.Close()
	for _, f := range files {
		v, err := json.Marshal(f)
		if err == nil {
			err = b.Set(spaced(spaceIntake, f.Path), v, nil)
		}
		if err == nil && f.WholeLaw && f.Ended {
			err = b.Set([]byte{spaceWholeLaw}, []byte(f.Path), nil)
		}
		if err != nil {
			return fmt.Errorf("graph: note %s: %w", f.Path, err)
		}
	}
	if err := b.Commit(pebble.NoSync); err != nil {
		return fmt.Errorf("graph: note: %w", err)
	}
	return nil
}

// Intake implements Store.
func (s *pebbleStore) Intake(ctx context.Context, path string) (f Intake, err error) {
	if err := s.life.begin(ctx); err != nil {
		return f, err
	}
	defer s.life.leave()
	b, err := s.value(spaced(spaceIntake, path))
	if err == nil {
		err = json.Unmarshal(b, &f)
	}
	if err != nil {
		return f, fmt.Errorf("graph: intake %s: %w", path, err)
	}
	return f, nil
}

// WholeLaw implements Store.
func (s *pebbleStore) WholeLaw(ctx context.Context) (bool, error) {
	if err := s.life.begin(ctx); err != nil {
		return false, err
	}
	defer s.life.leave()
	_, err := s.value([]byte{spaceWholeLaw})
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("graph: whole law: %w", err)
	}
	return true, nil
}

// forgetIntake makes the file of a record one that must be read again. Where the
// name of the file ends is not told by the path of a record, in which "!" and
// "#" may belong to either: every beginning that could be the file is forgotten.
func (w *write) forgetIntake(record string) error {
	for end := range len(record) + 1 {
		if end == len(record) || strings.IndexByte("!#", record[end]) >= 0 {
			if err := w.tx.Batch().Delete(spaced(spaceIntake, record[:end]), nil); err != nil {
				return err
			}
		}
	}
	return nil
}
