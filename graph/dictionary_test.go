package graph

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/extract"
	"github.com/attendu/attendu/corpus/source/dila"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/attendu/attendu/graph/pack"
	"github.com/klauspost/compress/dict"
	"github.com/klauspost/compress/zstd"
)

// many is how many of what a test makes there are, or few of them with -short.
func many(all, few int) int {
	if testing.Short() {
		return few
	}
	return all
}

// invented gives the decisions of a generated corpus as they are stored.
func invented(t testing.TB, opt synth.Options) (out []*corpus.Decision) {
	t.Helper()
	g, err := synth.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	reader, err := dila.Load()
	if err != nil {
		t.Fatal(err)
	}
	extractor, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for d := range g.Decisions() {
		for r := range reader.Read(d.Path(), bytes.NewReader(d.DILA()), 1<<20) {
			if r.Err != nil {
				t.Fatal(r.Err)
			}
			out = append(out, extractor.Extract(r.Doc))
		}
	}
	return out
}

// TestMakeDictionaries makes the dictionaries of invented decisions whose name has what
// MAKE_DICTIONARIES says: MAKE_DICTIONARIES=record-3. They must not change once they are in
// use.
func TestMakeDictionaries(t *testing.T) {
	wanted := os.Getenv("MAKE_DICTIONARIES")
	if wanted == "" {
		t.Skip("MAKE_DICTIONARIES=record-3 makes that one anew")
	}
	var texts, records [][]byte
	for _, d := range invented(t, synth.Options{Decisions: 600, Seed: 1016}) {
		b, err := pack.Marshal(&pack.Record{Decision: d, Taken: map[string]string{}})
		if err != nil {
			t.Fatal(err)
		}
		texts, records = append(texts, []byte(d.Text)), append(records, b)
	}
	for _, x := range []struct {
		file    string
		id      uint32
		samples [][]byte
	}{
		{"dictionary/text-1.zdict", textDictionaryID, texts},
		{"dictionary/record-3.zdict", recordDictionaryID, records},
	} {
		if !strings.Contains(x.file, wanted) {
			continue
		}
		b, err := dict.BuildZstdDict(x.samples, dict.Options{MaxDictSize: 32 << 10, HashBytes: 6, ZstdDictID: x.id,
			ZstdLevel: zstd.SpeedBestCompression})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(x.file, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDictionaries: what is packed comes back, bears the number of its dictionary, and
// takes a fifth less than without one; what was packed without one is still read.
func TestDictionaries(t *testing.T) {
	plain, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	var with, without int
	one := func(raw, packed []byte, id uint32) {
		t.Helper()
		var h zstd.Header
		if err := h.Decode(packed); err != nil || h.DictionaryID != id {
			t.Errorf("dictionary %d, want %d (%v)", h.DictionaryID, id, err)
		}
		old := plain.EncodeAll(raw, nil)
		for _, b := range [][]byte{packed, old} {
			if back, err := decoder.DecodeAll(b, nil); err != nil || !bytes.Equal(back, raw) {
				t.Errorf("%d bytes came back as %d: %v", len(raw), len(back), err)
			}
		}
		with, without = with+len(packed), without+len(old)
	}
	for _, d := range invented(t, synth.Options{Decisions: 40, Seed: 3}) {
		one([]byte(d.Text), encodeText(d.Text), textDictionaryID)
		r := &record{Decision: d, Taken: map[string]string{}}
		raw, err := pack.Marshal((*pack.Record)(r))
		if err != nil {
			t.Fatal(err)
		}
		packed, err := r.encode()
		if err != nil {
			t.Fatal(err)
		}
		one(raw, packed, recordDictionaryID)
	}
	if with*5 > without*4 {
		t.Errorf("%d bytes with dictionaries, %d without", with, without)
	}
}
