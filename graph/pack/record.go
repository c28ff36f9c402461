package pack

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/fxamacker/cbor/v2"
)

// Record is what a store keeps of a decision beside its text and its quads.
type Record struct {
	Decision *corpus.Decision `json:"decision"`
	// Taken holds, for each source path, the digest of what was read from it.
	// A source that comes again with the same digest changes nothing.
	Taken map[string]string `json:"taken"`
	// Identities lead to this record in the identity space.
	Identities []string `json:"identities"`
}

// Parts are parts of a decision that a reader may do without. Names, metadata and sources
// are always there.
type Parts uint8

// The parts, in the order in which they are written.
const (
	Citations  Parts = 1 << iota
	Parties          //
	Holdings         //
	Zones            //
	Principles       //
	Official         // what the sources say officially, and what the text itself says
	All        = 1<<iota - 1
)

// form is the first byte of what Marshal writes: the CBOR number of the form. It is
// neither that of a map, with which the forms before began, nor the bracket of JSON.
const form = 3

// ErrForm says that bytes begin with no form that is known here.
var ErrForm = errors.New("pack: no record of a known form")

var (
	packing   = must(cbor.EncOptions{Sort: cbor.SortBytewiseLexical}.UserBufferEncMode())
	unpacking = must(cbor.DecOptions{UTF8: cbor.UTF8DecodeInvalid}.DecMode())
)

func must[T any](v T, err error) T {
	if err != nil {
		panic("pack: " + err.Error())
	}
	return v
}

// Marshal packs a record: the same bytes for the same record. The text is left out.
func Marshal(r *Record) ([]byte, error) {
	d := r.Decision
	w := pads.Get().(*words)
	defer pads.Put(w)
	w.clear()
	parts := []any{nil, nil, packCitations(w, d.Citations), packParties(w, d.Parties), packHoldings(w, d.Holdings), packZones(w, d.Zones),
		packHoldings(w, d.Principles), officialOf(d)}
	parts[0], parts[1] = headOf(r), full(w.list)
	out := bytes.NewBuffer(make([]byte, 0, 6<<10))
	out.WriteByte(form)
	for _, part := range parts {
		if err := packing.MarshalToBuffer(part, out); err != nil {
			return nil, fmt.Errorf("pack: %s: %w", d.Node, err)
		}
	}
	return out.Bytes(), nil
}

// Unmarshal reads what Marshal wrote: at least these parts. What is left out is nil.
func Unmarshal(b []byte, parts Parts) (*Record, error) {
	if len(b) == 0 {
		return nil, ErrForm
	}
	if b[0] != form {
		return unmarshalNamed(b, parts)
	}
	s := sequence{rest: b[1:]}
	var h head
	s.next(&h)
	r := h.record()
	d, k := r.Decision, new(known)
	s.want(parts&^Official != 0, &k.list)
	d.Citations = list(&s, k, parts&Citations, unpackCitations)
	d.Parties = list(&s, k, parts&Parties, unpackParties)
	d.Holdings = list(&s, k, parts&Holdings, unpackHoldings)
	d.Zones = list(&s, k, parts&Zones, unpackZones)
	d.Principles = list(&s, k, parts&Principles, unpackHoldings)
	if parts&Official != 0 {
		var o official
		s.next(&o)
		o.into(d)
	}
	if err := cmp.Or(s.err, k.err); err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	return r, nil
}

// sequence are the parts that are still to be read, and the first thing that went wrong.
type sequence struct {
	rest []byte
	err  error
}

// next reads the next part into v.
func (s *sequence) next(v any) {
	if s.err == nil {
		s.rest, s.err = unpacking.UnmarshalFirst(s.rest, v)
	}
}

// want reads the next part when it is wanted, and passes over it when not.
func (s *sequence) want(wanted bool, v any) {
	if !wanted {
		v = &skipped{}
	}
	s.next(v)
}

// list reads the next part, a list, or passes over it.
func list[P, T any](s *sequence, k *known, wanted Parts, unpack func(*known, []P) []T) []T {
	var packed []P
	s.want(wanted != 0, &packed)
	if wanted == 0 {
		return nil
	}
	return unpack(k, packed)
}

// skipped is a value that is passed over.
type skipped struct{}

// UnmarshalCBOR reads nothing.
func (*skipped) UnmarshalCBOR([]byte) error { return nil }
