package graph

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/fxamacker/cbor/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestBrief: of a record of this form and of those before the same is read, and what is
// passed over is nothing.
func TestBrief(t *testing.T) {
	d := &corpus.Decision{Node: "dila:A", Key: "cass/17-21434", Keys: []corpus.Key{"cass/17-21434"}, Zones: []corpus.Zone{{Zone: corpus.Motifs}},
		Citations: []corpus.Citation{{Key: "code-civil/1240", Node: "code-civil/1240", Text: "article 1240"}, {Unresolved: "no code"}},
		Parties:   []corpus.Party{{Name: "société Kœnig"}}, Holdings: []corpus.Holding{{AmountCents: 5}}, Principles: []corpus.Holding{{Text: "nul ne plaide"}}}
	d.Court, d.Date, d.Solution = corpus.Court{Kind: corpus.Cass}, "2018-03-14", "Rejet"
	d.Official, d.Read = d.Metadata, d.Metadata
	d.Sources = []corpus.Source{{ID: "A", Format: "dila", Official: &d.Official}, {Path: "b", URL: "https://example.org"}}
	want := *d
	want.Zones, want.Official, want.Read = nil, corpus.Metadata{}, corpus.Metadata{}
	want.Sources = []corpus.Source{{ID: "A", Format: "dila"}, {Path: "b", URL: "https://example.org"}}
	r := &record{Decision: d, Taken: map[string]string{"a": "b"}}
	now, err := r.encode()
	if err != nil {
		t.Fatal(err)
	}
	before, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	named, err := cbor.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	forms := map[string][]byte{"packed": now, "CBOR": newEncoder(namedRecordDictionary).EncodeAll(named, nil), "JSON": recordEncoder.EncodeAll(before, nil)}
	for name, b := range forms {
		got, err := Parts(0).decoder()(b)
		if err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(&want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for parts := range PartPrinciples << 1 {
			got, err := parts.decoder()(b)
			if err != nil {
				t.Fatal(name, err)
			}
			if missing(got, &want, parts) {
				t.Errorf("%s: of the parts %04b some were left out: %+v", name, parts, got)
			}
		}
	}
	if _, err := Parts(0).decoder()([]byte("damaged")); err == nil {
		t.Error("damage is not noticed")
	}
}

// TestHeading: of what was put heading and reading give what Get gives, but for what they
// leave out.
func TestHeading(t *testing.T) {
	s, err := Memory(Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx := context.Background()
	d := ruling(1, corpus.Court{Kind: corpus.CA, Place: "Rennes"}, "2018-03-14")
	d.Text, d.Zones = "Vu l'article 9", []corpus.Zone{{Zone: corpus.Motifs}}
	d.Parties, d.Holdings = []corpus.Party{{Name: "société Kœnig"}}, []corpus.Holding{{AmountCents: 5}}
	d.Principles, d.Official, d.Read = []corpus.Holding{{Text: "nul ne plaide par procureur"}}, d.Metadata, d.Metadata
	if _, err := s.Put(ctx, []*corpus.Decision{d}); err != nil {
		t.Fatal(err)
	}
	want, err := s.Get(ctx, d.Node)
	if err != nil || len(want.Citations) == 0 || want.Text == "" {
		t.Fatal(want, err)
	}
	want.Citations, want.Principles, want.Official, want.Read = nil, nil, corpus.Metadata{}, corpus.Metadata{}
	for i := range want.Sources {
		want.Sources[i].Official = nil
	}
	canceled, stop := context.WithCancel(ctx)
	stop()
	for name, read := range map[string]func(context.Context, corpus.Node) (*corpus.Decision, error){"reading": s.Reading, "heading": s.Heading} {
		if want.Text = d.Text; name == "heading" {
			want.Text = ""
		}
		got, err := read(ctx, d.Node)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if _, err := read(ctx, "dila:none"); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s of one that is not held: %v", name, err)
		}
		if _, err := read(canceled, d.Node); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, canceled: %v", name, err)
		}
	}
}

// missing reports whether a decision lacks what was asked for, or what is always there.
func missing(got, want *corpus.Decision, parts Parts) bool {
	lacks := func(part Parts, got, want int) bool { return (parts == 0 || parts&part != 0) && got != want }
	return lacks(PartCitations, len(got.Citations), len(want.Citations)) || lacks(PartParties, len(got.Parties), len(want.Parties)) ||
		lacks(PartHoldings, len(got.Holdings), len(want.Holdings)) || lacks(PartPrinciples, len(got.Principles), len(want.Principles)) ||
		!cmp.Equal(got.Metadata, want.Metadata) || !cmp.Equal(got.Sources, want.Sources) || !cmp.Equal(got.Keys, want.Keys)
}
