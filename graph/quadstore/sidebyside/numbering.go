package main

import (
	"time"

	"github.com/cayleygraph/quad"
)

// numbering gives values numbers, for the engines that have no dictionary of their
// own. Whole numbers and dates are their own, so that ranges need no dictionary: the
// quad store does the same.
type numbering struct {
	ids    map[string]int64
	values []string // by number
}

const (
	ownInt  = int64(1) << 60
	ownDate = int64(1) << 61
)

func newNumbering() *numbering { return &numbering{ids: map[string]int64{}, values: []string{""}} }

// number gives the number of a value; fresh is true if the dictionary takes it up.
func (d *numbering) number(v quad.Value) (n int64, fresh bool) {
	switch v := v.(type) {
	case quad.Int:
		return ownInt + int64(v), false
	case quad.Time:
		return ownDate + time.Time(v).Unix(), false
	}
	s := quad.StringOf(v)
	if n, ok := d.ids[s]; ok {
		return n, false
	}
	n = int64(len(d.values))
	d.ids[s] = n
	d.values = append(d.values, s)
	return n, true
}

// of gives the number of a value that is known, 0 otherwise.
func (d *numbering) of(v quad.Value) int64 {
	if n, fresh := d.number(v); !fresh {
		return n
	}
	return 0
}

// printed prints what a number that is a value itself stands for.
func printed(n int64) string {
	if n >= ownDate-ownInt/2 {
		return quad.StringOf(quad.Time(time.Unix(n-ownDate, 0).UTC()))
	}
	return quad.StringOf(quad.Int(n - ownInt))
}
