package quadstore

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"time"

	"github.com/cayleygraph/quad"
)

// Type bytes sort like the printed forms of the types: "text" before <iri>
// before _:node.
const (
	typeString byte = 's'
	typeTyped  byte = 't'
	typeLang   byte = 'u'
	typeInt    byte = 'v'
	typeFloat  byte = 'w'
	typeBool   byte = 'x'
	typeTime   byte = 'y'
	typeIRI    byte = 'z'
	typeBNode  byte = '{'
)

const (
	maxKeyValue = 256 // bytes of a value in a key of tableValue
	signBit     = uint64(1) << 63
)

// canonical gives the value that Cayley takes for the same node: a typed string
// whose printed form is that of a native value is that value.
func canonical(v quad.Value) quad.Value {
	if ts, ok := v.(quad.TypedString); ok {
		if native, err := ts.ParseValue(); err == nil && native.String() == ts.String() {
			return native
		}
	}
	return v
}

// encode appends a type byte and a payload. Within a type the payload sorts
// like the values; strings with a type or a language sort by their text, as
// long as it has no zero byte.
func encode(b []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		return append(append(b, typeIRI), v...), nil
	case quad.String:
		return append(append(b, typeString), v...), nil
	case quad.BNode:
		return append(append(b, typeBNode), v...), nil
	case quad.TypedString:
		return appendPair(append(b, typeTyped), string(v.Value), string(v.Type)), nil
	case quad.LangString:
		return appendPair(append(b, typeLang), string(v.Value), v.Lang), nil
	case quad.Int:
		return binary.BigEndian.AppendUint64(append(b, typeInt), uint64(v)^signBit), nil
	case quad.Float:
		return binary.BigEndian.AppendUint64(append(b, typeFloat), floatBits(float64(v))), nil
	case quad.Bool:
		if v {
			return append(b, typeBool, 1), nil
		}
		return append(b, typeBool, 0), nil
	case quad.Time:
		t := time.Time(v)
		b = binary.BigEndian.AppendUint64(append(b, typeTime), uint64(t.Unix())^signBit)
		return binary.BigEndian.AppendUint32(b, uint32(t.Nanosecond())), nil
	}
	return nil, fmt.Errorf("%w: value of type %T", quad.ErrInvalid, v)
}

// appendPair appends a text and its type or language. The length at the end
// tells where the text stops, whatever bytes it has.
func appendPair(b []byte, text, of string) []byte {
	b = append(append(b, text...), 0)
	b = append(b, of...)
	return binary.BigEndian.AppendUint32(b, uint32(len(text)))
}

// floatBits maps floats on integers of the same order. All NaN are one value,
// as they print alike; it sorts last.
func floatBits(f float64) uint64 {
	if f != f {
		return math.MaxUint64
	}
	u := math.Float64bits(f)
	if u&signBit != 0 {
		return ^u
	}
	return u | signBit
}

func floatOf(u uint64) float64 {
	switch {
	case u == math.MaxUint64:
		return math.NaN()
	case u&signBit != 0:
		return math.Float64frombits(u &^ signBit)
	}
	return math.Float64frombits(^u)
}

// decode reads what encode wrote; ErrCorrupt for anything else.
func decode(b []byte) (quad.Value, error) {
	if len(b) == 0 {
		return nil, fmt.Errorf("%w: empty value", ErrCorrupt)
	}
	p := b[1:]
	switch t := b[0]; {
	case t == typeIRI:
		return quad.IRI(p), nil
	case t == typeString:
		return quad.String(p), nil
	case t == typeBNode:
		return quad.BNode(p), nil
	case t == typeTyped || t == typeLang:
		text, of, ok := splitPair(p)
		switch {
		case !ok:
		case t == typeTyped:
			return quad.TypedString{Value: quad.String(text), Type: quad.IRI(of)}, nil
		default:
			return quad.LangString{Value: quad.String(text), Lang: of}, nil
		}
	case t == typeInt && len(p) == 8:
		return quad.Int(binary.BigEndian.Uint64(p) ^ signBit), nil
	case t == typeFloat && len(p) == 8:
		return quad.Float(floatOf(binary.BigEndian.Uint64(p))), nil
	case t == typeBool && len(p) == 1 && p[0] <= 1:
		return quad.Bool(p[0] == 1), nil
	case t == typeTime && len(p) == 12:
		sec, nsec := binary.BigEndian.Uint64(p)^signBit, binary.BigEndian.Uint32(p[8:])
		if nsec < 1e9 {
			return quad.Time(time.Unix(int64(sec), int64(nsec)).UTC()), nil
		}
	}
	return nil, fmt.Errorf("%w: value %.40q", ErrCorrupt, b)
}

func splitPair(p []byte) (text, of string, ok bool) {
	end := len(p) - 4
	if end < 1 {
		return "", "", false
	}
	n := int(binary.BigEndian.Uint32(p[end:]))
	if n >= end || p[n] != 0 {
		return "", "", false
	}
	return string(p[:n]), string(p[n+1 : end]), true
}

// valueKey gives the key of an encoded value. Keys sort like encoded values up
// to the cut; no two values share one.
func valueKey(b, enc []byte) []byte {
	b = append(b, KeySpace, tableValue)
	if len(enc) <= maxKeyValue {
		return append(append(b, enc...), 0)
	}
	sum := sha256.Sum256(enc)
	b = append(append(b, enc[:maxKeyValue]...), 1)
	return append(b, sum[:16]...)
}
