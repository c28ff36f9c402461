package quadstore

import (
	"bytes"
	"context"
	"math"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// valueRange is the set of nodes whose value is of one type and between two
// bounds. As a shape it stands for a filter on all nodes.
type valueRange struct {
	s          *Store
	lo, hi     []byte // keys of tableValue: lo <= key < hi
	inLo, inHi uint64 // inlined ids: inLo <= id < inHi
}

// newRange gives the range of a comparison. ok is false if the order of the
// store is not Cayley's for the type of the value, or the value is cut in keys.
func (s *Store) newRange(c shape.Comparison) (r valueRange, ok bool) {
	lo, hi, ok := encodedBounds(c)
	if !ok {
		return r, false
	}
	r = valueRange{s: s, lo: lo, hi: hi}
	up := c.Op == iterator.CompareGT || c.Op == iterator.CompareGTE
	with := c.Op == iterator.CompareGTE || c.Op == iterator.CompareLTE
	var base, bound uint64
	switch v := c.Val.(type) {
	case quad.Int:
		base, bound = inlineInt, inlineBound(int64(v), up != with)
	case quad.Time:
		t := time.Time(v)
		base, bound = inlineTime, inlineBound(t.Unix(), up != with || t.Nanosecond() > 0)
	default:
		return r, true
	}
	if up {
		r.inLo, r.inHi = base+bound, base+1<<56
	} else {
		r.inLo, r.inHi = base, base+bound
	}
	return r, true
}

// encodedBounds gives the keys of tableValue that a comparison is true for.
func encodedBounds(c shape.Comparison) (lo, hi []byte, ok bool) {
	switch v := c.Val.(type) {
	case quad.String, quad.IRI, quad.BNode, quad.Int, quad.Time:
	case quad.Float:
		// -0 is 0, but sorts before it.
		switch {
		case v != 0:
		case c.Op == iterator.CompareGTE || c.Op == iterator.CompareLT:
			c.Val = quad.Float(math.Copysign(0, -1))
		default:
			c.Val = quad.Float(0)
		}
	default:
		return nil, nil, false
	}
	enc, err := encode(nil, c.Val)
	if err != nil || len(enc) > maxKeyValue {
		return nil, nil, false
	}
	lo = []byte{KeySpace, tableValue, enc[0]}
	hi = []byte{KeySpace, tableValue, enc[0] + 1}
	if f, is := c.Val.(quad.Float); is {
		nan, _ := encode(nil, quad.Float(math.NaN()))
		if hi = valueKey(nil, nan); f != f {
			return hi, hi, true // nothing compares with NaN
		}
	}
	switch key := valueKey(nil, enc); c.Op {
	case iterator.CompareGTE:
		lo = key
	case iterator.CompareGT:
		lo = append(key, 0) // the next possible key
	case iterator.CompareLT:
		hi = key
	case iterator.CompareLTE:
		hi = append(key, 0)
	default:
		return nil, nil, false
	}
	return lo, hi, true
}

// narrow intersects with another range; ok is false if it is of another type.
func (r valueRange) narrow(o valueRange) (valueRange, bool) {
	if r.lo[2] != o.lo[2] {
		return r, false
	}
	if bytes.Compare(o.lo, r.lo) > 0 {
		r.lo = o.lo
	}
	if bytes.Compare(o.hi, r.hi) < 0 {
		r.hi = o.hi
	}
	r.inLo, r.inHi = max(r.inLo, o.inLo), min(r.inHi, o.inHi)
	return r, true
}

// rows gives the values of the range that are not inlined; nil if none can be.
func (r *valueRange) rows() (*rows, error) {
	if bytes.Compare(r.lo, r.hi) >= 0 {
		return nil, nil
	}
	return r.s.rows(r.lo, r.hi)
}

// inlineOnly tells whether all values of the range are inlined ids now, so that
// it is a range of ids.
func (r *valueRange) inlineOnly() bool {
	if r.inHi == 0 {
		return false
	}
	rows, err := r.rows()
	if err != nil {
		r.s.note(err)
		return false
	}
	if rows == nil {
		return true
	}
	defer rows.close()
	return !rows.first() && rows.err() == nil
}

// holds tests a value.
func (r *valueRange) holds(v quad.Value) bool {
	if id, ok := inline(v); ok {
		return id >= r.inLo && id < r.inHi
	}
	enc, err := encode(nil, v)
	if err != nil {
		return false
	}
	key := valueKey(nil, enc)
	return bytes.Compare(key, r.lo) >= 0 && bytes.Compare(key, r.hi) < 0
}

func (r valueRange) BuildIterator(graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&rangeIterator{r: r, size: -1}, nil)
}
func (r valueRange) Optimize(shape.Optimizer) (shape.Shape, bool) { return r, false }

type rangeIterator struct {
	leaf
	r    valueRange
	size int64
}

func (i *rangeIterator) String() string                                       { return "ValueRange" }
func (i *rangeIterator) Optimize(context.Context) (graph.IteratorShape, bool) { return i, false }

// Stats counts a small range and guesses a large one.
func (i *rangeIterator) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	const most = 4 * sizeCap
	if i.size < 0 {
		n := i.Iterate()
		size := int64(0)
		for size < most && n.Next(ctx) {
			size++
		}
		err := n.Err()
		n.Close()
		if err != nil {
			return graph.IteratorCosts{ContainsCost: 4, NextCost: 1}, err
		}
		if size == most {
			b, err := i.r.s.db.EstimateDiskUsage(i.r.lo, i.r.hi)
			if err == nil {
				size = max(4*most, int64(b)/(3*bytesPerEntry))
			}
		}
		i.size = size + 1
	}
	return graph.IteratorCosts{ContainsCost: 4, NextCost: 1, Size: graph.Size{Size: i.size}}, nil
}

func (i *rangeIterator) Iterate() graph.Scanner {
	n := &rangeScan{r: i.r}
	if i.r.inLo < i.r.inHi {
		n.inline = &nodeScan{s: i.r.s, lo: nodeKey(nil, i.r.inLo), hi: nodeKey(nil, i.r.inHi)}
	}
	return n
}
func (i *rangeIterator) Lookup() graph.Index { return &rangeLookup{r: i.r} }
