package corpus_test

import (
	"slices"
	"testing"

	"github.com/attendu/attendu/corpus"
)

// TestOfChamber wants a chamber in the key of a day of the Cour de cassation alone.
func TestOfChamber(t *testing.T) {
	for _, c := range []struct{ key, chamber, want string }{
		{"cass/2033-10-18", "com.", "cass/com/2033-10-18"},
		{"cass/2033-10-18", "1re civ.", "cass/1re-civ/2033-10-18"},
		{"cass/2033-10-18", "ass. plén.", "cass/ass-plen/2033-10-18"},
		{"cass/2033-10-18", "", "cass/2033-10-18"},
		{"cass/33-90123", "com.", "cass/33-90123"},
		{"cass/33-90123@2033-10-18", "com.", "cass/33-90123@2033-10-18"},
		{"ca/niort/2033-10-18", "com.", "ca/niort/2033-10-18"},
		{"code-civil/1240", "com.", "code-civil/1240"},
	} {
		got := corpus.MustKey(c.key).OfChamber(c.chamber)
		if string(got) != c.want {
			t.Errorf("%s of %q: %s, want %s", c.key, c.chamber, got, c.want)
		}
		if again, err := corpus.ParseKey(string(got)); err != nil || again != got {
			t.Errorf("%s is read as %s, %v", got, again, err)
		}
	}
	for _, bad := range []string{"cass/com/33-90123", "cass/Ch. com/2033-10-18", "cass/com/2033-13-18", "ce/com/2033-10-18"} {
		if k, err := corpus.ParseKey(bad); err == nil {
			t.Errorf("%s is read as %s", bad, k)
		}
	}
}

// TestChamberSurvivesMerge: what one source says of the chamber stays a name when another
// source, which does not say it, comes.
func TestChamberSurvivesMerge(t *testing.T) {
	ruling := func(path string) *corpus.Decision {
		d := &corpus.Decision{Sources: []corpus.Source{{Path: path, Format: corpus.Format(path)}}, Text: "arrêt"}
		d.Read = corpus.Metadata{Court: corpus.Court{Kind: corpus.Cass}, Date: "2033-10-18", Numbers: []string{"33-90.123"}}
		d.Metadata = d.Read
		d.Name()
		return d
	}
	known, other := ruling("a"), ruling("b")
	known.NameOfChamber("soc.")
	const name = corpus.Key("cass/soc/2033-10-18")
	for _, pair := range [][2]*corpus.Decision{{known, other}, {other, known}} {
		d, _ := corpus.Merge(pair[0], pair[1])
		if !slices.Contains(d.Keys, name) || d.Key != "cass/33-90123" {
			t.Errorf("key %s, keys %v", d.Key, d.Keys)
		}
	}
	other.NameOfChamber("")
	if len(other.Keys) != 2 {
		t.Errorf("no chamber gives %v", other.Keys)
	}
}
