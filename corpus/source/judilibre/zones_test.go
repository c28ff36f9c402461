package judilibre

import (
	"testing"
	"unicode/utf16"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/source/prose"
	"github.com/google/go-cmp/cmp"
)

// FuzzZones wants a zone of a clean text to hold the words that JavaScript's
// substring(start, end) gives.
func FuzzZones(f *testing.F) {
	r, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("la société 𝔅elombre est demanderesse à l'instance", 3, 14)
	f.Add("été", 0, 2)
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		s = prose.Clean(s, prose.Layout{TrimLines: true})
		if prose.Clean(s, prose.Layout{TrimLines: true}) != s {
			t.Skip("not clean yet")
		}
		units := utf16.Encode([]rune(s))
		if start <= 0 || end <= start || end >= len(units) || splits(units, start) || splits(units, end) {
			t.Skip("no zone within the text")
		}
		text, zones := r.text(s, map[string][]span{"moyens": {{start, end}}, "dispositif": {{end, len(units)}}})
		want := []string{
			string(utf16.Decode(units[:start])), string(utf16.Decode(units[start:end])), string(utf16.Decode(units[end:])),
		}
		var got []string
		for _, z := range zones {
			got = append(got, z.Of(text))
		}
		if text != s || !cmp.Equal(want, got) {
			t.Errorf("%q at %d and %d: %q, want %q", s, start, end, got, want)
		}
	})
}

// splits reports whether a cut at i would part a surrogate pair.
func splits(units []uint16, i int) bool { return units[i] >= 0xdc00 && units[i] < 0xe000 }

func TestTaxonomy(t *testing.T) {
	terms, err := parseTaxonomy(taxonomyTSV)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for field, labels := range terms {
		for key, label := range labels {
			if got := terms.label(field, key); got != label {
				t.Errorf("%s %s gives %q, want %q", field, key, got, label)
			}
			if got := terms.label(field, label); field != kind && field != zone && got != label {
				t.Errorf("%s: the label %q gives %q, want itself", field, label, got)
			}
			if c := r.court("", key); field == location && (c.Kind == "" || c.Place == "") {
				t.Errorf("location %s gives the court %+v", key, c)
			}
			if c := r.court(key, ""); field == jurisdiction && c.Kind == "" {
				t.Errorf("jurisdiction %s gives the court %+v", key, c)
			}
		}
	}
	for _, bad := range []string{"solution\trejet", "humeur\tx\ty", "zone\tx\tprologue", "type\ta\tb\ntype\ta\tc"} {
		if _, err := parseTaxonomy("field\tkey\tlabel\n" + bad); err == nil {
			t.Errorf("parseTaxonomy(%q) accepts it", bad)
		}
	}
}

// TestOverlap wants an outer range to go on behind an inner one, and the later
// of two that cross to win.
func TestOverlap(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		zones map[string][]span
		want  []cut
	}{
		{nil, nil},
		{map[string][]span{"moyens": {{0, 9}}, "dispositif": {{2, 4}}}, []cut{{0, corpus.Moyens}, {2, corpus.Dispositif}, {4, corpus.Moyens}}},
		{map[string][]span{"moyens": {{1, 5}}, "dispositif": {{3, 9}}}, []cut{{0, corpus.Entete}, {1, corpus.Moyens}, {3, corpus.Dispositif}}},
		{map[string][]span{"moyens": {{5, 5}, {7, 3}, {-4, -1}}}, nil},
		{map[string][]span{"moyens": {{-4, 2}}}, []cut{{0, corpus.Moyens}}},
	} {
		if got := r.cuts(c.zones); !cmp.Equal(c.want, got, cmp.AllowUnexported(cut{})) {
			t.Errorf("%v gives %v, want %v", c.zones, got, c.want)
		}
	}
}
