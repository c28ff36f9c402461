package graph

import (
	"reflect"
	"testing"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/synth"
	"github.com/google/go-cmp/cmp"
)

// byLibrary reads what unpack reads, with the library of CBOR alone.
func byLibrary(t *testing.T, raw []byte) (r briefRecord, err error) {
	t.Helper()
	err = unpacking.Unmarshal(raw, &r)
	return r, err
}

// fullCitation has every field of a citation, so that a new one is not forgotten.
func fullCitation() corpus.Citation {
	text := corpus.Text{Key: "code-civil/1382", Version: "before:2016-10-01"}
	return corpus.Citation{Span: corpus.Span{Start: 70_000, End: 70_020}, Text: "article 1382 ancien du code civil, qui est d'une longueur certaine",
		Key: "code-civil/1382", Node: "code-civil/1382", Sub: "al. 2", Qualifier: corpus.Ancien, QualifierText: "ancien", EtSuivants: true,
		Date: "2016-02-10", Chamber: "soc.", Zone: corpus.Dispositif, Speaker: corpus.Cour, SpeakerSide: corpus.Demandeur, Use: corpus.Applied,
		Rule: "article-code", Confidence: 0.9, Unresolved: "several", UnderAppeal: true, AlsoNamed: []corpus.Key{"cass/17-21434"},
		Meant: &corpus.Designation{Version: "before:2016-10-01", Today: "code-civil/1240", TodayCandidates: []corpus.Key{"code-civil/1240", "code-civil/1241"},
			Because: "the facts are of 2014", Certainty: 0.75, Day: "2014-05-01", After: true, Came: []corpus.Text{text}, Went: []corpus.Text{text, text}, Reuses: &text}}
}

// TestPacked wants of a record, read by hand, what the library of CBOR reads: with every
// field, with none, and of invented decisions.
func TestPacked(t *testing.T) {
	full := fullCitation()
	for _, v := range []reflect.Value{reflect.ValueOf(full), reflect.ValueOf(*full.Meant)} {
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Fatalf("%s.%s is not tested", v.Type(), v.Type().Field(i).Name)
			}
		}
	}
	list := append(invented(t, synth.Options{Decisions: 60, Seed: 9}), &corpus.Decision{}, &corpus.Decision{Node: "dila:A",
		Citations: []corpus.Citation{full, {}, {Meant: &corpus.Designation{}}}})
	for _, d := range list {
		raw, err := (&record{Decision: d, Taken: map[string]string{"a": "b"}, Identities: d.Identities()}).marshal()
		if err != nil {
			t.Fatal(err)
		}
		want, err := byLibrary(t, raw)
		if err != nil {
			t.Fatal(err)
		}
		var got briefRecord
		if !got.unpack(raw, 0, new(scratch)) {
			t.Fatalf("%s is not read by hand", d.Node)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(skipped{})); diff != "" {
			t.Fatalf("%s (-library +by hand):\n%s", d.Node, diff)
		}
	}
}

// FuzzPacked wants whatever is read by hand to be read by the library of CBOR, and as the
// same.
func FuzzPacked(f *testing.F) {
	for _, d := range []*corpus.Decision{{}, {Node: "dila:A", Citations: []corpus.Citation{fullCitation(), {}}}} {
		raw, err := (&record{Decision: d}).marshal()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte{cborMap<<5 | 1, cborText<<5 | 1, 'a', 0x1b, 1, 2, 3, 4, 5, 6, 7, 8})
	f.Add([]byte{0xbf, 0xff})
	f.Fuzz(func(t *testing.T, raw []byte) {
		var got briefRecord
		if !got.unpack(raw, 0, new(scratch)) {
			return
		}
		want, err := byLibrary(t, raw)
		if err != nil {
			t.Fatalf("read by hand, and not by the library: %v", err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(skipped{})); diff != "" {
			t.Fatalf("(-library +by hand):\n%s", diff)
		}
	})
}
