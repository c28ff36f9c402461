package meant

import (
	"os"
	"testing"
	"time"

	"github.com/attendu/attendu/corpus"
	"github.com/attendu/attendu/corpus/cite"
	"github.com/attendu/attendu/corpus/fold"
	"github.com/attendu/attendu/corpus/table"
)

// later is a ruling day some time after a reform, when both rules of a number are
// cited.
func later(d corpus.Date) corpus.Date {
	return corpus.Date(d.Time().AddDate(0, 14, 0).Format(time.DateOnly))
}

// TestExamples: what the authors of the subjects wrote to show each rule is read
// as they meant it, fourteen months after the number passed to another rule.
func TestExamples(t *testing.T) {
	k := newKit(t)
	for _, name := range []string{"civil-examples.tsv", "examples.tsv"} {
		rows, err := table.ReadFile(os.DirFS("testdata"), name, "key", "version", "example")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			key, version := corpus.Key(r.Get("key")), corpus.Version(r.Get("version"))
			day := version.Day()
			for _, rule := range k.past.Rules(key) {
				if version == "" && rule.Enter != "" {
					day = rule.Enter
				}
			}
			text := fold.New(r.Get("example"))
			in := Input{Text: text, Date: later(day)}
			in.Citations = k.finder.Find(text, cite.Context{Date: in.Date})
			k.resolver.Resolve(in)
			if got, found := versionOf(in.Citations, key); !found || got.Version != version {
				t.Error(r.Errorf("%s in %q, on %s: %q (%s), want %q", key, r.Get("example"), in.Date, got.Version, got.Because, version))
			}
		}
	}
}

// versionOf is what the first citation of a key designates.
func versionOf(list []corpus.Citation, key corpus.Key) (corpus.Designation, bool) {
	for _, c := range list {
		if c.Key == key && c.Meant != nil {
			return *c.Meant, true
		}
	}
	return corpus.Designation{}, false
}
