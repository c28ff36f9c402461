package quadstore

import (
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
)

// All keys of the store are in space <= key < nextSpace.
const (
	space     = string(KeySpace)
	nextSpace = string(KeySpace + 1)
)

// checkOwner refuses a batch that touches keys of the quad store.
func checkOwner(b *pebble.Batch) error {
	if b == nil {
		return nil
	}
	for r := b.Reader(); ; {
		kind, key, end, ok, err := r.Next()
		if err != nil {
			return errors.Join(ErrKeySpace, err)
		}
		if !ok {
			return nil
		}
		ours := len(key) > 0 && key[0] == KeySpace
		switch kind {
		case pebble.InternalKeyKindLogData:
			ours = false
		case pebble.InternalKeyKindRangeDelete, pebble.InternalKeyKindRangeKeyDelete:
			start := string(key) < nextSpace
			ours = start && string(end) > space
		case pebble.InternalKeyKindRangeKeySet, pebble.InternalKeyKindRangeKeyUnset:
			// The end is packed with other things: only ranges behind ours pass.
			ours = string(key) < nextSpace
		}
		if ours {
			return fmt.Errorf("%w: key %.40q", ErrKeySpace, key)
		}
	}
}
