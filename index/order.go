package index

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
)

// Sorting is the order of the hits.
type Sorting string

// The orders. What is equal in one stands in the order of the nodes.
const (
	ByScore     Sorting = ""          // best score, then latest day
	ByDate      Sorting = "date"      // latest day first, those without last
	ByAuthority Sorting = "authority" // greatest authority, then best score

	byNode Sorting = "node" // best score, then node
)

// ErrCursor says that a cursor is not one that the same request gave.
var ErrCursor = errors.New("the cursor belongs to another request")

// entry is a decision on its way into the result.
type entry struct {
	first, second float64 // by which it is sorted, the greater first
	score         float64
	doc           uint32
	segment       int
	nodes         *nodeColumn // of its segment
}

func (e *entry) node() []byte { return e.nodes.node(e.doc) }

func compareEntries(a, b entry) int {
	if c := cmp.Or(cmp.Compare(b.first, a.first), cmp.Compare(b.second, a.second)); c != 0 {
		return c
	}
	return bytes.Compare(a.node(), b.node())
}

// best keeps the first of many entries.
type best struct {
	most    int
	after   *cursor
	entries []entry
	worst   *entry // once there are as many as are wanted
}

// add takes an entry that may be among the first.
func (b *best) add(e entry) {
	if b.most == 0 || b.after != nil && !b.after.before(e) {
		return
	}
	if b.worst != nil && compareEntries(e, *b.worst) > 0 {
		return
	}
	if b.entries = append(b.entries, e); len(b.entries) >= 2*b.most && len(b.entries) >= 64 {
		b.trim()
	}
}

// trim sorts what there is and drops the rest.
func (b *best) trim() {
	slices.SortFunc(b.entries, compareEntries)
	if len(b.entries) >= b.most {
		b.entries = b.entries[:b.most]
		last := b.entries[b.most-1]
		b.worst = &last
	}
}

// cursor is a place in the order of a request: that of a hit.
type cursor struct {
	request       uint64 // a hash of it
	seq           uint64 // of the index
	first, second float64
	node          []byte
}

// before reports whether an entry comes after the cursor.
func (c *cursor) before(e entry) bool {
	if d := cmp.Or(cmp.Compare(e.first, c.first), cmp.Compare(e.second, c.second)); d != 0 {
		return d < 0
	}
	return bytes.Compare(c.node, e.node()) < 0
}

func (c *cursor) String() string {
	b := binary.BigEndian.AppendUint64(nil, c.request)
	b = binary.BigEndian.AppendUint64(b, c.seq)
	b = binary.BigEndian.AppendUint64(b, math.Float64bits(c.first))
	b = binary.BigEndian.AppendUint64(b, math.Float64bits(c.second))
	return base64.RawURLEncoding.EncodeToString(append(b, c.node...))
}

// parseCursor reads a cursor that a request with this hash gave.
func parseCursor(s string, request uint64) (*cursor, error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || len(b) < 32 || binary.BigEndian.Uint64(b) != request {
		return nil, ErrCursor
	}
	return &cursor{request: request, seq: binary.BigEndian.Uint64(b[8:]),
		first:  math.Float64frombits(binary.BigEndian.Uint64(b[16:])),
		second: math.Float64frombits(binary.BigEndian.Uint64(b[24:])), node: b[32:]}, nil
}

// hash tells a request from another one: by what it asks for and in which order. Which
// nodes a set has does not count, for the graph may have learnt of more since.
func (r Request) hash() uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%q %#v %q %q %q %q %v %v %v", r.Text, bare(r.Where), r.Courts, r.From, r.To, r.Party, r.Nodes == nil, r.order(), r.Prior)
	return h.Sum64()
}

// bare is a condition without the nodes of its sets.
func bare(e Expr) Expr {
	switch e := e.(type) {
	case All:
		out := make(All, len(e))
		for i, x := range e {
			out[i] = bare(x)
		}
		return out
	case Any:
		out := make(Any, len(e))
		for i, x := range e {
			out[i] = bare(x)
		}
		return out
	case Not:
		return Not{bare(e.Expr)}
	case Nodes:
		return Nodes{Best: e.Best}
	}
	return e
}
