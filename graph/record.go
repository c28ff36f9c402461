package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/attendu/attendu/corpus"
)

// Record is what the store keeps of a decision beside its quads: the decision
// as JSON, and its text apart, both compressed with zstd. Text is read only
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

func (r *record) marshal() ([]byte, error) { return json.Marshal(r) }

func decodeRecord(b []byte) (*record, error) {
	raw, err := decoder.DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	r := new(record)
	if err := json.Unmarshal(raw, r); err != nil {
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

// digest names the content of a decision as read from its source: text,
// metadata and all that was extracted. The path of the source does not count.
func digest(d *corpus.Decision) (string, error) {
	c := *d
	c.Sources = nil
	b, err := json.Marshal(&c)
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
