package quadstore

import (
	"time"

	"github.com/cayleygraph/quad"
)

// An id below 1<<56 was given out by the dictionary. Above, the top byte is a
// type and the other 56 bits are the value itself, moved up by inlineBias so
// that ids sort like values: neither comparing nor decoding reads the store.
const (
	inlineBool = uint64(0x10) << 56
	inlineInt  = uint64(0x20) << 56
	inlineTime = uint64(0x30) << 56

	inlineBias = 1 << 55
	maxDictID  = uint64(1)<<56 - 1

	// Dates are whole seconds within 1<<40 seconds of 1970 (34,000 years).
	maxInlineTime = 1 << 40
)

// inline gives the id of a value that an id can hold.
func inline(v quad.Value) (id uint64, ok bool) {
	switch v := v.(type) {
	case quad.Int:
		if v >= -inlineBias && v < inlineBias {
			return inlineInt | uint64(int64(v)+inlineBias), true
		}
	case quad.Bool:
		if v {
			return inlineBool | 1, true
		}
		return inlineBool, true
	case quad.Time:
		t := time.Time(v)
		if sec := t.Unix(); t.Nanosecond() == 0 && sec >= -maxInlineTime && sec < maxInlineTime {
			return inlineTime | uint64(sec+inlineBias), true
		}
	}
	return 0, false
}

// inlined gives the value an id holds. Dates are in UTC.
func inlined(id uint64) (quad.Value, bool) {
	n := int64(id&maxDictID) - inlineBias
	switch id &^ maxDictID {
	case inlineInt:
		return quad.Int(n), true
	case inlineTime:
		return quad.Time(time.Unix(n, 0).UTC()), true
	case inlineBool:
		return quad.Bool(id&1 == 1), true
	}
	return nil, false
}

// inlineBound moves a bound of a range into the 56 bits of an inlined value:
// the first value >= n (or > n), limited to 0 … 1<<56.
func inlineBound(n int64, beyond bool) uint64 {
	if beyond && n < inlineBias {
		n++
	}
	switch {
	case n >= inlineBias:
		return 1 << 56
	case n < -inlineBias:
		return 0
	}
	return uint64(n + inlineBias)
}
