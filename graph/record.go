package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/graph/pack"
)

// record is what the store keeps of a decision beside its quads, packed and compressed
// with zstd. The text, compressed too, is apart: it is read only when it is wanted.
type record pack.Record

func (r *record) encode() ([]byte, error) {
	b, err := pack.Marshal((*pack.Record)(r))
	if err != nil {
		return nil, err
	}
	return recordEncoder.EncodeAll(b, nil), nil
}

// unpacked are buffers for records that were decompressed.
var unpacked = sync.Pool{New: func() any { return new([]byte) }}

// decodeRecord reads at least these parts of a record.
func decodeRecord(b []byte, parts pack.Parts) (*record, error) {
	buf := unpacked.Get().(*[]byte)
	defer unpacked.Put(buf)
	raw, err := decoder.DecodeAll(b, (*buf)[:0])
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	*buf = raw
	r, err := pack.Unmarshal(raw, parts)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	return (*record)(r), nil
}

func encodeText(text string) []byte { return textEncoder.EncodeAll([]byte(text), nil) }

func decodeText(b []byte) (string, error) {
	raw, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return "", fmt.Errorf("text: %w", err)
	}
	return string(bytes.ToValidUTF8(raw, []byte("\uFFFD"))), nil
}

// digest names the content of a decision as read from its source: text,
// metadata and all that was extracted. The path of the source does not count.
func digest(d *corpus.Decision) (string, error) {
	c := *d
	c.Sources = nil
	b, err := pack.Marshal(&pack.Record{Decision: &c})
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
