package index

import (
	"errors"
	"fmt"

	"github.com/attendu/attendu/index/frlegal"
)

// Format is the version of the index. Raise it whenever the same decisions must
// be indexed anew to be found: a change of what goes into a field (fields and
// names, in document.go, name.go and orgname.go, numbers and weights of zones in zone.go) or of
// how bm25 writes places. A change of the version of the analyzer is noticed without it.
const Format = 7

var (
	// ErrStale says that the folder must be deleted (Remove) and rebuilt from
	// the store: its format, analyzer or mapping differs, or it is damaged.
	ErrStale = errors.New("the text index must be rebuilt")
	// ErrLocked says that another process, or another Index of this one, has
	// the folder open.
	ErrLocked = errors.New("the text index is in use by another process")
	// ErrClosed says that the Index was closed.
	ErrClosed = errors.New("the text index is closed")
)

// Index is an open index of decisions. Its methods are safe for concurrent use.
type Index struct{ folder }

// kindOfDecisions is what the folder of an Index holds.
var kindOfDecisions = kind{
	format:  fmt.Sprintf("%d %s/%d", Format, frlegal.Name, frlegal.Version),
	mapping: newMapping,
}

// Open opens the index in the folder dir, which it creates when there is none;
// "" is an index in memory, which Close forgets. Errors are ErrLocked, ErrStale
// or what the file system says; a folder that holds other files is refused.
func Open(dir string, opt Options) (*Index, error) {
	x := new(Index)
	if err := x.open(dir, opt, kindOfDecisions); err != nil {
		return nil, err
	}
	return x, nil
}
