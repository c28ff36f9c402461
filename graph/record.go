package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/attendu/attendu/corpus"
	"github.com/fxamacker/cbor/v2"
)

// Record is what the store keeps of a decision beside its quads: the decision
// as CBOR, and its text apart, both compressed with zstd. Text is read only
// when it is wanted.
type record struct {
	Decision *corpus.Decision `json:"decision"`
	// Taken holds, for each source path, the digest of what was read from it.
	// A source that comes again with the same digest changes nothing.
	Taken map[string]string `json:"taken"`
	// Identities lead to this record in the identity space.
	Identities []string `json:"identities"`
}

func (r *record) encode() ([]byte, error) {
	b, err := r.marshal()
	if err != nil {
		return nil, err
	}
	return recordEncoder.EncodeAll(b, nil), nil
}

func (r *record) marshal() ([]byte, error) { return packing.Marshal(r) }

func decodeRecord(b []byte) (*record, error) {
	raw, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	r := new(record)
	if err := r.unmarshal(raw); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	return r, nil
}

func encodeText(text string) []byte { return textEncoder.EncodeAll([]byte(text), nil) }

func decodeText(b []byte) (string, error) {
	raw, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return "", fmt.Errorf("text: %w", err)
	}
	return string(bytes.ToValidUTF8(raw, []byte("\uFFFD"))), nil
}

// A record is CBOR (RFC 8949) under the names of JSON: it is packed and unpacked in half
// the time of JSON, and every search unpacks some.
var (
	packing   = must(cbor.EncOptions{Sort: cbor.SortBytewiseLexical, TextMarshaler: cbor.TextMarshalerTextString}.EncMode())
	unpacking = must(cbor.DecOptions{UTF8: cbor.UTF8DecodeInvalid, TextUnmarshaler: cbor.TextUnmarshalerTextString}.DecMode())
)

func must[T any](v T, err error) T {
	if err != nil {
		panic("graph: " + err.Error())
	}
	return v
}

// unmarshal reads what marshal writes, and JSON, which stores of format 1 hold.
func (r *record) unmarshal(raw []byte) error {
	if len(raw) > 0 && raw[0] == '{' { // no map of CBOR begins so
		return json.Unmarshal(raw, r)
	}
	return unpacking.Unmarshal(raw, r)
}

// digest names the content of a decision as read from its source: text,
// metadata and all that was extracted. The path of the source does not count.
func digest(d *corpus.Decision) (string, error) {
	c := *d
	c.Sources = nil
	b, err := packing.Marshal(&c)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	h.Write(b)
	h.Write([]byte{0})
	h.Write([]byte(d.Text))
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}

// tally counts what a decision adds to the stats of a store.
func (r *record) tally(sign int64, s *Stats) {
	d := r.Decision
	s.Decisions += sign
	if d.Secondary() {
		s.SecondaryDecisions += sign
	}
	s.Citations += sign * int64(len(d.Citations))
	for i := range d.Citations {
		if d.Citations[i].Key == "" {
			s.UnresolvedCitations += sign
		}
	}
	s.Parties += sign * int64(len(d.Parties))
	s.Holdings += sign * int64(len(d.Holdings))
}
